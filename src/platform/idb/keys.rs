//! Keys that the browser keeps and does not give out.

use super::{IdbStore, request, schema::KEYS};
use draagkracht_core::store::StoreError;
use uuid::Uuid;
use wasm_bindgen::JsCast;
use web_sys::CryptoKey;

impl IdbStore {
    /// Keeps a key under a new id; durable when it returns.
    pub async fn add_key(&self, id: Uuid, key: &CryptoKey) -> Result<(), StoreError> {
        let id = id.to_string();
        self.with(async |database| {
            let transaction = request::write(database, &[KEYS])?;
            transaction.object_store(KEYS)?.add_with_key(key, &id.as_str().into())?;
            request::done(&transaction).await
        })
        .await
    }

    /// The key, or `None` when there is none of this id.
    pub async fn key(&self, id: Uuid) -> Result<Option<CryptoKey>, StoreError> {
        let id = id.to_string();
        let value = self
            .with(async |database| {
                let transaction = request::read(database, &[KEYS])?;
                let keys = transaction.object_store(KEYS)?;
                request::result(&keys.get(&id.as_str().into())?).await
            })
            .await?;
        Ok(value.dyn_into().ok())
    }
}
