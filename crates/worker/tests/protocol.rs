//! The worker's messages, as the app sends and reads them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "how a test says no")]

#[path = "../../bundle/tests/common/mod.rs"]
mod common;

use common::{BUNDLE_ID, contents, identity};
use draagkracht_bundle::{armor, device::DeviceCode, open};
use draagkracht_core::{
    binary,
    sealing::{FailureCode, Job, Outcome, SealJob},
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
