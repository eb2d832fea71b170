//! The records.

use crate::{
    common::{contents, device, identity},
    forge::Forge,
    refusal,
};
use draagkracht_bundle::{Draft, OpenError, SealError, seal};

/// A bundle whose records were changed before it was signed.
fn with_records(file: &str, from: &str, to: &str) -> String {
    refusal(&Forge::new().replace(file, from, to).hashed().signed().seal())
}

#[test]
fn an_unknown_field_in_a_record() {
    let error = with_records("responses.ndjson", "\"mode\":", "\"mood\":1,\"mode\":");
    assert!(error.starts_with("responses.ndjson, line 1: column "), "{error}");
    assert!(error.contains(": unknown field `mood`, expected one of `format`, "), "{error}");
    let error = with_records("cases.ndjson", "\"person\":", "\"name\":\"x\",\"person\":");
    assert!(error.starts_with("cases.ndjson, line 1: column "), "{error}");
    assert!(error.contains("unknown field `name`"), "{error}");
}

#[test]
fn a_newer_record() {
    for (file, name) in
        [("cases.ndjson", "draagkracht-case"), ("responses.ndjson", "draagkracht-response")]
    {
        let error = with_records(file, "\"version\":1", "\"version\":2");
        assert_eq!(
            error,
            format!("{file}, line 1: \"{name}\" is version 2; this program knows version 1")
        );
    }
}

#[test]
fn another_record() {
    assert_eq!(
        with_records("cases.ndjson", "draagkracht-case", "draagkracht-note"),
        "cases.ndjson, line 1: the record is \"draagkracht-note\", not \"draagkracht-case\""
    );
}

#[test]
fn a_line_without_an_end_or_without_a_record() {
    let error = with_records("cases.ndjson", "}\n", "}");
    assert_eq!(error, "cases.ndjson, line 1: the line has no end: the file is cut off");
    let error = with_records("responses.ndjson", "}\n", "}\n\n");
    assert_eq!(error, "responses.ndjson, line 2: the line is empty");
}

#[test]
fn an_item_twice() {
    let item = "\"competences.1\":4,";
    let error = with_records("responses.ndjson", item, &item.repeat(2));
    assert!(error.ends_with(": \"competences.1\" is there twice"), "{error}");
}

#[test]
fn an_item_that_is_not_asked_there() {
    let error = with_records("responses.ndjson", "competences.8", "competences.9");
    assert!(error.ends_with("\"resident.v1\" has no item \"competences.9\""), "{error}");
}

#[test]
fn a_value_out_of_range() {
    let error = with_records("responses.ndjson", "\"competences.1\":4", "\"competences.1\":6");
    assert!(error.contains("integer `6`, expected a whole number from 1 to 5"), "{error}");
}

#[test]
fn a_foreign_instrument() {
    let hash = contents().responses[0].instrument.hash.clone();
    let error = with_records("responses.ndjson", &hash, &hash.replace(&hash[..1], "x"));
    assert!(error.contains("its \"resident.v1\" is not the published file (hash x"), "{error}");
    let error = with_records("responses.ndjson", "\"resident.v1\"", "\"resident.v9\"");
    assert!(error.ends_with("has no instrument \"resident.v9\": update it"), "{error}");
}

#[test]
fn a_score_that_does_not_follow() {
    let error = with_records("responses.ndjson", "\"sum\":", "\"sum\":1");
    assert!(error.ends_with("its score does not follow from its answers"), "{error}");
}

#[test]
fn a_record_that_is_there_twice() {
    let mut contents = contents();
    let [case, response] = [contents.cases[0].case_id, contents.responses[0].response_id];
    let line = |record: &serde_json::Value| format!("{record}\n{record}\n");
    let cases = line(&serde_json::to_value(&contents.cases[0]).unwrap());
    let forged = Forge::new().write("cases.ndjson", cases.as_bytes()).hashed();
    let forged = forged.replace("manifest.json", "\"cases\":1", "\"cases\":2").signed();
    let twice = |file, id| format!("{file}, line 2: {id} is there twice");
    assert_eq!(refusal(&forged.seal()), twice("cases.ndjson", case));
    contents.responses.truncate(1);
    let responses = line(&serde_json::to_value(&contents.responses[0]).unwrap());
    let forged = Forge::new().write("responses.ndjson", responses.as_bytes()).hashed().signed();
    assert_eq!(refusal(&forged.seal()), twice("responses.ndjson", response));
}

#[test]
fn a_response_without_its_case() {
    let case = contents().cases[0].case_id.to_string();
    let other = case.replace("c1", "c2");
    let error = with_records("cases.ndjson", &case, &other);
    assert_eq!(error, format!("responses.ndjson, line 1: its case {case} is not in cases.ndjson"));
}

#[test]
fn a_response_with_another_code_than_its_case() {
    let error = with_records("responses.ndjson", "73D0-9NZF", "0000-0000");
    assert_eq!(
        error,
        "responses.ndjson, line 1: its case code is 0000-0000; that of its case is 73D0-9NZF"
    );
}

#[test]
fn nothing_of_it_is_sealed_in_the_first_place() {
    let mut contents = contents();
    contents.cases.clear();
    let draft = Draft {
        bundle_id: contents.responses[0].response_id,
        created: contents.responses[0].started.clone(),
        app_version: "0.1.0",
        contents: &contents,
        device: &device(),
        recipients: &[identity().recipient()],
    };
    let error = seal(&draft).unwrap_err();
    assert!(matches!(&error, SealError::Refused(OpenError::Record(_))));
    assert!(
        error.to_string().starts_with("the other end would refuse it: responses.ndjson, line 1")
    );
}
