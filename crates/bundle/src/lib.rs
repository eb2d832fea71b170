//! The bundle: what is handed in, signed by the device and sealed to the organisation.
//!
//! [`seal()`] makes one and [`open()`] checks everything before it believes anything; a [`Receipt`]
//! is the organisation's signed word that it has one. Inside age v1 lies a tar.gz that standard tools
//! open; `docs/format.md` has the forms. No file, clock or network: bytes in, bytes out. Secret keys
//! and nonces come from the system's random source, inside age and minisign.

pub mod archive;
pub mod armor;
pub mod case_file;
mod check;
mod contents;
pub mod device;
mod digest;
pub mod envelope;
mod json;
pub mod manifest;
mod open;
pub mod receipt;
mod records;
mod seal;
pub mod signature;

pub use contents::Contents;
pub use digest::Digest;
pub use open::{OpenError, Opened, open};
pub use receipt::{Receipt, ReceiptError};
pub use records::{RecordError, RecordReason};
pub use seal::{Draft, SealError, Sealed, seal};
