//! What stands around a picture: its name, one sentence, and a table with the same numbers.

use crate::{
    platform::element::{Element, el},
    widgets::{disclosure, paragraph},
};

/// The words around a picture.
#[derive(Debug)]
pub struct Figure {
    /// What it is called.
    pub name: String,
    /// What it shows, in one sentence.
    pub sentence: String,
    /// What opens the table.
    pub numbers: String,
}

/// A column of a table: its heading, and a cell for each row.
pub type Column = (String, Vec<String>);

/// A picture with its name, its sentence and its table.
pub fn figure(
    words: &Figure,
    picture: impl IntoIterator<Item = Element>,
    table: Element,
) -> Element {
    el("figure", "chart")
        .attr("aria-label", &words.name)
        .child(paragraph(&words.sentence))
        .children(picture)
        .child(disclosure(&words.numbers, [table], || ()))
}

/// A table: what the rows are called, what they are, and the columns beside it. A row whose mark is
/// set is not printed.
pub fn table(name: &str, first: &str, rows: &[(String, bool)], columns: &[Column]) -> Element {
    let heads = [first].into_iter().chain(columns.iter().map(|(head, _)| head.as_str()));
    let heads = heads.map(|head| el("th", "").attr("scope", "col").text(head));
    let rows = rows.iter().enumerate().map(|(at, (row, hidden))| {
        let cells = columns
            .iter()
            .map(|(_, cells)| el("td", "").text(cells.get(at).map_or("", String::as_str)));
        el("tr", if *hidden { "off-paper" } else { "" })
            .child(el("th", "").attr("scope", "row").text(row))
            .children(cells)
    });
    let table = el("table", "chart-table")
        .child(el("caption", "visually-hidden").text(name))
        .child(el("thead", "").child(el("tr", "").children(heads)))
        .child(el("tbody", "").children(rows));
    // Wider than the screen it can be moved sideways, by the keyboard too. No landmark: there are many of them.
    el("div", "chart-scroll")
        .attr("role", "group")
        .attr("aria-label", name)
        .attr("tabindex", "0")
        .child(table)
}
