//! The contract of the core, kept by `IndexedDB`.

use super::{IdbStore, request, schema, value};
use draagkracht_core::store::{Area, Batch, Store, StoreError, Stored};
use js_sys::Array;
use std::cell::RefCell;
use wasm_bindgen::JsCast;

impl Store for IdbStore {
    async fn get(&self, area: Area, id: &str) -> Result<Option<Stored>, StoreError> {
        let got = self
            .with(&|database| {
                let transaction = request::read(database, &[area.as_str()])?;
                let records = transaction.object_store(area.as_str())?;
                Ok(request::answered(&records.get(&id.into())?))
            })
            .await?;
        Ok(value::to_stored(&got))
    }

    async fn all(&self, area: Area) -> Result<Vec<(String, Stored)>, StoreError> {
        let ids = RefCell::new(None);
        let got = self
            .with(&|database| {
                let transaction = request::read(database, &[area.as_str()])?;
                let records = transaction.object_store(area.as_str())?;
                *ids.borrow_mut() = Some(records.get_all_keys()?);
                Ok(request::answered(&records.get_all()?))
            })
            .await?;
        // Answered before the values, because asked before.
        let values = got.unchecked_into::<Array>();
        let ids = ids.take().and_then(|ids| ids.result().ok()).unwrap_or_default();
        let mut records = vec![];
        for (id, value) in ids.unchecked_into::<Array>().iter().zip(values.iter()) {
            records.extend(id.as_string().zip(value::to_stored(&value)));
        }
        Ok(records)
    }

    async fn commit(&self, batch: Batch) -> Result<(), StoreError> {
        self.write(&batch).await
    }

    async fn wipe(&self) -> Result<(), StoreError> {
        self.with(&|database| {
            let transaction = request::write(database, &schema::stores())?;
            for name in schema::stores() {
                transaction.object_store(name)?.clear()?;
            }
            Ok(request::ended(&transaction))
        })
        .await?;
        Ok(())
    }
}
