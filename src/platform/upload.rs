//! Putting a file at the app's own origin, with progress: `fetch` cannot tell how far an upload is.

use super::page::window;
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ProgressEvent, XmlHttpRequest};

/// How long it may take in all, in milliseconds: a bundle is some kilobytes.
const PATIENCE: u32 = 120_000;

/// Why a file was not put.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PutError {
    /// No connection, or it broke off.
    #[error("the server could not be reached")]
    Unreachable,
    /// The server answered with another status than 200 to 299.
    #[error("the server answered {0}")]
    Status(u16),
}

impl From<JsValue> for PutError {
    fn from(_: JsValue) -> Self {
        Self::Unreachable
    }
}

/// Puts these bytes at an address that has nothing yet, with the token that the server may ask for.
/// Tells `progress` how much was sent, in percent.
pub async fn put(
    address: &str,
    bytes: &[u8],
    token: Option<&str>,
    progress: impl Fn(u32) + 'static,
) -> Result<(), PutError> {
    let request = XmlHttpRequest::new()?;
    request.open_with_async("PUT", address, true)?;
    request.set_request_header("Content-Type", "application/octet-stream")?;
    // Nothing is ever written over: a second try of the same file is told that it is there.
    request.set_request_header("If-None-Match", "*")?;
    if let Some(token) = token {
        request.set_request_header("Authorization", &format!("Bearer {token}"))?;
    }
    request.set_timeout(PATIENCE);
    let listener = Closure::<dyn Fn(ProgressEvent)>::new(move |event: ProgressEvent| {
        progress(percent(event.loaded(), event.total()));
    });
    request.upload()?.set_onprogress(Some(listener.as_ref().unchecked_ref()));
    // It ends once, whichever way; then the status tells which.
    let ended =
        Promise::new(&mut |resolve, _| request.set_onloadend(Some(resolve.unchecked_ref())));
    request.send_with_opt_js_u8_array(Some(&Uint8Array::from(bytes)))?;
    // A promise that is never rejected.
    let _ = JsFuture::from(ended).await;
    match request.status()? {
        0 => Err(PutError::Unreachable),
        // A server that led elsewhere, as to a page for logging in, took nothing.
        200..=299 if request.response_url().ends_with(address) => Ok(()),
        status => Err(PutError::Status(status)),
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it is between 0 and 100"
)]
fn percent(loaded: f64, total: f64) -> u32 {
    if total > 0.0 { (loaded / total * 100.0).clamp(0.0, 100.0) as u32 } else { 0 }
}

/// Runs this whenever the connection returns.
pub fn on_connection(run: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(run).into_js_value();
    // Adding a listener cannot fail.
    let _ = window().add_event_listener_with_callback("online", listener.unchecked_ref());
}
