//! The worker's messages, as the app sends and reads them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "how a test says no")]

#[path = "../../bundle/tests/common/mod.rs"]
mod common;

use common::{BUNDLE_ID, contents, device, identity};
use draagkracht_bundle::{
    armor,
    device::{DeviceCode, DeviceKeys},
    open,
};
use draagkracht_core::{
    binary,
    sealing::{FailureCode, Job, Outcome, SealJob},
    timestamp::Timestamp,
};
use draagkracht_worker::{Message, answer};
use uuid::Uuid;

/// Asks, and gives the reply and the bytes beside it.
fn ask(job: &Job, bytes: Option<Vec<u8>>) -> (Outcome, Option<Vec<u8>>) {
    let reply = answer(Message { head: binary::to_bytes(job).unwrap(), bytes });
    (binary::from_bytes(&reply.head).unwrap(), reply.bytes)
}

fn seal_job() -> SealJob {
    let Outcome::DeviceKeys { secret, .. } = ask(&Job::MakeDeviceKeys, None).0 else { panic!() };
    let contents = contents();
    SealJob {
        bundle_id: Uuid::parse_str(BUNDLE_ID).unwrap(),
        created: contents.cases[0].created.clone(),
        app_version: "0.1.0".to_owned(),
        recipients: vec![identity().recipient().to_string()],
        device_keys: secret,
        cases: contents.cases,
        responses: contents.responses,
    }
}

fn refusal(change: impl FnOnce(&mut SealJob)) -> FailureCode {
    let mut job = seal_job();
    change(&mut job);
    match ask(&Job::Seal(Box::new(job)), None) {
        (Outcome::Failed(failure), None) => failure.code,
        other => panic!("{other:?}"),
    }
}

#[test]
fn device_keys_come_with_their_code() {
    let (Outcome::DeviceKeys { secret, code, fingerprint }, None) = ask(&Job::MakeDeviceKeys, None)
    else {
        panic!()
    };
    let read: DeviceCode = code.parse().unwrap();
    assert_eq!(read.fingerprint(), fingerprint);
    assert!(secret.starts_with("draagkracht-device-keys:1:"));
}

#[test]
fn what_is_sealed_opens_in_both_forms() {
    let (Outcome::Sealed { sha256 }, Some(bytes)) = ask(&Job::Seal(Box::new(seal_job())), None)
    else {
        panic!()
    };
    let opened = open(&bytes, &[identity()]).unwrap();
    assert_eq!((opened.contents, opened.sha256.to_string()), (contents(), sha256.clone()));
    let (Outcome::Armored { text }, None) = ask(&Job::Armor, Some(bytes.clone())) else { panic!() };
    assert_eq!(*armor::to_binary(text.as_bytes()).unwrap(), bytes);
    assert_eq!(open(text.as_bytes(), &[identity()]).unwrap().sha256.to_string(), sha256);
}

#[test]
fn every_failure_has_its_code() {
    assert_eq!(refusal(|job| job.recipients.clear()), FailureCode::NoRecipient);
    assert_eq!(refusal(|job| job.recipients.push("age1x".into())), FailureCode::RecipientInvalid);
    assert_eq!(refusal(|job| job.device_keys.push('x')), FailureCode::DeviceKeysInvalid);
    assert_eq!(refusal(|job| job.cases.clear()), FailureCode::RecordInvalid);
    let (Outcome::Failed(failure), None) = ask(&Job::Armor, None) else { panic!() };
    assert_eq!(failure.code, FailureCode::RequestInvalid);
}

const RECEIPT: &[u8] = include_bytes!("../../bundle/tests/vectors/receipt.v1.json");
const MINISIG: &str = include_str!("../../bundle/tests/vectors/receipt.v1.json.minisig");

/// What the worker says of a receipt; `key` is the one in `config.json`.
fn receipt(key: &str, json: &[u8], minisig: &str) -> Outcome {
    let job =
        Job::Receipt { key: key.to_owned(), json: json.to_vec(), minisig: minisig.to_owned() };
    let (outcome, beside) = ask(&job, None);
    assert_eq!(beside, None);
    outcome
}

/// The receipt of the vectors as a newer or another program would write it, and sign.
fn signed_anew(from: &str, to: &str) -> Outcome {
    let json = String::from_utf8(RECEIPT.to_vec()).unwrap();
    assert!(json.contains(from));
    let json = json.replacen(from, to, 1).into_bytes();
    let minisig = device().signing.sign(&json, "trusted", "untrusted").unwrap();
    receipt(&device().code().unwrap().verifying.to_string(), &json, &minisig)
}

#[test]
fn a_receipt_says_which_bundle_and_which_revisions_were_received() {
    let key = device().code().unwrap().verifying.to_string();
    let responses = contents().responses;
    let sha256 = "d34c15c4df7ea82c35ea26d27106e2e0d0be8379523118ef359a079cf6373a8d";
    let expected = Outcome::Receipt {
        bundle_id: Uuid::parse_str(BUNDLE_ID).unwrap(),
        sha256: sha256.to_owned(),
        received: Timestamp::try_from("2026-11-21T12:40:00Z".to_owned()).unwrap(),
        responses: responses.iter().map(|one| (one.response_id, one.revision)).collect(),
    };
    assert_eq!(receipt(&key, RECEIPT, MINISIG), expected);
}

#[test]
fn a_receipt_that_does_not_count_has_its_code() {
    let code = |outcome| match outcome {
        Outcome::Failed(failure) => failure.code,
        other => panic!("{other:?}"),
    };
    let key = device().code().unwrap().verifying.to_string();
    let other = DeviceKeys::make().unwrap().code().unwrap().verifying.to_string();
    assert_eq!(code(receipt("", RECEIPT, MINISIG)), FailureCode::KeyInvalid);
    assert_eq!(code(receipt(&other, RECEIPT, MINISIG)), FailureCode::ReceiptInvalid);
    assert_eq!(code(receipt(&key, RECEIPT, "")), FailureCode::ReceiptInvalid);
    let mut flipped = RECEIPT.to_vec();
    flipped[100] ^= 1;
    assert_eq!(code(receipt(&key, &flipped, MINISIG)), FailureCode::ReceiptInvalid);
    let newer = signed_anew("\"version\": 1", "\"version\": 2");
    assert_eq!(code(newer), FailureCode::ReceiptNewer);
    let field = signed_anew("\"version\": 1", "\"version\": 1, \"by\": \"us\"");
    assert_eq!(code(field), FailureCode::ReceiptInvalid);
}

/// The app of another release must hear of it, whatever it sent.
#[test]
fn a_message_that_is_no_job_is_answered_too() {
    let longer = [binary::to_bytes(&Job::Armor).unwrap(), vec![0]].concat();
    for head in [vec![], vec![9], vec![1, 255], longer] {
        let reply = answer(Message { head, bytes: None });
        let Outcome::Failed(failure) = binary::from_bytes(&reply.head).unwrap() else { panic!() };
        assert_eq!(failure.code, FailureCode::RequestInvalid);
    }
}
