//! The vault itself. A file here is a step: what it writes, it writes in one batch, and the old
//! state or the new one is there afterwards, never something between.

mod begin;
mod complete;
mod create;
mod device_keys;
mod dossier;
mod hand_over;
mod import;
mod own;
mod papers;
mod read;
mod remove;
mod save;
mod ways;

use crate::{Damaged, DataKey, Kind, Random, record::Sealer};
use draagkracht_core::store::{Area, Store, StoreError};
use uuid::Uuid;

/// The id of the one vault on a resident's own phone: not random, so that two tabs that make it at
/// once cannot both succeed.
pub const OWN: Uuid = Uuid::nil();

/// An open vault in a store. Dropping it forgets its key.
///
/// After [`StoreError::Conflict`] another tab was first and nothing was changed: read the case
/// again with [`Vault::case`].
#[derive(Debug)]
pub struct Vault<S> {
    store: S,
    sealer: Sealer,
    pub(crate) key: DataKey,
}

pub use import::{Conflict, Imported, ShareError};
pub use papers::Paper;
pub use remove::{has_others, remove_closed};
pub use ways::{Locked, all, rewrap};

/// Why the vault did not do what it was asked; nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// The store's own reason.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A record that this step needs is damaged.
    #[error(transparent)]
    Damaged(#[from] Damaged),
    /// There is no vault of this id.
    #[error("there is no vault {0} here")]
    NoVault(Uuid),
    /// The case has no such session, job or case record.
    #[error("there is no {0} {1} here")]
    NotHere(Kind, Uuid),
    /// The case is not one that a professional keeps.
    #[error("this case has no dossier")]
    NoDossier,
    /// Nothing of this list is with the resident.
    #[error("this list was not handed over")]
    NotHandedOver,
    /// Answers about oneself are not a case's, and answers about a case are not the vault's own.
    #[error("these answers belong in another place")]
    Misplaced,
    /// A value that is too long, or cannot be written at all.
    #[error("it cannot be sealed")]
    Unwritable,
}

/// How the key of a vault is wrapped, as it was given to [`Vault::create`]; `None` when there is
/// no vault of this id.
pub async fn wrap_of(store: &impl Store, id: Uuid) -> Result<Option<Vec<u8>>, StoreError> {
    Ok(store.get(Area::Vaults, &id.to_string()).await?.map(|stored| stored.bytes))
}

impl<S: Store> Vault<S> {
    /// Opens a vault that is there.
    /// Whether the key is right, and what can be read with it, is for [`Vault::cases`] to say.
    pub async fn open(
        store: S,
        id: Uuid,
        key: DataKey,
        random: Random,
    ) -> Result<Self, VaultError> {
        if wrap_of(&store, id).await?.is_none() {
            return Err(VaultError::NoVault(id));
        }
        Ok(Self { store, sealer: Sealer::new(id, &key, random), key })
    }

    /// Its id.
    pub fn id(&self) -> Uuid {
        self.sealer.vault
    }

    /// Where it is kept.
    pub fn store(&self) -> &S {
        &self.store
    }

    /// Removes everything in the store, for good; other vaults too.
    pub async fn wipe(self) -> Result<(), StoreError> {
        self.store.wipe().await
    }
}
