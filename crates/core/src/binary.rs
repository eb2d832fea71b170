//! Values as bytes, for what only this program reads: records in the vault, messages to the worker,
//! compiled instruments. Compact, and its code is a fraction of JSON's: it is in the first load.
//!
//! The form does not describe itself. Whoever keeps such bytes keeps a version beside them.

use serde::{Serialize, de::DeserializeOwned};

/// Why a value cannot be written or read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BinaryError {
    /// It cannot be written, or the bytes are not of this form.
    #[error("it is not of this form")]
    Form(#[from] postcard::Error),
    /// There is more than the value.
    #[error("{0} bytes are left over")]
    LeftOver(usize),
}

/// The bytes of a value.
pub fn to_bytes<T: Serialize>(value: &T) -> Result<Vec<u8>, BinaryError> {
    Ok(postcard::to_allocvec(value)?)
}

/// The value of bytes, all of them.
pub fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, BinaryError> {
    match take(bytes)? {
        (value, []) => Ok(value),
        (_, rest) => Err(BinaryError::LeftOver(rest.len())),
    }
}

/// The value that bytes begin with, and what follows it.
pub fn take<T: DeserializeOwned>(bytes: &[u8]) -> Result<(T, &[u8]), BinaryError> {
    Ok(postcard::take_from_bytes(bytes)?)
}

/// Bytes as lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|nibble| char::from(DIGITS[usize::from(nibble)]))
        .collect()
}
