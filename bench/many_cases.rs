//! A professional's vault with many cases, each with both lists of all three moments, as records of the
//! database: for measuring the desk, see `desk.mjs`.
//!
//! usage: `cargo run --example many_cases -- COUNT PASSPHRASE > FILE`
#![expect(clippy::unwrap_used, clippy::panic, reason = "a tool of the benchmark")]

use draagkracht_core::{
    answer::{Answer, Likert},
    binary,
    case_code::CaseCode,
    dossier::Dossier,
    instrument::Instrument,
    person::Moment,
    response::Identity,
    sealing::{Job, Outcome},
    session::Session,
    store::{Area, MemoryStore, Store},
    timestamp::Timestamp,
};
use draagkracht_vault::{
    DataKey, Vault,
    lock::WrappingKey,
    wrap::{Cost, Wrap, Wraps},
};
use draagkracht_worker::{Message, answer};
use pollster::block_on as wait;
use std::{cell::Cell, env};
use uuid::Uuid;

/// Small: what is measured is what comes after it.
const COST: Cost = Cost { memory: 1024, passes: 1, lanes: 1 };
const SALT: [u8; 16] = *b"not random, so..";

fn main() {
    let arguments: Vec<String> = env::args().collect();
    let [_, count, passphrase] = arguments.as_slice() else { panic!("COUNT PASSPHRASE") };
    let id = uuid::Builder::from_random_bytes([7; 16]).into_uuid();
    let key = DataKey::generate(counting);
    let sealed = WrappingKey::of_passphrase(id, &derive(passphrase)).wrap(&key, counting);
    let wrap = Wrap::Passphrase { cost: COST, salt: SALT.to_vec(), sealed };
    let wraps = Wraps { label: Some("P07".to_owned()), wraps: vec![wrap] };
    let store = MemoryStore::default();
    let created = Vault::create(store, id, key, wraps.to_bytes().unwrap(), counting);
    let vault = wait(created).unwrap();
    let lists =
        ["resident.v1", "professional.v1"].map(|id| Instrument::built_in(id).unwrap().unwrap());
    for _ in 0..count.parse().unwrap() {
        add_case(&vault, &lists);
    }
    print(vault.store());
}

fn add_case(vault: &Vault<MemoryStore>, lists: &[Instrument]) {
    let dossier = Dossier::new(&now());
    let mut random = [0; 7];
    counting(&mut random);
    let code = CaseCode::from_random(random);
    let case = dossier.case_of(dossier.asked(), new_id(), code, now()).unwrap();
    let mut file = wait(vault.new_case(case.clone(), &dossier)).unwrap();
    for moment in Moment::ALL {
        for list in lists {
            let identity = Identity {
                response_id: new_id(),
                case_id: case.case_id,
                case_code: code,
                person: case.person.clone(),
                rater: list.rater(),
                pseudonym: None,
                moment,
                started: now(),
            };
            let mut session = Session::begin(identity, list);
            for (at, item) in list.items().iter().enumerate() {
                let value = Answer::Value(Likert::ALL[at % 5]);
                session.answer(list, &item.id, value).unwrap();
            }
            wait(vault.begin_session(&mut file, session.clone())).unwrap();
            let response = session.complete(list, list.norm(), now()).unwrap();
            wait(vault.complete(&mut file, response, None)).unwrap();
        }
    }
}

/// One JSON text: records by the store that they are in.
fn print(store: &MemoryStore) {
    let of_area = |area: Area| {
        let records = wait(store.all(area)).unwrap().into_iter().map(|(id, stored)| {
            serde_json::json!({ "id": id, "revision": stored.revision, "bytes": binary::hex(&stored.bytes) })
        });
        (area.as_str().to_owned(), records.collect::<serde_json::Value>())
    };
    let stores: serde_json::Map<_, _> = Area::ALL.into_iter().map(of_area).collect();
    println!("{}", serde_json::Value::Object(stores));
}

fn derive(passphrase: &str) -> Vec<u8> {
    let Cost { memory, passes, lanes } = COST;
    let (passphrase, salt) = (passphrase.to_owned(), SALT.to_vec());
    let job = Job::Derive { passphrase, salt, memory, passes, lanes };
    let message = answer(Message { head: binary::to_bytes(&job).unwrap(), bytes: None });
    assert_eq!(binary::from_bytes::<Outcome>(&message.head).unwrap(), Outcome::Derived);
    message.bytes.unwrap()
}

fn now() -> Timestamp {
    Timestamp::try_from("2026-11-21T10:00:00Z".to_owned()).unwrap()
}

fn new_id() -> Uuid {
    let mut bytes = [0; 16];
    counting(&mut bytes);
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}

/// Not random, and never the same twice (`SplitMix64`).
fn counting(bytes: &mut [u8]) {
    thread_local!(static COUNT: Cell<u64> = const { Cell::new(0) });
    for chunk in bytes.chunks_mut(8) {
        let count = COUNT.get() + 1;
        COUNT.set(count);
        let mut z = count.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        chunk.copy_from_slice(&(z ^ (z >> 31)).to_be_bytes()[..chunk.len()]);
    }
}
