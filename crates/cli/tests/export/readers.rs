//! PSPP, R, pandas, pyarrow and `DuckDB` read what was exported, and count what `open` counts.

use crate::{
    numbers::{assert_same, ours, read},
    program::{shell, succeed},
    study::study,
};
use std::{collections::BTreeSet, env, fmt::Write as _, fs};

const HERE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/export");

/// The Python that the set-up made; the environment can name another one.
pub const PYTHON: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../.tools/python/bin/python");

/// What count.py says of an export.
fn python(format: &str) -> String {
    let python = env::var("PYTHON").unwrap_or_else(|_| PYTHON.to_owned());
    succeed(study().folder(), &format!("'{python}' '{HERE}/count.py' {format}"))
}

#[test]
fn pandas_reads_the_csv() {
    let ours = ours(study());
    for format in ["csv", "excel"] {
        assert_same(&read(&python(format)), &ours);
    }
}

#[test]
fn pyarrow_and_duckdb_read_the_parquet() {
    let ours = ours(study());
    for format in ["pyarrow", "duckdb"] {
        assert_same(&read(&python(format)), &ours);
    }
}

#[test]
fn r_reads_its_script_in_any_locale() {
    let line = format!("Rscript --vanilla '{HERE}/count.R' r");
    for locale in ["C", "C.UTF-8"] {
        let lines = succeed(study().folder(), &format!("LC_ALL={locale} {line}"));
        let (label, lines) = lines.split_once('\n').unwrap();
        assert_eq!(label, "T1 inwoner: Draaglast: financi<c3><ab>n (inclusief schulden)");
        assert_same(&read(lines), &ours(study()));
    }
}

#[test]
fn pspp_reads_its_syntax_and_its_frequencies_are_ours() {
    let ours = ours(study());
    let names: BTreeSet<_> = ours.keys().map(|(_, variable, _)| variable.as_str()).collect();
    let names: Vec<_> = names.into_iter().collect();
    let syntax = format!(
        "SET TNUMBERS=VALUES TVARS=NAMES.\nINSERT FILE='wide.sps'.\nFREQUENCIES /VARIABLES={}\n  \
         /STATISTICS=NONE.\n",
        names.join("\n  ")
    );
    let printed = pspp("frequencies", &syntax);
    assert_same(&read(&lines_of(&printed)), &ours);
}

#[test]
fn pspp_knows_labels_and_missing_values_of_every_table() {
    for table in ["answers", "lists", "wide"] {
        let syntax = format!("INSERT FILE='{table}.sps'.\nDISPLAY DICTIONARY.\n");
        let printed = pspp(&format!("{table}-dictionary"), &syntax);
        let has = |line: &str| assert!(printed.contains(line), "{table}: {line}");
        match table {
            "wide" => {
                has(",T1 inwoner: Draaglast: financi\u{eb}n (inclusief schulden),Ordinal,");
                has(",7; 8; 9\n");
                has(",8[a],Weet ik niet\n");
            }
            "lists" => has(",99[a],Weggelaten: te weinig mensen\n"),
            // Reasons are all that this variable has: they are what is counted.
            _ => has(",8,Weet ik niet\n"),
        }
    }
}

/// Runs syntax in the folder of the export; PSPP must not complain. What it prints, as CSV.
fn pspp(name: &str, syntax: &str) -> String {
    let folder = study().path("spss");
    fs::write(folder.join(format!("{name}.sps")), syntax).unwrap();
    let line = format!("LC_ALL=C.UTF-8 pspp -o {name}.out -O format=csv {name}.sps");
    let done = shell(&folder, &line);
    let said = (done.code, done.stdout.as_str(), done.stderr.as_str());
    assert_eq!(said, (Some(0), "", ""), "{name}");
    fs::read_to_string(folder.join(format!("{name}.out"))).unwrap()
}

/// The frequencies that PSPP printed, as [`read`] reads them.
fn lines_of(printed: &str) -> String {
    let (mut lines, mut variable, mut kind) = (String::new(), "", "");
    for line in printed.lines() {
        if let Some(name) = line.strip_prefix("Table: ") {
            variable = name;
        }
        let fields: Vec<_> = line.split(',').collect();
        match fields[..] {
            ["Valid", ..] => kind = "valid",
            ["Missing", ..] => kind = "missing",
            ["", "", ..] | ["Total", ..] | [_] => continue,
            _ => {}
        }
        // A point alone is a list that is not there at all.
        if !fields[1].trim().starts_with('.') || fields[1].trim().len() > 1 {
            writeln!(lines, "{kind}\t{variable}\t{}\t{}", fields[1].trim(), fields[2]).unwrap();
        }
    }
    lines
}
