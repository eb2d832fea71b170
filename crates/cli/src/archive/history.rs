//! The revisions of each response: all are kept, and only the device that began it replaces one.

use super::{Archive, Entry};
use draagkracht_core::timestamp::Timestamp;
use std::collections::BTreeMap;
use uuid::Uuid;

/// One revision of a response, as one bundle has it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version {
    /// Counts from 1.
    pub revision: u32,
    /// When the bundle was received; then its id. Earlier ones come first.
    pub received: Timestamp,
    /// The bundle.
    pub bundle_id: Uuid,
    /// The fingerprint of the device that signed it.
    pub device: String,
}

/// Every version of every response in an archive.
#[derive(Debug, Default)]
pub struct History(BTreeMap<Uuid, Vec<Version>>);

impl History {
    /// Of all bundles that were received.
    pub fn of(archive: &Archive) -> Self {
        let mut history = Self::default();
        for entry in archive.entries().values() {
            history.add(entry);
        }
        history
    }

    /// Adds those of one more bundle.
    pub fn add(&mut self, entry: &Entry) {
        let receipt = &entry.receipt;
        for response in &receipt.revisions.responses {
            let versions = self.0.entry(response.id).or_default();
            versions.push(Version {
                revision: response.revision,
                received: receipt.received.clone(),
                bundle_id: receipt.bundle_id,
                device: entry.device.fingerprint.clone(),
            });
            versions.sort();
        }
    }

    /// The versions of a response, the earliest first.
    pub fn versions(&self, response_id: Uuid) -> &[Version] {
        self.0.get(&response_id).map_or(&[], Vec::as_slice)
    }
}
