//! The app: what needs a browser, and nothing else.
//!
//! [`i18n`] has the words, `screens` and `widgets` what people see, `platform` everything of the
//! browser. Between them stand the verbs: `opening`, `journey`, `keeping`, `handing_in`.

pub mod i18n;
pub mod room;

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
pub mod bundling;
#[cfg(any(target_arch = "wasm32", test))]
mod copy;
#[cfg(target_arch = "wasm32")]
mod desk;
#[cfg(target_arch = "wasm32")]
mod handing_in;
#[cfg(target_arch = "wasm32")]
mod journey;
#[cfg(target_arch = "wasm32")]
mod keeping;
#[cfg(target_arch = "wasm32")]
mod layout;
#[cfg(target_arch = "wasm32")]
mod opening;
#[cfg(target_arch = "wasm32")]
mod part;
#[cfg(target_arch = "wasm32")]
pub mod platform;
#[cfg(target_arch = "wasm32")]
mod screens;
#[cfg(target_arch = "wasm32")]
mod settings;
#[cfg(any(target_arch = "wasm32", test))]
mod told;
#[cfg(target_arch = "wasm32")]
mod uploading;
#[cfg(target_arch = "wasm32")]
mod widgets;

#[cfg(target_arch = "wasm32")]
pub use {
    desk::{Shelf, start as start_desk},
    opening::start,
    part::Part,
};
