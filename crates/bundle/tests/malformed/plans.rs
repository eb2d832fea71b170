//! The records that a professional writes.

use crate::{
    common::{contents_with_plan, device, identity},
    forge::Forge,
    refusal,
};
use draagkracht_bundle::{Draft, seal};

/// A bundle whose plan or note was changed before it was signed.
fn with_records(file: &str, from: &str, to: &str) -> String {
    let forged = Forge::of(&contents_with_plan()).replace(file, from, to);
    refusal(&forged.hashed().signed().seal())
}

/// With a record of a file written twice, and the manifest's number with it.
fn twice(file: &str, record: &serde_json::Value) -> String {
    let kind = file.trim_end_matches(".ndjson");
    let lines = format!("{record}\n{record}\n");
    let forged = Forge::of(&contents_with_plan()).write(file, lines.as_bytes()).hashed();
    let counted =
        forged.replace("manifest.json", &format!("\"{kind}\":1"), &format!("\"{kind}\":2"));
    refusal(&counted.signed().seal())
}

#[test]
fn an_unknown_field() {
    for file in ["plans.ndjson", "notes.ndjson"] {
        let error = with_records(file, "\"person\":", "\"name\":\"x\",\"person\":");
        assert!(error.starts_with(&format!("{file}, line 1: column ")), "{error}");
        assert!(error.contains("unknown field `name`"), "{error}");
    }
}

#[test]
fn a_newer_or_another_record() {
    for (file, name) in [("plans.ndjson", "draagkracht-plan"), ("notes.ndjson", "draagkracht-note")]
    {
        assert_eq!(
            with_records(file, "\"version\":1", "\"version\":2"),
            format!("{file}, line 1: \"{name}\" is version 2; this program knows version 1")
        );
        assert_eq!(
            with_records(file, name, "draagkracht-case"),
            format!("{file}, line 1: the record is \"draagkracht-case\", not \"{name}\"")
        );
    }
}

#[test]
fn one_of_a_case_that_is_not_there_or_with_another_code() {
    let case = contents_with_plan().cases[0].case_id.to_string();
    let other = case.replace("c1", "c2");
    for file in ["plans.ndjson", "notes.ndjson"] {
        assert_eq!(
            with_records(file, &case, &other),
            format!("{file}, line 1: its case {other} is not in cases.ndjson")
        );
        assert_eq!(
            with_records(file, "73D0-9NZF", "0000-0000"),
            format!("{file}, line 1: its case code is 0000-0000; that of its case is 73D0-9NZF")
        );
    }
}

#[test]
fn one_that_is_there_twice() {
    let contents = contents_with_plan();
    let plan = serde_json::to_value(&contents.plans[0]).unwrap();
    let id = contents.plans[0].plan_id;
    assert_eq!(twice("plans.ndjson", &plan), format!("plans.ndjson, line 2: {id} is there twice"));
    let note = serde_json::to_value(&contents.notes[0]).unwrap();
    let id = contents.notes[0].note_id;
    assert_eq!(twice("notes.ndjson", &note), format!("notes.ndjson, line 2: {id} is there twice"));
}

#[test]
fn a_number_that_the_manifest_does_not_have() {
    for file in ["plans.ndjson", "notes.ndjson"] {
        let forged = Forge::of(&contents_with_plan()).write(file, b"").hashed().signed();
        assert_eq!(refusal(&forged.seal()), format!("{file} has 0 lines; manifest.json says 1"));
    }
}

#[test]
fn a_plan_whose_parts_do_not_fit() {
    let plan = contents_with_plan().plans[0].plan_id;
    assert_eq!(
        with_records("plans.ndjson", "\"goals\":[1]", "\"goals\":[2]"),
        format!(
            "plans.ndjson, line 1: plan {plan}: intervention 1 is for goal 2, which is not there"
        )
    );
}

#[test]
fn a_note_that_makes_no_sense_or_was_not_to_be_handed_in() {
    let note = contents_with_plan().notes[0].clone();
    assert_eq!(
        with_records("notes.ndjson", &note.words, " "),
        format!("notes.ndjson, line 1: note {}: it is empty", note.note_id)
    );
    assert_eq!(
        with_records("notes.ndjson", "\"hand_in\":true", "\"hand_in\":false"),
        format!("notes.ndjson, line 1: note {} was not to be handed in", note.note_id)
    );
}

#[test]
fn a_note_that_stays_is_not_sealed_either() {
    let mut contents = contents_with_plan();
    contents.notes[0].hand_in = false;
    let draft = Draft {
        bundle_id: contents.cases[0].case_id,
        created: contents.cases[0].created.clone(),
        app_version: "0.1.0",
        contents: &contents,
        device: &device(),
        recipients: &[identity().recipient()],
    };
    let error = seal(&draft).unwrap_err().to_string();
    let reason = format!("note {} was not to be handed in", contents.notes[0].note_id);
    assert_eq!(error, format!("the other end would refuse it: notes.ndjson, line 1: {reason}"));
}
