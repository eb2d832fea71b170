//! The keys that this device signs with: one text, of whatever form the bundle needs.

use super::{Vault, VaultError};
use crate::{
    Kind, Why,
    head::{Entry, VaultHead, list},
    record::{damaged, write},
};
use draagkracht_core::store::{Batch, Store};
use uuid::Uuid;
use zeroize::Zeroizing;

impl<S: Store> Vault<S> {
    /// The keys, or `None` when they have not been made yet.
    pub async fn device_keys(&self) -> Result<Option<Zeroizing<String>>, VaultError> {
        let (head, _) = self.head().await??;
        let entry = entry(&head)?;
        let stored = self.store.get(entry.kind.area(), &entry.id.to_string()).await?;
        let keys = self.sealer.get(entry.kind, entry.id, Some(entry.revision), stored.as_ref())?;
        let unreadable = |_| damaged(entry.kind, entry.id, Why::Unreadable);
        let keys = str::from_utf8(&keys).map_err(unreadable)?;
        Ok((!keys.is_empty()).then(|| Zeroizing::new(keys.to_owned())))
    }

    /// Writes the keys. Of two tabs that do this at once one gets a conflict, and reads the keys
    /// of the other.
    pub async fn put_device_keys(&self, keys: &str) -> Result<(), VaultError> {
        let (mut head, revision) = self.head().await??;
        let Entry { kind, id, .. } = entry(&head)?;
        let next = list(&mut head.records, kind, id);
        let batch = Batch(vec![
            self.sealer.put(kind, id, next, keys.as_bytes())?,
            self.sealer.put(Kind::VaultHead, self.id(), revision + 1, &write(&head)?)?,
        ]);
        Ok(self.store.commit(batch).await?)
    }
}

pub(super) fn entry(head: &VaultHead) -> Result<Entry, VaultError> {
    let entry = head.records.iter().find(|entry| entry.kind == Kind::DeviceKeys);
    entry.copied().ok_or(VaultError::NotHere(Kind::DeviceKeys, Uuid::nil()))
}
