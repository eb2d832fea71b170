//! What a browser's error means to the store.

use draagkracht_core::store::StoreError;
use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// The name of a `DOMException` or `Error`, such as `QuotaExceededError`; empty without one.
fn name(error: &JsValue) -> String {
    text(error, "name")
}

/// Whether the connection was closed, before a transaction or in the middle of one.
pub(super) fn is_closed(error: &JsValue) -> bool {
    matches!(name(error).as_str(), "InvalidStateError" | "AbortError")
}

/// An error while the database was used.
pub(super) fn of_use(error: &JsValue) -> StoreError {
    let name = name(error);
    match name.as_str() {
        "QuotaExceededError" => StoreError::Full,
        "VersionError" => StoreError::Newer,
        _ if is_closed(error) => StoreError::Closed(words(&name, error)),
        _ => StoreError::Other(words(&name, error)),
    }
}

/// An error while the database was opened, as in private windows of some browsers.
pub(super) fn of_opening(error: &JsValue) -> StoreError {
    let name = name(error);
    match name.as_str() {
        "SecurityError" | "InvalidStateError" | "NotAllowedError" | "NotSupportedError" => {
            StoreError::Refused(words(&name, error))
        }
        _ => of_use(error),
    }
}

/// An error of our own with such a name.
pub(super) fn named(name: &str, message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    error.set_name(name);
    error.into()
}

fn words(name: &str, error: &JsValue) -> String {
    format!("{name}: {}", text(error, "message"))
}

fn text(error: &JsValue, property: &str) -> String {
    let value = Reflect::get(error, &property.into());
    value.ok().and_then(|value| value.as_string()).unwrap_or_default()
}
