//! Keeping sealed records: what every store must do, and the tests that each must pass.
//!
//! A store sees sealed bytes, random ids and revisions; never an answer, a name or a key.

pub mod contract;
mod memory;

pub use memory::MemoryStore;

use std::fmt;

/// The kinds of records, each with its own keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// Vaults: how the data key is wrapped.
    Vaults,
    /// Sealed heads, one a case: which records it has, in which revision.
    Heads,
    /// Sealed records: cases, sessions, responses, jobs.
    Records,
    /// Sealed bundles that wait to be handed in.
    Outbox,
}

impl Area {
    /// Every area, in order.
    pub const ALL: [Self; 4] = [Self::Vaults, Self::Heads, Self::Records, Self::Outbox];

    /// Its name in a store and in the associated data of a sealed record.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Vaults => "vaults",
            Self::Heads => "heads",
            Self::Records => "records",
            Self::Outbox => "outbox",
        }
    }
}

/// A record as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Counts from 1; every write of the same key raises it by one.
    pub revision: u32,
    /// The sealed bytes.
    pub bytes: Vec<u8>,
}

/// One change in a [`Batch`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Writes a record. `stored.revision` must be one more than what is there now (1 when there is
    /// nothing): two tabs that write at once cannot both succeed.
    Put {
        /// Where.
        area: Area,
        /// Its random id.
        id: String,
        /// What.
        stored: Stored,
    },
    /// Removes a record; nothing happens when there is none.
    Remove {
        /// Where.
        area: Area,
        /// Its random id.
        id: String,
    },
}

/// Changes that are made together or not at all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Batch(pub Vec<Change>);

/// Why a store did not do what it was asked; nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// Somebody else wrote first.
    #[error("{area} {id} has revision {found}, not {expected}: another tab wrote it")]
    Conflict {
        /// Where.
        area: Area,
        /// Which record.
        id: String,
        /// The revision that should have been there, 0 for none.
        expected: u32,
        /// The revision that is there, 0 for none.
        found: u32,
    },
    /// The device has no room left.
    #[error("there is no room left on this device")]
    Full,
    /// The browser does not let us keep anything, as in some private windows.
    #[error("this browser does not allow data to be kept: {0}")]
    Refused(String),
    /// What is kept was written by a newer app.
    #[error("what is kept here was written by a newer version of the app")]
    Newer,
    /// The connection was lost; trying again may help.
    #[error("the store was closed: {0}")]
    Closed(String),
    /// Anything else, in the store's own words.
    #[error("the store failed: {0}")]
    Other(String),
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A place to keep records. Every implementation passes [`contract`].
#[expect(async_fn_in_trait, reason = "one thread: a browser tab or a test")]
pub trait Store {
    /// The record, or `None`.
    async fn get(&self, area: Area, id: &str) -> Result<Option<Stored>, StoreError>;

    /// Every record of an area, in order of id.
    async fn all(&self, area: Area) -> Result<Vec<(String, Stored)>, StoreError>;

    /// Makes all changes, or none. Durable when it returns.
    async fn commit(&self, batch: Batch) -> Result<(), StoreError>;

    /// Removes everything, for good.
    async fn wipe(&self) -> Result<(), StoreError>;
}
