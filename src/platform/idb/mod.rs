//! The store of the core on `IndexedDB`. Every write is one strict transaction.
//!
//! A wrapper of our own over web-sys, as thin as the store needs: what is in it is in the first
//! load. Nothing here knows what is in a record.

mod commit;
mod connection;
mod error;
mod keys;
pub mod migrations;
mod request;
pub mod schema;
mod store;
mod value;

pub use connection::{IdbStore, Notice};
