//! Whether a receipt is one that this organisation signed.

use crate::answer::failure;
use draagkracht_bundle::{Receipt, ReceiptError, signature::VerifyingKey};
use draagkracht_core::sealing::{Failure, FailureCode, Outcome};

/// What a receipt says, once its signature by `key` and its form are right.
pub fn check(key: &str, json: &[u8], minisig: &str) -> Result<Outcome, Failure> {
    let key: VerifyingKey = key.parse().map_err(|error| failure(FailureCode::KeyInvalid, error))?;
    let receipt = Receipt::verify(json, minisig, &key).map_err(|error| match error {
        ReceiptError::Newer(_) => failure(FailureCode::ReceiptNewer, error),
        _ => failure(FailureCode::ReceiptInvalid, error),
    })?;
    let lists = &receipt.revisions;
    let of_cases = lists.responses.iter().chain(&lists.plans).chain(&lists.notes);
    let of_lists = lists.form_responses.iter().flatten().map(|one| (one.id, one.revision));
    let responses = of_cases.map(|one| (one.id, one.revision)).chain(of_lists);
    Ok(Outcome::Receipt {
        bundle_id: receipt.bundle_id,
        sha256: receipt.sha256.to_string(),
        responses: responses.collect(),
        received: receipt.received,
    })
}
