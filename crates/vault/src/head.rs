//! Heads: the sealed lists of what there should be, written in the same batch as what they list.
//!
//! A record that was dropped or put back no longer fits its head. A head that was put back no
//! longer fits its records, because every change of a head goes with a write or a removal of a
//! record that it listed before: an addition writes the case's own record again.

use crate::{Job, Kind};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A record in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Entry {
    pub kind: Kind,
    pub id: Uuid,
    pub revision: u32,
}

/// The list of a case's records.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseHead {
    pub records: Vec<Entry>,
    /// What has been sealed, bundle by bundle.
    pub sealed: Vec<Job>,
}

/// The list of a vault's cases and own records. Its id is the vault's.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct VaultHead {
    pub cases: Vec<CaseEntry>,
    pub records: Vec<Entry>,
}

/// A case in the vault's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CaseEntry {
    /// The id of its head.
    pub id: Uuid,
    /// Its code's [`crate::DataKey::lookup`].
    pub lookup: [u8; 16],
}

/// The entry after a write of the record: one revision on, or the first.
pub(crate) fn list(records: &mut Vec<Entry>, kind: Kind, id: Uuid) -> u32 {
    if let Some(entry) = records.iter_mut().find(|entry| entry.id == id) {
        entry.revision += 1;
        return entry.revision;
    }
    records.push(Entry { kind, id, revision: 1 });
    1
}
