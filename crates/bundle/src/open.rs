//! Opening a bundle: everything is checked before anything is believed.

use crate::{
    Contents, Digest, RecordError,
    archive::{ArchiveError, MAX_BYTES},
    armor::{self, ArmorError},
    check,
    device::DeviceCode,
    envelope::{self, EnvelopeError, Identity},
    manifest::{Manifest, ManifestError},
    signature::SignatureError,
};

/// A bundle that passed every check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// What it says of itself.
    pub manifest: Manifest,
    /// The device that signed it. Whether that device is known is not for the bundle to say.
    pub device: DeviceCode,
    /// Its records.
    pub contents: Contents,
    /// The SHA-256 of its binary form, whichever form was opened.
    pub sha256: Digest,
}

/// Why a bundle is refused. Nothing in it was believed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// Larger than any bundle.
    #[error("the file is larger than {} MiB", MAX_BYTES >> 20)]
    TooLarge,
    /// The armoured text.
    #[error(transparent)]
    Armor(#[from] ArmorError),
    /// The sealing.
    #[error(transparent)]
    Envelope(#[from] EnvelopeError),
    /// The archive inside.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// The manifest.
    #[error(transparent)]
    Manifest(#[from] ManifestError),
    /// The signature of the manifest.
    #[error("manifest.json.minisig: {0}")]
    Signature(#[from] SignatureError),
    /// A file whose hash is not that of the manifest.
    #[error("{0} is not the file that was signed: its SHA-256 differs")]
    Hash(&'static str),
    /// A file with more or fewer lines than the manifest says.
    #[error("{file} has {found} lines; manifest.json says {expected}")]
    Count {
        /// The file.
        file: &'static str,
        /// Its lines.
        found: usize,
        /// What the manifest says.
        expected: usize,
    },
    /// A record.
    #[error(transparent)]
    Record(#[from] RecordError),
}

/// Opens either form of a bundle with whichever identity fits.
pub fn open(bytes: &[u8], identities: &[Identity]) -> Result<Opened, OpenError> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(OpenError::TooLarge);
    }
    let sealed = armor::to_binary(bytes)?;
    let packed = envelope::decrypt(&sealed, identities)?;
    let (manifest, device, contents) = check::packed(&packed)?;
    Ok(Opened { manifest, device, contents, sha256: Digest::of(&sealed) })
}

impl OpenError {
    /// What whoever has the file can do about it.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Envelope(EnvelopeError::OtherKey) => {
                "use the key of the organisation whose config.json the app had, or the escrow key"
            }
            Self::Envelope(EnvelopeError::NotAge) => {
                "give a file that the app made: <bundle-id>.age or <bundle-id>.age.txt"
            }
            Self::Record(RecordError { reason, .. }) if reason.is_newer() => {
                "it was made by a newer app: update this program"
            }
            Self::Envelope(EnvelopeError::Newer) | Self::Manifest(ManifestError::Newer(_)) => {
                "it was made by a newer app: update this program"
            }
            Self::Armor(_) | Self::Envelope(_) => {
                "fetch the file again, or have it handed in again"
            }
            _ => "keep the file apart and ask where it came from; have it handed in again",
        }
    }
}
