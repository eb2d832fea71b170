//! What is with the resident now: written in the case when the tablet is handed over.

use draagkracht_core::dossier::Cell;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A list that the resident has, in a vault of its own, so that the professional's stays locked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Handover {
    /// The vault that it is in.
    pub vault: Uuid,
    /// Which list.
    pub cell: Cell,
}
