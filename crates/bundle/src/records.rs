//! From lines to records: every line of its form and version, or the line that is not.

use crate::json::{self, Header};
use draagkracht_core::{
    case_code::CaseCode, dossier::DossierFault, form::FormResponseError, note::NoteError,
    plan::PlanError, response::ResponseError, session::SessionFault,
};
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// A record that is not as it should be, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}, line {line}: {reason}")]
pub struct RecordError {
    /// Such as `responses.ndjson`.
    pub file: &'static str,
    /// From 1.
    pub line: usize,
    /// What is wrong.
    pub reason: RecordReason,
}

/// What is wrong with a record.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecordReason {
    /// Not JSON, or not of the form: an unknown field, a value out of range, a name twice.
    #[error(transparent)]
    Form(#[from] json::JsonError),
    /// Another kind of record.
    #[error("the record is \"{0}\", not \"{1}\"")]
    Format(String, &'static str),
    /// Made by a newer app.
    #[error("\"{0}\" is version {1}; this program knows version {2}")]
    Version(&'static str, u64, u32),
    /// The last line has no end.
    #[error("the line has no end: the file is cut off")]
    CutOff,
    /// A line without a record.
    #[error("the line is empty")]
    Empty,
    /// The same id twice.
    #[error("{0} is there twice")]
    Twice(Uuid),
    /// It belongs to a case that is not in the bundle.
    #[error("its case {0} is not in cases.ndjson")]
    NoCase(Uuid),
    /// It names another code than its case.
    #[error("its case code is {found}; that of its case is {expected}")]
    OtherCode {
        /// In the record.
        found: CaseCode,
        /// In the case.
        expected: CaseCode,
    },
    /// A response that does not fit its instrument.
    #[error(transparent)]
    Response(#[from] ResponseError),
    /// A plan whose parts do not fit together.
    #[error(transparent)]
    Plan(#[from] PlanError),
    /// A note that makes no sense.
    #[error(transparent)]
    Note(#[from] NoteError),
    /// A remark that was changed before it was written.
    #[error("remark {0}: it was changed before it was written")]
    Changed(Uuid),
    /// Answers that do not fit their list.
    #[error(transparent)]
    FormResponse(#[from] Box<FormResponseError>),
    /// Answers about the professional's own work, beside cases.
    #[error("answers {0} are about no case: they go in a bundle without cases")]
    Joined(Uuid),
    /// A session that does not fit its instrument.
    #[error("session {0}: {1}")]
    Session(Uuid, SessionFault),
    /// A dossier that no app wrote.
    #[error(transparent)]
    Dossier(#[from] DossierFault),
    /// It belongs to another case than that of the file.
    #[error("its case is {found}, not {expected}")]
    OtherCase {
        /// In the record.
        found: Uuid,
        /// In `case.json`.
        expected: Uuid,
    },
    /// A note that the professional did not want to hand in.
    #[error("note {0} was not to be handed in")]
    Private(Uuid),
}

impl RecordReason {
    /// Whether a newer program would know what this one does not.
    pub fn is_newer(&self) -> bool {
        match self {
            Self::Version(..) | Self::Response(ResponseError::Instrument(..)) => true,
            Self::FormResponse(error) => matches!(**error, FormResponseError::Form(..)),
            _ => false,
        }
    }
}

/// The format of a file's records.
pub(crate) struct Kind {
    pub file: &'static str,
    pub format: &'static str,
    pub version: u32,
}

/// Reads a file, one record a line.
pub(crate) fn read<T: DeserializeOwned>(kind: &Kind, bytes: &[u8]) -> Result<Vec<T>, RecordError> {
    lines(kind.file, bytes, |line| record(kind, line))
}

/// Reads the lines of a file, each by itself.
pub(crate) fn lines<T>(
    file: &'static str,
    bytes: &[u8],
    read: impl Fn(&[u8]) -> Result<T, RecordReason>,
) -> Result<Vec<T>, RecordError> {
    let lines = (1..).zip(bytes.split_inclusive(|byte| *byte == b'\n'));
    lines
        .map(|(line, text)| {
            whole(text).and_then(&read).map_err(|reason| RecordError { file, line, reason })
        })
        .collect()
}

fn whole(line: &[u8]) -> Result<&[u8], RecordReason> {
    match line.strip_suffix(b"\n").ok_or(RecordReason::CutOff)? {
        [] => Err(RecordReason::Empty),
        line => Ok(line),
    }
}

/// Reads one record, format and version first.
pub(crate) fn record<T: DeserializeOwned>(kind: &Kind, text: &[u8]) -> Result<T, RecordReason> {
    let header: Header = json::read(text)?;
    if header.format != kind.format {
        return Err(RecordReason::Format(header.format, kind.format));
    }
    if header.version != u64::from(kind.version) {
        return Err(RecordReason::Version(kind.format, header.version, kind.version));
    }
    Ok(json::read(text)?)
}
