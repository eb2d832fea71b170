//! `tables`, through the program itself: numbers that others compute the same, and what is left out.
#![allow(clippy::unwrap_used, clippy::panic, reason = "how a test says no")]

#[path = "../../../bundle/tests/common/mod.rs"]
mod common;
#[path = "../../../bundle/tests/forge/mod.rs"]
mod forge;
#[path = "../receive/place.rs"]
mod place;
#[path = "../program/mod.rs"]
mod program;

mod bad;
mod cells;
mod counts;
mod engine;
mod organisations;
mod sql;
mod study;
