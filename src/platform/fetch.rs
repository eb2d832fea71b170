//! Fetching the app's own files. Nothing else is ever fetched, and never from another origin.

use super::page::{asset_address, window};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, RequestCache, RequestInit, Response};

/// Why a file could not be fetched.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// The page names no such asset.
    #[error("the page does not say where {0} is")]
    Unknown(String),
    /// No connection, or the server did not answer.
    #[error("{0} could not be fetched")]
    Unreachable(String),
    /// The server answered with an error, such as 404.
    #[error("{0}: the server answered {1}")]
    Status(String, u16),
}

/// The bytes of an asset that the build gave a name, such as `texts/nl`.
pub async fn asset(key: &str) -> Result<Vec<u8>, FetchError> {
    let address = asset_address(key).ok_or_else(|| FetchError::Unknown(key.to_owned()))?;
    get(&address, &RequestInit::new()).await
}

/// The bytes of a file that may change at any time, never from a cache; a connection that does not
/// answer in five seconds is none.
pub async fn latest(address: &str) -> Result<Vec<u8>, FetchError> {
    let options = RequestInit::new();
    options.set_cache(RequestCache::NoStore);
    options.set_signal(Some(&AbortSignal::timeout_with_u32(5000)));
    get(address, &options).await
}

async fn get(address: &str, options: &RequestInit) -> Result<Vec<u8>, FetchError> {
    let unreachable = |_: JsValue| FetchError::Unreachable(address.to_owned());
    let response = JsFuture::from(window().fetch_with_str_and_init(address, options))
        .await
        .map_err(unreachable)?
        .unchecked_into::<Response>();
    if !response.ok() {
        return Err(FetchError::Status(address.to_owned(), response.status()));
    }
    let body = response.array_buffer().map_err(unreachable)?;
    Ok(Uint8Array::new(&JsFuture::from(body).await.map_err(unreachable)?).to_vec())
}
