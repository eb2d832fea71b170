//! Where the open vault is kept: on this device or, while practising, in memory only.

use crate::{bundling::HandsIn, platform::idb::IdbStore};
use draagkracht_core::store::{Area, Batch, MemoryStore, Store, StoreError, Stored};
use std::rc::Rc;

/// A store of the desk. A clone is the same store.
#[derive(Clone)]
pub enum Shelf {
    /// The database of this device.
    Device(IdbStore),
    /// Memory: what is in it is made up, and goes when the page goes.
    Practice(Rc<MemoryStore>),
}

impl Shelf {
    /// An empty one to practise with.
    pub fn for_practice() -> Self {
        Self::Practice(Rc::new(MemoryStore::default()))
    }
}

impl Store for Shelf {
    async fn get(&self, area: Area, id: &str) -> Result<Option<Stored>, StoreError> {
        match self {
            Self::Device(store) => store.get(area, id).await,
            Self::Practice(store) => store.get(area, id).await,
        }
    }

    async fn all(&self, area: Area) -> Result<Vec<(String, Stored)>, StoreError> {
        match self {
            Self::Device(store) => store.all(area).await,
            Self::Practice(store) => store.all(area).await,
        }
    }

    async fn commit(&self, batch: Batch) -> Result<(), StoreError> {
        match self {
            Self::Device(store) => store.commit(batch).await,
            Self::Practice(store) => store.commit(batch).await,
        }
    }

    async fn wipe(&self) -> Result<(), StoreError> {
        match self {
            Self::Device(store) => store.wipe().await,
            Self::Practice(store) => store.wipe().await,
        }
    }
}

impl HandsIn for Shelf {
    fn may_leave(&self) -> bool {
        matches!(self, Self::Device(_))
    }
}
