//! Every way in which an instrument's file can be wrong, with its sentence: the residents' list with
//! one thing changed.

use crate::fixtures::{bytes, resident_file};
use draagkracht_core::instrument::{BUILT_IN, Instrument, InstrumentError};
use serde_json::{Value, json};

/// Loads the residents' list after `edit`, which must be refused with `sentence`.
fn refused(edit: impl FnOnce(&mut Value), sentence: &str) {
    let mut file = resident_file();
    edit(&mut file);
    assert_eq!(error(&bytes(&file)), sentence);
}

/// The same for one value in the file.
fn refused_at(pointer: &str, value: impl Into<Value>, sentence: &str) {
    refused(|file| *file.pointer_mut(pointer).unwrap() = value.into(), sentence);
}

fn error(json: &[u8]) -> String {
    Instrument::load(json).unwrap_err().to_string()
}

/// The published bytes with one text replaced, so that the line in the sentence is a real one.
fn refused_text(from: &str, to: &str, sentence: &str) {
    let json = BUILT_IN[0].json;
    assert!(json.contains(from));
    assert_eq!(error(json.replacen(from, to, 1).as_bytes()), sentence);
}

#[test]
fn form_not_json() {
    for (text, sentence) in [
        ("", "the file cannot be read: EOF while parsing a value at line 1 column 0"),
        ("{", "the file cannot be read: EOF while parsing an object at line 1 column 1"),
        ("<!doctype html>", "the file cannot be read: expected value at line 1 column 1"),
    ] {
        assert_eq!(error(text.as_bytes()), sentence);
    }
    assert!(matches!(Instrument::load(&[0xff]).unwrap_err(), InstrumentError::Form(_)));
}

#[test]
fn form_unknown_field() {
    refused_text(
        "\"rater\": \"resident\",",
        "\"rater\": \"resident\", \"author\": \"\",",
        "the file cannot be read: unknown field `author`, expected one of `format`, `version`, `id`, \
         `rater`, `language`, `title`, `source`, `scales`, `missing`, `components`, `norm`, \
         `assumptions` at line 5 column 30",
    );
}

#[test]
fn form_missing_field() {
    refused_text(
        " \"source\": \"De kracht van draagkracht, eindrapport (BMC en Universiteit Twente, 2019), tabel 2.1\",\n",
        "",
        "the file cannot be read: missing field `source` at line 260 column 1",
    );
}

#[test]
fn form_field_twice() {
    refused_text(
        "\"rater\": \"resident\",",
        "\"rater\": \"resident\", \"rater\": \"resident\",",
        "the file cannot be read: duplicate field `rater` at line 5 column 29",
    );
}

#[test]
fn form_unknown_rater() {
    refused_text(
        "\"rater\": \"resident\",",
        "\"rater\": \"neighbour\",",
        "the file cannot be read: unknown variant `neighbour`, expected `resident` or `professional` \
         at line 5 column 21",
    );
}

#[test]
fn form_unknown_score() {
    refused_text(
        "\"count\": {\n     \"from\"",
        "\"median\": {\n     \"from\"",
        "the file cannot be read: unknown variant `median`, expected `mean` or `count` at line 156 column 12",
    );
}

#[test]
fn form_cut_off_that_is_no_decimal() {
    refused_text(
        "\"competences\": \"3.78\"",
        "\"competences\": \"3,78\"",
        "the file cannot be read: \"3,78\" is not a number with a point and at most four decimals, \
         such as \"3.78\" at line 210 column 24",
    );
}

#[test]
fn format_of_another_kind() {
    refused_at(
        "/format",
        "draagkracht-norm",
        "the file's format is \"draagkracht-norm\", not \"draagkracht-instrument\"",
    );
    assert_eq!(error(b"{}"), "the file's format is \"\", not \"draagkracht-instrument\"");
}

#[test]
fn newer_version_even_with_fields_that_are_unknown_here() {
    refused(
        |file| {
            file["version"] = 2.into();
            file["new"] = true.into();
        },
        "the file is version 2 of its format; this program knows up to 1: update it",
    );
}

#[test]
fn no_version() {
    let sentence = "the file does not say which version of its format it is, as in \"version\": 1";
    refused_at("/version", 0, sentence);
    refused(|file| _ = file.as_object_mut().unwrap().remove("version"), sentence);
}

#[test]
fn id_that_is_no_name_and_version() {
    for id in [
        "resident",
        "resident.v",
        "resident.v0",
        "resident.v01",
        "resident.v+1",
        "resident.v1.2",
        "resident.v99999999999",
        ".v1",
        "Resident.v1",
        "../resident.v1",
    ] {
        refused_at(
            "/id",
            id,
            &format!(
                "the id \"{id}\" is not a name in a-z, 0-9 and _, then .v and a number, as in \"resident.v1\""
            ),
        );
    }
}

#[test]
fn empty_text() {
    for (pointer, what) in [
        ("/language", "language"),
        ("/title", "title"),
        ("/source", "source"),
        ("/missing/dont_know", "missing: dont_know"),
        ("/missing/wont_say", "missing: wont_say"),
        ("/scales/1/options/4", "scale \"burden\": an option"),
        ("/components/0/title", "component \"competences\": title"),
        ("/components/1/stem", "component \"social_capital\": stem"),
        ("/components/2/source", "component \"burden\": source"),
        ("/components/0/items/7/text", "item \"competences.8\": text"),
        ("/components/2/items/3/plain", "item \"burden.safety\": plain"),
        ("/norm/name", "norm: name"),
        ("/assumptions/0/about", "assumption: about"),
        ("/assumptions/1/text", "assumption: text"),
        ("/assumptions/8/reason", "assumption: reason"),
    ] {
        for empty in ["", " \n\t"] {
            refused_at(pointer, empty, &format!("{what} is empty"));
        }
    }
}

#[test]
fn one_id_twice() {
    refused_at("/scales/1/id", "agreement", "scale \"agreement\" is there twice");
    refused_at("/components/1/id", "competences", "component \"competences\" is there twice");
    refused_at(
        "/components/1/items/6/id",
        "1",
        "component \"social_capital\": item \"1\" is there twice",
    );
}

#[test]
fn id_with_other_characters() {
    for id in ["", "Finances", "money.debts", "geld en schuld", "financiën"] {
        let sentence = format!("the id \"{id}\" has other characters than a-z, 0-9 and _");
        for pointer in ["/scales/0/id", "/components/0/id", "/components/2/items/0/id"] {
            refused_at(pointer, id, &sentence);
        }
    }
}

#[test]
fn scale_with_other_than_five_options() {
    refused(
        |file| _ = file["scales"][1]["options"].as_array_mut().unwrap().pop(),
        "scale \"burden\" has 4 options, not 5",
    );
    refused(
        |file| file["scales"][0]["options"].as_array_mut().unwrap().push("Anders".into()),
        "scale \"agreement\" has 6 options, not 5",
    );
}

#[test]
fn scale_that_no_component_uses_is_checked_too() {
    refused(
        |file| file["scales"].as_array_mut().unwrap().push(json!({"id": "x", "options": []})),
        "scale \"x\" has 0 options, not 5",
    );
}

#[test]
fn scale_that_is_not_there() {
    refused_at(
        "/components/2/scale",
        "weight",
        "component \"burden\" uses scale \"weight\", which is not in the file",
    );
}

#[test]
fn no_items() {
    refused_at("/components", json!([]), "the instrument has no items");
    refused_at("/components/1/items", json!([]), "component \"social_capital\" has no items");
}

#[test]
fn more_items_than_a_score_can_count() {
    let items = |count: u32| -> Vec<Value> {
        (0..count).map(|n| json!({"id": n.to_string(), "text": "x"})).collect()
    };
    refused_at(
        "/components/0/items",
        items(256),
        "component \"competences\" has 256 items, and can have 255 at most",
    );
    let mut file = resident_file();
    file["components"][0]["items"] = items(255).into();
    assert_eq!(Instrument::load(&bytes(&file)).unwrap().items().len(), 255 + 7 + 8);
}

#[test]
fn count_from_outside_the_scale() {
    for from in [0, 6] {
        refused_at(
            "/components/2/score/count/from",
            from,
            &format!("component \"burden\" counts from {from}, which is not a point from 1 to 5"),
        );
    }
}

#[test]
fn more_or_fewer_answers_needed_than_can_be_given() {
    for needed in [0, 9, 255] {
        refused_at(
            "/components/0/score/mean/needed",
            needed,
            &format!("component \"competences\" needs {needed} answers, and has 8 items"),
        );
        refused_at(
            "/components/2/score/count/needed",
            needed,
            &format!("component \"burden\" needs {needed} answers, and has 8 items"),
        );
    }
}

#[test]
fn clear_change_that_says_nothing() {
    for change in ["0", "0.00", "4.0001"] {
        refused_at(
            "/components/0/score/mean/clear_change",
            change,
            &format!(
                "component \"competences\" calls a change of {change} clear, which is not more than 0 and at most 4"
            ),
        );
    }
}

#[test]
fn mean_without_a_cut_off() {
    refused(
        |file| _ = file["norm"]["cut_offs"].as_object_mut().unwrap().remove("social_capital"),
        "norm \"study-t1\" has no cut-off for component \"social_capital\"",
    );
}

#[test]
fn cut_off_for_what_has_no_mean() {
    for component in ["burden", "zest"] {
        refused(
            |file| file["norm"]["cut_offs"][component] = "3".into(),
            &format!(
                "norm \"study-t1\" has a cut-off for \"{component}\", which is no component with a mean"
            ),
        );
    }
}

#[test]
fn cut_off_that_no_mean_can_reach() {
    for cut_off in ["0.9999", "5.0001", "0"] {
        refused_at(
            "/norm/cut_offs/competences",
            cut_off,
            "norm \"study-t1\": the cut-off for \"competences\" is not between 1 and 5",
        );
    }
    for cut_off in ["1", "5.0"] {
        let mut file = resident_file();
        file["norm"]["cut_offs"]["competences"] = cut_off.into();
        assert!(Instrument::load(&bytes(&file)).is_ok(), "{cut_off}");
    }
}
