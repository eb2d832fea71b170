//! The report's own figures, put beside ours where it has them (section 9 of its facts).

use super::model::{Table, key_of};
use std::collections::BTreeMap;

const REPORT: &str = include_str!("../../../published/report.v1.json");

/// `table/row/column` to the figure as it is printed.
pub fn figures() -> Result<BTreeMap<String, String>, serde_json::Error> {
    serde_json::from_str(REPORT)
}

/// The name of a cell's place.
pub fn place(table: &str, row: &str, column: &str) -> String {
    format!("{table}/{row}/{column}")
}

/// Puts each figure in its cell.
pub fn attach(tables: &mut [Table], figures: &BTreeMap<String, String>) {
    for table in tables {
        for row in &mut table.rows {
            let name = key_of(&row.labels);
            for (cell, column) in row.cells.iter_mut().zip(&table.columns) {
                cell.published = figures.get(&place(table.id, &name, &key_of(column))).cloned();
            }
        }
    }
}
