//! How the data key of a vault can be come by: what [`crate::Vault::create`] keeps in the clear.

use draagkracht_core::binary::{self, BinaryError};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

const FORMAT: &str = "draagkracht-wrap";
const VERSION: u32 = 1;

/// The ways to the data key of one vault; any of them will do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wraps {
    /// The pseudonym of the professional whose vault it is, to choose it by while it is locked;
    /// none on a resident's own phone.
    pub label: Option<String>,
    /// The ways, each with what it needs.
    pub wraps: Vec<Wrap>,
}

/// One way to the data key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wrap {
    /// AES-256-GCM by a key that the browser keeps and does not give out.
    BrowserKey {
        /// The id of that key in the browser's store.
        key_id: Uuid,
        /// 12 bytes, used once.
        nonce: Vec<u8>,
        /// The data key, encrypted, and its tag.
        sealed: Vec<u8>,
    },
    /// By a passphrase, through Argon2id.
    Passphrase {
        /// How the passphrase becomes a key.
        cost: Cost,
        /// 16 random bytes.
        salt: Vec<u8>,
        /// The data key under that key.
        sealed: Sealed,
    },
    /// By the recovery code that was printed when the vault was made.
    Recovery {
        /// The data key under the code's key.
        sealed: Sealed,
    },
    /// By an authenticator of the device, such as a fingerprint (`WebAuthn` PRF).
    Authenticator {
        /// Which credential.
        credential_id: Vec<u8>,
        /// 32 random bytes that the authenticator makes its secret from.
        salt: Vec<u8>,
        /// The data key under that secret's key.
        sealed: Sealed,
    },
    /// By the data key of another vault: what was handed over, to whoever handed it over.
    Vault {
        /// That vault.
        vault: Uuid,
        /// The data key under a key of that vault.
        sealed: Sealed,
    },
}

/// A data key under another key: XChaCha20-Poly1305.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealed {
    /// 24 bytes, used once.
    pub nonce: Vec<u8>,
    /// The data key, encrypted, and its tag.
    pub key: Vec<u8>,
}

/// What Argon2id takes; stored beside each wrap, so that it can be raised later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// Memory, in KiB.
    pub memory: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Cost {
    /// 64 MiB, three passes, one lane (design.md, "Keeping").
    pub const PASSPHRASE: Self = Self { memory: 64 * 1024, passes: 3, lanes: 1 };
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
    /// One way, to a vault without a name.
    pub fn new(wrap: Wrap) -> Self {
        Self { label: None, wraps: vec![wrap] }
    }

    /// For [`crate::Vault::create`].
    pub fn to_bytes(&self) -> Result<Vec<u8>, WrapError> {
        let wraps = (FORMAT, VERSION, &self.label, &self.wraps);
        binary::to_bytes(&wraps).map_err(|e| WrapError::Unreadable(e.to_string()))
    }

    /// What [`crate::vault::wrap_of`] gave.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, WrapError> {
        let unreadable = |e: BinaryError| WrapError::Unreadable(e.to_string());
        let ((format, version), rest): ((String, u32), _) =
            binary::take(bytes).map_err(unreadable)?;
        match version {
            _ if format != FORMAT => Err(WrapError::Unreadable(format)),
            VERSION => {
                let (label, wraps) = binary::from_bytes(rest).map_err(unreadable)?;
                Ok(Self { label, wraps })
            }
            newer if newer > VERSION => Err(WrapError::Newer),
            other => Err(WrapError::Unreadable(other.to_string())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wraps() -> Wraps {
        let (nonce, sealed) = (vec![0, 1, 2], vec![255]);
        Wraps::new(Wrap::BrowserKey { key_id: Uuid::from_u128(7), nonce, sealed })
    }

    /// The name and its length, the version, no label, one wrap, its kind, then its fields.
    fn written() -> Vec<u8> {
        let key_id = [16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7];
        [b"\x10draagkracht-wrap\x01\x00\x01\x00".as_slice(), &key_id, &[3, 0, 1, 2, 1, 255]]
            .concat()
    }

    #[test]
    fn what_version_1_wrote_is_read() {
        assert_eq!(wraps().to_bytes().unwrap(), written());
        assert_eq!(Wraps::from_bytes(&written()), Ok(wraps()));
    }

    #[test]
    fn what_is_newer_or_damaged_is_told_apart() {
        let change = |at: usize, byte| {
            let mut bytes = written();
            bytes[at] = byte;
            Wraps::from_bytes(&bytes)
        };
        assert_eq!(change(17, 2), Err(WrapError::Newer));
        for read in [change(17, 0), change(16, b'q'), change(20, 9), change(0, 200)] {
            assert!(matches!(read, Err(WrapError::Unreadable(_))), "{read:?}");
        }
        for length in 0..written().len() {
            assert!(Wraps::from_bytes(&written()[..length]).is_err(), "cut off at {length}");
        }
    }
}
