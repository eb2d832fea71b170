//! `share`, through the program itself: the file opens on the device that it is for, and the vault
//! there takes it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "how a test says no")]

#[path = "../../../bundle/tests/common/mod.rs"]
mod common;
#[path = "../receive/place.rs"]
mod place;
#[path = "../program/mod.rs"]
mod program;

mod household;
mod imported;
mod papers;
mod refused;
mod revisions;
mod shared;
