//! JSON read by the browser's own reader, where only a few texts of it are wanted.

use js_sys::{JSON, Reflect};
use wasm_bindgen::JsValue;

/// A value in JSON.
pub struct Json(JsValue);

impl Json {
    /// `None` when the text is not JSON.
    pub fn parse(text: &str) -> Option<Self> {
        JSON::parse(text).ok().map(Self)
    }

    /// A field of an object; `None` when it is none, or has no such field.
    pub fn field(&self, name: &str) -> Option<Self> {
        let value = Reflect::get(&self.0, &name.into()).ok()?;
        (!value.is_undefined()).then_some(Self(value))
    }

    /// A text.
    pub fn text(&self) -> Option<String> {
        self.0.as_string()
    }
}
