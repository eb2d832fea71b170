//! The browser's randomness, fit for keys.

use uuid::Uuid;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    // Where this throws, nothing after it runs: no key is ever made of zeros.
    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues)]
    fn get_random_values(bytes: &mut [u8]);
}

/// A random UUID, version 4: it says nothing, not even when it was made.
pub fn id() -> Uuid {
    let mut bytes = [0; 16];
    fill(&mut bytes);
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}

/// Fills the bytes; at most 65536 at a time.
pub fn fill(bytes: &mut [u8]) {
    get_random_values(bytes);
}
