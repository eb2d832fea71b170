//! An organisation's own norm: what it says, and every way in which its file can be wrong.

use crate::fixtures::bytes;
use draagkracht_core::{norm::NormFile, person::Rater};
use serde_json::{Value, json};

fn file() -> Value {
    json!({
        "format": "draagkracht-norm",
        "version": 1,
        "name": "midpoint",
        "cut_offs": {
            "resident": {"competences": "3", "social_capital": "3.10"},
            "professional": {"competences": "3", "social_capital": "2.9999"},
        },
    })
}

fn error(json: &[u8]) -> String {
    NormFile::load(json).unwrap_err().to_string()
}

fn refused(edit: impl FnOnce(&mut Value), sentence: &str) {
    let mut file = file();
    edit(&mut file);
    assert_eq!(error(&bytes(&file)), sentence);
}

#[test]
fn each_rater_has_its_own_cut_offs() {
    let norm = NormFile::load(&bytes(&file())).unwrap();
    for (rater, social_capital) in [(Rater::Resident, "3.10"), (Rater::Professional, "2.9999")] {
        let norm = norm.for_rater(rater);
        assert_eq!(norm.name, "midpoint");
        assert_eq!(norm.cut_offs["competences"].to_string(), "3");
        assert_eq!(norm.cut_offs["social_capital"].to_string(), social_capital);
    }
}

#[test]
fn form() {
    assert_eq!(
        error(b"null"),
        "not a norm: invalid type: null, expected struct Header at line 1 column 4"
    );
    assert_eq!(error(b"{"), "not a norm: EOF while parsing an object at line 1 column 1");
    let mut file = file();
    file["cut_offs"]["resident"]["competences"] = json!(3.5);
    let sentence = error(&bytes(&file));
    assert!(
        sentence.starts_with("not a norm: invalid type: floating point `3.5`, expected a string"),
        "{sentence}"
    );
}

#[test]
fn version_and_format() {
    refused(
        |file| {
            file["version"] = 2.into();
            file["new"] = true.into();
        },
        "this is \"draagkracht-norm\" version 2; a norm is \"draagkracht-norm\" version 1",
    );
    refused(
        |file| file["format"] = "draagkracht-config".into(),
        "this is \"draagkracht-config\" version 1; a norm is \"draagkracht-norm\" version 1",
    );
}

#[test]
fn empty_name() {
    refused(|file| file["name"] = " ".into(), "the norm's name is empty");
}

#[test]
fn missing_cut_off() {
    for rater in ["resident", "professional"] {
        for component in ["competences", "social_capital"] {
            refused(
                |file| _ = file["cut_offs"][rater].as_object_mut().unwrap().remove(component),
                &format!("norm \"midpoint\" has no cut-off for {rater}, {component}"),
            );
        }
    }
    refused(
        |file| _ = file["cut_offs"].as_object_mut().unwrap().remove("professional"),
        "norm \"midpoint\" has no cut-off for professional, competences",
    );
}

#[test]
fn cut_off_that_no_mean_can_reach() {
    for cut_off in ["0.9999", "5.01"] {
        refused(
            |file| file["cut_offs"]["resident"]["social_capital"] = cut_off.into(),
            &format!(
                "norm \"midpoint\": the cut-off {cut_off} for resident, social_capital is not between 1 and 5"
            ),
        );
    }
    refused(
        |file| file["cut_offs"]["professional"]["zest"] = "9".into(),
        "norm \"midpoint\": the cut-off 9 for professional, zest is not between 1 and 5",
    );
}
