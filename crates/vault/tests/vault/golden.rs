//! A vault that each release made is opened by every later one: `tests/golden/`, never rewritten.

use crate::{
    shelf::{Records, Shelf},
    world::{answer, case, create, is_answered, job, look, open, response, restart, wait},
};
use draagkracht_core::store::{Area, Stored};
use draagkracht_vault::outbox;
use serde_json::{Value, json};

const V1: &str = include_str!("../golden/vault-1.json");

/// One case in the middle of its list, one completed and sealed, one that is still to be sealed.
fn make() -> Shelf {
    restart();
    let shelf = Shelf::default();
    let vault = create(&shelf).unwrap();
    wait(vault.put_device_keys("the keys of this device")).unwrap();
    for n in 1..=3 {
        let (case, mut session) = case(n);
        let mut file = wait(vault.begin(case, session.clone())).unwrap();
        answer(&mut session);
        wait(vault.save_session(&mut file, &session)).unwrap();
        if n == 1 {
            continue;
        }
        while !is_answered(&session) {
            answer(&mut session);
        }
        wait(vault.complete(&mut file, response(&session), Some(job(&session)))).unwrap();
        if n == 2 {
            wait(vault.finish_job(&mut file, job(&session).bundle_id, b"sealed")).unwrap();
        }
    }
    shelf
}

fn load(golden: &str) -> Shelf {
    let golden: Value = serde_json::from_str(golden).unwrap();
    let records = golden["records"].as_array().unwrap().iter().map(|record| {
        let area = Area::ALL.into_iter().find(|area| area.as_str() == record["area"]).unwrap();
        let hex = record["bytes"].as_str().unwrap();
        let byte = |at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap();
        let bytes = (0..hex.len()).step_by(2).map(byte).collect();
        let revision = serde_json::from_value(record["revision"].clone()).unwrap();
        ((area, record["id"].as_str().unwrap().to_owned()), Stored { revision, bytes })
    });
    Shelf::with(records.collect())
}

fn written(records: &Records) -> String {
    let digit = |value: u8| char::from_digit(value.into(), 16).unwrap();
    let digits = |byte: &u8| [digit(byte >> 4), digit(byte & 15)];
    let hex = |bytes: &[u8]| bytes.iter().flat_map(digits).collect::<String>();
    let records: Vec<Value> = records
        .iter()
        .map(|((area, id), stored)| {
            let (revision, bytes) = (stored.revision, hex(&stored.bytes));
            json!({"area": area.as_str(), "id": id, "revision": revision, "bytes": bytes})
        })
        .collect();
    serde_json::to_string_pretty(&json!({ "key": hex(&[7; 32]), "records": records })).unwrap()
        + "\n"
}

#[test]
fn the_vault_of_version_1_is_opened() {
    let shelf = load(V1);
    let vault = open(&shelf).unwrap();
    assert_eq!(wait(vault.device_keys()).unwrap().unwrap().as_str(), "the keys of this device");
    let (files, damaged) = look(&vault);
    assert_eq!(damaged, vec![]);
    let [begun, sealed, waiting] = files.as_slice() else { panic!("{}", files.len()) };
    for (n, file) in (1..).zip(&files) {
        assert_eq!(file.case(), Some(&case(n).0));
    }
    let mut one = case(1).1;
    answer(&mut one);
    assert_eq!(begun.sessions().collect::<Vec<_>>(), [&one]);
    assert_eq!((sealed.responses().count(), sealed.sealed().len()), (1, 1));
    assert_eq!(waiting.pending_jobs().collect::<Vec<_>>(), [&job(&case(3).1)]);
    let outbox = wait(outbox::list(&shelf)).unwrap();
    assert_eq!(outbox[0].as_ref().unwrap().bytes, b"sealed");
}

#[test]
fn it_is_still_written_in_the_same_way() {
    assert!(written(&make().dump()) == V1, "a new format is a new version, and a new golden vault");
}

#[test]
#[ignore = "only before the first release: what is published is never written again"]
fn write() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/vault-1.json");
    std::fs::write(path, written(&make().dump())).unwrap();
}
