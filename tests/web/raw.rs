//! `raw.js`: the database without the store.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/tests/web/raw.js")]
extern "C" {
    pub async fn get(name: &str, store: &str, key: &str) -> JsValue;
    pub async fn keys(name: &str, store: &str) -> JsValue;
    pub async fn put(name: &str, store: &str, key: &str, value: &JsValue);
    pub async fn newer(name: &str);
    pub async fn upgrade(name: &str);
    pub async fn stores(name: &str) -> JsValue;
    pub fn heard() -> String;
    pub fn close_last();
    pub fn full_after(count: u32);
    pub fn abort_next();
    pub fn refuse(name: Option<&str>);
    pub fn allow();
    pub fn flip(value: &JsValue, byte: u32) -> JsValue;
}

/// The keys in an object store.
pub async fn ids(name: &str, store: &str) -> Vec<String> {
    let keys = js_sys::Array::from(&keys(name, store).await);
    keys.iter().filter_map(|key| key.as_string()).collect()
}
