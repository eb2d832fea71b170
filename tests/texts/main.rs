//! The words that people read: both languages complete, and the Dutch of every screen plain enough.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says no")]

mod dutch;
mod files;
mod languages;
mod reading;
