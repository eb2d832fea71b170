//! SPSS: data as numbers, and a syntax file for each table that says what they mean.

use super::{csv, folder::Folder};
use crate::{
    dictionary::{Cell, Code, Dictionary, Kind, Table, Variable},
    error::CliError,
    study::Study,
};
use std::{
    collections::BTreeMap,
    io::{self, Write},
};

/// Writes every table with its syntax.
pub fn write(
    folder: &mut Folder,
    dictionary: &Dictionary,
    study: &Study<'_>,
) -> Result<(), CliError> {
    for table in study.tables() {
        let name = table.name();
        folder.write(&format!("{name}.csv"), |out| {
            csv::table(out, &csv::CODED, dictionary, table, study)
        })?;
        let widths = widths(dictionary, table, study);
        folder.write(&format!("{name}.sps"), |out| {
            syntax(out, name, &dictionary.variables(table), &widths)
        })?;
    }
    Ok(())
}

/// How many bytes the longest text of each column has.
fn widths(dictionary: &Dictionary, table: Table, study: &Study<'_>) -> Vec<usize> {
    let mut widths = vec![1; dictionary.variables(table).len()];
    for row in dictionary.rows(table, study) {
        for (width, cell) in widths.iter_mut().zip(&row) {
            if let Cell::Text(text) = cell {
                *width = (*width).max(csv::safe(text).len());
            }
        }
    }
    widths
}

fn syntax(
    out: &mut impl Write,
    name: &str,
    variables: &[&Variable],
    widths: &[usize],
) -> io::Result<()> {
    writeln!(out, "* Encoding: UTF-8.")?;
    writeln!(
        out,
        "* Draagkracht. Run this in the folder of {name}.csv, or name that folder with CD first."
    )?;
    writeln!(out, "GET DATA\n  /TYPE=TXT\n  /FILE='{name}.csv'\n  /ENCODING='UTF8'")?;
    writeln!(
        out,
        "  /ARRANGEMENT=DELIMITED\n  /DELIMITERS=\",\"\n  /QUALIFIER='\"'\n  /FIRSTCASE=2"
    )?;
    write!(out, "  /VARIABLES=")?;
    for (variable, width) in variables.iter().zip(widths) {
        write!(out, "\n    {} {}", variable.name, format(variable, *width))?;
    }
    let labels = variables.iter().map(|v| format!("{} {}", v.name, quoted(&v.words.nl)));
    let labels: Vec<_> = labels.collect();
    write!(out, ".\n\nVARIABLE LABELS\n  {}", labels.join("\n  /"))?;
    writeln!(out, ".\n")?;
    for (codes, names) in by_codes(variables) {
        write!(out, "VALUE LABELS{}", listed(&names))?;
        for code in codes {
            write!(out, "\n  {} {}", code.number, quoted(&code.words.nl))?;
        }
        writeln!(out, ".")?;
        // A variable that holds nothing but reasons has none that is missing.
        let missing: Vec<_> = codes.iter().filter(|code| code.missing).collect();
        if !missing.is_empty() && missing.len() < codes.len() {
            let numbers: Vec<_> = missing.iter().map(|code| code.number.to_string()).collect();
            writeln!(out, "MISSING VALUES{}\n  ({}).", listed(&names), numbers.join(", "))?;
        }
    }
    for (level, fits) in LEVELS {
        let names: Vec<_> =
            variables.iter().filter(|v| fits(&v.kind)).map(|v| v.name.as_str()).collect();
        if !names.is_empty() {
            writeln!(out, "VARIABLE LEVEL{} ({level}).", listed(&names))?;
        }
    }
    writeln!(out, "EXECUTE.")
}

type Level = (&'static str, fn(&Kind) -> bool);

const LEVELS: [Level; 3] = [
    ("NOMINAL", |kind| matches!(kind, Kind::Text | Kind::Category(_))),
    ("ORDINAL", |kind| matches!(kind, Kind::Scale(_))),
    ("SCALE", |kind| matches!(kind, Kind::Whole | Kind::Mean)),
];

fn format(variable: &Variable, width: usize) -> String {
    match &variable.kind {
        Kind::Text => format!("A{width}"),
        Kind::Whole => "F8.0".to_owned(),
        Kind::Mean => "F6.4".to_owned(),
        Kind::Scale(codes) | Kind::Category(codes) => {
            let longest = codes.iter().map(|code| code.number.to_string().len()).max();
            format!("F{}.0", longest.unwrap_or(1))
        }
    }
}

/// Variables that share their codes, in the order of the first.
fn by_codes<'a>(variables: &[&'a Variable]) -> Vec<(&'a [Code], Vec<&'a str>)> {
    let mut places = BTreeMap::new();
    let mut groups: Vec<(&[Code], Vec<&str>)> = Vec::new();
    for variable in variables.iter().filter(|variable| !variable.codes().is_empty()) {
        let codes = variable.codes();
        let key: Vec<_> = codes.iter().map(|code| (code.number, &code.words.nl)).collect();
        let place = *places.entry(key).or_insert(groups.len());
        if place == groups.len() {
            groups.push((codes, vec![]));
        }
        groups[place].1.push(&variable.name);
    }
    groups
}

/// Names, a few a line: some programs read no more than 256 characters of one.
fn listed(names: &[&str]) -> String {
    let lines: Vec<_> = names.chunks(3).map(|some| some.join(" ")).collect();
    format!("\n  {}", lines.join("\n  "))
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
