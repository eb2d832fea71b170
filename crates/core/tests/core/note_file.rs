//! A note that is kept and perhaps handed in.

use crate::{
    fixtures::{COMPLETED, STARTED, time},
    plans::words,
};
use draagkracht_core::{
    binary,
    note::{FORMAT, Note, VERSION},
    person::{Moment, Person},
};
use std::num::NonZeroU32;
use uuid::Uuid;

fn note() -> Note {
    Note {
        format: FORMAT.to_owned(),
        version: VERSION,
        note_id: Uuid::from_u128(0x0193_4f1c_8a40_7000_8000_0000_0000_0004),
        case_id: Uuid::from_u128(0x0193_4f1c_8a40_7000_8000_0000_0000_0002),
        case_code: "73D0-9NZF".parse().unwrap(),
        person: Person::first(),
        pseudonym: None,
        moment: Some(Moment::T2),
        revision: NonZeroU32::MIN,
        written: time(STARTED),
        changed: time(COMPLETED),
        words: words("Zij vertelde over\nhaar tuin."),
        hand_in: false,
    }
}

#[test]
fn what_is_written_reads_back_in_json_and_in_bytes() {
    let note = note();
    assert_eq!(note.check(), Ok(()));
    let json = serde_json::to_string(&note).unwrap();
    assert_eq!(serde_json::from_str::<Note>(&json).unwrap(), note);
    assert_eq!(binary::from_bytes(&binary::to_bytes(&note).unwrap()), Ok(note.clone()));
    insta::assert_json_snapshot!(note);
}

#[test]
fn what_makes_no_sense() {
    let error = |edit: fn(&mut Note)| {
        let mut note = note();
        edit(&mut note);
        let error = note.check().unwrap_err().to_string();
        error.replace(&format!("note {}: ", note.note_id), "")
    };
    assert_eq!(
        error(|note| note.format = "draagkracht-plan".to_owned()),
        "the record is \"draagkracht-plan\" version 1, not \"draagkracht-note\" version 1"
    );
    assert_eq!(error(|note| note.words = words(" \n")), "it is empty");
    assert_eq!(
        error(|note| note.changed = time("2026-11-21T12:29:59Z")),
        "it was changed before it was written"
    );
    let unknown = r#"{"format":"draagkracht-note","title":"x"}"#;
    let refused = serde_json::from_str::<Note>(unknown).unwrap_err().to_string();
    assert!(refused.starts_with("unknown field `title`, expected one of `format`,"), "{refused}");
}
