//! The manifest of a case file: whom it came from, whom it is for, and the hash of every file.

use super::CaseFileError;
use crate::{
    Digest,
    json::{self, Header},
    manifest::Device,
};
use draagkracht_core::{free_text::FreeText, timestamp::Timestamp};
use serde::{Deserialize, Serialize};

/// The name of the format.
pub const FORMAT: &str = "draagkracht-case-file";
/// The newest version of that format that this program knows. A case without anything beside lists is written as
/// version 1.
pub const VERSION: u32 = 2;

/// `manifest.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    pub format: String,
    pub version: u32,
    pub created: Timestamp,
    pub app_version: String,
    pub sender: Sender,
    /// The age public key that it is sealed to. It is signed, so that whoever received a case file
    /// cannot pass it on as if the sender had meant it for another.
    pub recipient: String,
    pub files: Hashes,
}

/// Whom it came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sender {
    pub pseudonym: FreeText,
    pub device: Device,
}

/// The SHA-256 of each file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Hashes {
    #[serde(rename = "case.json")]
    pub case: Digest,
    #[serde(rename = "dossier.json")]
    pub dossier: Digest,
    #[serde(rename = "responses.ndjson")]
    pub responses: Digest,
    #[serde(rename = "sessions.ndjson")]
    pub sessions: Digest,
    /// This and what follows: from version 2 on.
    #[serde(rename = "plans.ndjson", default, skip_serializing_if = "Option::is_none")]
    pub plans: Option<Digest>,
    #[serde(rename = "notes.ndjson", default, skip_serializing_if = "Option::is_none")]
    pub notes: Option<Digest>,
    #[serde(rename = "form_responses.ndjson", default, skip_serializing_if = "Option::is_none")]
    pub form_responses: Option<Digest>,
    #[serde(rename = "remarks.ndjson", default, skip_serializing_if = "Option::is_none")]
    pub remarks: Option<Digest>,
}

impl Hashes {
    /// Those of what was written beside lists, in the order of their files.
    pub fn papers(&self) -> [Option<&Digest>; 4] {
        [&self.plans, &self.notes, &self.form_responses, &self.remarks].map(Option::as_ref)
    }
}

impl Manifest {
    /// Reads `manifest.json`, format and version first.
    pub fn read(bytes: &[u8]) -> Result<Self, CaseFileError> {
        let header: Header = json::read(bytes).map_err(CaseFileError::Form)?;
        if header.format != FORMAT {
            return Err(CaseFileError::Format(header.format));
        }
        if header.version > u64::from(VERSION) {
            return Err(CaseFileError::Newer(header.version));
        }
        if header.version == 0 {
            return Err(CaseFileError::Format(format!("{FORMAT} version 0")));
        }
        let manifest: Self = json::read(bytes).map_err(CaseFileError::Form)?;
        let papers = manifest.files.papers().map(|hash| hash.is_some());
        if papers == [manifest.version > 1; 4] {
            Ok(manifest)
        } else {
            Err(CaseFileError::Files(manifest.version))
        }
    }
}
