//! A batch as one strict transaction: reads the revisions, compares, writes.

use super::{IdbStore, error, request, value};
use draagkracht_core::store::{Area, Batch, Change, StoreError};
use js_sys::Promise;
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use web_sys::{IdbDatabase, IdbRequest, IdbTransaction};

/// A transaction that has asked for the revisions.
struct Begun {
    transaction: IdbTransaction,
    /// One a change.
    found: Vec<IdbRequest>,
}

impl IdbStore {
    /// Makes all changes or none; once more when the browser closed the database in the middle.
    pub(super) async fn write(&self, batch: &Batch) -> Result<(), StoreError> {
        let mut again = true;
        loop {
            let begun = RefCell::new(None);
            self.with(&|database| {
                let (asked, promise) = begin(database, batch)?;
                *begun.borrow_mut() = Some(asked);
                Ok(promise)
            })
            .await?;
            let written = match begun.take().map(|begun| begun.write(batch)) {
                Some(Ok(promise)) => request::settle(promise?).await,
                Some(Err(error)) => Err(error),
                None => return Ok(()),
            };
            match written {
                Err(closed) if again && error::is_closed(&closed) => self.forget(),
                written => return written.map(drop).map_err(|e| error::of_use(&e)),
            }
            again = false;
        }
    }
}

/// Asks for every revision; the promise settles with the last, and so after all.
fn begin(database: &IdbDatabase, batch: &Batch) -> Result<(Begun, Promise), JsValue> {
    let transaction = request::write(database, &Area::ALL.map(Area::as_str))?;
    let mut promise = Promise::resolve(&JsValue::UNDEFINED);
    let mut found = vec![];
    for change in &batch.0 {
        let (Change::Put { area, id, .. } | Change::Remove { area, id }) = change;
        let request = transaction.object_store(area.as_str())?.get(&id.as_str().into())?;
        if found.len() + 1 == batch.0.len() {
            promise = request::answered(&request);
        }
        found.push(request);
    }
    Ok((Begun { transaction, found }, promise))
}

impl Begun {
    /// Writes, unless somebody else wrote first; the promise settles when it is durable.
    fn write(&self, batch: &Batch) -> Result<Result<Promise, StoreError>, JsValue> {
        let written = self.changes(batch);
        if !matches!(written, Ok(None)) {
            // Else the first changes would be written without the rest.
            self.transaction.abort()?;
        }
        Ok(match written? {
            Some(conflict) => Err(conflict),
            None => Ok(request::ended(&self.transaction)),
        })
    }

    fn changes(&self, batch: &Batch) -> Result<Option<StoreError>, JsValue> {
        for (change, found) in batch.0.iter().zip(&self.found) {
            let (Change::Put { area, id, .. } | Change::Remove { area, id }) = change;
            let records = self.transaction.object_store(area.as_str())?;
            let key = JsValue::from_str(id);
            match change {
                Change::Put { stored, .. } => {
                    let (found, expected) =
                        (value::revision(&found.result()?), stored.revision.wrapping_sub(1));
                    if found != expected {
                        let id = id.clone();
                        let conflict = StoreError::Conflict { area: *area, id, expected, found };
                        return Ok(Some(conflict));
                    }
                    records.put_with_key(&value::from_stored(stored)?, &key)?;
                }
                Change::Remove { .. } => drop(records.delete(&key)?),
            }
        }
        Ok(None)
    }
}
