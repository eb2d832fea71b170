//! The browser's randomness, fit for keys.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    // Where this throws, nothing after it runs: no key is ever made of zeros.
    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues)]
    fn get_random_values(bytes: &mut [u8]);
}

/// Fills the bytes; at most 65536 at a time.
pub fn fill(bytes: &mut [u8]) {
    get_random_values(bytes);
}
