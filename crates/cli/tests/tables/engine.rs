//! Every statistic agrees with other people's programs (`engine.py`) to six digits.

use crate::{
    cells::lines,
    program::{Done, shell},
    study::{csv, opened, received},
};
use serde_json::Value;
use std::{env, fs, path::Path};

const ENGINE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tables/engine.py");
const PUBLISHED: &str = include_str!("../../published/report.v1.json");

/// What the engine finds of a CSV.
fn compared(folder: &Path, csv: &str) -> Value {
    let Ok(python) = env::var("PYTHON") else {
        panic!("PYTHON is not set: run scripts/setup.sh test, and then . .tools/env")
    };
    fs::write(folder.join("tables.csv"), csv).unwrap();
    let line = format!("'{python}' -W ignore '{ENGINE}' records.ndjson tables.csv");
    let Done { code, stdout, stderr } = shell(folder, &line);
    assert_eq!(code, Some(0), "{stderr}");
    serde_json::from_str(&stdout).unwrap()
}

#[test]
fn every_statistic_agrees_with_other_programs() {
    let folder = received();
    fs::write(folder.path().join("records.ndjson"), opened(folder.path())).unwrap();
    let csv = csv(true);
    let found = compared(folder.path(), csv);
    let none: [&str; 0] = [];
    assert_eq!(found["wrong"], serde_json::json!(none));
    assert_eq!(found["not_compared"], serde_json::json!(none));
    assert_eq!(found["compared"], 925);

    // A digit that is changed is seen, so the comparison compares.
    let alpha = lines(csv).into_iter().find(|line| line[3] == "alpha.T1").unwrap()[4].clone();
    let other = format!("{:.7}", alpha.parse::<f64>().unwrap() + 0.000_002);
    let found = compared(folder.path(), &csv.replacen(&alpha, &other, 1));
    assert_eq!(found["wrong"].as_array().unwrap().len(), 1);
}

#[test]
fn the_reports_figures_stand_beside_ours() {
    let beside: Vec<_> = lines(csv(true)).into_iter().filter(|line| !line[7].is_empty()).collect();
    let published: Value = serde_json::from_str(PUBLISHED).unwrap();
    assert_eq!(beside.len(), published.as_object().unwrap().len());
    for line in &beside {
        assert_eq!(line[7], published[format!("{}/{}/{}", line[0], line[2], line[3])]);
    }
}
