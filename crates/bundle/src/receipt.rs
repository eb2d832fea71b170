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
/// The newest version of that format that this program knows: it goes with that of the bundle.
pub const VERSION: u32 = 2;

/// `<bundle-id>.receipt.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// Always [`FORMAT`].
    pub format: String,
    /// 1, or 2 for a bundle with answers to lists of a professional's.
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
    /// Of `form_responses.ndjson`, from version 2 on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form_responses: Option<Vec<FormRevision>>,
}

/// Answers to a list of a professional's in one revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormRevision {
    /// Of the answers.
    pub id: Uuid,
    /// Their case; none when they are about the professional's own work.
    pub case_id: Option<Uuid>,
    /// Counts from 1.
    pub revision: u32,
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
    /// It lists what its version has not, or leaves out what it has.
    #[error("the receipt is version {0} of its format, and its lists are not those of it")]
    Lists(u32),
    /// A record that is listed twice.
    #[error("the receipt lists {0} twice")]
    Twice(Uuid),
    /// More or fewer records than it counts.
    #[error("the receipt lists {found} {what}; it counts {expected}")]
    Count {
        /// Responses, plans, notes or answers.
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
        let answers = contents.form_responses.iter().map(|answers| FormRevision {
            id: answers.response_id,
            case_id: answers.case.as_ref().map(|case| case.case_id),
            revision: answers.revision.get(),
        });
        let with_answers = opened.manifest.counts.form_responses.is_some();
        Self {
            format: FORMAT.to_owned(),
            version: opened.manifest.version,
            bundle_id: opened.manifest.bundle_id,
            sha256: opened.sha256.clone(),
            received,
            counts: opened.manifest.counts,
            revisions: Revisions {
                responses: responses.collect(),
                plans: plans.collect(),
                notes: notes.collect(),
                form_responses: with_answers.then(|| answers.collect()),
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
        if header.version == 0 {
            return Err(ReceiptError::Format(format!("{FORMAT} version 0")));
        }
        let receipt: Self = json::read(json).map_err(ReceiptError::Form)?;
        let named =
            [receipt.counts.form_responses.is_some(), receipt.revisions.form_responses.is_some()];
        if named != [receipt.version > 1; 2] {
            return Err(ReceiptError::Lists(receipt.version));
        }
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
        let ids = |list: &[Revision]| list.iter().map(|one| one.id).collect::<Vec<_>>();
        let answers = lists.form_responses.iter().flatten().map(|one| one.id).collect();
        for (what, ids, expected) in [
            ("responses", ids(&lists.responses), counts.responses),
            ("plans", ids(&lists.plans), counts.plans),
            ("notes", ids(&lists.notes), counts.notes),
            ("form responses", answers, counts.form_responses.unwrap_or_default()),
        ] {
            if ids.len() != expected {
                return Err(ReceiptError::Count { what, found: ids.len(), expected });
            }
            let mut seen = BTreeSet::new();
            if let Some(twice) = ids.into_iter().find(|id| !seen.insert(*id)) {
                return Err(ReceiptError::Twice(twice));
            }
        }
        Ok(())
    }
}
