//! The first version, from nothing.

use wasm_bindgen::JsValue;
use web_sys::{IdbDatabase, IdbTransaction};

const STORES: [&str; 6] = ["vaults", "heads", "records", "outbox", "keys", "meta"];

pub(super) fn run(database: &IdbDatabase, _: &IdbTransaction) -> Result<(), JsValue> {
    STORES.iter().try_for_each(|name| database.create_object_store(name).map(drop))
}
