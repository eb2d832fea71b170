//! The codebook's rows: one for each variable of each table.

use crate::{
    commands::export::{PLAIN, safe},
    dictionary::{Code, Dictionary, Kind, Table, Variable},
};
use std::io;

/// The names of the columns.
pub const COLUMNS: [&str; 8] =
    ["table", "variable", "label", "label_en", "type", "values", "missing", "source"];

/// The codebook as CSV.
pub fn csv(dictionary: &Dictionary) -> io::Result<Vec<u8>> {
    let mut out = PLAIN.writer(Vec::new())?;
    out.write_record(COLUMNS)?;
    for table in Table::ALL {
        for variable in dictionary.variables(table) {
            let row = row(table, variable);
            out.write_record(row.iter().map(|text| safe(text).into_owned()))?;
        }
    }
    out.into_inner().map_err(csv::IntoInnerError::into_error)
}

/// The texts of a row, in the order of [`COLUMNS`].
pub fn row(table: Table, variable: &Variable) -> [String; 8] {
    let kind = match variable.kind {
        Kind::Text => "text",
        Kind::Whole => "whole number",
        Kind::Mean => "mean",
        Kind::Scale(_) => "scale",
        Kind::Category(_) => "category",
    };
    let listed = |missing: bool| {
        let codes = variable.codes().iter().filter(|code| code.missing == missing);
        codes.map(|code| value(variable, code)).collect::<Vec<_>>().join("; ")
    };
    [
        table.name().to_owned(),
        variable.name.clone(),
        variable.words.nl.clone(),
        variable.words.en.clone(),
        kind.to_owned(),
        listed(false),
        listed(true),
        variable.source.clone(),
    ]
}

/// A value and its words; how CSV and Parquet write it stands between brackets.
fn value(variable: &Variable, code: &Code) -> String {
    let key = match variable.kind {
        Kind::Category(_) => format!(" ({})", code.key),
        _ => String::new(),
    };
    format!("{}{key} = {}", code.number, code.words.nl)
}
