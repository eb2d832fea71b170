//! How the data key of a vault can be come by: what [`crate::Vault::create`] keeps in the clear.

use crate::hex;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

const FORMAT: &str = "draagkracht-wrap";
const VERSION: u32 = 1;

/// The ways to the data key of one vault; any of them will do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wraps {
    format: String,
    version: u32,
    /// The ways, each with what it needs.
    pub wraps: Vec<Wrap>,
}

/// One way to the data key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Wrap {
    /// AES-256-GCM by a key that the browser keeps and does not give out.
    BrowserKey {
        /// The id of that key in the browser's store.
        key_id: Uuid,
        /// 12 bytes, used once.
        #[serde(with = "hex::text")]
        nonce: Vec<u8>,
        /// The data key, encrypted, and its tag.
        #[serde(with = "hex::text")]
        sealed: Vec<u8>,
    },
}

/// Why the ways to a data key cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WrapError {
    /// A newer version of this program wrote them.
    #[error("how this vault is locked was written by a newer version of the app")]
    Newer,
    /// They are damaged.
    #[error("how this vault is locked cannot be read: {0}")]
    Unreadable(String),
}

impl Wraps {
    /// One way.
    pub fn new(wrap: Wrap) -> Self {
        Self { format: FORMAT.to_owned(), version: VERSION, wraps: vec![wrap] }
    }

    /// For [`crate::Vault::create`].
    pub fn to_bytes(&self) -> Result<Vec<u8>, WrapError> {
        serde_json::to_vec(self).map_err(|e| WrapError::Unreadable(e.to_string()))
    }

    /// What [`crate::vault::wrap_of`] gave.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, WrapError> {
        let wraps: Self =
            serde_json::from_slice(bytes).map_err(|e| WrapError::Unreadable(e.to_string()))?;
        match wraps.version {
            _ if wraps.format != FORMAT => Err(WrapError::Unreadable(wraps.format)),
            VERSION => Ok(wraps),
            newer if newer > VERSION => Err(WrapError::Newer),
            other => Err(WrapError::Unreadable(other.to_string())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WRITTEN: &str = r#"{"format":"draagkracht-wrap","version":1,"wraps":[{"kind":"browser-key","key_id":"00000000-0000-0000-0000-000000000007","nonce":"000102","sealed":"ff"}]}"#;

    #[test]
    fn what_version_1_wrote_is_read() {
        let wrap = Wrap::BrowserKey {
            key_id: Uuid::from_u128(7),
            nonce: vec![0, 1, 2],
            sealed: vec![255],
        };
        let wraps = Wraps::new(wrap);
        assert_eq!(String::from_utf8(wraps.to_bytes().unwrap()).unwrap(), WRITTEN);
        assert_eq!(Wraps::from_bytes(WRITTEN.as_bytes()), Ok(wraps));
    }

    #[test]
    fn what_is_newer_or_damaged_is_told_apart() {
        let newer = WRITTEN.replace("\"version\":1", "\"version\":2");
        assert_eq!(Wraps::from_bytes(newer.as_bytes()), Err(WrapError::Newer));
        for wrong in ["", "{}", &WRITTEN.replace("-wrap", "-map"), &WRITTEN.replace("ff", "f")] {
            let read = Wraps::from_bytes(wrong.as_bytes());
            assert!(matches!(read, Err(WrapError::Unreadable(_))), "{wrong}");
        }
    }
}
