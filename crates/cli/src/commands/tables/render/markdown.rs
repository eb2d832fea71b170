//! Tables in a text.

use super::Preface;
use crate::commands::tables::{
    model::{Cell, Table},
    words::Words,
};
use std::fmt::Write as _;

/// Everything but the pictures.
pub fn write(tables: &[Table], preface: &Preface, words: &Words) -> String {
    let mut text = format!("# {}\n", words.get("heading"));
    for sentence in &preface.sentences {
        _ = write!(text, "\n{}\n", safe(sentence));
    }
    for table in tables {
        _ = write!(text, "\n## {}\n\n*{}*\n", safe(words.title(table.id)), words.source(table.id));
        if table.rows.is_empty() {
            _ = write!(text, "\n{}\n", words.get("no_data"));
        } else {
            rows(&mut text, table, words);
        }
        for note in &table.notes {
            _ = write!(text, "\n{}\n", safe(&words.note(note)));
        }
    }
    text
}

fn rows(text: &mut String, table: &Table, words: &Words) {
    text.push_str("\n| |");
    for column in &table.columns {
        _ = write!(text, " {} |", safe(&words.labels(column)));
    }
    _ = write!(text, "\n|---|{}\n", "---:|".repeat(table.columns.len()));
    for row in &table.rows {
        _ = write!(text, "| {} |", safe(&words.labels(&row.labels)));
        for cell in &row.cells {
            _ = write!(text, " {} |", shown(cell, words));
        }
        text.push('\n');
    }
}

fn shown(cell: &Cell, words: &Words) -> String {
    let value = safe(&words.value(&cell.value));
    match &cell.published {
        Some(published) => format!("{value} ({} {})", words.get("published"), safe(published)),
        None => value,
    }
}

/// One line, with nothing that Markdown or HTML takes for its own.
fn safe(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '#' => safe.extend(['\\', character]),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            character if character.is_control() => safe.push(' '),
            character => safe.push(character),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_does_not_end_its_cell_or_begin_a_tag() {
        assert_eq!(safe("a|b\n<script>"), "a\\|b &lt;script&gt;");
    }
}
