//! What only a browser can say: the store on `IndexedDB` and the browser's key, in Chromium.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "how a test says no")]

mod browser_key;
mod connection;
mod fresh;
mod practice;
mod raw;
mod store;
mod vault;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
