//! How much room this site has on the device, as the browser reckons it.

use super::page::window;
use crate::room::Room;
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Asks the browser; `None` where it does not say.
pub async fn room() -> Option<Room> {
    let asked = window().navigator().storage().estimate().ok()?;
    let estimate = JsFuture::from(asked).await.ok()?;
    let bytes = |name: &str| {
        let value: JsValue = Reflect::get(&estimate, &name.into()).ok()?;
        value.as_f64()
    };
    Some(Room { used: bytes("usage")?, most: bytes("quota")? })
}
