//! `export` and `codebook`, through the program itself; the files are read by the programs that
//! they are for, and their numbers are those of `open`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "how a test says no")]

#[path = "../../../bundle/tests/common/mod.rs"]
mod common;
#[path = "../../../bundle/tests/forge/mod.rs"]
mod forge;
#[path = "../receive/place.rs"]
mod place;
#[path = "../program/mod.rs"]
mod program;

mod archives;
mod bad;
mod codebook;
mod fhir;
mod forms;
mod groups;
mod numbers;
mod privacy;
mod readers;
mod study;
