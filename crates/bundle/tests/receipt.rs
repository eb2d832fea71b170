//! A receipt says what was received, and everything else that calls itself one is refused.
#![allow(clippy::unwrap_used, clippy::panic, reason = "how a test says no")]

mod common;

use common::{BUNDLE_ID, contents, device, identity, sealed};
use draagkracht_bundle::{
    Receipt, ReceiptError, open,
    receipt::SignedReceipt,
    signature::{SignatureError, SigningKey},
};
use draagkracht_core::timestamp::Timestamp;
use serde_json::Value;

/// A change to the JSON of a receipt.
type Change = fn(&mut Value);

fn receipt() -> Receipt {
    let opened = open(&sealed(&contents()), &[identity()]).unwrap();
    Receipt::make(&opened, Timestamp::try_from("2026-11-21T12:40:00Z".to_owned()).unwrap())
}

/// Signs any text with the key of the vectors.
fn signed(json: &[u8]) -> SignedReceipt {
    let minisig = device().signing.sign(json, "trusted", "untrusted").unwrap();
    SignedReceipt { json: json.to_vec(), minisig }
}

fn verify(signed: &SignedReceipt) -> Result<Receipt, ReceiptError> {
    Receipt::verify(&signed.json, &signed.minisig, &device().code().unwrap().verifying)
}

/// What verifying says of a signed receipt with one change.
fn refusal(change: Change) -> String {
    let mut json = serde_json::to_value(receipt()).unwrap();
    change(&mut json);
    verify(&signed(&serde_json::to_vec(&json).unwrap())).unwrap_err().to_string()
}

#[test]
fn what_is_signed_is_read_back() {
    let receipt = receipt();
    let signed = receipt.sign(&device().signing).unwrap();
    assert_eq!(verify(&signed), Ok(receipt.clone()));
    let first = &contents().responses[0];
    assert!(receipt.covers_response(first.response_id, 1));
    assert!(!receipt.covers_response(first.response_id, 2));
    assert!(!receipt.covers_response(first.case_id, 1));
    assert!(
        signed.minisig.contains(&format!("trusted comment: draagkracht-receipt {BUNDLE_ID}\n"))
    );
}

#[test]
fn a_signature_that_does_not_fit() {
    let right = receipt().sign(&device().signing).unwrap();
    let wrong = Err(ReceiptError::Signature(SignatureError::Wrong));
    let other = receipt().sign(&SigningKey::make().unwrap()).unwrap();
    assert_eq!(verify(&other), wrong);
    let mut later = receipt();
    later.counts.cases = 2;
    let later = later.sign(&device().signing).unwrap();
    assert_eq!(verify(&SignedReceipt { json: later.json, minisig: right.minisig.clone() }), wrong);
    for at in [0, right.json.len() / 2, right.json.len() - 1] {
        let mut flipped = right.clone();
        flipped.json[at] ^= 1;
        assert_eq!(verify(&flipped), wrong, "flipped at {at}");
    }
    let form = Err(ReceiptError::Signature(SignatureError::Form));
    assert_eq!(verify(&SignedReceipt { minisig: String::new(), ..right }), form);
    assert_eq!(
        verify(&other).unwrap_err().to_string(),
        "the receipt's signature: the signature does not fit: something was changed after it was \
         signed"
    );
}

#[test]
fn a_newer_version_and_another_kind_of_file() {
    let newer: Change = |receipt| receipt["version"] = 3.into();
    assert_eq!(
        refusal(newer),
        "the receipt is version 3 of its format; this program knows version 2"
    );
    let other: Change = |receipt| receipt["format"] = "draagkracht-bundle".into();
    assert_eq!(
        refusal(other),
        "the receipt has format \"draagkracht-bundle\", not \"draagkracht-receipt\""
    );
    let older: Change = |receipt| receipt["version"] = 0.into();
    assert_eq!(
        refusal(older),
        "the receipt has format \"draagkracht-receipt version 0\", not \"draagkracht-receipt\""
    );
}

#[test]
fn lists_that_are_not_of_the_version() {
    let version = |number| {
        format!("the receipt is version {number} of its format, and its lists are not those of it")
    };
    assert_eq!(refusal(|receipt| receipt["version"] = 2.into()), version(2));
    let listed: Change = |receipt| receipt["revisions"]["form_responses"] = Value::Array(vec![]);
    assert_eq!(refusal(listed), version(1));
    let both: Change = |receipt| {
        receipt["version"] = 2.into();
        receipt["counts"]["form_responses"] = 1.into();
        receipt["revisions"]["form_responses"] = Value::Array(vec![]);
    };
    assert_eq!(refusal(both), "the receipt lists 0 form responses; it counts 1");
}

#[test]
fn what_is_not_of_the_form() {
    let is_named = |error: String, what: &str| {
        assert!(error.starts_with("the receipt, line 1: column "), "{error}");
        assert!(error.contains(what), "{error}");
    };
    is_named(refusal(|receipt| receipt["by"] = "us".into()), "unknown field `by`");
    let field: Change = |receipt| receipt["revisions"]["responses"][0]["answers"] = "x".into();
    is_named(refusal(field), "unknown field `answers`");
    let kind: Change = |receipt| receipt["revisions"]["photos"] = Value::Array(vec![]);
    is_named(refusal(kind), "unknown field `photos`");
    is_named(refusal(|receipt| receipt["sha256"] = "ABC".into()), "is not a SHA-256");
    is_named(refusal(|receipt| receipt["received"] = "today".into()), "is not a time");
    let missing: Change = |receipt| drop(receipt.as_object_mut().unwrap().remove("counts"));
    is_named(refusal(missing), "missing field `counts`");
    let text = serde_json::to_string(&receipt()).unwrap();
    let twice = text.replacen('{', "{\"version\":1,", 1);
    is_named(
        verify(&signed(twice.as_bytes())).unwrap_err().to_string(),
        "\"version\" is there twice",
    );
    is_named(verify(&signed(b"text")).unwrap_err().to_string(), "expected");
}

#[test]
fn what_is_listed_is_what_is_counted() {
    let fewer: Change = |receipt| receipt["counts"]["responses"] = 3.into();
    assert_eq!(refusal(fewer), "the receipt lists 2 responses; it counts 3");
    assert_eq!(
        refusal(|receipt| receipt["counts"]["plans"] = 1.into()),
        "the receipt lists 0 plans; it counts 1"
    );
    assert_eq!(
        refusal(|receipt| receipt["counts"]["notes"] = 1.into()),
        "the receipt lists 0 notes; it counts 1"
    );
    let twice: Change = |receipt| {
        let responses = &mut receipt["revisions"]["responses"];
        responses[1] = responses[0].clone();
    };
    let id = contents().responses[0].response_id;
    assert_eq!(refusal(twice), format!("the receipt lists {id} twice"));
}
