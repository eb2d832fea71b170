//! Making a vault.

use super::{Vault, VaultError};
use crate::{
    DataKey, Kind, Random,
    head::{VaultHead, list},
    random::uuid_v4,
    record::{Sealer, write},
};
use draagkracht_core::store::{Area, Batch, Change, Store, Stored};
use uuid::Uuid;

impl<S: Store> Vault<S> {
    /// Makes an empty vault. `wrap` is kept as it is, in the clear: how to come by the key.
    /// When there is a vault of this id already, this is a conflict and that one is left alone.
    pub async fn create(
        store: S,
        id: Uuid,
        key: DataKey,
        wrap: Vec<u8>,
        random: Random,
    ) -> Result<Self, VaultError> {
        let sealer = Sealer::new(id, &key, random);
        let wrapped = Stored { revision: 1, bytes: wrap };
        let mut head = VaultHead::default();
        let keys = uuid_v4(random);
        // Empty from the start, so that a head from before the keys does not fit what is there.
        let revision = list(&mut head.records, Kind::DeviceKeys, keys);
        let batch = Batch(vec![
            Change::Put { area: Area::Vaults, id: id.to_string(), stored: wrapped },
            sealer.put(Kind::DeviceKeys, keys, revision, b"")?,
            sealer.put(Kind::VaultHead, id, 1, &write(&head)?)?,
        ]);
        store.commit(batch).await?;
        Ok(Self { store, sealer, key })
    }
}
