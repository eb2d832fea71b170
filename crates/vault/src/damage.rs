//! What is wrong with a record that is not as it was written. It is named, and never removed.

use crate::Kind;
use draagkracht_core::store::Area;

/// A record that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} {id} in {area} cannot be used: {why}", kind.map_or("a record", Kind::as_str))]
pub struct Damaged {
    /// Where it is kept.
    pub area: Area,
    /// Its random id.
    pub id: String,
    /// What it is; none in the outbox.
    pub kind: Option<Kind>,
    /// What is wrong.
    pub why: Why,
}

/// What is wrong with a record.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// Its bytes are not those that were written there.
    #[error("it was altered")]
    Altered,
    /// It is listed, and not there.
    #[error("it is missing")]
    Missing,
    /// It, or the list, was put back to an earlier state.
    #[error("it has revision {found} where {listed} is listed: one of them was put back")]
    RolledBack {
        /// The revision in the list.
        listed: u32,
        /// The revision that is there.
        found: u32,
    },
    /// It is there, sealed with the right key, and not listed.
    #[error("it is not in the vault's list: the list was put back, or the case after its removal")]
    Unlisted,
    /// A newer version of this program wrote it.
    #[error("it was written by a newer version of the app")]
    Newer,
    /// It is what was written, but this program makes nothing of it.
    #[error("it is sealed as it should be, but this program makes nothing of it")]
    Unreadable,
}
