//! The case file: a whole case with its history, signed by one professional's device and sealed to a
//! colleague's.
//!
//! [`seal()`] makes one and [`open()`] checks everything before it believes anything. Inside age v1
//! lies a tar.gz, as in a bundle; `docs/format.md` has the forms. Only the colleague's device opens
//! it, not even the one that made it.

mod check;
mod error;
mod manifest;

pub use error::{CaseFileError, SealCaseError};
pub use manifest::{FORMAT, VERSION};

use crate::{
    Digest,
    archive::{self, FORM_RESPONSES, MAX_BYTES, NOTES, PLANS},
    contents::to_lines,
    device::{DeviceCode, DeviceKeys},
    envelope::{self, EnvelopeError, Identity},
    manifest::Device,
};
use draagkracht_core::{
    free_text::FreeText, papers::Papers, sealing::WholeCase, timestamp::Timestamp,
};
use manifest::{Hashes, Manifest, Sender};
use serde::Serialize;
use std::slice;

/// The manifest's file.
pub const MANIFEST: &str = "manifest.json";
/// Its signature, by the sender's device.
pub const SIGNATURE: &str = "manifest.json.minisig";
/// The case, in one line.
pub const CASE: &str = "case.json";
/// What the professional keeps of it, in one line.
pub const DOSSIER: &str = "dossier.json";
/// One response a line, in every revision.
pub const RESPONSES: &str = "responses.ndjson";
/// One list that is being answered a line.
pub const SESSIONS: &str = "sessions.ndjson";
/// What was written at the rows of comparisons, one a line.
pub const REMARKS: &str = "remarks.ndjson";
/// The files, in the order in which they are written.
pub const NAMES: [&str; 6] = [MANIFEST, SIGNATURE, CASE, DOSSIER, RESPONSES, SESSIONS];

/// The files of version 2: the same, and what was written beside lists.
pub const ALL_NAMES: [&str; 10] = [
    MANIFEST,
    SIGNATURE,
    CASE,
    DOSSIER,
    RESPONSES,
    SESSIONS,
    PLANS,
    NOTES,
    FORM_RESPONSES,
    REMARKS,
];

/// What is to be sealed.
#[derive(Debug)]
pub struct CaseDraft<'a> {
    /// When it is made.
    pub created: Timestamp,
    /// The version of the app.
    pub app_version: &'a str,
    /// The sender's pseudonym.
    pub pseudonym: FreeText,
    /// The sender's device: signs.
    pub device: &'a DeviceKeys,
    /// The colleague's device: the only one that opens it.
    pub to: &'a DeviceCode,
    /// The case.
    pub contents: &'a WholeCase,
}

/// A case file that passed every check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedCase {
    /// When it was made.
    pub created: Timestamp,
    /// The version of the app that made it.
    pub app_version: String,
    /// The sender, as they call themselves: nothing proves that.
    pub pseudonym: FreeText,
    /// The device that signed it. Its fingerprint is for comparing aloud.
    pub device: DeviceCode,
    /// The case.
    pub contents: WholeCase,
}

/// Signs and seals. What was packed is checked as [`open()`] does before it is sealed.
pub fn seal(draft: &CaseDraft<'_>) -> Result<Vec<u8>, SealCaseError> {
    let WholeCase { case, dossier, responses, sessions, papers, remarks } = draft.contents;
    let case_lines = lines(slice::from_ref(case))?;
    let dossier_lines = lines(slice::from_ref(dossier))?;
    let (responses, sessions) = (lines(responses)?, lines(sessions)?);
    let with_papers = !papers.is_empty() || !remarks.is_empty();
    let Papers { plans, notes, form_responses } = papers;
    let papers = [lines(plans)?, lines(notes)?, lines(form_responses)?, lines(remarks)?];
    let [plans, notes, form_responses, remarks] =
        papers.each_ref().map(|lines| with_papers.then(|| Digest::of(lines)));
    let device = Device::of(&draft.device.code()?);
    let untrusted = format!("device {}", device.fingerprint);
    let manifest = Manifest {
        format: FORMAT.to_owned(),
        version: if with_papers { 2 } else { 1 },
        created: draft.created.clone(),
        app_version: draft.app_version.to_owned(),
        sender: Sender { pseudonym: draft.pseudonym.clone(), device },
        recipient: draft.to.recipient.to_string(),
        files: Hashes {
            case: Digest::of(&case_lines),
            dossier: Digest::of(&dossier_lines),
            responses: Digest::of(&responses),
            sessions: Digest::of(&sessions),
            plans,
            notes,
            form_responses,
            remarks,
        },
    };
    let mut manifest = serde_json::to_vec_pretty(&manifest).map_err(unwritable)?;
    manifest.push(b'\n');
    let trusted = format!("{FORMAT} {}", case.case_id);
    let minisig = draft.device.signing.sign(&manifest, &trusted, &untrusted)?.into_bytes();
    let files = [manifest, minisig, case_lines, dossier_lines, responses, sessions];
    let more = if with_papers { papers.as_slice() } else { &[] };
    let files = ALL_NAMES.iter().zip(files.iter().chain(more).map(Vec::as_slice));
    let packed = archive::pack_all(files, draft.created.unix_seconds())?;
    check::packed(&packed, &draft.to.recipient)?;
    Ok(envelope::encrypt(&packed, slice::from_ref(&draft.to.recipient))?)
}

/// Opens a case file by the key of the device that it was sealed to.
pub fn open(bytes: &[u8], identity: &Identity) -> Result<OpenedCase, CaseFileError> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(CaseFileError::TooLarge);
    }
    let packed =
        envelope::decrypt(bytes, slice::from_ref(identity)).map_err(|error| match error {
            EnvelopeError::OtherKey => CaseFileError::OtherDevice,
            error => error.into(),
        })?;
    check::packed(&packed, &identity.recipient())
}

fn lines<T: Serialize>(records: &[T]) -> Result<Vec<u8>, SealCaseError> {
    to_lines(records).map_err(unwritable)
}

#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
fn unwritable(error: serde_json::Error) -> SealCaseError {
    SealCaseError::Json(error.to_string())
}
