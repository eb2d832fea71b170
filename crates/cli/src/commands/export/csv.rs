//! Tables as CSV: for other programs, for a Dutch Excel, and as numbers for SPSS and R.

use crate::{
    dictionary::{Cell, Dictionary, Kind, Table, Variable},
    study::Study,
};
use draagkracht_core::decimal::Ratio;
use std::{
    borrow::Cow,
    io::{self, Write},
};

/// A way to write CSV.
pub struct Style {
    delimiter: u8,
    decimal: char,
    /// The mark by which Excel knows UTF-8.
    bom: bool,
    /// Codes as numbers, also those for missing; decimals always with their point.
    coded: bool,
}

/// For other programs. What is missing is empty; why stands in the answers.
pub const PLAIN: Style = Style { delimiter: b',', decimal: '.', bom: false, coded: false };
/// For Excel as it is set up in the Netherlands, which takes 3.12 for a day in December.
pub const EXCEL: Style = Style { delimiter: b';', decimal: ',', bom: true, coded: false };
/// For SPSS and R, beside a script that says what the numbers mean.
pub const CODED: Style = Style { coded: true, ..PLAIN };

impl Style {
    /// A writer in this style.
    pub fn writer<W: Write>(&self, mut out: W) -> io::Result<csv::Writer<W>> {
        if self.bom {
            out.write_all("\u{feff}".as_bytes())?;
        }
        Ok(csv::WriterBuilder::new().delimiter(self.delimiter).from_writer(out))
    }

    fn shown<'a>(&self, cell: &'a Cell, variable: &'a Variable) -> Cow<'a, str> {
        match cell {
            Cell::Empty => Cow::Borrowed(""),
            Cell::Text(text) => safe(text),
            Cell::Whole(number) => Cow::Owned(number.to_string()),
            Cell::Mean(sum, answered) => Cow::Owned(self.mean(*sum, *answered)),
            Cell::Code(number) if self.coded => Cow::Owned(number.to_string()),
            Cell::Code(number) => match variable.code(*number) {
                Some(code) if code.missing && matches!(variable.kind, Kind::Scale(_)) => {
                    Cow::Borrowed("")
                }
                Some(code) => Cow::Borrowed(&code.key),
                None => Cow::Borrowed(""),
            },
        }
    }

    fn mean(&self, sum: u16, answered: u8) -> String {
        let mean = Ratio::new(i32::from(sum), u32::from(answered));
        let mut text = mean.map(|mean| mean.to_string()).unwrap_or_default();
        // SPSS may put a point of its own into a number that has none.
        if self.coded && !text.contains('.') {
            text.push_str(".0");
        }
        if self.decimal == '.' { text } else { text.replace('.', &self.decimal.to_string()) }
    }
}

/// Writes a table, row by row.
pub fn table(
    out: impl Write,
    style: &Style,
    dictionary: &Dictionary,
    table: Table,
    study: &Study<'_>,
) -> io::Result<()> {
    let variables = dictionary.variables(table);
    let mut out = style.writer(out)?;
    out.write_record(variables.iter().map(|variable| &variable.name))?;
    for row in dictionary.rows(table, study) {
        let fields = row.iter().zip(&variables).map(|(cell, variable)| style.shown(cell, variable));
        for field in fields {
            out.write_field(field.as_bytes())?;
        }
        out.write_record(None::<&[u8]>)?;
    }
    out.flush()
}

/// A text that no spreadsheet takes for a formula: an apostrophe goes before one that begins like
/// one, and before an apostrophe, so that two texts stay two. Control characters become blanks.
pub fn safe(text: &str) -> Cow<'_, str> {
    let begins =
        text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\'', '＝', '＋', '－', '＠']);
    if !begins && !text.contains(char::is_control) {
        return Cow::Borrowed(text);
    }
    let plain = text.chars().map(|c| if c.is_control() { ' ' } else { c });
    Cow::Owned(begins.then_some('\'').into_iter().chain(plain).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_a_formula() {
        for (text, written) in [
            ("=1+1", "'=1+1"),
            ("+31", "'+31"),
            ("-P1", "'-P1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "' =1"),
            ("\r=1", "' =1"),
            ("\n=1", "' =1"),
            ("＝1", "'＝1"),
            ("'=1", "''=1"),
            ("a\tb\u{7}", "a b "),
            ("P1", "P1"),
            ("P=1", "P=1"),
            ("", ""),
        ] {
            assert_eq!(safe(text), written, "{text:?}");
        }
    }
}
