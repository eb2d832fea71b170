//! Removing a case, or a whole vault: everything that is known of it, in one step, and its bundles in
//! the outbox with it. Other vaults in the same store stay.

use super::{Vault, VaultError};
use crate::{CaseFile, Kind, record::write};
use draagkracht_core::store::{Area, Batch, Change, Store, StoreError};
use uuid::Uuid;

/// Whether the store has other vaults than this one: then wiping the store is not for one person to do.
pub async fn has_others(store: &impl Store, id: Uuid) -> Result<bool, StoreError> {
    let id = id.to_string();
    Ok(store.all(Area::Vaults).await?.iter().any(|(other, _)| *other != id))
}

/// Removes a vault that cannot be opened, so that it can be made anew. What its lists name cannot be
/// known: those records stay, sealed.
pub async fn remove_closed(store: &impl Store, id: Uuid) -> Result<(), StoreError> {
    let id = id.to_string();
    let gone = [Area::Vaults, Area::Heads].map(|area| Change::Remove { area, id: id.clone() });
    store.commit(Batch(gone.into())).await
}

impl<S: Store> Vault<S> {
    /// Removes this vault. What of it is damaged beyond knowing stays, sealed under a key that is gone.
    pub async fn remove(self) -> Result<(), VaultError> {
        let mut gone = vec![(Area::Vaults, self.id()), (Area::Heads, self.id())];
        for file in self.cases().await?.into_iter().flatten() {
            gone.push((Area::Heads, file.id));
            gone.extend(file.head.records.iter().map(|entry| (entry.kind.area(), entry.id)));
            gone.extend(file.head.sealed.iter().map(|job| (Area::Outbox, job.bundle_id)));
        }
        if let Ok((list, _)) = self.head().await? {
            gone.extend(list.records.iter().map(|entry| (entry.kind.area(), entry.id)));
            let bundles = self.own_bundles().await?.into_iter().flatten();
            gone.extend(bundles.map(|job| (Area::Outbox, job.bundle_id)));
        }
        let gone = gone.into_iter();
        let gone = gone.map(|(area, id)| Change::Remove { area, id: id.to_string() });
        Ok(self.store.commit(Batch(gone.collect())).await?)
    }

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
