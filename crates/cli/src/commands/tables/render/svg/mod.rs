//! Pictures of tables. What is left out of a table is not in its picture; every picture has its
//! numbers as text, and patterns are told apart by lightness, so that it prints in black and white.

mod bars;
mod dots;
mod lines;

use super::html::safe;
use crate::commands::tables::{
    model::{Chart, Row, Table, Value},
    words::{Words, decimal},
};
use std::fmt::Write as _;

/// From dark to light; the words beside a bar stay readable on each.
const SHADES: [&str; 7] =
    ["#0b3c5d", "#328cc1", "#9fc9e3", "#d9b310", "#e8d585", "#8a8a8a", "#d0d0d0"];
/// Room for the words of a row, in the picture's own units.
const LEFT: f64 = 310.0;
const WIDTH: f64 = 800.0;
const LINE: f64 = 22.0;

/// The picture of a table, or nothing.
pub fn chart(table: &Table, words: &Words) -> String {
    let drawn = match &table.chart {
        None => return String::new(),
        Some(Chart::Stacked(columns)) => bars::stacked(table, columns, words),
        Some(Chart::Bars(columns)) => bars::beside(table, columns, words),
        Some(Chart::Lines(columns, scale)) => lines::draw(table, columns, *scale, words),
        Some(Chart::Dots(clouds)) => dots::draw(clouds, words),
    };
    let (height, body) = drawn;
    format!(
        "<svg viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" role=\"img\" aria-label=\"{}\">\n{body}</svg>\n",
        safe(words.title(table.id))
    )
}

/// A share from 0 to 1, when the cell shows one.
fn share(row: &Row, column: usize) -> Option<f64> {
    match row.cells.get(column)?.value {
        Value::Part(part, whole) | Value::Share(part, whole) if whole > 0 => {
            Some(crate::statistics::number(part) / crate::statistics::number(whole))
        }
        _ => None,
    }
}

/// A number, when the cell shows one.
fn number(row: &Row, column: usize) -> Option<f64> {
    match row.cells.get(column)?.value {
        Value::Statistic { value, .. } => value.ok(),
        _ => None,
    }
}

fn text(body: &mut String, [x, y]: [f64; 2], anchor: &str, words: &str) {
    _ = writeln!(
        body,
        "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{}</text>",
        safe(words)
    );
}

fn box_of(body: &mut String, [x, y]: [f64; 2], [width, height]: [f64; 2], shade: usize) {
    let fill = SHADES[shade % SHADES.len()];
    _ = writeln!(
        body,
        "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" fill=\"{fill}\" stroke=\"#fff\"/>"
    );
}

/// What each shade is; returns where the picture goes on below.
fn legend(body: &mut String, names: &[String]) -> f64 {
    let (mut x, mut y) = (LEFT, 4.0);
    for (shade, name) in names.iter().enumerate() {
        let wide = 30.0 + 7.0 * crate::statistics::number(name.chars().count());
        if x + wide > WIDTH && x > LEFT {
            (x, y) = (LEFT, y + LINE);
        }
        box_of(body, [x, y], [12.0, 12.0], shade);
        text(body, [x + 17.0, y + 11.0], "start", name);
        x += wide;
    }
    y + LINE + 4.0
}

fn percent(share: f64) -> String {
    format!("{}%", decimal(100.0 * share, 0))
}
