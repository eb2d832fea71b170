//! A note of the professional's. It stays on the device unless they say that it is handed in. The line
//! of `notes.ndjson`.

use crate::{
    case_code::CaseCode,
    free_text::FreeText,
    person::{Moment, Person},
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};
use std::num::NonZeroU32;
use uuid::Uuid;

/// The name in [`Note::format`].
pub const FORMAT: &str = "draagkracht-note";
/// The version of that format that this program writes and reads.
pub const VERSION: u32 = 1;

/// A note. Whether it makes sense is for [`Note::check`] to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// Always [`FORMAT`].
    pub format: String,
    /// Always [`VERSION`].
    pub version: u32,
    /// A random UUID, version 7.
    pub note_id: Uuid,
    /// Sealed with the code.
    pub case_id: Uuid,
    /// What people use to name the case.
    pub case_code: CaseCode,
    /// The person in the household whom it is about.
    pub person: Person,
    /// The pseudonym of the professional who wrote it.
    pub pseudonym: Option<String>,
    /// The moment that it belongs to; none between two of them and after the third.
    pub moment: Option<Moment>,
    /// Counts from 1; every change that is kept is a new revision.
    pub revision: NonZeroU32,
    /// When it was first written.
    pub written: Timestamp,
    /// When this revision was made.
    pub changed: Timestamp,
    /// What it says.
    pub words: FreeText,
    /// Whether the professional wants it in a bundle. Without that a bundle with it is refused.
    pub hand_in: bool,
}

/// Why a note makes no sense.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// Another kind of record, or a newer version.
    #[error("the record is \"{0}\" version {1}, not \"{FORMAT}\" version {VERSION}")]
    Version(String, u32),
    /// Nothing was written.
    #[error("note {0}: it is empty")]
    Empty(Uuid),
    /// It was changed before it was written.
    #[error("note {0}: it was changed before it was written")]
    Time(Uuid),
}

impl Note {
    /// Checks what its form alone cannot.
    pub fn check(&self) -> Result<(), NoteError> {
        if self.format != FORMAT || self.version != VERSION {
            Err(NoteError::Version(self.format.clone(), self.version))
        } else if self.words.is_blank() {
            Err(NoteError::Empty(self.note_id))
        } else if self.changed < self.written {
            Err(NoteError::Time(self.note_id))
        } else {
            Ok(())
        }
    }
}
