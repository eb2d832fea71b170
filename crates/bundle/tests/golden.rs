//! A bundle of version 1, made once: every later program opens it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "how a test says no")]

mod common;

use common::{BUNDLE_ID, contents, contents_with_plan, device, identity};
use draagkracht_bundle::{Receipt, armor, open};
use draagkracht_core::timestamp::Timestamp;
use std::{fs, path::Path};

const BINARY: &[u8] = include_bytes!("vectors/bundle.v1.age");
const TEXT: &[u8] = include_bytes!("vectors/bundle.v1.age.txt");

const WITH_PLAN: &[u8] = include_bytes!("vectors/bundle.v1.plan.age");
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

/// The same for the receipt of the bundle that is there.
#[test]
#[ignore = "writes the vectors"]
fn make_the_vectors_of_the_receipt() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    let signed = receipt().sign(&device().signing).unwrap();
    fs::write(folder.join("receipt.v1.json"), signed.json).unwrap();
    fs::write(folder.join("receipt.v1.json.minisig"), signed.minisig).unwrap();
}
