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

/// Every version of every response in an archive, or of every plan or form response.
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

    /// The same of plans.
    pub fn of_plans(archive: &Archive) -> Self {
        let mut history = Self::default();
        for entry in archive.entries().values() {
            let plans = &entry.receipt.revisions.plans;
            history.add_all(entry, plans.iter().map(|plan| (plan.id, plan.revision)));
        }
        history
    }

    /// The same of answers to lists that only a professional is asked.
    pub fn of_form_responses(archive: &Archive) -> Self {
        let mut history = Self::default();
        for entry in archive.entries().values() {
            let answers = entry.receipt.revisions.form_responses.iter().flatten();
            history.add_all(entry, answers.map(|answers| (answers.id, answers.revision)));
        }
        history
    }

    /// Adds those of one more bundle.
    pub fn add(&mut self, entry: &Entry) {
        let responses = entry.receipt.revisions.responses.iter();
        self.add_all(entry, responses.map(|response| (response.id, response.revision)));
    }

    fn add_all(&mut self, entry: &Entry, revisions: impl Iterator<Item = (Uuid, u32)>) {
        let receipt = &entry.receipt;
        for (id, revision) in revisions {
            // Most have one version, ever.
            let versions = self.0.entry(id).or_insert_with(|| Vec::with_capacity(1));
            versions.push(Version {
                revision,
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

    /// Every revision from the device that began the response, each as it was first received.
    pub fn own(&self, response_id: Uuid) -> Vec<&Version> {
        let versions = self.versions(response_id);
        let Some(first) = versions.first() else { return vec![] };
        let mut own: Vec<_> =
            versions.iter().filter(|version| version.device == first.device).collect();
        own.dedup_by_key(|version| version.revision);
        own
    }

    /// The version that counts: the newest from the device that began the response. What another
    /// device says, or the same one under the same number later, never takes its place unseen.
    pub fn current(&self, response_id: Uuid) -> Option<&Version> {
        self.own(response_id).pop()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(revision: u32, second: u64, device: &str) -> Version {
        Version {
            revision,
            received: Timestamp::from_unix_seconds(second).unwrap(),
            bundle_id: Uuid::from_u128(second.into()),
            device: device.to_owned(),
        }
    }

    #[test]
    fn only_the_device_that_began_it_replaces_a_response() {
        let current = |mut versions: Vec<Version>| {
            versions.sort();
            let id = Uuid::from_u128(1);
            let history = History(BTreeMap::from([(id, versions)]));
            history.current(id).map(|one| (one.revision, one.received.unix_seconds()))
        };
        assert_eq!(current(vec![version(1, 10, "A")]), Some((1, 10)));
        assert_eq!(current(vec![version(2, 20, "A"), version(1, 10, "A")]), Some((2, 20)));
        assert_eq!(current(vec![version(1, 20, "A"), version(2, 10, "A")]), Some((2, 10)));
        assert_eq!(current(vec![version(1, 10, "A"), version(2, 20, "B")]), Some((1, 10)));
        assert_eq!(current(vec![version(1, 20, "A"), version(1, 10, "B")]), Some((1, 10)));
        assert_eq!(current(vec![version(2, 20, "A"), version(2, 10, "A")]), Some((2, 10)));
        assert_eq!(History::default().current(Uuid::from_u128(1)), None);
    }

    #[test]
    fn its_revisions_are_those_of_that_device_each_as_it_first_came() {
        let all = [(1, 10, "A"), (1, 20, "A"), (2, 15, "B"), (2, 30, "A"), (3, 5, "B")];
        let mut versions: Vec<_> = all.map(|(n, second, by)| version(n, second, by)).into();
        versions.sort();
        let id = Uuid::from_u128(1);
        let history = History(BTreeMap::from([(id, versions)]));
        let own =
            history.own(id).into_iter().map(|own| (own.revision, own.received.unix_seconds()));
        assert_eq!(own.collect::<Vec<_>>(), [(1, 10), (2, 30)]);
    }
}
