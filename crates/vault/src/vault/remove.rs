//! Removing a case: everything that the vault has of it, in one step. Its bundles in the outbox
//! are removed with it only when the caller names them.

use super::{Vault, VaultError};
use crate::{CaseFile, Kind, record::write};
use draagkracht_core::store::{Area, Batch, Change, Store};

impl<S: Store> Vault<S> {
    /// Removes a case and its bundles. Whoever calls this has asked the person, and has seen which
    /// of it was never received.
    pub async fn remove_case(&self, file: CaseFile) -> Result<(), VaultError> {
        let (mut list, revision) = self.head().await??;
        list.cases.retain(|case| case.id != file.id);
        let records = file.head.records.iter();
        let mut batch: Vec<Change> = records
            .map(|entry| Change::Remove { area: entry.kind.area(), id: entry.id.to_string() })
            .collect();
        let bundles = file.head.sealed.iter();
        batch.extend(
            bundles.map(|job| Change::Remove { area: Area::Outbox, id: job.bundle_id.to_string() }),
        );
        batch.push(Change::Remove { area: Area::Heads, id: file.id.to_string() });
        batch.push(self.sealer.put(Kind::VaultHead, self.id(), revision + 1, &write(&list)?)?);
        Ok(self.store.commit(Batch(batch)).await?)
    }
}
