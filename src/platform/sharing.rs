//! Handing a text to the person: on the clipboard, or by the share sheet of the phone.

use super::page::window;
use js_sys::{Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::ShareData;

/// A text could not be handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the browser did not take the text")]
pub struct SharingError;

impl From<JsValue> for SharingError {
    fn from(_: JsValue) -> Self {
        Self
    }
}

#[wasm_bindgen]
extern "C" {
    // Fails where there is no clipboard, as in a page that was not fetched over https.
    #[wasm_bindgen(catch, js_namespace = ["navigator", "clipboard"], js_name = writeText)]
    fn write_text(text: &str) -> Result<Promise, JsValue>;
}

/// Puts a text on the clipboard.
pub async fn copy(text: &str) -> Result<(), SharingError> {
    JsFuture::from(write_text(text)?).await?;
    Ok(())
}

/// Whether this device has a share sheet.
pub fn can_share() -> bool {
    Reflect::has(&window().navigator(), &"share".into()).unwrap_or(false)
}

/// Opens the share sheet with a link. That the person closed it is no error.
pub async fn share_link(title: &str, link: &str) -> Result<(), SharingError> {
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(link);
    match JsFuture::from(window().navigator().share_with_data(&data)).await {
        Ok(_) => Ok(()),
        Err(error) if Reflect::get(&error, &"name".into())? == "AbortError" => Ok(()),
        Err(error) => Err(error.into()),
    }
}
