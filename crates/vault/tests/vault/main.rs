//! The vault from outside, on a store in memory.
#![allow(clippy::unwrap_used, clippy::panic, reason = "how a test says no")]

mod damage;
mod golden;
mod import;
mod interrupted;
mod life;
mod outbox;
mod own;
mod papers;
mod professional;
mod shelf;
mod world;
