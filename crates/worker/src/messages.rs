//! From the page and back: an array of a message and, if need be, bytes beside it.

use crate::{Message, answer};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Answers every message from now on.
pub fn listen() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let post = scope.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let reply = answer(read(&event.data()));
        // It fails only for what cannot be copied; texts and bytes always can.
        let _ = post.post_message(&write(&reply));
    });
    let _ = scope.add_event_listener_with_callback("message", on_message.as_ref().unchecked_ref());
    on_message.forget();
}

fn read(data: &JsValue) -> Message {
    let parts = Array::from(data);
    let bytes = |at| parts.get(at).dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec());
    Message { head: bytes(0).unwrap_or_default(), bytes: bytes(1) }
}

fn write(message: &Message) -> Array {
    let parts = Array::of1(&Uint8Array::from(message.head.as_slice()));
    if let Some(bytes) = &message.bytes {
        parts.push(&Uint8Array::from(bytes.as_slice()));
    }
    parts
}
