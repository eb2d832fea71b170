//! Every way in which a bundle can be wrong is refused, with a sentence that names it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "how a test says no")]

#[path = "../common/mod.rs"]
mod common;
#[path = "../forge/mod.rs"]
mod forge;

mod answers;
mod archive;
mod envelope;
mod manifest;
mod plans;
mod records;

/// What opening says of it.
fn refusal(bytes: &[u8]) -> String {
    draagkracht_bundle::open(bytes, &[common::identity()]).unwrap_err().to_string()
}
