//! What the tests begin with: instruments, people, answers, and files with one thing changed.

use draagkracht_core::{
    answer::{Answer, Likert, Recorded},
    instrument::{BUILT_IN, Instrument, ItemId},
    person::{Moment, Person},
    response::{Identity, Response},
    session::{Place, Session},
    timestamp::Timestamp,
};
use serde_json::Value;
use std::{collections::BTreeMap, sync::LazyLock};
use uuid::Uuid;

pub const STARTED: &str = "2026-11-21T12:30:00Z";
pub const COMPLETED: &str = "2026-11-21T12:55:30Z";

/// Loaded once: properties ask for it thousands of times.
static RESIDENT: LazyLock<Instrument> = LazyLock::new(|| instrument("resident.v1"));
static PROFESSIONAL: LazyLock<Instrument> = LazyLock::new(|| instrument("professional.v1"));

pub fn instrument(id: &str) -> Instrument {
    Instrument::built_in(id).unwrap().unwrap()
}

pub fn resident() -> Instrument {
    RESIDENT.clone()
}

pub fn professional() -> Instrument {
    PROFESSIONAL.clone()
}

/// The file of the residents' list, to change something in.
pub fn resident_file() -> Value {
    serde_json::from_str(BUILT_IN[0].json).unwrap()
}

/// Its English translation, to change something in.
pub fn resident_in_english() -> Value {
    serde_json::from_str(BUILT_IN[0].translations[0].1).unwrap()
}

pub fn bytes(value: &Value) -> Vec<u8> {
    serde_json::to_vec(value).unwrap()
}

pub fn time(text: &str) -> Timestamp {
    text.to_owned().try_into().unwrap()
}

pub fn identity(instrument: &Instrument) -> Identity {
    Identity {
        response_id: Uuid::from_u128(0x0193_4f1c_8a40_7000_8000_0000_0000_0001),
        case_id: Uuid::from_u128(0x0193_4f1c_8a40_7000_8000_0000_0000_0002),
        case_code: "73D0-9NZF".parse().unwrap(),
        person: Person::first(),
        rater: instrument.rater(),
        pseudonym: None,
        moment: Moment::T1,
        started: time(STARTED),
    }
}

pub fn value(value: u8) -> Answer {
    Answer::Value(Likert::new(value).unwrap())
}

pub fn begin(instrument: &Instrument) -> Session {
    Session::begin(identity(instrument), instrument)
}

/// Answers every question in turn, with what `choose` says for its number, up to the check.
pub fn walk(instrument: &Instrument, choose: impl Fn(usize) -> Answer) -> Session {
    let mut session = begin(instrument);
    while let Place::Question(at) = session.place() {
        let item = instrument.items()[at].id.clone();
        session.answer(instrument, &item, choose(at)).unwrap();
        session.next(instrument).unwrap();
    }
    session
}

/// 1 to 5 and the two answers that count as missing, over and over.
pub fn varied(at: usize) -> Answer {
    match at % 7 {
        5 => Answer::DontKnow,
        6 => Answer::WontSay,
        point => Answer::Value(Likert::ALL[point]),
    }
}

/// A completed response to an instrument.
pub fn response(instrument: &Instrument) -> Response {
    walk(instrument, varied).complete(instrument, instrument.norm(), time(COMPLETED)).unwrap()
}

/// One recorded answer an item, in the instrument's order.
pub fn answers(instrument: &Instrument, recorded: &[Recorded]) -> BTreeMap<ItemId, Recorded> {
    assert_eq!(instrument.items().len(), recorded.len(), "an answer an item");
    let ids = instrument.items().iter().map(|item| item.id.clone());
    ids.zip(recorded.iter().copied()).collect()
}

pub fn item(id: &str) -> ItemId {
    ItemId::new(id)
}
