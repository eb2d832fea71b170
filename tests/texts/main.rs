//! The words that people read: every language complete, the Dutch of every screen plain enough, the manuals
//! about the app that there is.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says no")]

mod dutch;
mod files;
mod languages;
mod manuals;
mod points;
mod reading;
