//! Keys that the browser keeps and does not give out.

use super::{IdbStore, request, schema::KEYS};
use draagkracht_core::store::StoreError;
use uuid::Uuid;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CryptoKey;

impl IdbStore {
    /// Keeps a key under a new id; durable when it returns.
    pub async fn add_key(&self, id: Uuid, key: &CryptoKey) -> Result<(), StoreError> {
        let id = JsValue::from(id.to_string());
        self.with(&|database| {
            let transaction = request::write(database, &[KEYS])?;
            transaction.object_store(KEYS)?.add_with_key(key, &id)?;
            Ok(request::ended(&transaction))
        })
        .await?;
        Ok(())
    }

    /// Forgets a key: what it opened stays closed for good.
    pub async fn remove_key(&self, id: Uuid) -> Result<(), StoreError> {
        let id = JsValue::from(id.to_string());
        self.with(&|database| {
            let transaction = request::write(database, &[KEYS])?;
            transaction.object_store(KEYS)?.delete(&id)?;
            Ok(request::ended(&transaction))
        })
        .await?;
        Ok(())
    }

    /// The key, or `None` when there is none of this id.
    pub async fn key(&self, id: Uuid) -> Result<Option<CryptoKey>, StoreError> {
        let id = JsValue::from(id.to_string());
        let got = self
            .with(&|database| {
                let transaction = request::read(database, &[KEYS])?;
                Ok(request::answered(&transaction.object_store(KEYS)?.get(&id)?))
            })
            .await?;
        Ok(got.dyn_into().ok())
    }
}
