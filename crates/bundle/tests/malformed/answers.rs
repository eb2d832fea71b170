//! Answers to the lists that only a professional is asked, and the file that version 2 has for them.

use crate::{
    common::{contents_of_conditions, contents_with_answers, contents_with_plan, device, identity},
    forge::Forge,
    refusal,
};
use draagkracht_bundle::{Contents, Draft, archive::FORM_RESPONSES, open, seal};

/// A bundle whose answers were changed before it was signed.
fn changed(contents: &Contents, from: &str, to: &str) -> String {
    let forged = Forge::of(contents).replace(FORM_RESPONSES, from, to);
    refusal(&forged.hashed().signed().seal())
}

fn with(from: &str, to: &str) -> String {
    changed(&contents_with_answers(), from, to)
}

fn id() -> String {
    contents_with_answers().form_responses[0].response_id.to_string()
}

#[test]
fn a_record_that_is_not_of_the_form() {
    let error = with("\"revision\":", "\"name\":\"x\",\"revision\":");
    assert!(error.starts_with("form_responses.ndjson, line 1: column "), "{error}");
    assert!(error.contains("unknown field `name`"), "{error}");
    let error = with("\"scale\":7", "\"scale\":\"7\"");
    assert!(error.contains("invalid type: string \"7\", expected u8"), "{error}");
    let item = "\"site.kind\":{\"one\":\"social_team\"}";
    let error = with(item, &format!("{item},{item}"));
    assert!(error.ends_with(": \"site.kind\" is there twice"), "{error}");
    let name = "draagkracht-form-response";
    assert_eq!(
        with("\"version\":1", "\"version\":2"),
        format!(
            "form_responses.ndjson, line 1: \"{name}\" is version 2; this program knows version 1"
        )
    );
    assert_eq!(
        with(name, "draagkracht-note"),
        format!(
            "form_responses.ndjson, line 1: the record is \"draagkracht-note\", not \"{name}\""
        )
    );
}

#[test]
fn words_with_too_many_characters_or_that_steer_a_terminal() {
    let words = "Ziet wat er binnenkomt en wat eruit gaat";
    let error = with(words, &"🙂".repeat(10_000));
    assert!(error.contains("a text has 10000 characters; 4000 is the most"), "{error}");
    let error = with(words, "\\u001b[2J");
    assert!(error.contains("a text has a control character, U+001B"), "{error}");
}

#[test]
fn one_of_a_case_that_is_not_there_or_with_another_code() {
    let case = contents_with_answers().cases[0].case_id.to_string();
    let other = case.replace("c1", "c2");
    assert_eq!(
        with(&case, &other),
        format!("form_responses.ndjson, line 1: its case {other} is not in cases.ndjson")
    );
    assert_eq!(
        with("73D0-9NZF", "0000-0000"),
        "form_responses.ndjson, line 1: its case code is 0000-0000; that of its case is 73D0-9NZF"
    );
}

#[test]
fn one_that_is_there_twice() {
    let record = serde_json::to_string(&contents_with_answers().form_responses[0]).unwrap();
    let lines = format!("{record}\n{record}\n");
    let forged =
        Forge::of(&contents_with_answers()).write(FORM_RESPONSES, lines.as_bytes()).hashed();
    let forged = forged.replace("manifest.json", "\"form_responses\":1", "\"form_responses\":2");
    let id = id();
    assert_eq!(
        refusal(&forged.signed().seal()),
        format!("form_responses.ndjson, line 2: {id} is there twice")
    );
}

#[test]
fn answers_that_do_not_fit_their_list() {
    let refused = |from, to, sentence: &str| {
        let id = id();
        let expected = format!("form_responses.ndjson, line 1: answers {id}: {sentence}");
        assert_eq!(with(from, to), expected);
    };
    let list = "this program has no list \"case.v9\": update it";
    refused("\"id\":\"case.v1\"", "\"id\":\"case.v9\"", list);
    refused("{\"scale\":7}", "{\"scale\":11}", "field \"emphasis.value\" cannot be answered so");
    refused(
        "\"interventions.reduce_burden.used\":{\"yes_no\":true}",
        "\"interventions.reduce_burden.used\":{\"yes_no\":false}",
        "field \"interventions.reduce_burden.actors\" is not asked here: it depends on \
         \"interventions.reduce_burden.used\"",
    );
    let newer = Forge::of(&contents_with_answers()).replace(
        FORM_RESPONSES,
        "\"id\":\"case.v1\"",
        "\"id\":\"case.v9\"",
    );
    let error = open(&newer.hashed().signed().seal(), &[identity()]).unwrap_err();
    assert_eq!(error.advice(), "it was made by a newer app: update this program");
}

#[test]
fn working_conditions_beside_a_case_are_refused_and_not_sealed_either() {
    let conditions = contents_of_conditions().form_responses;
    let contents = Contents { form_responses: conditions.clone(), ..contents_with_plan() };
    let draft = Draft {
        bundle_id: contents.cases[0].case_id,
        created: contents.cases[0].created.clone(),
        app_version: "0.1.0",
        contents: &contents,
        device: &device(),
        recipients: &[identity().recipient()],
    };
    let reason = format!(
        "form_responses.ndjson, line 1: answers {} are about no case: they go in a bundle without \
         cases",
        conditions[0].response_id
    );
    let error = seal(&draft).unwrap_err().to_string();
    assert_eq!(error, format!("the other end would refuse it: {reason}"));
    let record = serde_json::to_string(&conditions[0]).unwrap();
    let forged = Forge::of(&contents_with_answers())
        .write(FORM_RESPONSES, format!("{record}\n").as_bytes())
        .hashed();
    assert_eq!(refusal(&forged.signed().seal()), reason);
}

#[test]
fn a_file_or_a_number_that_does_not_fit_the_version() {
    let of = || Forge::of(&contents_with_answers());
    let wrong = "manifest.json is version 1 of its format, and its files are not those of it";
    let older = of().replace("manifest.json", "\"version\": 2", "\"version\": 1");
    assert_eq!(refusal(&older.signed().seal()), wrong);
    let uncounted = of().replace("manifest.json", ",\n    \"form_responses\": 1", "");
    assert_eq!(refusal(&uncounted.signed().seal()), wrong.replace("version 1", "version 2"));
    let newer = Forge::new().replace("manifest.json", "\"version\": 1", "\"version\": 2");
    assert_eq!(refusal(&newer.signed().seal()), wrong.replace("version 1", "version 2"));
    assert_eq!(refusal(&of().without_answers().seal()), "form_responses.ndjson is missing");
    let with = Forge::new().with_answers(b"").seal();
    assert_eq!(refusal(&with), "\"form_responses.ndjson\" does not belong in it");
    let counted = of().write(FORM_RESPONSES, b"").hashed().signed().seal();
    assert_eq!(refusal(&counted), "form_responses.ndjson has 0 lines; manifest.json says 1");
    let unsigned = of().replace(FORM_RESPONSES, "{\"scale\":7}", "{\"scale\":6}").seal();
    assert_eq!(
        refusal(&unsigned),
        "form_responses.ndjson is not the file that was signed: its SHA-256 differs"
    );
}
