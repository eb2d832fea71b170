//! R: data as numbers, and a script that makes labelled factors of them.

use super::{csv, folder::Folder};
use crate::{
    dictionary::{Code, Dictionary, Kind, Variable},
    error::CliError,
    study::Study,
};
use std::{
    fmt::Write as _,
    io::{self, Write},
};

/// Writes every table, and one script.
pub fn write(
    folder: &mut Folder,
    dictionary: &Dictionary,
    study: &Study<'_>,
) -> Result<(), CliError> {
    for table in study.tables() {
        folder.write(&format!("{}.csv", table.name()), |out| {
            csv::table(out, &csv::CODED, dictionary, table, study)
        })?;
    }
    folder.write("draagkracht.R", |out| {
        out.write_all(HEAD.as_bytes())?;
        study.tables().try_for_each(|table| script(out, table.name(), &dictionary.variables(table)))
    })
}

/// In ASCII, as is all that follows: R reads a script in the encoding of the machine.
const HEAD: &str = "\
# Draagkracht. From any folder: source(\"draagkracht.R\", chdir = TRUE)
# For each table, such as lists: labelled factors, where what is missing is NA; and with _codes
# behind its name, such as lists_codes, the numbers, where it is a code such as 8.
draagkracht_read <- function(file, classes) {
  read.csv(file, colClasses = classes, na.strings = \"\", encoding = \"UTF-8\", check.names = FALSE)
}
draagkracht_factors <- function(codes, names, levels, labels, ordered) {
  lapply(codes[names], factor, levels = levels, labels = labels, ordered = ordered)
}
draagkracht_label <- function(table, labels) {
  for (name in names(labels)) attr(table[[name]], \"label\") <- labels[[name]]
  table
}
";

fn script(out: &mut impl Write, table: &str, variables: &[&Variable]) -> io::Result<()> {
    writeln!(out, "\n{table}_codes <- draagkracht_read(\"{table}.csv\", c(")?;
    let classes = variables.iter().map(|variable| (variable, class(&variable.kind)));
    let classes: Vec<_> = classes.map(|(v, class)| format!("  {} = \"{class}\"", v.name)).collect();
    writeln!(out, "{}\n))\n{table} <- {table}_codes", classes.join(",\n"))?;
    for variable in variables {
        let (codes, ordered) = match &variable.kind {
            Kind::Scale(codes) => (codes, "TRUE"),
            Kind::Category(codes) => (codes, "FALSE"),
            _ => continue,
        };
        let name = &variable.name;
        let (levels, labels) = levels(codes);
        writeln!(
            out,
            "{table}[\"{name}\"] <- draagkracht_factors({table}_codes, \"{name}\", c({levels}), c({labels}), {ordered})"
        )?;
    }
    writeln!(out, "{table} <- draagkracht_label({table}, c(")?;
    let labels = variables.iter().map(|variable| (&variable.name, quoted(&variable.words.nl)));
    let labels: Vec<_> = labels.map(|(name, label)| format!("  {name} = {label}")).collect();
    writeln!(out, "{}\n))", labels.join(",\n"))
}

fn class(kind: &Kind) -> &'static str {
    match kind {
        Kind::Text => "character",
        Kind::Mean => "numeric",
        Kind::Whole | Kind::Scale(_) | Kind::Category(_) => "integer",
    }
}

/// The numbers and words of the codes; of those for missing only where there are no others.
fn levels(codes: &[Code]) -> (String, String) {
    let only_missing = codes.iter().all(|code| code.missing);
    let used: Vec<_> = codes.iter().filter(|code| only_missing || !code.missing).collect();
    let numbers: Vec<_> = used.iter().map(|code| code.number.to_string()).collect();
    let words: Vec<_> = used.iter().map(|code| quoted(&code.words.nl)).collect();
    (numbers.join(", "), words.join(", "))
}

fn quoted(text: &str) -> String {
    let mut quoted = "\"".to_owned();
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            ' '..='~' => quoted.push(character),
            // Writing to a string cannot fail.
            _ => drop(write!(quoted, "\\U{{{:x}}}", u32::from(character))),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_ascii() {
        assert_eq!(quoted("financi\u{eb}n \"a\" \\"), r#""financi\U{eb}n \"a\" \\""#);
    }
}
