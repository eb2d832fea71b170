//! What an organisation publishes: every way in which `config.json` can be wrong.

use crate::fixtures::bytes;
use draagkracht_core::config::{Config, Organisation};
use serde_json::{Value, json};

/// The look of an age public key; no private key belongs to it.
fn key(letter: &str) -> String {
    format!("age1{}", letter.repeat(58))
}

fn file() -> Value {
    json!({
        "format": "draagkracht-config",
        "version": 1,
        "organisation": {"name": "Gemeente Voorbeeld", "help": "Bel ons gerust.", "phone": "14 000"},
        "recipients": [key("q"), key("z")],
        "receipt_key": "RWQ",
        "conditions_recipient": key("y"),
        "upload": {"url": "inbox/"},
        "lock": {"idle_seconds": 120, "hidden_seconds": 30},
        "schedule": {"t2_days": 180, "t3_days": 400, "window_days": 14},
        "norm": {
            "format": "draagkracht-norm",
            "version": 1,
            "name": "Gemeente Voorbeeld",
            "cut_offs": {
                "resident": {"competences": "3.5", "social_capital": "3"},
                "professional": {"competences": "3.2", "social_capital": "3"},
            },
        },
        "published": "2026-11-21T12:30:00Z",
    })
}

fn error(json: &[u8]) -> String {
    Config::load(json).unwrap_err().to_string()
}

fn refused(edit: impl FnOnce(&mut Value), sentence: &str) {
    let mut file = file();
    edit(&mut file);
    assert_eq!(error(&bytes(&file)), sentence);
}

#[test]
fn everything_in_it_is_read_and_written_again() {
    let config = Config::load(&bytes(&file())).unwrap();
    assert_eq!(serde_json::to_value(&config).unwrap(), file());
}

#[test]
fn what_is_optional_may_be_absent() {
    let organisation =
        Organisation { name: "Gemeente Voorbeeld".to_owned(), help: String::new(), phone: None };
    let least = json!({
        "format": "draagkracht-config",
        "version": 1,
        "organisation": {"name": "Gemeente Voorbeeld", "help": ""},
        "recipients": [],
    });
    assert_eq!(Config::load(&bytes(&least)).unwrap(), Config::new(organisation, vec![], None));
}

#[test]
fn form() {
    for (json, sentence) in [
        ("", "config.json cannot be read: EOF while parsing a value at line 1 column 0"),
        ("<!doctype html>", "config.json cannot be read: expected value at line 1 column 1"),
        (
            r#"{"format":"draagkracht-config","version":1,"organisation":{"name":"A","help":""}}"#,
            "config.json cannot be read: missing field `recipients` at line 1 column 81",
        ),
    ] {
        assert_eq!(error(json.as_bytes()), sentence);
    }
}

#[test]
fn unknown_field() {
    let json = r#"{"format":"draagkracht-config","version":1,"recipient":[]}"#;
    assert_eq!(
        error(json.as_bytes()),
        "config.json cannot be read: unknown field `recipient`, expected one of `format`, `version`, \
         `organisation`, `recipients`, `receipt_key`, `conditions_recipient`, `upload`, \
         `lock`, `schedule`, `norm`, `published` \
         at line 1 column 54"
    );
}

#[test]
fn format_of_another_kind() {
    refused(
        |file| file["format"] = "draagkracht-norm".into(),
        "config.json has format \"draagkracht-norm\", not \"draagkracht-config\"",
    );
    assert_eq!(error(b"{}"), "config.json has format \"\", not \"draagkracht-config\"");
}

#[test]
fn newer_version_even_with_fields_that_are_unknown_here() {
    refused(
        |file| {
            file["version"] = 2.into();
            file["new"] = true.into();
        },
        "config.json is version 2; this app knows version 1: update the app",
    );
}

#[test]
fn no_version() {
    let sentence = "config.json does not say which version it is, as in \"version\": 1";
    refused(|file| file["version"] = 0.into(), sentence);
    refused(|file| _ = file.as_object_mut().unwrap().remove("version"), sentence);
}

#[test]
fn recipient_that_is_no_age_public_key() {
    let secret = format!("AGE-SECRET-KEY-1{}", "Q".repeat(58));
    for wrong in ["", "age1", "RWQ", &secret, &key("Q"), &key("q")[..61], &format!("{}q", key("q"))]
    {
        let sentence =
            format!("config.json: \"{wrong}\" in recipients is not an age public key (age1…)");
        refused(|file| file["recipients"][1] = wrong.into(), &sentence);
        refused(|file| file["conditions_recipient"] = wrong.into(), &sentence);
    }
}

#[test]
fn empty_name() {
    refused(
        |file| file["organisation"]["name"] = " ".into(),
        "config.json: the organisation's name is empty",
    );
}

#[test]
fn upload_to_another_origin() {
    for url in ["https://inbox.example/", "//inbox.example/", ""] {
        refused(
            |file| file["upload"]["url"] = url.into(),
            &format!(
                "config.json: upload.url \"{url}\" is not a folder on the app's own origin, such as inbox/"
            ),
        );
    }
}

#[test]
fn lock_times_and_moments_that_make_no_sense() {
    for (field, name, value, sentence) in [
        ("lock", "idle_seconds", 29, "lock.idle_seconds is 29 seconds; it must be 30 to 3600"),
        ("lock", "idle_seconds", 3601, "lock.idle_seconds is 3601 seconds; it must be 30 to 3600"),
        ("lock", "hidden_seconds", 9, "lock.hidden_seconds is 9 seconds; it must be 10 to 3600"),
        (
            "schedule",
            "t3_days",
            180,
            "schedule.t2_days is 180 and t3_days 180; T2 comes after T1, T3 after T2",
        ),
        (
            "schedule",
            "t2_days",
            0,
            "schedule.t2_days is 0 and t3_days 400; T2 comes after T1, T3 after T2",
        ),
    ] {
        refused(|file| file[field][name] = json!(value), &format!("config.json: {sentence}"));
    }
}

#[test]
fn a_norm_of_its_own_that_is_none() {
    for (at, value, sentence) in [
        ("/norm/name", json!(" "), "config.json: norm: the norm's name is empty"),
        (
            "/norm/version",
            json!(2),
            "config.json: norm: this is \"draagkracht-norm\" version 2; a norm is \"draagkracht-norm\" version 1",
        ),
        (
            "/norm/cut_offs/resident/competences",
            json!("5.5"),
            "config.json: norm: norm \"Gemeente Voorbeeld\": the cut-off 5.5 for resident, competences is not between 1 and 5",
        ),
        (
            "/norm/cut_offs/professional",
            json!({"competences": "3"}),
            "config.json: norm: norm \"Gemeente Voorbeeld\" has no cut-off for professional, social_capital",
        ),
    ] {
        refused(|file| *file.pointer_mut(at).unwrap() = value.clone(), sentence);
    }
}
