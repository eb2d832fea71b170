//! Making a bundle.

use crate::{
    Contents, Digest, OpenError,
    archive::{self, ArchiveError},
    check,
    contents::to_lines,
    device::DeviceKeys,
    envelope::{self, EnvelopeError, Recipient},
    manifest::{Counts, Device, FORMAT, Hashes, Manifest},
    signature::KeyError,
};
use draagkracht_core::timestamp::Timestamp;
use uuid::Uuid;

/// What is to be sealed.
#[derive(Debug)]
pub struct Draft<'a> {
    /// A UUID, version 7. The same id for every attempt at the same bundle.
    pub bundle_id: Uuid,
    /// When it is made.
    pub created: Timestamp,
    /// The version of the app.
    pub app_version: &'a str,
    /// The records.
    pub contents: &'a Contents,
    /// Signs.
    pub device: &'a DeviceKeys,
    /// Each of them can open it alone.
    pub recipients: &'a [Recipient],
}

/// A sealed bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// The binary form, for `<bundle-id>.age`.
    pub bytes: Vec<u8>,
    /// The SHA-256 of those bytes: what a receipt names.
    pub sha256: Digest,
}

/// Why no bundle was made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// Nobody to seal to, or age failed.
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
    Refused(#[from] OpenError),
}

/// Signs and seals. What was packed is checked as [`crate::open()`] does before it is sealed: what
/// nobody here can open any more must be right.
pub fn seal(draft: &Draft<'_>) -> Result<Sealed, SealError> {
    if draft.recipients.is_empty() {
        return Err(EnvelopeError::NoRecipient.into());
    }
    let json = |error: serde_json::Error| SealError::Json(error.to_string());
    let cases = to_lines(&draft.contents.cases).map_err(json)?;
    let responses = to_lines(&draft.contents.responses).map_err(json)?;
    let plans = to_lines(&draft.contents.plans).map_err(json)?;
    let notes = to_lines(&draft.contents.notes).map_err(json)?;
    let answers = &draft.contents.form_responses;
    let form_responses = match answers.as_slice() {
        [] => None,
        answers => Some(to_lines(answers).map_err(json)?),
    };
    let device = Device::of(&draft.device.code()?);
    let manifest = Manifest {
        format: FORMAT.to_owned(),
        version: if form_responses.is_some() { 2 } else { 1 },
        bundle_id: draft.bundle_id,
        created: draft.created.clone(),
        app_version: draft.app_version.to_owned(),
        counts: Counts {
            cases: draft.contents.cases.len(),
            responses: draft.contents.responses.len(),
            plans: draft.contents.plans.len(),
            notes: draft.contents.notes.len(),
            form_responses: form_responses.is_some().then_some(answers.len()),
        },
        files: Hashes {
            cases: Digest::of(&cases),
            responses: Digest::of(&responses),
            plans: Digest::of(&plans),
            notes: Digest::of(&notes),
            form_responses: form_responses.as_deref().map(Digest::of),
        },
        device,
    };
    let mut manifest_json = serde_json::to_vec_pretty(&manifest).map_err(json)?;
    manifest_json.push(b'\n');
    let trusted = format!("{FORMAT} {}", draft.bundle_id);
    let untrusted = format!("device {}", manifest.device.fingerprint);
    let minisig = draft.device.signing.sign(&manifest_json, &trusted, &untrusted)?.into_bytes();
    let files = [manifest_json, minisig, cases, responses, plans, notes];
    let modified = draft.created.unix_seconds();
    let packed = archive::pack(&files, form_responses.as_deref(), modified)?;
    check::packed(&packed)?;
    let bytes = envelope::encrypt(&packed, draft.recipients)?;
    Ok(Sealed { sha256: Digest::of(&bytes), bytes })
}
