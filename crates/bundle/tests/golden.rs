//! A bundle of version 1, made once: every later program opens it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "how a test says no")]

mod common;

use common::{
    BUNDLE_ID, conditions_identity, contents, contents_of_conditions, contents_with_answers,
    contents_with_plan, device, identity,
};
use draagkracht_bundle::{
    OpenError, Receipt, armor,
    envelope::{EnvelopeError, Identity},
    open,
};
use draagkracht_core::timestamp::Timestamp;
use std::{fs, path::Path};

const BINARY: &[u8] = include_bytes!("vectors/bundle.v1.age");
const TEXT: &[u8] = include_bytes!("vectors/bundle.v1.age.txt");

const WITH_PLAN: &[u8] = include_bytes!("vectors/bundle.v1.plan.age");
const WITH_ANSWERS: &[u8] = include_bytes!("vectors/bundle.v2.age");
const CONDITIONS: &[u8] = include_bytes!("vectors/bundle.v2.conditions.age");
const RECEIPT: &[u8] = include_bytes!("vectors/receipt.v1.json");
const RECEIPT_SIGNATURE: &str = include_str!("vectors/receipt.v1.json.minisig");

/// Also in docs/format.md.
const SHA256: &str = "d34c15c4df7ea82c35ea26d27106e2e0d0be8379523118ef359a079cf6373a8d";

#[test]
fn a_bundle_of_version_1_is_opened_forever() {
    for form in [BINARY, TEXT] {
        let opened = open(form, &[identity()]).unwrap();
        assert_eq!(opened.manifest.bundle_id.to_string(), BUNDLE_ID);
        assert_eq!(opened.manifest.app_version, "0.1.0");
        assert_eq!(opened.device, device().code().unwrap());
        assert_eq!(opened.contents, contents());
        assert_eq!(opened.sha256.to_string(), SHA256);
    }
}

#[test]
fn so_is_one_with_a_plan_and_a_note() {
    let opened = open(WITH_PLAN, &[identity()]).unwrap();
    assert_eq!(opened.contents, contents_with_plan());
    assert_eq!((opened.manifest.counts.plans, opened.manifest.counts.notes), (1, 1));
}

#[test]
fn a_bundle_of_version_2_is_opened_forever() {
    let opened = open(WITH_ANSWERS, &[identity()]).unwrap();
    assert_eq!(opened.contents, contents_with_answers());
    assert_eq!((opened.manifest.version, opened.manifest.counts.form_responses), (2, Some(1)));
    let opened = open(CONDITIONS, &[conditions_identity()]).unwrap();
    assert_eq!(opened.contents, contents_of_conditions());
    assert_eq!(opened.manifest.counts.cases, 0);
    let organisation = open(CONDITIONS, &[identity()]).unwrap_err();
    assert_eq!(organisation, OpenError::Envelope(EnvelopeError::OtherKey));
}

#[test]
fn without_answers_to_lists_of_a_professional_it_is_still_version_1() {
    let opened = open(&common::sealed(&contents_with_plan()), &[identity()]).unwrap();
    assert_eq!((opened.manifest.version, opened.manifest.counts.form_responses), (1, None));
    assert_eq!(Receipt::make(&opened, Timestamp::default()).version, 1);
}

/// The receipt for [`BINARY`].
fn receipt() -> Receipt {
    let opened = open(BINARY, &[identity()]).unwrap();
    Receipt::make(&opened, Timestamp::try_from("2026-11-21T12:40:00Z".to_owned()).unwrap())
}

#[test]
fn a_receipt_of_version_1_is_verified_forever() {
    let key = device().code().unwrap().verifying;
    assert_eq!(Receipt::verify(RECEIPT, RECEIPT_SIGNATURE, &key), Ok(receipt()));
    assert_eq!(receipt().sign(&device().signing).unwrap().json, RECEIPT);
}

#[test]
fn a_receipt_names_plans_and_notes_too() {
    let opened = open(WITH_PLAN, &[identity()]).unwrap();
    let receipt = Receipt::make(&opened, Timestamp::default());
    assert_eq!((receipt.revisions.plans.len(), receipt.revisions.notes.len()), (1, 1));
    let signed = receipt.sign(&device().signing).unwrap();
    let key = device().code().unwrap().verifying;
    assert_eq!(Receipt::verify(&signed.json, &signed.minisig, &key), Ok(receipt));
}

#[test]
fn a_receipt_of_version_2_names_answers_with_their_case_and_working_conditions_with_none() {
    let key = device().code().unwrap().verifying;
    for (bundle, identity) in [(WITH_ANSWERS, identity()), (CONDITIONS, conditions_identity())] {
        let opened = open(bundle, &[identity]).unwrap();
        let receipt = Receipt::make(&opened, Timestamp::default());
        let answers = &opened.contents.form_responses[0];
        let listed = receipt.revisions.form_responses.as_deref().unwrap();
        assert_eq!((receipt.version, listed.len()), (2, 1));
        assert_eq!((listed[0].id, listed[0].revision), (answers.response_id, 2));
        assert_eq!(listed[0].case_id, answers.case.as_ref().map(|case| case.case_id));
        let signed = receipt.sign(&device().signing).unwrap();
        assert_eq!(Receipt::verify(&signed.json, &signed.minisig, &key), Ok(receipt));
    }
}

/// Makes the vectors anew; only for a new version of the format, beside the old ones.
/// `cargo test -p draagkracht-bundle --test golden -- --ignored make_the_vectors`
#[test]
#[ignore = "writes the vectors"]
fn make_the_vectors() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    let sealed = common::sealed(&contents());
    fs::write(folder.join("bundle.v1.age"), &sealed).unwrap();
    fs::write(folder.join("bundle.v1.age.txt"), armor::to_armor(&sealed).unwrap()).unwrap();
}

/// The same for the one with a plan: `-- --ignored with_a_plan`.
#[test]
#[ignore = "writes a vector"]
fn make_the_vector_with_a_plan() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    fs::write(folder.join("bundle.v1.plan.age"), common::sealed(&contents_with_plan())).unwrap();
}

/// The same for those of version 2: `-- --ignored version_2`.
#[test]
#[ignore = "writes vectors"]
fn make_the_vectors_of_version_2() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    fs::write(folder.join("bundle.v2.age"), common::sealed(&contents_with_answers())).unwrap();
    let conditions = Identity::make();
    let key = format!("# public key: {}\n{}\n", conditions.recipient(), *conditions.to_line());
    fs::write(folder.join("conditions.key"), key).unwrap();
    let sealed = common::sealed_to(&contents_of_conditions(), &conditions.recipient());
    fs::write(folder.join("bundle.v2.conditions.age"), sealed).unwrap();
}

/// The same for the receipt of the bundle that is there.
#[test]
#[ignore = "writes the vectors"]
fn make_the_vectors_of_the_receipt() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    let signed = receipt().sign(&device().signing).unwrap();
    fs::write(folder.join("receipt.v1.json"), signed.json).unwrap();
    fs::write(folder.join("receipt.v1.json.minisig"), signed.minisig).unwrap();
}
