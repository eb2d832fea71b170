//! Running `tables`, and reading what it wrote.

use crate::program::{Done, draagkracht};
use std::{collections::BTreeMap, fs, path::Path};

/// A cell of the CSV, by its table, row and column.
pub type Cells = BTreeMap<(String, String, String), Cell>;

/// What a line of the CSV says.
#[derive(Debug, Clone)]
pub struct Cell {
    pub value: String,
    pub shown: String,
}

/// Runs `tables` over `archive` in a folder.
pub fn tables(folder: &Path, key: &str, out: &str, more: &[&str]) -> Done {
    let arguments = ["tables", "--identity", key, "--archive", "archive", "--out", out];
    draagkracht(folder, &[&arguments[..], more].concat())
}

/// The same, and it must go well; returns what was written.
pub fn written(folder: &Path, key: &str, out: &str, more: &[&str]) -> String {
    let done = tables(folder, key, out, more);
    assert_eq!(done.code, Some(0), "{}", done.stderr);
    fs::read_to_string(folder.join(out)).unwrap()
}

/// The cells of a CSV.
pub fn cells(csv: &str) -> Cells {
    let mut cells = Cells::new();
    for line in lines(csv).into_iter().filter(|line| !line[3].is_empty()) {
        let [table, _, row, column, value, _, shown, ..] = line;
        cells.insert((table, row, column), Cell { value, shown });
    }
    cells
}

/// The sentences of a table in a CSV.
pub fn notes(csv: &str, table: &str) -> Vec<String> {
    let lines = lines(csv).into_iter().filter(|line| line[0] == table && !line[8].is_empty());
    lines.map(|[.., note]| note).collect()
}

/// Every line but the first.
pub fn lines(csv: &str) -> Vec<[String; 9]> {
    let mut reader = ::csv::Reader::from_reader(csv.as_bytes());
    let line = |record: ::csv::StringRecord| {
        record.iter().map(str::to_owned).collect::<Vec<_>>().try_into().unwrap()
    };
    reader.records().map(|record| line(record.unwrap())).collect()
}

/// One cell's place.
pub fn at(table: &str, row: &str, column: &str) -> (String, String, String) {
    (table.to_owned(), row.to_owned(), column.to_owned())
}
