//! `receive`, through the program itself: what is stored, what is not, and that nothing is lost.
#![allow(clippy::unwrap_used, clippy::panic, reason = "how a test says no")]

#[path = "../../../bundle/tests/common/mod.rs"]
mod common;
#[path = "../../../bundle/tests/forge/mod.rs"]
mod forge;
#[path = "../program/mod.rs"]
mod program;

mod archive;
mod bad;
mod flushed;
mod forget;
mod good;
mod hostile;
mod killed;
mod left;
mod luck;
mod place;
mod revisions;
mod watch;
