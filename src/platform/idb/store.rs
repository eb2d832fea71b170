//! The contract of the core, kept by `IndexedDB`.

use super::{IdbStore, request, schema, value};
use draagkracht_core::store::{Area, Batch, Change, Store, StoreError, Stored};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbRequest, IdbTransaction};

impl Store for IdbStore {
    async fn get(&self, area: Area, id: &str) -> Result<Option<Stored>, StoreError> {
        let value = self
            .with(async |database| {
                let transaction = request::read(database, &[area.as_str()])?;
                let records = transaction.object_store(area.as_str())?;
                request::result(&records.get(&id.into())?).await
            })
            .await?;
        Ok(value::to_stored(&value))
    }

    async fn all(&self, area: Area) -> Result<Vec<(String, Stored)>, StoreError> {
        let (ids, values) = self
            .with(async |database| {
                let transaction = request::read(database, &[area.as_str()])?;
                let records = transaction.object_store(area.as_str())?;
                let ids = records.get_all_keys()?;
                // The second answer comes after the first.
                let values = request::result(&records.get_all()?).await?;
                Ok((ids.result()?, values))
            })
            .await?;
        let (ids, values) = (ids.unchecked_into::<Array>(), values.unchecked_into::<Array>());
        let records = ids.iter().zip(values.iter());
        Ok(records
            .filter_map(|(id, value)| Some((id.as_string()?, value::to_stored(&value)?)))
            .collect())
    }

    async fn commit(&self, batch: Batch) -> Result<(), StoreError> {
        self.with(async |database| commit(database, &batch).await).await?
    }

    async fn wipe(&self) -> Result<(), StoreError> {
        self.with(async |database| {
            let transaction = request::write(database, &schema::stores())?;
            for name in schema::stores() {
                transaction.object_store(name)?.clear()?;
            }
            request::done(&transaction).await
        })
        .await
    }
}

/// One strict transaction: reads the revisions, compares, writes.
async fn commit(database: &IdbDatabase, batch: &Batch) -> Result<Result<(), StoreError>, JsValue> {
    let areas = Area::ALL.map(Area::as_str);
    let transaction = request::write(database, &areas)?;
    let mut found = vec![];
    for change in &batch.0 {
        if let Change::Put { area, id, stored } = change {
            let request = transaction.object_store(area.as_str())?.get(&id.as_str().into())?;
            found.push((*area, id, stored.revision.wrapping_sub(1), request));
        }
    }
    // Requests are answered in order: after the last, all are there.
    if let Some((.., last)) = found.last() {
        request::result(last).await?;
    }
    for (area, id, expected, request) in found {
        let found = value::revision(&request.result()?);
        if found != expected {
            transaction.abort()?;
            return Ok(Err(StoreError::Conflict { area, id: id.clone(), expected, found }));
        }
    }
    let mut changes = batch.0.iter();
    if let Err(error) = changes.try_for_each(|change| make(&transaction, change).map(drop)) {
        // Else the first changes would be written without the rest.
        transaction.abort()?;
        return Err(error);
    }
    request::done(&transaction).await.map(Ok)
}

fn make(transaction: &IdbTransaction, change: &Change) -> Result<IdbRequest, JsValue> {
    match change {
        Change::Put { area, id, stored } => {
            let records = transaction.object_store(area.as_str())?;
            records.put_with_key(&value::from_stored(stored)?, &id.as_str().into())
        }
        Change::Remove { area, id } => {
            transaction.object_store(area.as_str())?.delete(&id.as_str().into())
        }
    }
}
