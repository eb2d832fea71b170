//! A bundle that is right. The tests of the worker and of the command line use it too.
#![allow(dead_code, reason = "each test file uses a part of it")]

mod answers;
pub mod case_file;
mod plans;

use draagkracht_bundle::{
    Contents, Draft,
    device::DeviceKeys,
    envelope::{Identity, Recipient},
    seal,
};
use draagkracht_core::{
    answer::{Answer, Likert},
    case::{Case, Consent, Consents},
    instrument::Instrument,
    person::{Moment, Person},
    response::{Identity as ResponseIdentity, Manner, Response},
    timestamp::Timestamp,
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The id of the bundle in the vectors.
pub const BUNDLE_ID: &str = "019aa648-5a00-7000-8000-0000000000b1";
const CASE_ID: &str = "019aa648-5a00-7000-8000-0000000000c1";

fn uuid(text: &str) -> Uuid {
    Uuid::parse_str(text).unwrap()
}

fn time(text: &str) -> Timestamp {
    Timestamp::try_from(text.to_owned()).unwrap()
}

/// The device of the vectors.
pub fn device() -> DeviceKeys {
    DeviceKeys::from_secret(include_str!("../vectors/device.keys").trim_end()).unwrap()
}

/// The organisation of the vectors.
pub fn identity() -> Identity {
    Identity::read_file(include_str!("../vectors/organisation.key")).unwrap().remove(0)
}

/// Who may read the working conditions, in the vectors.
pub fn conditions_identity() -> Identity {
    Identity::read_file(include_str!("../vectors/conditions.key")).unwrap().remove(0)
}

/// One case, one resident's list and one professional's.
pub fn contents() -> Contents {
    let consent = |given| Consent { given, since: time("2026-11-21T12:00:00Z") };
    let case = Case {
        format: draagkracht_core::case::FORMAT.to_owned(),
        version: draagkracht_core::case::VERSION,
        case_id: uuid(CASE_ID),
        case_code: "73D0-9NZF".parse().unwrap(),
        person: Person::first(),
        created: time("2026-11-21T12:00:00Z"),
        consents: Consents { support: consent(true), research: consent(false) },
    };
    let responses = vec![
        response("resident.v1", "019aa648-5a00-7000-8000-0000000000a1", None),
        response("professional.v1", "019aa648-5a00-7000-8000-0000000000a2", Some("P1")),
    ];
    Contents { cases: vec![case], responses, ..Contents::default() }
}

/// The same, with a plan and a note that the professional wants to hand in.
pub fn contents_with_plan() -> Contents {
    Contents { plans: vec![plans::plan()], notes: vec![plans::note()], ..contents() }
}

/// The same, with answers to the list about the case.
pub fn contents_with_answers() -> Contents {
    Contents { form_responses: vec![answers::of_the_case()], ..contents_with_plan() }
}

/// Working conditions, and nothing else.
pub fn contents_of_conditions() -> Contents {
    Contents { form_responses: vec![answers::of_the_work()], ..Contents::default() }
}

/// Answers 4, 3, 2, 1, "don't know", 5, and so on; the last item was not asked.
fn response(instrument: &str, response_id: &str, pseudonym: Option<&str>) -> Response {
    let instrument = Instrument::built_in(instrument).unwrap().unwrap();
    let values = [4, 3, 2, 1, 0, 5].map(|v| Likert::new(v).map_or(Answer::DontKnow, Answer::Value));
    let asked = &instrument.items()[..instrument.items().len() - 1];
    let answers: BTreeMap<_, _> =
        asked.iter().map(|item| item.id.clone()).zip(values.into_iter().cycle()).collect();
    let identity = ResponseIdentity {
        response_id: uuid(response_id),
        case_id: uuid(CASE_ID),
        case_code: "73D0-9NZF".parse().unwrap(),
        person: Person::first(),
        rater: instrument.rater(),
        pseudonym: pseudonym.map(str::to_owned),
        moment: Moment::T1,
        started: time("2026-11-21T12:05:00Z"),
    };
    let completed = Some(time("2026-11-21T12:30:00Z"));
    Response::new(
        identity,
        &instrument,
        instrument.norm(),
        &answers,
        Manner { explanation_used: true, ..Manner::default() },
        completed,
    )
}

/// Seals contents as the app does.
pub fn sealed(contents: &Contents) -> Vec<u8> {
    sealed_as(uuid(BUNDLE_ID), contents)
}

/// The same under an id of its own.
pub fn sealed_as(bundle_id: Uuid, contents: &Contents) -> Vec<u8> {
    seal_with(bundle_id, contents, &identity().recipient())
}

/// The same for another recipient.
pub fn sealed_to(contents: &Contents, recipient: &Recipient) -> Vec<u8> {
    seal_with(uuid(BUNDLE_ID), contents, recipient)
}

fn seal_with(bundle_id: Uuid, contents: &Contents, recipient: &Recipient) -> Vec<u8> {
    let plans = contents.plans.iter().map(|plan| plan.changed.clone());
    let answers = contents.form_responses.iter().map(|answers| answers.changed.clone());
    let last_changed = plans.chain(answers).max();
    let created = last_changed.unwrap_or_else(|| time("2026-11-21T12:31:00Z"));
    let draft = Draft {
        bundle_id,
        created,
        app_version: "0.1.0",
        contents,
        device: &device(),
        recipients: std::slice::from_ref(recipient),
    };
    seal(&draft).unwrap().bytes
}
