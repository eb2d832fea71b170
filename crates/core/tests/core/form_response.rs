//! Answers to a list as they are kept and handed in: about a case, or about the one who answers.

use crate::{
    fixtures::{COMPLETED, STARTED, item, time},
    plans::words,
};
use draagkracht_core::{
    binary,
    form::{AboutCase, Answers, Form, FormAnswer, FormResponse},
    free_text::FreeText,
    person::{Moment, Person},
};
use uuid::Uuid;

const ID: Uuid = Uuid::from_u128(0x0193_4f1c_8a40_7000_8000_0000_0000_0005);

fn form(id: &str) -> Form {
    Form::built_in(id).unwrap().unwrap()
}

fn about() -> AboutCase {
    AboutCase {
        case_id: Uuid::from_u128(0x0193_4f1c_8a40_7000_8000_0000_0000_0002),
        case_code: "73D0-9NZF".parse().unwrap(),
        person: Person::first(),
        moment: Moment::T3,
    }
}

fn some_of_each() -> Answers {
    let several = |ids: &[&str]| FormAnswer::Several(ids.iter().map(|&id| id.to_owned()).collect());
    let answers = [
        ("request.words", FormAnswer::Text(words("Ik heb geen overzicht meer."))),
        ("emphasis.value", FormAnswer::Scale(10)),
        ("interventions.trust.used", FormAnswer::YesNo(true)),
        ("interventions.trust.actors", several(&["resident", "network"])),
        ("interventions.reduce_burden.used", FormAnswer::YesNo(false)),
        ("influence.problems.resident", FormAnswer::WontSay),
        ("development.burden.change", FormAnswer::DontKnow),
        ("site.kind", FormAnswer::One("social_team".to_owned())),
    ];
    answers.map(|(id, answer)| (item(id), answer)).into()
}

fn of_a_case() -> FormResponse {
    let (form, who) = (form("case.v1"), Some("P07".to_owned()));
    FormResponse::begin(ID, &form, Some(about()), who, Answers::new(), time(STARTED)).revised(
        some_of_each(),
        true,
        time(COMPLETED),
    )
}

fn of_oneself() -> FormResponse {
    let answers = [(item("time.1"), FormAnswer::Scale(2))].into();
    FormResponse::begin(ID, &form("conditions.v1"), None, None, answers, time(STARTED))
}

#[test]
fn what_is_written_reads_back_in_json_and_in_bytes() {
    for (name, list, answers) in
        [("case", "case.v1", of_a_case()), ("conditions", "conditions.v1", of_oneself())]
    {
        assert_eq!(answers.check(&form(list)), Ok(()));
        let json = serde_json::to_string(&answers).unwrap();
        assert_eq!(serde_json::from_str::<FormResponse>(&json).unwrap(), answers);
        assert_eq!(binary::from_bytes(&binary::to_bytes(&answers).unwrap()), Ok(answers.clone()));
        insta::assert_json_snapshot!(name, answers);
    }
}

#[test]
fn a_change_is_the_next_revision_and_a_draft_until_it_is_said_to_be_ready() {
    let (first, later) = (of_oneself(), "2026-11-21T13:00:00Z");
    assert_eq!((first.revision.get(), &first.completed), (1, &None));
    let ready = first.revised(first.answers.clone(), true, time(COMPLETED));
    assert_eq!((ready.revision.get(), ready.completed.clone()), (2, Some(time(COMPLETED))));
    let draft = ready.revised(Answers::new(), false, time(later));
    assert_eq!((draft.revision.get(), &draft.completed), (3, &None));
    assert_eq!((draft.started, draft.changed), (time(STARTED), time(later)));
}

#[test]
fn answers_to_a_list_in_translation_fit_it_and_say_which() {
    let dutch = form("case.v1");
    let english = Form::in_language("case.v1", "en").unwrap();
    let answers =
        FormResponse::begin(ID, &english, Some(about()), None, some_of_each(), time(STARTED));
    let translation = answers.form.translation.as_ref().map(|shown| shown.language.as_str());
    assert_eq!(
        (translation, answers.check(&dutch), answers.check(&english)),
        (Some("en"), Ok(()), Ok(()))
    );
}

#[test]
fn what_does_not_fit_its_list() {
    let refused = |answers: FormResponse, list: &str, sentence: &str| {
        let error = answers.check(&form(list)).unwrap_err().to_string();
        assert_eq!(error.replace(&format!("answers {ID}: "), ""), sentence);
    };
    let case = |edit: fn(&mut FormResponse), sentence| {
        let mut answers = of_a_case();
        edit(&mut answers);
        refused(answers, "case.v1", sentence);
    };
    case(
        |a| a.version = 2,
        "the record is \"draagkracht-form-response\" version 2, not \"draagkracht-form-response\" version 1",
    );
    refused(of_oneself(), "case.v1", "this program has no list \"conditions.v1\": update it");
    case(|a| a.form.hash = "0".into(), "its \"case.v1\" is not the published file (hash 0)");
    let hash = of_a_case().form.hash;
    let other = format!("its \"case.v1\" is not the published file (hash {hash})");
    case(|a| a.form.version = 2, &other);
    case(|a| a.case = None, "\"case.v1\" is about a case, and it names none");
    let joined = FormResponse { case: Some(about()), ..of_oneself() };
    refused(joined, "conditions.v1", "\"conditions.v1\" is not about a case, and it names one");
    let when = "it was changed before it was started, or completed outside that time";
    case(|a| a.changed = time("2026-11-21T12:29:59Z"), when);
    case(|a| a.completed = Some(time("2026-11-21T12:55:31Z")), when);
    case(|a| a.completed = Some(time("2026-11-21T12:29:59Z")), when);
    case(
        |a| _ = a.answers.insert(item("interventions.trust.used"), FormAnswer::YesNo(false)),
        "field \"interventions.trust.actors\" is not asked here: it depends on \"interventions.trust.used\"",
    );
}

#[test]
fn it_may_have_been_asked_in_another_language() {
    let english = Form::in_language("case.v1", "en").unwrap();
    let answers =
        FormResponse::begin(ID, &english, Some(about()), None, some_of_each(), time(STARTED));
    assert_eq!(answers.form.translation.as_ref().map(|words| words.language.as_str()), Some("en"));
    assert_eq!(answers.check(&form("case.v1")), Ok(()));
    assert_eq!(answers.check(&english), Ok(()));
}

#[test]
fn words_of_any_kind_are_kept_and_too_many_are_refused() {
    for text in [
        "🙂👩‍👩‍👧‍👦 é e\u{301}",
        "\u{202e}txt.exe\u{202c} שלום مرحبا",
        "<script>alert(1)</script> & \"quoted\"",
        "=HYPERLINK(\"http://x\")",
        "+1\n-2\t@SUM(A1)",
    ] {
        let mut answers = of_a_case();
        answers.answers.insert(item("goals.1.words"), FormAnswer::Text(words(text)));
        assert_eq!(answers.check(&form("case.v1")), Ok(()));
        let json = serde_json::to_string(&answers).unwrap();
        assert_eq!(serde_json::from_str::<FormResponse>(&json).unwrap(), answers);
        assert_eq!(binary::from_bytes(&binary::to_bytes(&answers).unwrap()), Ok(answers));
    }
    let long = "🙂".repeat(10_000);
    let json = serde_json::to_string(&of_a_case()).unwrap();
    let json = json.replace("Ik heb geen overzicht meer.", &long);
    let refused = serde_json::from_str::<FormResponse>(&json).unwrap_err().to_string();
    assert!(refused.starts_with("a text has 10000 characters; 4000 is the most"), "{refused}");
    assert!(FreeText::try_from("🙂".repeat(FreeText::MAX)).is_ok());
}
