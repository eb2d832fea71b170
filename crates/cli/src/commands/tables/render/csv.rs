//! A line a cell, with names for a program and words for people. Numbers have a point and all their
//! digits. A text that a spreadsheet would take for a formula is kept from that by a quote.

use crate::{
    commands::tables::{
        model::{Cell, Label, Row, Table, Value, key_of},
        words::Words,
    },
    error::CliError,
};

const HEADER: [&str; 9] =
    ["table", "source", "row", "column", "value", "n", "shown", "published", "note"];

/// All tables, one after another; a table without rows is one line with its sentence.
pub fn write(tables: &[Table], words: &Words) -> Result<Vec<u8>, CliError> {
    let mut out = ::csv::Writer::from_writer(Vec::new());
    let written = out.write_record(HEADER).and_then(|()| {
        for line in tables.iter().flat_map(|table| lines(table, words)) {
            out.write_record(line.map(|text| harmless(&text)))?;
        }
        Ok(())
    });
    written.map_err(|error| CliError::Program(error.to_string()))?;
    out.into_inner().map_err(|error| CliError::Program(error.to_string()))
}

fn lines(table: &Table, words: &Words) -> Vec<[String; 9]> {
    let said = |note: String| {
        let mut line = [(); 9].map(|()| String::new());
        table.id.clone_into(&mut line[0]);
        words.source(table.id).clone_into(&mut line[1]);
        line[8] = note;
        line
    };
    let mut lines = Vec::new();
    if table.rows.is_empty() {
        lines.push(said(words.get("no_data").to_owned()));
    }
    lines.extend(table.rows.iter().flat_map(|row| of_row(table, row, words)));
    lines.extend(table.notes.iter().map(|note| said(words.note(note))));
    lines
}

fn of_row(table: &Table, row: &Row, words: &Words) -> Vec<[String; 9]> {
    let cells = row.cells.iter().zip(&table.columns);
    let line = |(cell, column): (&Cell, &Vec<Label>)| {
        let (value, n) = exact(&cell.value);
        [
            table.id.to_owned(),
            words.source(table.id).to_owned(),
            key_of(&row.labels),
            key_of(column),
            value,
            n,
            words.value(&cell.value),
            cell.published.clone().unwrap_or_default(),
            String::new(),
        ]
    };
    cells.map(line).collect()
}

/// The number with all its digits, and what it rests on; empty where there is none.
fn exact(value: &Value) -> (String, String) {
    let digits = |value: Result<f64, _>| value.map(|v| v.to_string()).unwrap_or_default();
    match value {
        Value::Cases(n) => (n.to_string(), n.to_string()),
        // The number of cases, so that nothing is lost by rounding.
        Value::Part(part, whole) | Value::Share(part, whole) => {
            (part.to_string(), whole.to_string())
        }
        Value::Statistic { value, n, .. } | Value::Probability(value, n) => {
            (digits(*value), n.to_string())
        }
        Value::Given(value) => (value.to_string(), String::new()),
        Value::Small => (String::new(), String::new()),
    }
}

/// A number stays one, in Dutch too; any other text that begins as a formula does gets a quote.
fn harmless(text: &str) -> String {
    const BEGINS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    let begins = text.starts_with(BEGINS) || text.trim_start().starts_with(BEGINS);
    let is_number = text.replacen(',', ".", 1).parse::<f64>().is_ok();
    if begins && !is_number { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::tables::model::{Label, Note};

    #[test]
    fn a_formula_is_text_and_a_number_a_number() {
        for formula in [
            "=1+1",
            "+31",
            "-2+3",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            " =1",
            "＝1+1",
            "=HYPERLINK(\"x\")",
        ] {
            let expected = if formula == "+31" { "+31".to_owned() } else { format!("'{formula}") };
            assert_eq!(harmless(formula), expected, "{formula:?}");
        }
        for number in ["-0.25", "3.5", "-1e-9", "-0,06", "12", "< 0,001", "weggelaten", "1-4"] {
            assert_eq!(harmless(number), number);
        }
    }

    #[test]
    fn names_from_a_file_are_kept_from_being_formulas() {
        let mut table = Table::new("types_cut_offs", vec![vec![Label::Key("n")]]);
        let name = "=cmd|' /C calc'!A0".to_owned();
        table.row(vec![Label::Named(name.clone())], vec![Value::Cases(7)]);
        table.notes.push(Note { key: "left_out_unknown", values: vec!["1".to_owned(), name] });
        let bytes = write(&[table], &Words::dutch().unwrap()).unwrap();
        let mut reader = ::csv::Reader::from_reader(&bytes[..]);
        for record in reader.records() {
            for field in &record.unwrap() {
                assert!(!field.starts_with('='), "{field}");
            }
        }
    }
}
