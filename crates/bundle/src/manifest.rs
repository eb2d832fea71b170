//! The manifest: what is in a bundle, who made it, and the hash of every file.

use crate::{
    Digest,
    device::{DeviceCode, DeviceError},
    json::{self, Header, JsonError},
};
use draagkracht_core::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The name in [`Manifest::format`].
pub const FORMAT: &str = "draagkracht-bundle";
/// The newest version of that format that this program knows. It writes version 1 where there are no
/// [`crate::Contents::form_responses`], so that what has no need of version 2 is read everywhere.
pub const VERSION: u32 = 2;

/// `manifest.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Always [`FORMAT`].
    pub format: String,
    /// 1, or 2 where there is a file of answers to lists of a professional's.
    pub version: u32,
    /// A UUID, version 7; the file is named after it.
    pub bundle_id: Uuid,
    /// When it was made.
    pub created: Timestamp,
    /// The version of the app that made it.
    pub app_version: String,
    /// The device that signed it.
    pub device: Device,
    /// How many lines each file has.
    pub counts: Counts,
    /// The SHA-256 of each file.
    pub files: Hashes,
}

/// The public keys of the device that signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Device {
    /// Its minisign public key, in one line.
    pub public_key: String,
    /// Its age public key, to seal to it.
    pub recipient: String,
    /// The fingerprint of both.
    pub fingerprint: String,
}

/// How many records there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    /// Lines of `cases.ndjson`.
    pub cases: usize,
    /// Lines of `responses.ndjson`.
    pub responses: usize,
    /// Lines of `plans.ndjson`.
    pub plans: usize,
    /// Lines of `notes.ndjson`.
    pub notes: usize,
    /// Lines of `form_responses.ndjson`, from version 2 on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form_responses: Option<usize>,
}

/// The hashes of the files with records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hashes {
    /// Of `cases.ndjson`.
    #[serde(rename = "cases.ndjson")]
    pub cases: Digest,
    /// Of `responses.ndjson`.
    #[serde(rename = "responses.ndjson")]
    pub responses: Digest,
    /// Of `plans.ndjson`.
    #[serde(rename = "plans.ndjson")]
    pub plans: Digest,
    /// Of `notes.ndjson`.
    #[serde(rename = "notes.ndjson")]
    pub notes: Digest,
    /// Of `form_responses.ndjson`, from version 2 on.
    #[serde(rename = "form_responses.ndjson", default, skip_serializing_if = "Option::is_none")]
    pub form_responses: Option<Digest>,
}

/// What is wrong with a manifest.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ManifestError {
    /// Not JSON, or not of the form.
    #[error("manifest.json, line {line}: {0}", line = .0.line)]
    Form(JsonError),
    /// Another kind of file.
    #[error("manifest.json has format \"{0}\", not \"{FORMAT}\"")]
    Format(String),
    /// Made by a newer app.
    #[error("manifest.json is version {0} of its format; this program knows version {VERSION}")]
    Newer(u64),
    /// It names files that its version has not, or leaves out one that it has.
    #[error("manifest.json is version {0} of its format, and its files are not those of it")]
    Files(u32),
    /// The device's keys cannot be read, or are not those of the fingerprint.
    #[error("manifest.json, device: {0}")]
    Device(#[from] DeviceError),
}

impl Manifest {
    /// Reads `manifest.json`, format and version first.
    pub fn read(bytes: &[u8]) -> Result<Self, ManifestError> {
        let header: Header = json::read(bytes).map_err(ManifestError::Form)?;
        if header.format != FORMAT {
            return Err(ManifestError::Format(header.format));
        }
        if header.version > u64::from(VERSION) {
            return Err(ManifestError::Newer(header.version));
        }
        let manifest: Self = json::read(bytes).map_err(ManifestError::Form)?;
        if manifest.version == 0 {
            return Err(ManifestError::Format(format!("{FORMAT} version 0")));
        }
        let named =
            [manifest.counts.form_responses.is_some(), manifest.files.form_responses.is_some()];
        if named == [manifest.version > 1; 2] {
            Ok(manifest)
        } else {
            Err(ManifestError::Files(manifest.version))
        }
    }
}

impl Device {
    /// How a manifest names this device.
    pub fn of(code: &DeviceCode) -> Self {
        Self {
            public_key: code.verifying.to_string(),
            recipient: code.recipient.to_string(),
            fingerprint: code.fingerprint(),
        }
    }

    /// Its code, if keys and fingerprint belong together.
    pub fn code(&self) -> Result<DeviceCode, DeviceError> {
        let recipient = self.recipient.parse().map_err(|_| DeviceError::Age)?;
        let code = DeviceCode { verifying: self.public_key.parse()?, recipient };
        if code.fingerprint() == self.fingerprint {
            Ok(code)
        } else {
            Err(DeviceError::Fingerprint(self.fingerprint.clone()))
        }
    }
}
