//! What the tests share: a reproducible source of "randomness", a vault, and cases to keep.

use crate::shelf::Shelf;
use draagkracht_core::{
    answer::{Answer, Likert},
    case::{Case, Consent, Consents},
    form::{AboutCase, Answers, Form, FormAnswer, FormResponse},
    instrument::{Instrument, ItemId},
    person::{Moment, Person, Rater},
    response::{Identity, Response},
    session::Session,
    timestamp::Timestamp,
};
use draagkracht_vault::{CaseFile, Damaged, DataKey, Job, Revision, Vault, VaultError, vault::OWN};
use std::{cell::Cell, sync::OnceLock};
use uuid::Uuid;

pub use pollster::block_on as wait;

thread_local! {
    static COUNT: Cell<u64> = const { Cell::new(0) };
}

/// Begins the "randomness" anew.
pub fn restart() {
    COUNT.set(0);
}

/// Not random at all: the same in each test, and never the same twice in one (`SplitMix64`).
pub fn counting(bytes: &mut [u8]) {
    for chunk in bytes.chunks_mut(8) {
        let count = COUNT.get() + 1;
        COUNT.set(count);
        let mut z = count.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        chunk.copy_from_slice(&(z ^ (z >> 31)).to_be_bytes()[..chunk.len()]);
    }
}

pub fn key() -> DataKey {
    DataKey::filled_by(|bytes| bytes.fill(7))
}

pub fn create(shelf: &Shelf) -> Result<Vault<Shelf>, VaultError> {
    wait(Vault::create(shelf.clone(), OWN, key(), b"how to come by the key".to_vec(), counting))
}

pub fn open(shelf: &Shelf) -> Result<Vault<Shelf>, VaultError> {
    wait(Vault::open(shelf.clone(), OWN, key(), counting))
}

/// Every case that can be read, and everything that is damaged, wherever it is told.
pub fn look(vault: &Vault<Shelf>) -> (Vec<CaseFile>, Vec<Damaged>) {
    let (mut files, mut damaged) = (vec![], vec![]);
    for case in wait(vault.cases()).unwrap() {
        match case {
            Ok(file) => {
                damaged.extend(file.damaged().iter().cloned());
                files.push(file);
            }
            Err(error) => damaged.push(error),
        }
    }
    if let Err(VaultError::Damaged(keys)) = wait(vault.device_keys())
        && !damaged.contains(&keys)
    {
        damaged.push(keys);
    }
    let own = match wait(vault.own_answers()) {
        Ok(answers) => answers.into_iter().filter_map(Result::err).collect(),
        Err(VaultError::Damaged(list)) => vec![list],
        Err(error) => panic!("{error}"),
    };
    for error in own {
        if !damaged.contains(&error) {
            damaged.push(error);
        }
    }
    (files, damaged)
}

pub fn resident() -> &'static Instrument {
    static RESIDENT: OnceLock<Instrument> = OnceLock::new();
    RESIDENT.get_or_init(|| Instrument::built_in("resident.v1").unwrap().unwrap())
}

pub fn at(time: &str) -> Timestamp {
    Timestamp::try_from(format!("2026-11-21T{time}Z")).unwrap()
}

/// A case and its first list; `n` tells cases apart.
pub fn case(n: u8) -> (Case, Session) {
    let yes = Consent { given: true, since: at("10:00:00") };
    let no = Consent { given: false, since: at("10:00:00") };
    let case = Case {
        format: draagkracht_core::case::FORMAT.to_owned(),
        version: draagkracht_core::case::VERSION,
        case_id: Uuid::from_u128(0xca5e_0000 + u128::from(n)),
        case_code: draagkracht_core::case_code::CaseCode::from_random([n; 7]),
        person: Person::first(),
        created: at("10:00:00"),
        consents: Consents { support: yes, research: no },
    };
    let identity = Identity {
        response_id: Uuid::from_u128(0x5e55_0000 + u128::from(n)),
        case_id: case.case_id,
        case_code: case.case_code,
        person: case.person.clone(),
        rater: Rater::Resident,
        pseudonym: None,
        moment: Moment::T1,
        started: at("10:01:00"),
    };
    (case, Session::begin(identity, resident()))
}

/// Answers the next question.
pub fn answer(session: &mut Session) {
    let instrument = resident();
    let item = instrument.items()[session.answered()].id.clone();
    let value = Likert::ALL[session.answered() % 5];
    session.answer(instrument, &item, Answer::Value(value)).unwrap();
    session.next(instrument).unwrap();
}

pub fn is_answered(session: &Session) -> bool {
    session.answered() == resident().items().len()
}

pub fn response(session: &Session) -> Response {
    let instrument = resident();
    session.complete(instrument, instrument.norm(), at("10:20:00")).unwrap()
}

pub fn job(session: &Session) -> Job {
    Job {
        bundle_id: Uuid::from_u128(0xb0_0000 + session.identity().response_id.as_u128()),
        responses: vec![Revision { response_id: session.identity().response_id, revision: 1 }],
        created: at("10:20:00"),
    }
}

/// Answers about the professional's own work; `n` tells them apart.
pub fn of_oneself(n: u128) -> FormResponse {
    let form = Form::built_in("conditions.v1").unwrap().unwrap();
    let answers = Answers::from([(ItemId::new("time.1"), FormAnswer::Scale(2))]);
    let who = Some("P07".to_owned());
    FormResponse::begin(Uuid::from_u128(0xf0 + n), &form, None, who, answers, at("10:30:00"))
}

/// Answers about a case.
pub fn of_a_case(case: &Case) -> FormResponse {
    let form = Form::built_in("case.v1").unwrap().unwrap();
    let about = AboutCase {
        case_id: case.case_id,
        case_code: case.case_code,
        person: case.person.clone(),
        moment: Moment::T3,
    };
    let answers = Answers::from([(ItemId::new("emphasis.value"), FormAnswer::Scale(7))]);
    let who = Some("P07".to_owned());
    FormResponse::begin(Uuid::from_u128(0xca), &form, Some(about), who, answers, at("10:30:00"))
}
