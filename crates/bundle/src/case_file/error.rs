//! Why a case file was not made, or is refused.

use super::manifest::{FORMAT, VERSION};
use crate::{
    RecordError,
    archive::{ArchiveError, MAX_BYTES},
    device::DeviceError,
    envelope::EnvelopeError,
    json::JsonError,
    signature::{KeyError, SignatureError},
};

/// Why no case file was made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SealCaseError {
    /// age failed.
    #[error(transparent)]
    Envelope(#[from] EnvelopeError),
    /// The device's key does not sign.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// A record cannot be written.
    #[error("a record cannot be written: {0}")]
    Json(String),
    /// It cannot be packed.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// What was made would be refused at the other end.
    #[error("the other end would refuse it: {0}")]
    Refused(#[from] CaseFileError),
}

/// Why a case file is refused. Nothing in it was believed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CaseFileError {
    /// Larger than any case file.
    #[error("the file is larger than {} MiB", MAX_BYTES >> 20)]
    TooLarge,
    /// Sealed to another device.
    #[error("this was sealed for another device")]
    OtherDevice,
    /// Not sealed by age, or damaged.
    #[error(transparent)]
    Envelope(#[from] EnvelopeError),
    /// The archive inside.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// The manifest is not JSON, or not of the form.
    #[error("manifest.json, line {line}: {0}", line = .0.line)]
    Form(JsonError),
    /// Another kind of file, such as a bundle.
    #[error("manifest.json has format \"{0}\", not \"{FORMAT}\"")]
    Format(String),
    /// Made by a newer app.
    #[error("manifest.json is version {0} of its format; this program knows version {VERSION}")]
    Newer(u64),
    /// It names files that its version has not, or leaves out one that it has.
    #[error("manifest.json is version {0} of its format, and its files are not those of it")]
    Files(u32),
    /// The sender's keys cannot be read, or are not those of the fingerprint.
    #[error("manifest.json, sender: {0}")]
    Device(#[from] DeviceError),
    /// The signature of the manifest.
    #[error("manifest.json.minisig: {0}")]
    Signature(#[from] SignatureError),
    /// The sender sealed it to another device, and somebody sealed it again to this one.
    #[error("the sender meant it for another device: \"{0}\"")]
    PassedOn(String),
    /// A file whose hash is not that of the manifest.
    #[error("{0} is not the file that was signed: its SHA-256 differs")]
    Hash(&'static str),
    /// No case or dossier, or more than one.
    #[error("{file} has {found} lines; it has one")]
    NotOne {
        /// The file.
        file: &'static str,
        /// Its lines.
        found: usize,
    },
    /// A record.
    #[error(transparent)]
    Record(#[from] RecordError),
}

impl CaseFileError {
    /// Whether a newer app made it: with an update it may well open.
    pub fn is_newer(&self) -> bool {
        match self {
            Self::Newer(_) | Self::Envelope(EnvelopeError::Newer) => true,
            Self::Record(error) => error.reason.is_newer(),
            _ => false,
        }
    }
}
