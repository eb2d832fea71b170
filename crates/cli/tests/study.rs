//! A made-up study, from its sealed bundles to its scores.
#![allow(clippy::unwrap_used, clippy::panic, reason = "how a test says no")]

mod program;

use program::{draagkracht, names_in, succeed};
use serde_json::Value;
use std::{collections::BTreeMap, fmt::Write as _, fs, path::Path};
use tempfile::tempdir;

fn simulate(folder: &Path, out: &str, seed: &str) {
    let args = ["simulate", "--cases", "12", "--seed", seed, "--out", out];
    let made = draagkracht(folder, &args);
    assert_eq!(made.code, Some(0), "{}", made.stderr);
    assert!(made.stdout.starts_with("Made 12 cases in "));
}

/// What `open` prints of a study.
fn records(folder: &Path, study: &str, key: &str) -> String {
    let program = env!("CARGO_BIN_EXE_draagkracht");
    succeed(folder, &format!("'{program}' open --identity {study}/keys/{key} {study}/inbox/*.age"))
}

#[test]
fn the_same_seed_gives_the_same_answers_and_other_keys() {
    let folder = tempdir().unwrap();
    for (out, seed) in [("one", "1"), ("again", "1"), ("other", "2")] {
        simulate(folder.path(), out, seed);
    }
    let [one, again, other] =
        ["one", "again", "other"].map(|study| records(folder.path(), study, "organisation.key"));
    assert_eq!(one, again);
    assert_ne!(one, other);
    assert_eq!(records(folder.path(), "one", "escrow.key"), one);
    let inbox = |study: &str| names_in(&folder.path().join(study).join("inbox"));
    assert_eq!(inbox("one"), inbox("again"));
    let [key, other_key] = ["one", "again"]
        .map(|study| fs::read(folder.path().join(study).join("keys/organisation.key")).unwrap());
    assert_ne!(key, other_key);
}

#[test]
fn each_bundle_verifies_and_age_and_tar_open_it() {
    let folder = tempdir().unwrap();
    simulate(folder.path(), "study", "1");
    let study = folder.path().join("study");
    let program = env!("CARGO_BIN_EXE_draagkracht");
    let verify = format!("'{program}' verify --identity keys/organisation.key inbox/*.age");
    let bundles = names_in(&study.join("inbox"));
    let verified = succeed(&study, &verify);
    assert_eq!(verified.lines().filter(|line| line.starts_with("ok ")).count(), bundles.len());
    for bundle in bundles {
        let open =
            format!("age -d -i keys/organisation.key inbox/{bundle} | tar xzO manifest.json");
        let manifest: Value = serde_json::from_str(&succeed(&study, &open)).unwrap();
        assert_eq!(format!("{}.age", manifest["bundle_id"].as_str().unwrap()), bundle);
    }
}

/// The answers as raw CSV give the scores that `open` made.
#[test]
fn score_agrees_with_open() {
    let folder = tempdir().unwrap();
    simulate(folder.path(), "study", "5");
    let mut csv = "case,person,rater,moment,instrument,item,value\n".to_owned();
    let mut opened = BTreeMap::new();
    for line in records(folder.path(), "study", "organisation.key").lines() {
        let record: Value = serde_json::from_str(line).unwrap();
        let text = |name: &str| record[name].as_str().unwrap_or_default().to_owned();
        let key = format!(
            "{},{},{},{}",
            text("case_code"),
            text("person"),
            text("rater"),
            text("moment")
        );
        match record["kind"].as_str().unwrap() {
            "response" => {
                let instrument = record["instrument"]["id"].as_str().unwrap();
                for (item, value) in record["answers"].as_object().unwrap() {
                    let value = value.to_string().replace('"', "");
                    writeln!(csv, "{key},{instrument},{item},{value}").unwrap();
                }
            }
            "score" => drop(opened.insert(key, record)),
            _ => {}
        }
    }
    fs::write(folder.path().join("answers.csv"), csv).unwrap();
    let scored = draagkracht(folder.path(), &["score", "answers.csv"]);
    let mut lines = scored.stdout.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let header = lines.next().unwrap();
    let mut rows = 0;
    for row in lines {
        let record = &opened[&row[..4].join(",")];
        for (name, value) in header[4..].iter().zip(&row[4..]) {
            let expected = record[*name].to_string().replace('"', "").replace("null", "");
            assert_eq!(*value, expected, "{row:?} {name}");
        }
        rows += 1;
    }
    assert_eq!(rows, opened.len());
    assert!(rows > 24);
}

#[test]
fn a_folder_with_something_in_it_is_left_alone() {
    let folder = tempdir().unwrap();
    fs::write(folder.path().join("mine"), "mine").unwrap();
    let made =
        draagkracht(folder.path(), &["simulate", "--cases", "1", "--seed", "1", "--out", "."]);
    assert_eq!(made.code, Some(2));
    assert!(made.stderr.starts_with("error: .: is not empty"));
    assert_eq!(names_in(folder.path()), ["mine"]);
}

/// A full disk, by the limit on the size of files.
#[test]
fn half_a_study_does_not_stay() {
    let folder = tempdir().unwrap();
    let program = env!("CARGO_BIN_EXE_draagkracht");
    let line = format!(
        "trap '' XFSZ; ulimit -f 1; exec '{program}' simulate --cases 5 --seed 1 --out study"
    );
    let made = program::shell(folder.path(), &line);
    assert_eq!(made.code, Some(2), "{}", made.stderr);
    assert_eq!(names_in(folder.path()), Vec::<String>::new());
}
