//! What the worker does with a message; `main.rs` carries messages between it and the page.
//!
//! The protocol is [`draagkracht_core::sealing`]. Nothing is kept between two messages.

mod answer;
mod case_file;
#[cfg(target_arch = "wasm32")]
pub mod messages;
mod passphrase;
mod receipt;

pub use answer::{Message, answer};
