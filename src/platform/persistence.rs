//! Asking the browser not to throw away what is kept here when room gets scarce.

use super::page::window;
use wasm_bindgen_futures::JsFuture;

/// Asks, and says whether the browser agreed. It decides by itself, or asks the person.
pub async fn ask() -> bool {
    let Ok(asked) = window().navigator().storage().persist() else { return false };
    JsFuture::from(asked).await.is_ok_and(|agreed| agreed.is_truthy())
}
