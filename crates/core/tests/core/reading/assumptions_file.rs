//! The file of assumptions: what it says, and every way in which it can be wrong.

use super::ASSUMED;
use crate::fixtures::{bytes, resident};
use draagkracht_core::{
    answer::Answer, instrument::Rule, reading::Assumptions, report::STRENGTH_FROM,
    typology::CLOSE_STEPS,
};
use serde_json::{Value, json};

fn file() -> Value {
    serde_json::from_str(include_str!("../../../assumptions/reading.v1.json")).unwrap()
}

fn refused(edit: impl FnOnce(&mut Value), sentence: &str) {
    let mut file = file();
    edit(&mut file);
    assert_eq!(Assumptions::load(&bytes(&file)).unwrap_err().to_string(), sentence);
}

#[test]
fn what_the_first_load_carries_as_a_number_is_what_the_file_says() {
    assert_eq!(ASSUMED.strength_from.value, STRENGTH_FROM);
    assert_eq!(ASSUMED.close_steps.value, CLOSE_STEPS);
    assert_eq!(Answer::Value(STRENGTH_FROM), crate::fixtures::value(4));
}

/// What the texts of the file say of other data holds.
#[test]
fn the_others_are_where_the_file_says() {
    assert_eq!(ASSUMED.id, "reading.v1");
    let clear: Vec<_> = resident()
        .components()
        .iter()
        .filter_map(|component| match &component.rule {
            Rule::Mean { clear_change, .. } => Some(clear_change.to_string()),
            Rule::Count { .. } => None,
        })
        .collect();
    assert_eq!(clear, ["0.8", "0.8"]);
}

#[test]
fn form() {
    assert_eq!(
        Assumptions::load(b"[").unwrap_err().to_string(),
        "the assumptions cannot be read: EOF while parsing a list at line 1 column 1"
    );
    let mut other = file();
    other["new"] = 1.into();
    let sentence = Assumptions::load(&bytes(&other)).unwrap_err().to_string();
    assert!(sentence.contains("unknown field `new`"), "{sentence}");
}

#[test]
fn version_and_format() {
    refused(
        |file| {
            file["version"] = 2.into();
            file["new"] = true.into();
        },
        "this is \"draagkracht-assumptions\" version 2; assumptions are \"draagkracht-assumptions\" version 1",
    );
    refused(
        |file| file["format"] = "draagkracht-norm".into(),
        "this is \"draagkracht-norm\" version 1; assumptions are \"draagkracht-assumptions\" version 1",
    );
}

#[test]
fn numbers_that_make_no_sense() {
    for (name, value, shown, range) in [
        ("topic_share", json!("0"), "0", "more than 0 and at most 1"),
        ("topic_share", json!("1.01"), "1.01", "more than 0 and at most 1"),
        ("close_steps", json!(0), "0", "1 or more"),
        ("domain_difference", json!(0), "0", "1 to 4"),
        ("domain_difference", json!(5), "5", "1 to 4"),
    ] {
        refused(
            |file| file[name]["value"] = value,
            &format!("assumption \"{name}\" is {shown}, and must be {range}"),
        );
    }
    let mut outside = file();
    outside["strength_from"]["value"] = 6.into();
    let sentence = Assumptions::load(&bytes(&outside)).unwrap_err().to_string();
    assert!(sentence.contains("a point on a scale is 1 to 5"), "{sentence}");
}

#[test]
fn an_assumption_says_what_and_why() {
    for name in ["strength_from", "close_steps", "topic_share", "domain_difference"] {
        for field in ["text", "reason"] {
            refused(
                |file| file[name][field] = " ".into(),
                &format!("assumption \"{name}\" has no text or no reason"),
            );
        }
    }
    refused(
        |file| file["others"][0]["reason"] = "".into(),
        "assumption \"topics\" has no text or no reason",
    );
}
