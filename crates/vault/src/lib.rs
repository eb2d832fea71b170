//! A vault: sealed records under one data key, kept in any [`draagkracht_core::store::Store`].
//!
//! What is written is sealed first and committed in one batch with the head that lists it, so that
//! a record which was altered, dropped, swapped or put back is seen. Everything here is pure:
//! randomness comes in as a function, the time as an argument. `docs/threats.md` says what this
//! protects against, and what not.

pub mod case_file;
pub mod damage;
pub mod handover;
mod head;
pub mod job;
pub mod key;
pub mod lock;
pub mod outbox;
pub mod random;
pub mod received;
mod record;
mod seal;
pub mod vault;
pub mod wrap;

pub use case_file::CaseFile;
pub use damage::{Damaged, Why};
pub use handover::Handover;
pub use job::{Job, Revision};
pub use key::DataKey;
pub use random::Random;
pub use received::Way;
pub use record::Kind;
pub use vault::{Paper, Vault, VaultError};
