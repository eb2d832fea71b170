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
    begin(database, stores, "readonly", &Object::new())
}

/// A transaction that writes, and whose end means that the operating system was told to put it on
/// the disk.
pub(super) fn write(database: &IdbDatabase, stores: &[&str]) -> Result<IdbTransaction, JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    begin(database, stores, "readwrite", &options)
}

fn begin(
    database: &IdbDatabase,
    stores: &[&str],
    mode: &str,
    options: &Object,
) -> Result<IdbTransaction, JsValue> {
    let stores = stores.iter().map(|name| JsValue::from_str(name)).collect::<Array>();
    database.unchecked_ref::<Database>().transaction(&stores, mode, options)
}

/// Waits for a request. Its transaction stays open meanwhile, as long as nothing else is waited for.
pub(super) async fn result(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(promise).await {
        Ok(_) => request.result(),
        Err(_) => Err(request.error()?.map_or_else(closed, JsValue::from)),
    }
}

/// Ends a transaction and waits until it is durable, or was undone.
pub(super) async fn done(transaction: &IdbTransaction) -> Result<(), JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    match JsFuture::from(promise).await {
        Ok(_) => Ok(()),
        Err(_) => Err(transaction.error().map_or_else(closed, JsValue::from)),
    }
}

/// A transaction that nobody here undid ends without a reason when its connection is closed.
fn closed() -> JsValue {
    error::named("AbortError", "the connection was closed")
}
