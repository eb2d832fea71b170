//! Work that waits: responses that are to be sealed for the organisation.

use draagkracht_core::{response::Response, timestamp::Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// "To seal": written together with what it is about, replaced by the sealed bundle. Whatever was
/// interrupted in between is done again under the same bundle id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Job {
    /// The bundle's id, a UUID of version 7, fixed before it is sealed.
    pub bundle_id: Uuid,
    /// The responses and papers that go into it: an id of the one is never that of the other.
    pub responses: Vec<Revision>,
    /// When it was asked for.
    pub created: Timestamp,
}

/// A response, or a paper, in one of its revisions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Revision {
    /// Which response or paper.
    pub response_id: Uuid,
    /// Which revision of it, from 1.
    pub revision: u32,
}

impl Revision {
    /// This revision of this response.
    pub fn of(response: &Response) -> Self {
        Self { response_id: response.response_id, revision: response.revision }
    }
}

impl Job {
    /// Whether this very revision goes into it.
    pub fn covers(&self, response: &Response) -> bool {
        self.responses.contains(&Revision::of(response))
    }
}
