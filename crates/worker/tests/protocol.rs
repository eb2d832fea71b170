//! The worker's messages, as the app sends and reads them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "how a test says no")]

#[path = "../../bundle/tests/common/mod.rs"]
mod common;

use common::{
    BUNDLE_ID,
    case_file::{case_contents, colleague, sealed_to},
    conditions_identity, contents, contents_of_conditions, contents_with_answers, device, identity,
    sealed_to as sealed_bundle,
};
use draagkracht_bundle::{
    Contents, Digest, Receipt, armor,
    device::{DeviceCode, DeviceKeys},
    envelope::{decrypt, encrypt},
    open,
};
use draagkracht_core::{
    binary,
    papers::Papers,
    sealing::{FailureCode, Job, OpenedCase, Outcome, SealCaseJob, SealJob},
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

/// Why it was not done.
fn failed(outcome: Outcome) -> FailureCode {
    match outcome {
        Outcome::Failed(failure) => failure.code,
        other => panic!("{other:?}"),
    }
}

/// The same of a whole reply, which has no bytes beside it.
fn code((outcome, beside): (Outcome, Option<Vec<u8>>)) -> FailureCode {
    assert_eq!(beside, None);
    failed(outcome)
}

fn refusal(change: impl FnOnce(&mut SealJob)) -> FailureCode {
    let mut job = seal_job();
    change(&mut job);
    code(ask(&Job::Seal(Box::new(job)), None))
}

/// What a professional wrote, as it lies beside a message.
fn papers(contents: Contents) -> Papers {
    let Contents { plans, notes, form_responses, .. } = contents;
    Papers { plans, notes, form_responses }
}

#[test]
fn papers_beside_the_job_are_sealed_with_it_and_private_notes_only_on_request() {
    let seal = |papers: &Papers| {
        ask(&Job::Seal(Box::new(seal_job())), Some(binary::to_bytes(papers).unwrap()))
    };
    let all = papers(contents_with_answers());
    let opened = open(&seal(&all).1.unwrap(), &[identity()]).unwrap();
    assert_eq!(opened.contents, contents_with_answers());
    let mut private = all;
    private.notes[0].hand_in = false;
    assert_eq!(code(seal(&private)), FailureCode::RecordInvalid);
    let opened = open(&seal(&private.to_hand_in()).1.unwrap(), &[identity()]).unwrap();
    assert_eq!(opened.contents, Contents { notes: vec![], ..contents_with_answers() });
    let reply = ask(&Job::Seal(Box::new(seal_job())), Some(b"x".to_vec()));
    assert_eq!(code(reply), FailureCode::RequestInvalid);
}

#[test]
fn working_conditions_are_sealed_to_their_own_recipient_without_a_case() {
    let mut job = seal_job();
    job.recipients = vec![conditions_identity().recipient().to_string()];
    let papers = Some(binary::to_bytes(&papers(contents_of_conditions())).unwrap());
    let beside_a_case = ask(&Job::Seal(Box::new(job.clone())), papers.clone());
    assert_eq!(code(beside_a_case), FailureCode::RecordInvalid);
    (job.cases, job.responses) = (vec![], vec![]);
    let (_, sealed) = ask(&Job::Seal(Box::new(job)), papers);
    let opened = open(&sealed.unwrap(), &[conditions_identity()]).unwrap();
    assert_eq!(opened.contents, contents_of_conditions());
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
fn a_device_code_is_shown_and_read() {
    let known = device().code().unwrap();
    let expected = |outcome| match outcome {
        Outcome::DeviceCode { code, fingerprint } => {
            assert_eq!((code, fingerprint), (known.to_string(), known.fingerprint()));
        }
        other => panic!("{other:?}"),
    };
    let device_keys = device().to_secret().unwrap().to_string();
    expected(ask(&Job::OwnDeviceCode { device_keys }, None).0);
    let code = known.to_string();
    let (one, rest) = code.split_at(70);
    expected(ask(&Job::ReadDeviceCode { text: format!(" {one}\r\n{rest}\n") }, None).0);
}

#[test]
fn what_is_no_device_code_is_refused() {
    let own = Job::OwnDeviceCode { device_keys: "P1".to_owned() };
    assert_eq!(code(ask(&own, None)), FailureCode::DeviceKeysInvalid);
    let right = device().code().unwrap().to_string();
    let last = if right.ends_with('0') { "1" } else { "0" };
    let changed = format!("{}{last}", &right[..right.len() - 1]);
    for text in ["", "P1", &right[..60], &changed] {
        let read = Job::ReadDeviceCode { text: text.to_owned() };
        assert_eq!(code(ask(&read, None)), FailureCode::DeviceCodeInvalid, "{text}");
    }
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
fn a_receipt_says_so_of_papers_and_of_working_conditions_too() {
    let key = device().code().unwrap().verifying.to_string();
    for (contents, identity) in
        [(contents_with_answers(), identity()), (contents_of_conditions(), conditions_identity())]
    {
        let opened = open(&sealed_bundle(&contents, &identity.recipient()), &[identity]).unwrap();
        let signed = Receipt::make(&opened, Timestamp::default()).sign(&device().signing).unwrap();
        let outcome = receipt(&key, &signed.json, &signed.minisig);
        let Outcome::Receipt { responses, .. } = outcome else { panic!("{outcome:?}") };
        let papers = papers(contents.clone());
        let mut expected: Vec<_> =
            contents.responses.iter().map(|one| (one.response_id, one.revision)).collect();
        expected.extend(papers.plans.iter().map(|plan| (plan.plan_id, plan.revision.get())));
        expected.extend(papers.notes.iter().map(|note| (note.note_id, note.revision.get())));
        let answers = papers.form_responses.iter();
        expected.extend(answers.map(|one| (one.response_id, one.revision.get())));
        assert_eq!(responses, expected);
    }
}

#[test]
fn a_receipt_that_does_not_count_has_its_code() {
    let key = device().code().unwrap().verifying.to_string();
    let other = DeviceKeys::make().unwrap().code().unwrap().verifying.to_string();
    assert_eq!(failed(receipt("", RECEIPT, MINISIG)), FailureCode::KeyInvalid);
    assert_eq!(failed(receipt(&other, RECEIPT, MINISIG)), FailureCode::ReceiptInvalid);
    assert_eq!(failed(receipt(&key, RECEIPT, "")), FailureCode::ReceiptInvalid);
    let mut flipped = RECEIPT.to_vec();
    flipped[100] ^= 1;
    assert_eq!(failed(receipt(&key, &flipped, MINISIG)), FailureCode::ReceiptInvalid);
    let newer = signed_anew("\"version\": 1", "\"version\": 3");
    assert_eq!(failed(newer), FailureCode::ReceiptNewer);
    let field = signed_anew("\"version\": 1", "\"version\": 1, \"by\": \"us\"");
    assert_eq!(failed(field), FailureCode::ReceiptInvalid);
}

fn seal_case_job() -> SealCaseJob {
    SealCaseJob {
        created: contents().cases[0].created.clone(),
        app_version: "0.1.0".to_owned(),
        to: colleague().code().unwrap().to_string(),
        device_keys: device().to_secret().unwrap().to_string(),
        pseudonym: "P1".to_owned(),
        contents: case_contents(),
    }
}

#[test]
fn a_case_for_a_colleague_opens_on_their_device() {
    let (Outcome::Sealed { sha256 }, Some(bytes)) =
        ask(&Job::SealCase, Some(binary::to_bytes(&seal_case_job()).unwrap()))
    else {
        panic!()
    };
    assert_eq!(sha256, Digest::of(&bytes).to_string());
    let device_keys = colleague().to_secret().unwrap().to_string();
    let (Outcome::Case, Some(opened)) = ask(&Job::OpenCase { device_keys }, Some(bytes.clone()))
    else {
        panic!()
    };
    let expected = OpenedCase {
        created: contents().cases[0].created.clone(),
        pseudonym: "P1".to_owned(),
        fingerprint: device().code().unwrap().fingerprint(),
        contents: case_contents(),
    };
    assert_eq!(binary::from_bytes(&opened), Ok(expected.clone()));
    let device_keys = colleague().to_secret().unwrap().to_string();
    let armored = armor::to_armor(&bytes).unwrap().into_bytes();
    let (_, Some(opened)) = ask(&Job::OpenCase { device_keys }, Some(armored)) else { panic!() };
    assert_eq!(binary::from_bytes(&opened), Ok(expected));
}

#[test]
fn a_case_that_is_not_sealed_has_its_code() {
    let refusal = |change: fn(&mut SealCaseJob)| {
        let mut job = seal_case_job();
        change(&mut job);
        code(ask(&Job::SealCase, Some(binary::to_bytes(&job).unwrap())))
    };
    assert_eq!(refusal(|job| job.to = "P2".to_owned()), FailureCode::DeviceCodeInvalid);
    assert_eq!(refusal(|job| job.device_keys.clear()), FailureCode::DeviceKeysInvalid);
    assert_eq!(refusal(|job| job.pseudonym = "\u{1b}".to_owned()), FailureCode::RecordInvalid);
    let twice = |job: &mut SealCaseJob| job.contents.sessions.extend(case_contents().sessions);
    assert_eq!(refusal(twice), FailureCode::RecordInvalid);
    for beside in [None, Some(vec![]), Some(b"text".to_vec())] {
        assert_eq!(code(ask(&Job::SealCase, beside)), FailureCode::RequestInvalid);
    }
}

#[test]
fn a_case_file_that_is_refused_has_its_code() {
    let refusal = |keys: &DeviceKeys, bytes: Vec<u8>| {
        let device_keys = keys.to_secret().unwrap().to_string();
        code(ask(&Job::OpenCase { device_keys }, Some(bytes)))
    };
    let right = sealed_to(&colleague().code().unwrap(), &case_contents());
    assert_eq!(refusal(&device(), right.clone()), FailureCode::OtherDevice);
    let packed = decrypt(&right, &[colleague().identity]).unwrap();
    let passed_on = encrypt(&packed, &[device().identity.recipient()]).unwrap();
    assert_eq!(refusal(&device(), passed_on), FailureCode::OtherDevice);
    let mut flipped = right.clone();
    *flipped.last_mut().unwrap() ^= 1;
    assert_eq!(refusal(&colleague(), flipped), FailureCode::CaseFileDamaged);
    let armored = armor::to_armor(&right).unwrap();
    let cut = armored.split("-----END").next().unwrap();
    assert_eq!(refusal(&colleague(), cut.into()), FailureCode::CaseFileDamaged);
    for other in [b"".as_slice(), b"text", b"PK\x03\x04"] {
        assert_eq!(refusal(&colleague(), other.to_vec()), FailureCode::NoCaseFile);
    }
    let newer = [b"age-encryption.org/v2".as_slice(), &right[21..]].concat();
    assert_eq!(refusal(&colleague(), newer), FailureCode::CaseFileNewer);
    let other = encrypt(b"text", &[colleague().identity.recipient()]).unwrap();
    assert_eq!(refusal(&colleague(), other), FailureCode::CaseFileInvalid);
    let keys = Job::OpenCase { device_keys: String::new() };
    assert_eq!(code(ask(&keys, Some(right))), FailureCode::DeviceKeysInvalid);
    let device_keys = colleague().to_secret().unwrap().to_string();
    assert_eq!(code(ask(&Job::OpenCase { device_keys }, None)), FailureCode::RequestInvalid);
}

/// The app of another release must hear of it, whatever it sent.
#[test]
fn a_message_that_is_no_job_is_answered_too() {
    let longer = [binary::to_bytes(&Job::Armor).unwrap(), vec![0]].concat();
    for head in [vec![], vec![99], vec![1, 255], longer] {
        let reply = answer(Message { head, bytes: None });
        let Outcome::Failed(failure) = binary::from_bytes(&reply.head).unwrap() else { panic!() };
        assert_eq!(failure.code, FailureCode::RequestInvalid);
    }
}
