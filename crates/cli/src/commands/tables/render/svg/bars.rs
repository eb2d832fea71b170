//! Bars: of parts that make a whole, or beside one another.

use super::{LEFT, LINE, WIDTH, box_of, legend, percent, share, text};
use crate::{
    commands::tables::{model::Table, words::Words},
    statistics::number,
};

const ROOM: f64 = WIDTH - LEFT - 50.0;

fn names(table: &Table, columns: &[usize], words: &Words) -> Vec<String> {
    columns.iter().filter_map(|at| table.columns.get(*at)).map(|c| words.labels(c)).collect()
}

/// One bar a row. What is left out of the table stays open at its end.
pub fn stacked(table: &Table, columns: &[usize], words: &Words) -> (f64, String) {
    let mut body = String::new();
    let mut y = legend(&mut body, &names(table, columns, words));
    for row in &table.rows {
        text(&mut body, [LEFT - 8.0, y + 13.0], "end", &words.labels(&row.labels));
        let mut x = LEFT;
        let mut is_whole = true;
        for (shade, at) in columns.iter().enumerate() {
            let Some(share) = share(row, *at) else {
                is_whole = false;
                continue;
            };
            box_of(&mut body, [x, y], [share * ROOM, LINE - 5.0], shade);
            x += share * ROOM;
        }
        if !is_whole {
            text(&mut body, [x + 5.0, y + 13.0], "start", words.get("small"));
        }
        y += LINE;
    }
    (y, body)
}

/// The bars of a row together, each with its number.
pub fn beside(table: &Table, columns: &[usize], words: &Words) -> (f64, String) {
    let mut body = String::new();
    let mut y = 4.0;
    if columns.len() > 1 {
        y = legend(&mut body, &names(table, columns, words));
    }
    let thick = if columns.len() > 1 { 14.0 } else { LINE - 5.0 };
    for row in &table.rows {
        let middle = y + thick * number(columns.len()) / 2.0 + 4.0;
        text(&mut body, [LEFT - 8.0, middle], "end", &words.labels(&row.labels));
        for (shade, at) in columns.iter().enumerate() {
            let wide = share(row, *at).map_or(0.0, |share| share * ROOM);
            box_of(&mut body, [LEFT, y], [wide, thick], shade);
            let said = share(row, *at).map_or_else(|| words.get("small").to_owned(), percent);
            text(&mut body, [LEFT + wide + 5.0, y + thick / 2.0 + 4.0], "start", &said);
            y += thick;
        }
        y += 6.0;
    }
    (y, body)
}
