//! Work that waits: responses that are to be sealed for the organisation.

use draagkracht_core::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// "To seal": written together with what it is about, replaced by the sealed bundle. Whatever was
/// interrupted in between is done again under the same bundle id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Job {
    /// The bundle's id, a UUID of version 7, fixed before it is sealed.
    pub bundle_id: Uuid,
    /// The responses that go into it.
    pub response_ids: Vec<Uuid>,
    /// When it was asked for.
    pub created: Timestamp,
}
