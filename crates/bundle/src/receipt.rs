//! The receipt: the organisation's signed word that a bundle was received.
//!
//! Nothing of it is believed before its signature fits. That it was signed only once the bundle was
//! safe on disk is for whoever signs it.

use crate::{
    Digest, Opened,
    json::{self, Header, JsonError},
    manifest::Counts,
    signature::{KeyError, SignatureError, SigningKey, VerifyingKey},
};
use draagkracht_core::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The name in [`Receipt::format`].
pub const FORMAT: &str = "draagkracht-receipt";
/// The version of that format that this program writes and reads.
pub const VERSION: u32 = 1;

/// `<bundle-id>.receipt.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// Always [`FORMAT`].
    pub format: String,
    /// Always [`VERSION`].
    pub version: u32,
    /// The bundle that was received.
    pub bundle_id: Uuid,
    /// The SHA-256 of its binary form.
    pub sha256: Digest,
    /// When it was received, by the organisation's clock.
    pub received: Timestamp,
    /// How many records it has.
    pub counts: Counts,
    /// Which records it has, and which revision of each.
    pub revisions: Revisions,
}

/// The records of a bundle, each with its revision.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Revisions {
    /// Of `responses.ndjson`.
    pub responses: Vec<Revision>,
    /// Of `plans.ndjson`.
    pub plans: Vec<Revision>,
    /// Of `notes.ndjson`.
    pub notes: Vec<Revision>,
}

/// One record in one revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Revision {
    /// Of the response, the plan or the note.
    pub id: Uuid,
    /// Its case.
    pub case_id: Uuid,
    /// Counts from 1.
    pub revision: u32,
}

/// A receipt as it is handed out: two files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedReceipt {
    /// The bytes of `<bundle-id>.receipt.json`.
    pub json: Vec<u8>,
    /// The text of `<bundle-id>.receipt.json.minisig`.
    pub minisig: String,
}

/// Why no receipt was signed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SignError {
    /// The receipt key does not sign.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// It cannot be written.
    #[error("the receipt cannot be written: {0}")]
    Json(String),
}

/// Why a receipt does not count.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptError {
    /// Not signed by this organisation, or changed since.
    #[error("the receipt's signature: {0}")]
    Signature(#[from] SignatureError),
    /// Not JSON, or not of the form.
    #[error("the receipt, line {line}: {0}", line = .0.line)]
    Form(JsonError),
    /// Another kind of file.
    #[error("the receipt has format \"{0}\", not \"{FORMAT}\"")]
    Format(String),
    /// Made by a newer program.
    #[error("the receipt is version {0} of its format; this program knows version {VERSION}")]
    Newer(u64),
    /// A record that is listed twice.
    #[error("the receipt lists {0} twice")]
    Twice(Uuid),
    /// More or fewer records than it counts.
    #[error("the receipt lists {found} {what}; it counts {expected}")]
    Count {
        /// Responses, plans or notes.
        what: &'static str,
        /// How many are listed.
        found: usize,
        /// How many it says there are.
        expected: usize,
    },
}

impl Receipt {
    /// What is said of a bundle that passed every check.
    pub fn make(opened: &Opened, received: Timestamp) -> Self {
        let contents = &opened.contents;
        let of = |id, case_id, revision| Revision { id, case_id, revision };
        let responses = contents.responses.iter().map(|r| of(r.response_id, r.case_id, r.revision));
        let plans =
            contents.plans.iter().map(|plan| of(plan.plan_id, plan.case_id, plan.revision.get()));
        let notes =
            contents.notes.iter().map(|note| of(note.note_id, note.case_id, note.revision.get()));
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            bundle_id: opened.manifest.bundle_id,
            sha256: opened.sha256.clone(),
            received,
            counts: opened.manifest.counts,
            revisions: Revisions {
                responses: responses.collect(),
                plans: plans.collect(),
                notes: notes.collect(),
            },
        }
    }

    /// Signs it with the organisation's receipt key.
    pub fn sign(&self, key: &SigningKey) -> Result<SignedReceipt, SignError> {
        let json = serde_json::to_vec_pretty(self);
        let mut json = json.map_err(|error| SignError::Json(error.to_string()))?;
        json.push(b'\n');
        let trusted = format!("{FORMAT} {}", self.bundle_id);
        let minisig = key.sign(&json, &trusted, "receipt")?;
        Ok(SignedReceipt { json, minisig })
    }

    /// Reads a receipt that this key signed: the signature first, then everything else.
    pub fn verify(json: &[u8], minisig: &str, key: &VerifyingKey) -> Result<Self, ReceiptError> {
        key.verify(json, minisig)?;
        let header: Header = json::read(json).map_err(ReceiptError::Form)?;
        if header.format != FORMAT {
            return Err(ReceiptError::Format(header.format));
        }
        if header.version > u64::from(VERSION) {
            return Err(ReceiptError::Newer(header.version));
        }
        if header.version < u64::from(VERSION) {
            return Err(ReceiptError::Format(format!("{FORMAT} version {}", header.version)));
        }
        let receipt: Self = json::read(json).map_err(ReceiptError::Form)?;
        receipt.lists_what_it_counts()?;
        Ok(receipt)
    }

    /// Whether it says that this revision of a response was received.
    pub fn covers_response(&self, response_id: Uuid, revision: u32) -> bool {
        let mut listed = self.revisions.responses.iter();
        listed.any(|one| one.id == response_id && one.revision == revision)
    }

    fn lists_what_it_counts(&self) -> Result<(), ReceiptError> {
        let (lists, counts) = (&self.revisions, &self.counts);
        for (what, list, expected) in [
            ("responses", &lists.responses, counts.responses),
            ("plans", &lists.plans, counts.plans),
            ("notes", &lists.notes, counts.notes),
        ] {
            if list.len() != expected {
                return Err(ReceiptError::Count { what, found: list.len(), expected });
            }
            let mut seen = BTreeSet::new();
            if let Some(twice) = list.iter().find(|one| !seen.insert(one.id)) {
                return Err(ReceiptError::Twice(twice.id));
            }
        }
        Ok(())
    }
}
