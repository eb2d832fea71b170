//! Asking the browser not to throw away what is kept here when room gets scarce.

use super::page::window;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Asks, and waits for nothing: a browser may put the question to the person, who need not answer it.
pub fn ask() {
    let Ok(asked) = window().navigator().storage().persist() else { return };
    spawn_local(async move {
        // Yes or no, what is kept is kept in the same way.
        let _ = JsFuture::from(asked).await;
    });
}
