//! `IndexedDB`'s requests and transactions as futures, and the part of them that web-sys does not
//! bind.

use super::error;
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbRequest, IdbTransaction};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = IdbDatabase)]
    type Database;

    #[wasm_bindgen(method, catch)]
    fn transaction(
        this: &Database,
        stores: &Array,
        mode: &str,
        options: &Object,
    ) -> Result<IdbTransaction, JsValue>;
}

/// A transaction that reads.
pub(super) fn read(database: &IdbDatabase, stores: &[&str]) -> Result<IdbTransaction, JsValue> {
    begin(database, stores, "readonly", "default")
}

/// A transaction that writes, and whose end means that the operating system was told to put it on
/// the disk.
pub(super) fn write(database: &IdbDatabase, stores: &[&str]) -> Result<IdbTransaction, JsValue> {
    begin(database, stores, "readwrite", "strict")
}

fn begin(
    database: &IdbDatabase,
    stores: &[&str],
    mode: &str,
    durability: &str,
) -> Result<IdbTransaction, JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &durability.into())?;
    let names = Array::new();
    for name in stores {
        names.push(&JsValue::from_str(name));
    }
    database.unchecked_ref::<Database>().transaction(&names, mode, &options)
}

/// Settles when a request is answered.
pub(super) fn answered(request: &IdbRequest) -> Promise {
    Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    })
}

/// Settles when a transaction is durable, or was undone.
pub(super) fn ended(transaction: &IdbTransaction) -> Promise {
    Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    })
}

/// Waits for one of these, and gives a request's result. The transaction stays open meanwhile, as
/// long as nothing else is waited for.
pub(super) async fn settle(promise: Promise) -> Result<JsValue, JsValue> {
    let (event, property) = match JsFuture::from(promise).await {
        Ok(event) => (event, "result"),
        Err(event) => (event, "error"),
    };
    let value = Reflect::get(&Reflect::get(&event, &"target".into())?, &property.into())?;
    match property {
        "result" => Ok(value),
        // A transaction that nobody here undid ends without a reason when its connection is closed.
        _ if value.is_null() => Err(error::named("AbortError", "the connection was closed")),
        _ => Err(value),
    }
}
