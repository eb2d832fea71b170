//! The way of an answer without the browser: from the questionnaire's definition, through session,
//! vault and worker, to what the organisation opens.
#![expect(clippy::unwrap_used, clippy::panic, reason = "how a test says no")]

use draagkracht_bundle::{Contents, envelope::Identity as Organisation};
use draagkracht_core::{
    answer::{Answer, Likert, Recorded},
    binary,
    case::{Case, Consent, Consents},
    instrument::Instrument,
    person::{Moment, Person},
    response::{Identity, Response},
    score::{ComponentScore, Score},
    sealing::{Job as Work, Outcome, SealJob},
    session::{Place, Session},
    store::MemoryStore,
    timestamp::Timestamp,
};
use draagkracht_vault::{CaseFile, DataKey, Job, Revision, Vault, outbox, vault::OWN};
use draagkracht_worker::{Message, answer};
use pollster::block_on as wait;
use std::{cell::Cell, collections::BTreeMap};
use uuid::Uuid;

/// In the order of the questions; 6 is "weet ik niet", 7 "wil ik niet zeggen".
const TAPPED: [u8; 23] = [4, 2, 5, 6, 1, 4, 2, 5, 3, 1, 4, 7, 5, 3, 1, 4, 2, 5, 3, 5, 4, 2, 5];
const BUNDLE: Uuid = Uuid::from_u128(0x019a_a648_5a00_7000_8000_0000_0000_00b1);

#[test]
fn what_is_tapped_is_what_the_organisation_opens() {
    let instrument = Instrument::built_in("resident.v1").unwrap().unwrap();
    let vault = vault();
    let (case, session) = begin(&instrument);
    let mut file = wait(vault.begin(case.clone(), session.clone())).unwrap();
    let session = tap(&vault, &mut file, session, &instrument);

    let response = session.complete(&instrument, instrument.norm(), at("10:20")).unwrap();
    let job =
        Job { bundle_id: BUNDLE, responses: vec![Revision::of(&response)], created: at("10:20") };
    wait(vault.complete(&mut file, response, Some(job))).unwrap();

    // As after starting again: everything comes out of the store.
    let mut file = wait(vault.cases()).unwrap().remove(0).unwrap();
    let kept = file.responses().next().unwrap().clone();
    let organisation = Organisation::make();
    let bytes = seal(&vault, &file, &kept, &organisation);
    wait(vault.finish_job(&mut file, BUNDLE, &bytes)).unwrap();
    assert!(file.pending_jobs().next().is_none());

    let handed_in = wait(outbox::list(vault.store())).unwrap().remove(0).unwrap();
    assert_eq!(handed_in.bundle_id, BUNDLE);
    let opened = draagkracht_bundle::open(&handed_in.bytes, &[organisation]).unwrap();
    let expected = Contents { cases: vec![case], responses: vec![kept], ..Contents::default() };
    assert_eq!(opened.contents, expected);
    check(&opened.contents.responses[0], &instrument);
}

/// Tapped answers as they are recorded, and their score as worked out by hand: competences
/// 4+2+5+1+4+2+5 = 23 of 7, social capital 3+1+4+5+3+1 = 17 of 6, and of the domains
/// 4 2 5 3 5 4 2 5 five are at 4 or 5. 23/7 is below 3.78 and 17/6 below 3.29: type 1.
fn check(response: &Response, instrument: &Instrument) {
    let expected: BTreeMap<_, _> = instrument
        .items()
        .iter()
        .zip(TAPPED)
        .map(|(item, tapped)| (item.id.clone(), Recorded::Answered(choice(tapped))))
        .collect();
    assert_eq!(response.answers, expected);
    let score = &response.score;
    let mean = |name: &str| match score.components[name] {
        ComponentScore::Mean { sum, answered, .. } => (sum, answered),
        ComponentScore::Count { .. } => panic!("{name} has no mean"),
    };
    assert_eq!(mean("competences"), (23, 7));
    assert_eq!(mean("social_capital"), (17, 6));
    assert_eq!(score.components["burden"].count(), Some(5));
    assert_eq!(score.capacity_type.map(u8::from), Some(1));
    assert_eq!(*score, Score::of(instrument, instrument.norm(), &response.answers));
}

fn choice(tapped: u8) -> Answer {
    match tapped {
        6 => Answer::DontKnow,
        7 => Answer::WontSay,
        value => Answer::Value(Likert::new(value).unwrap()),
    }
}

/// Every answer saved as it is given; each time the list goes on from what was kept.
fn tap(
    vault: &Vault<MemoryStore>,
    file: &mut CaseFile,
    mut session: Session,
    instrument: &Instrument,
) -> Session {
    for (item, tapped) in instrument.items().iter().zip(TAPPED) {
        session.answer(instrument, &item.id, choice(tapped)).unwrap();
        session.next(instrument).unwrap();
        wait(vault.save_session(file, &session)).unwrap();
        *file = wait(vault.case(file.id())).unwrap().unwrap();
        session = file.sessions().next().unwrap().clone();
    }
    assert_eq!(session.place(), Place::Check);
    session
}

/// By the worker's own messages, with keys that it made and the vault keeps.
fn seal(
    vault: &Vault<MemoryStore>,
    file: &CaseFile,
    response: &Response,
    organisation: &Organisation,
) -> Vec<u8> {
    let (Outcome::DeviceKeys { secret, .. }, _) = work(&Work::MakeDeviceKeys) else {
        panic!("no keys");
    };
    wait(vault.put_device_keys(&secret)).unwrap();
    let job = file.pending_jobs().next().unwrap();
    assert!(job.covers(response));
    let (outcome, bytes) = work(&Work::Seal(Box::new(SealJob {
        bundle_id: job.bundle_id,
        created: job.created.clone(),
        app_version: "0.1.0".to_owned(),
        recipients: vec![organisation.recipient().to_string()],
        device_keys: wait(vault.device_keys()).unwrap().unwrap().to_string(),
        cases: vec![file.case().unwrap().clone()],
        responses: vec![response.clone()],
    })));
    assert!(matches!(outcome, Outcome::Sealed { .. }), "{outcome:?}");
    bytes.unwrap()
}

fn work(job: &Work) -> (Outcome, Option<Vec<u8>>) {
    let message = answer(Message { head: binary::to_bytes(job).unwrap(), bytes: None });
    (binary::from_bytes(&message.head).unwrap(), message.bytes)
}

fn vault() -> Vault<MemoryStore> {
    let key = DataKey::filled_by(|bytes| bytes.fill(7));
    wait(Vault::create(MemoryStore::default(), OWN, key, b"a wrap".to_vec(), counting)).unwrap()
}

fn begin(instrument: &Instrument) -> (Case, Session) {
    let yes = Consent { given: true, since: at("10:00") };
    let case = Case {
        format: draagkracht_core::case::FORMAT.to_owned(),
        version: draagkracht_core::case::VERSION,
        case_id: Uuid::from_u128(0x019a_a648_5a00_7000_8000_0000_0000_00c1),
        case_code: "73D0-9NZF".parse().unwrap(),
        person: Person::first(),
        created: at("10:00"),
        consents: Consents { support: yes.clone(), research: yes },
    };
    let identity = Identity {
        response_id: Uuid::from_u128(0x019a_a648_5a00_7000_8000_0000_0000_00a1),
        case_id: case.case_id,
        case_code: case.case_code,
        person: case.person.clone(),
        rater: instrument.rater(),
        pseudonym: None,
        moment: Moment::T1,
        started: at("10:01"),
    };
    (case, Session::begin(identity, instrument))
}

fn at(time: &str) -> Timestamp {
    Timestamp::try_from(format!("2026-11-21T{time}:00Z")).unwrap()
}

/// Not random, and never the same twice: what a vault needs of a nonce.
fn counting(bytes: &mut [u8]) {
    thread_local!(static COUNT: Cell<u64> = const { Cell::new(0) });
    for chunk in bytes.chunks_mut(8) {
        let next = COUNT.get() + 1;
        COUNT.set(next);
        chunk.copy_from_slice(&next.to_be_bytes()[8 - chunk.len()..]);
    }
}
