//! A bundle of version 1, made once: every later program opens it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "how a test says no")]

mod common;

use common::{BUNDLE_ID, contents, device, identity};
use draagkracht_bundle::{Receipt, armor, open};
use draagkracht_core::timestamp::Timestamp;
use std::{fs, path::Path};

const BINARY: &[u8] = include_bytes!("vectors/bundle.v1.age");
const TEXT: &[u8] = include_bytes!("vectors/bundle.v1.age.txt");

const RECEIPT: &[u8] = include_bytes!("vectors/receipt.v1.json");
const RECEIPT_SIGNATURE: &str = include_str!("vectors/receipt.v1.json.minisig");

/// Also in docs/format.md.
const SHA256: &str = "1ca243320b2f0b90270c9667dfe72f2794cf4c4df1ef35942e8fa866a87f7860";

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

/// Makes the vectors anew; only for a new version of the format, beside the old ones.
/// `cargo test -p draagkracht-bundle --test golden -- --ignored`
#[test]
#[ignore = "writes the vectors"]
fn make_the_vectors() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    let sealed = common::sealed(&contents());
    fs::write(folder.join("bundle.v1.age"), &sealed).unwrap();
    fs::write(folder.join("bundle.v1.age.txt"), armor::to_armor(&sealed).unwrap()).unwrap();
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
