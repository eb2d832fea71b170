//! Bringing sealed bundles to where the organisation wants them, and fetching its receipts: what the
//! server's answers mean, whoever's bundles they are.

use crate::{
    bundling,
    platform::{
        fetch::{self, FetchError},
        idb::IdbStore,
        upload::{self, PutError},
    },
};
use draagkracht_core::sealing::{FailureCode, Job, Outcome};
use draagkracht_vault::outbox::{self, Entry, ReceiveError};
use uuid::Uuid;

/// Why a bundle was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// There is no connection, or it broke off.
    Unreachable,
    /// The organisation asks for a token, or for another one.
    Token,
    /// It is larger than the organisation takes.
    TooLarge,
    /// The place for it is not there: the organisation must set it up.
    NoPlace,
    /// There is no room, or something is wrong there: later again.
    Later,
}

impl Refusal {
    /// Whether trying again by itself may help.
    pub fn passes(self) -> bool {
        matches!(self, Self::Unreachable | Self::Later)
    }
}

impl From<PutError> for Refusal {
    fn from(error: PutError) -> Self {
        match error {
            PutError::Unreachable => Self::Unreachable,
            PutError::Status(401 | 403) => Self::Token,
            PutError::Status(413) => Self::TooLarge,
            PutError::Status(408 | 425 | 429 | 500..) => Self::Later,
            PutError::Status(_) => Self::NoPlace,
        }
    }
}

/// Puts a bundle in the organisation's folder. One that lies there already was brought before.
pub async fn put(
    entry: &Entry,
    folder: &str,
    token: Option<&str>,
    progress: impl Fn(u32) + 'static,
) -> Result<(), Refusal> {
    let address = address(folder, entry.bundle_id, "age");
    match upload::put(&address, &entry.bytes, token, progress).await {
        // Its name is a random number that was drawn here: nobody else's file has it.
        Ok(()) | Err(PutError::Status(412)) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// What a receipt did, or why it did nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Receipt {
    /// It verifies: the bundle was received.
    Received,
    /// There is none yet.
    NotYet,
    /// It was not signed by the organisation, or cannot be read.
    Wrong,
    /// It is for another bundle, or for other bytes.
    NotOurs,
    /// The app is too old for it.
    Newer,
    /// The organisation published no key to check it with.
    NoKey,
    /// It could not be fetched, checked or noted: later again.
    Failed,
}

/// Fetches the receipt of a bundle and takes it in.
pub async fn fetch_receipt(
    store: &IdbStore,
    folder: &str,
    bundle: Uuid,
    key: Option<&str>,
) -> Receipt {
    let file = |end| async move { fetch::latest(&address(folder, bundle, end)).await };
    let json = match file("receipt.json").await {
        Ok(json) => json,
        Err(FetchError::Status(_, 404)) => return Receipt::NotYet,
        Err(_) => return Receipt::Failed,
    };
    let minisig = match file("receipt.json.minisig").await {
        Ok(minisig) => minisig,
        // It is written after the other.
        Err(FetchError::Status(_, 404)) => return Receipt::NotYet,
        Err(_) => return Receipt::Failed,
    };
    take_receipt(store, json, &minisig, key).await
}

/// Checks a receipt and notes that its bundle was received; one that does not verify changes nothing.
pub async fn take_receipt(
    store: &IdbStore,
    json: Vec<u8>,
    minisig: &[u8],
    key: Option<&str>,
) -> Receipt {
    let Some(key) = key else { return Receipt::NoKey };
    let Ok(minisig) = String::from_utf8(minisig.to_vec()) else { return Receipt::Wrong };
    let job = Job::Receipt { key: key.to_owned(), json, minisig };
    let (bundle_id, sha256, received) = match bundling::work(job, None).await {
        Ok((Outcome::Receipt { bundle_id, sha256, received, .. }, _)) => {
            (bundle_id, sha256, received)
        }
        Err(Some(FailureCode::ReceiptInvalid)) => return Receipt::Wrong,
        Err(Some(FailureCode::ReceiptNewer)) => return Receipt::Newer,
        Err(Some(FailureCode::KeyInvalid)) => return Receipt::NoKey,
        _ => return Receipt::Failed,
    };
    match outbox::receive(store, bundle_id, &sha256, received).await {
        Ok(()) => Receipt::Received,
        Err(ReceiveError::NotOurs(_) | ReceiveError::OtherBytes(_)) => Receipt::NotOurs,
        Err(ReceiveError::Vault(_)) => Receipt::Failed,
    }
}

fn address(folder: &str, bundle: Uuid, end: &str) -> String {
    format!("{}/{bundle}.{end}", folder.trim_end_matches('/'))
}
