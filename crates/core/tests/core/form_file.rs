//! A list's file: what it can hold, and every way in which it can be wrong.

use crate::fixtures::bytes;
use draagkracht_core::form::{Form, Kind};
use serde_json::{Value, json};

fn file() -> Value {
    let scale = json!({"scale": {"from": 0, "to": 3, "labels": ["Geen", "Alle"]}});
    let field =
        |id: &str, kind: Value| json!({"id": id, "text": "?", "wording": "ours", "kind": kind});
    let mut who =
        field("who", json!({"several": [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]}));
    who["only_if"] = "used".into();
    json!({
        "format": "draagkracht-form", "version": 1, "id": "made_up.v3", "rater": "professional",
        "subject": "case", "language": "nl", "title": "Lijst", "source": "ours",
        "missing": {"dont_know": "Weet ik niet", "wont_say": "Wil ik niet zeggen"},
        "sections": [
            {"id": "table", "title": "Tabel", "stem": "Zeg het.", "source": "ours",
             "rows": [{"id": "x", "text": "X"}, {"id": "y", "text": "Y"}],
             "fields": [field("used", "yes_no".into()), who]},
            {"id": "mean", "title": "Gemiddelde", "source": "ours", "mean_needs": 2,
             "fields": [field("1", scale.clone()), field("2", scale)]},
        ],
        "assumptions": [{"about": "all", "text": "Made up.", "reason": "For a test."}],
    })
}

fn refused(place: &str, value: Value, sentence: &str) {
    let mut file = file();
    let (parent, last) = place.rsplit_once('/').unwrap();
    file.pointer_mut(parent).unwrap()[last] = value;
    refuses(&file, sentence);
}

fn refuses(file: &Value, sentence: &str) {
    let error = Form::load(&bytes(file)).unwrap_err().to_string();
    assert!(error.starts_with(sentence), "{error}");
}

#[test]
fn a_table_asks_its_questions_for_every_row() {
    let form = Form::load(&bytes(&file())).unwrap();
    let ids: Vec<_> = form.fields().iter().map(|field| field.id.to_string()).collect();
    assert_eq!(
        ids,
        ["table.x.used", "table.x.who", "table.y.used", "table.y.who", "mean.1", "mean.2"]
    );
    let last = &form.fields()[3];
    assert_eq!((last.section, last.row), (0, Some(1)));
    assert_eq!(last.only_if.as_ref().unwrap().as_str(), "table.y.used");
    assert!(matches!(&last.kind, Kind::Several(options) if options.len() == 2));
    assert_eq!((form.id(), form.reference().version), ("made_up.v3", 3));
    assert_eq!(form.sections()[0].rows[1].text, "Y");
}

#[test]
fn form_and_version() {
    refused(
        "/version",
        2.into(),
        "this is \"draagkracht-form\" version 2; a list is \"draagkracht-form\" version 1",
    );
    refused(
        "/format",
        "draagkracht-instrument".into(),
        "this is \"draagkracht-instrument\" version 1",
    );
    refused("/new", 1.into(), "the file cannot be read: unknown field `new`");
    refused(
        "/sections/1/fields/0/kind",
        "picture".into(),
        "the file cannot be read: unknown variant `picture`",
    );
    for id in ["case", "case.v0", "case.v01", "Case.v1", ".v1", "case.v"] {
        refused("/id", id.into(), &format!("the id \"{id}\" is not a name"));
    }
}

#[test]
fn texts_that_are_missing() {
    for (place, sentence) in [
        ("/language", "language is empty"),
        ("/title", "title is empty"),
        ("/source", "source is empty"),
        ("/missing/dont_know", "missing: dont_know is empty"),
        ("/missing/wont_say", "missing: wont_say is empty"),
        ("/assumptions/0/about", "assumption: about is empty"),
        ("/assumptions/0/text", "assumption: text is empty"),
        ("/assumptions/0/reason", "assumption: reason is empty"),
        ("/sections/0/title", "section \"table\": title is empty"),
        ("/sections/0/source", "section \"table\": source is empty"),
        ("/sections/0/stem", "section \"table\": stem is empty"),
        ("/sections/0/rows/0/text", "section \"table\": row \"x\" is empty"),
        ("/sections/0/fields/0/text", "field \"table.used\": text is empty"),
        ("/sections/0/fields/1/kind/several/1/text", "field \"table.who\": option \"b\" is empty"),
    ] {
        refused(place, " ".into(), sentence);
    }
    refused(
        "/sections/1/fields/0/kind/scale/labels",
        json!(["", "b"]),
        "field \"mean.1\": a label is empty",
    );
}

#[test]
fn names_twice_or_not_names() {
    refused("/sections/1/id", "table".into(), "section \"table\" is there twice");
    refused("/sections/0/rows/1/id", "x".into(), "section \"table\": row \"x\" is there twice");
    refused(
        "/sections/0/fields/1/id",
        "used".into(),
        "section \"table\": field \"used\" is there twice",
    );
    refused(
        "/sections/0/fields/1/kind/several/1/id",
        "a".into(),
        "field \"table.who\": option \"a\" is there twice",
    );
    refused(
        "/sections/0/id",
        "Table".into(),
        "the id \"Table\" has other characters than a-z, 0-9 and _",
    );
}

#[test]
fn nothing_to_ask_or_to_choose() {
    refused("/sections", json!([]), "the list has no fields");
    refused("/sections/0/fields", json!([]), "section \"table\" has no fields");
    let one = json!([{"id": "a", "text": "A"}]);
    for kind in ["several", "one"] {
        let kind = json!({kind: one});
        refused(
            "/sections/0/fields/1/kind",
            kind,
            "field \"table.who\": it has 1 options, and must have 2 at least",
        );
    }
}

#[test]
fn scales_that_nobody_can_answer_on() {
    let scale = |from: u8, to: u8, labels: &[&str]| json!({"scale": {"from": from, "to": to, "labels": labels}});
    let place = "/sections/1/fields/0/kind";
    let range = "field \"mean.1\": a scale goes up and to 10 at most, not from ";
    refused(place, scale(3, 3, &["a", "b"]), &format!("{range}3 to 3"));
    refused(place, scale(0, 11, &["a", "b"]), &format!("{range}0 to 11"));
    let labels = "field \"mean.1\": its scale has 3 labels; it must be 2, for the ends, or 4";
    refused(place, scale(0, 3, &["a", "b", "c"]), labels);
}

#[test]
fn conditions_that_cannot_hold() {
    let sentence = |id: &str| {
        format!("field \"table.who\": \"{id}\" is not a field with words or yes and no before it")
    };
    for id in ["who", "other"] {
        refused("/sections/0/fields/1/only_if", id.into(), &sentence(id));
    }
    refused(
        "/sections/0/fields/0/kind",
        json!({"scale": {"from": 0, "to": 1, "labels": ["a", "b"]}}),
        &sentence("used"),
    );
}

#[test]
fn means_that_cannot_be_made() {
    let sentence = "section \"mean\": a mean needs scales of one range in every field";
    for needed in [0, 3] {
        refused("/sections/1/mean_needs", needed.into(), sentence);
    }
    refused("/sections/1/fields/0/kind", "text".into(), sentence);
    refused(
        "/sections/1/fields/0/kind/scale",
        json!({"from": 1, "to": 3, "labels": ["a", "b"]}),
        sentence,
    );
    refused("/sections/1/rows", json!([{"id": "x", "text": "X"}]), sentence);
    refused(
        "/sections/0/fields/0/reversed",
        true.into(),
        "field \"table.used\": it is reversed, but its section has no mean",
    );
}
