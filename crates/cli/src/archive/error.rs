//! What can be wrong with an archive, and what to do about it.

use super::MARK;
use uuid::Uuid;

/// Why a folder cannot be used as the archive.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// There is none.
    #[error("there is no archive here: it has no {MARK}")]
    None,
    /// It holds something else.
    #[error("it is not empty, and has no {MARK}: it is not an archive")]
    NotAnArchive,
    /// Another kind of file.
    #[error("it has format \"{0}\", not \"{1}\"")]
    Format(String, &'static str),
    /// Written by a newer program.
    #[error("it is version {0} of its format; this program knows version {1}")]
    Newer(u64, u32),
    /// Not JSON, or not of the form.
    #[error("it is not of the form: {0}")]
    Form(serde_json::Error),
    /// An entry under the name of another one.
    #[error("it is the entry of bundle {0}")]
    OtherEntry(Uuid),
    /// Another run is at work in it.
    #[error("another draagkracht is at work in this archive")]
    Locked,
    /// The lookup is sealed to another key.
    #[error("it was sealed for another key than those that were given")]
    OtherKey,
}

impl ArchiveError {
    /// What whoever runs the command can do about it.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::NotAnArchive => "give the archive's folder, or one that is empty or not there",
            Self::None => "give the folder that receive keeps its archive in",
            Self::Newer(..) => "update this program; nothing was changed",
            Self::Format(..) | Self::Form(_) | Self::OtherEntry(_) => {
                "put this file back from a backup; nothing was changed"
            }
            Self::Locked => "wait until it is done, then run this again",
            Self::OtherKey => {
                "give the key that was used before as well; if that is lost, remove this file: it \
                 is made again from the bundles"
            }
        }
    }
}
