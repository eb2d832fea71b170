//! A line a row, over the moments.

use super::{LEFT, LINE, SHADES, WIDTH, legend, number, text};
use crate::{
    commands::tables::{model::Table, words::Words},
    statistics,
};
use std::fmt::Write as _;

const HIGH: f64 = 220.0;

/// Lines over these columns; a row with a number left out is not drawn.
pub fn draw(
    table: &Table,
    columns: &[usize],
    [low, high]: [f64; 2],
    words: &Words,
) -> (f64, String) {
    let mut body = String::new();
    let names: Vec<String> = table.rows.iter().map(|row| words.labels(&row.labels)).collect();
    let top = legend(&mut body, &names) + 10.0;
    let step = (WIDTH - LEFT - 80.0) / statistics::number(columns.len().max(2) - 1);
    let across = |at: usize| LEFT + 20.0 + step * statistics::number(at);
    let up = |value: f64| top + HIGH * (high - value) / (high - low);
    let mut mark = low;
    while mark <= high {
        let y = up(mark);
        _ = writeln!(
            body,
            "<line x1=\"{LEFT}\" x2=\"{WIDTH}\" y1=\"{y:.1}\" y2=\"{y:.1}\" stroke=\"#c8c8c8\"/>"
        );
        text(&mut body, [LEFT - 8.0, y + 4.0], "end", &mark.to_string());
        mark += 1.0;
    }
    for (at, column) in columns.iter().enumerate() {
        // Which moment it is: the last label of the column.
        let moment = table.columns.get(*column).and_then(|labels| labels.last());
        let said = moment.map(|label| words.label(label)).unwrap_or_default();
        text(&mut body, [across(at), top + HIGH + LINE], "middle", &said);
    }
    for (shade, row) in table.rows.iter().enumerate() {
        let values: Option<Vec<f64>> = columns.iter().map(|column| number(row, *column)).collect();
        let Some(values) = values else { continue };
        let colour = SHADES[shade % SHADES.len()];
        let points: Vec<String> = (values.iter().enumerate())
            .map(|(at, value)| format!("{:.1},{:.1}", across(at), up(*value)))
            .collect();
        let points = points.join(" ");
        // The professional's lines are broken, so that they are told apart without colour.
        let dashes = if shade * 2 >= table.rows.len() { " stroke-dasharray=\"7 4\"" } else { "" };
        _ = writeln!(
            body,
            "<polyline points=\"{points}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"3\"{dashes}/>"
        );
    }
    (top + HIGH + LINE + 8.0, body)
}
