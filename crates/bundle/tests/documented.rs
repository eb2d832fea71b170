//! docs/format.md says what the code does: every vector in it is read and compared.
#![allow(clippy::unwrap_used, clippy::panic, reason = "how a test says no")]

mod common;

use common::{
    case_file::{case_contents, colleague},
    contents, contents_with_answers, device, identity,
};
use draagkracht_bundle::{
    Digest, Receipt, archive::unpack, device::DeviceCode, envelope::decrypt, manifest::Manifest,
};
use draagkracht_core::{
    case_code::CaseCode, config::Config, invitation::Invitation, norm::NormFile,
    person::Rater::Resident,
};
use serde_json::Value;
use std::io::Read as _;

const TEXT: &str = include_str!("../../../docs/format.md");
const CASE_FILE: &[u8] = include_bytes!("vectors/case-file.v1.age");
const WITH_ANSWERS: &[u8] = include_bytes!("vectors/bundle.v2.age");
const WITH_PAPERS: &[u8] = include_bytes!("vectors/case-file.v2.age");
const BUNDLE: &[u8] = include_bytes!("vectors/bundle.v1.age");

/// The block of code with this title.
fn block(title: &str) -> &'static str {
    let from = TEXT.find(&format!("```{title}\n")).unwrap_or_else(|| panic!("no block {title}"));
    let body = &TEXT[from + 4 + title.len()..];
    &body[..body.find("\n```").unwrap()]
}

fn json(title: &str) -> Value {
    serde_json::from_str(block(title)).unwrap()
}

#[test]
fn the_configuration_is_one() {
    let config = Config::load(block("json config").as_bytes()).unwrap();
    let code = device().code().unwrap();
    assert_eq!(config.recipients, [code.recipient.to_string()]);
    assert_eq!(config.receipt_key, Some(code.verifying.to_string()));
    assert_eq!(serde_json::to_value(&config).unwrap(), json("json config"));
}

#[test]
fn the_norm_is_one() {
    let norm = NormFile::load(block("json norm").as_bytes()).unwrap().for_rater(Resident);
    assert_eq!(
        (norm.name.as_str(), norm.cut_offs["competences"].to_string().as_str()),
        ("voorbeeld-2026", "3.78")
    );
}

#[test]
fn the_case_code_and_the_invitations_are_ones() {
    let code = CaseCode::from_random([7, 3, 13, 0, 9, 21, 31]);
    assert!(TEXT.contains(&format!("the code is `{code}`")));
    for line in block("text invitation").lines() {
        assert_eq!(line.parse(), Ok(Invitation::of(code)), "{line}");
    }
}

#[test]
fn the_apparaatcode_is_one() {
    let code: DeviceCode = block("text device").parse().unwrap();
    assert_eq!(code, device().code().unwrap());
}

#[test]
fn the_bundle_is_the_one_in_the_vectors() {
    let hashes = [BUNDLE, WITH_ANSWERS].map(|bundle| Digest::of(bundle).to_string());
    assert_eq!(block("text sha256").lines().collect::<Vec<_>>(), hashes);
    let ([manifest, ..], _) = unpack(&decrypt(BUNDLE, &[identity()]).unwrap()).unwrap();
    assert_eq!(format!("{}\n", block("json manifest")).as_bytes(), manifest);
    assert!(Manifest::read(block("json manifest").as_bytes()).is_ok());
}

#[test]
fn the_records_are_those_in_it() {
    let contents = contents_with_answers();
    assert_eq!(json("json case"), serde_json::to_value(&contents.cases[0]).unwrap());
    assert_eq!(json("json response"), serde_json::to_value(&contents.responses[0]).unwrap());
    assert_eq!(json("json plan"), serde_json::to_value(&contents.plans[0]).unwrap());
    assert_eq!(json("json note"), serde_json::to_value(&contents.notes[0]).unwrap());
    let answers = serde_json::to_value(&contents.form_responses[0]).unwrap();
    assert_eq!(json("json form-response"), answers);
}

#[test]
fn the_case_file_is_the_one_in_the_vectors() {
    let hashes = [CASE_FILE, WITH_PAPERS].map(|file| Digest::of(file).to_string());
    assert_eq!(block("text case-file").lines().collect::<Vec<_>>(), hashes);
    let packed = decrypt(CASE_FILE, &[colleague().identity]).unwrap();
    let mut archive = tar::Archive::new(flate2::read::GzDecoder::new(packed.as_slice()));
    let mut manifest = String::new();
    let mut first = archive.entries().unwrap().next().unwrap().unwrap();
    first.read_to_string(&mut manifest).unwrap();
    assert_eq!(format!("{}\n", block("json case-file")), manifest);
    let contents = case_contents();
    assert_eq!(json("json dossier"), serde_json::to_value(&contents.dossier).unwrap());
    assert_eq!(json("json session"), serde_json::to_value(&contents.sessions[0]).unwrap());
}

#[test]
fn the_receipt_is_the_one_in_the_vectors() {
    let json = format!("{}\n", block("json receipt"));
    assert_eq!(json.as_bytes(), include_bytes!("vectors/receipt.v1.json"));
    let minisig = format!("{}\n", block("text receipt"));
    assert_eq!(minisig, include_str!("vectors/receipt.v1.json.minisig"));
    let key = device().code().unwrap().verifying;
    let receipt = Receipt::verify(json.as_bytes(), &minisig, &key).unwrap();
    assert_eq!(receipt.sha256, Digest::of(BUNDLE));
    let listed = receipt.revisions.responses.iter().map(|one| (one.id, one.case_id, one.revision));
    let contents = contents();
    let sealed = contents.responses.iter().map(|r| (r.response_id, r.case_id, r.revision));
    assert!(listed.eq(sealed));
}
