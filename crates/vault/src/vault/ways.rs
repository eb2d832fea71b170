//! The vaults in a store as they are while locked, and changing how one is locked.

use super::VaultError;
use crate::{
    Vault, Why,
    damage::Damaged,
    key::DataKey,
    lock::WrappingKey,
    wrap::{Sealed, WrapError, Wraps},
};
use draagkracht_core::store::{Area, Batch, Change, Store, StoreError, Stored};
use uuid::Uuid;

/// A vault as anybody sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locked {
    /// Its id.
    pub id: Uuid,
    /// The ways to its key, and whose it is; or why they cannot be read.
    pub wraps: Result<Wraps, WrapError>,
    revision: u32,
}

/// Every vault in a store, in order of id.
pub async fn all(store: &impl Store) -> Result<Vec<Locked>, StoreError> {
    let all = store.all(Area::Vaults).await?;
    let locked = all.into_iter().filter_map(|(id, stored)| {
        let wraps = Wraps::from_bytes(&stored.bytes);
        Some(Locked { id: id.parse().ok()?, wraps, revision: stored.revision })
    });
    Ok(locked.collect())
}

/// Locks a vault in other ways from now on. Its data key stays, so nothing is encrypted anew: only
/// the wraps change, in one step.
pub async fn rewrap(store: &impl Store, locked: &Locked, wraps: &Wraps) -> Result<(), VaultError> {
    let (area, id) = (Area::Vaults, locked.id.to_string());
    let unwritable = |_| Damaged { area, id: id.clone(), kind: None, why: Why::Unreadable };
    let bytes = wraps.to_bytes().map_err(unwritable)?;
    let stored = Stored { revision: locked.revision + 1, bytes };
    Ok(store.commit(Batch(vec![Change::Put { area, id, stored }])).await?)
}

impl<S: Store> Vault<S> {
    /// This vault's key under another key, as one of its [`Wraps`].
    pub fn wrapped(&self, by: &WrappingKey) -> Sealed {
        by.wrap(&self.key, self.sealer.random)
    }

    /// This vault's key under what only another vault's owner has: for what is handed over.
    pub(crate) fn lending_key(&self, lent: Uuid) -> WrappingKey {
        WrappingKey::of_vault(lent, &self.key)
    }

    /// Opens what was handed over, by the key of the vault that did.
    pub fn lent_key(&self, lent: Uuid, sealed: &Sealed) -> Option<DataKey> {
        self.lending_key(lent).unwrap(sealed).ok()
    }
}
