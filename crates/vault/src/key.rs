//! The data key of a vault, and the keys that follow from it.

use crate::Random;
use draagkracht_core::{binary, case_code::CaseCode};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use std::fmt;
use zeroize::Zeroizing;

/// Bytes in a key.
pub const LENGTH: usize = 32;
/// Bytes of a [`DataKey::lookup`] before they become text.
const LOOKUP_LENGTH: usize = 16;
const SEALING: &[u8] = b"draagkracht-vault 1 seal";
const LOOKUP: &[u8] = b"draagkracht-vault 1 lookup";

/// 32 random bytes that open everything in a vault. In memory only while it is open; wiped when
/// dropped; never printed.
pub struct DataKey(Zeroizing<[u8; LENGTH]>);

impl DataKey {
    /// A new one.
    pub fn generate(random: Random) -> Self {
        Self::filled_by(random)
    }

    /// One that was unwrapped: `fill` writes all its bytes, here and nowhere else.
    pub fn filled_by(fill: impl FnOnce(&mut [u8])) -> Self {
        let mut bytes = Zeroizing::new([0; LENGTH]);
        fill(&mut *bytes);
        Self(bytes)
    }

    /// To be wrapped; by no means to be written as it is.
    pub fn as_bytes(&self) -> &[u8; LENGTH] {
        &self.0
    }

    /// A keyed hash of a case code, 32 hexadecimal digits: finds a case without its code standing
    /// anywhere.
    pub fn lookup(&self, code: &CaseCode) -> String {
        let key = self.derive(LOOKUP);
        binary::hex(&mac(&key, code.to_string().as_bytes())[..LOOKUP_LENGTH])
    }

    /// What records are sealed with.
    pub(crate) fn sealing(&self) -> Zeroizing<[u8; LENGTH]> {
        self.derive(SEALING)
    }

    fn derive(&self, label: &[u8]) -> Zeroizing<[u8; LENGTH]> {
        mac(&self.0, label)
    }
}

/// HMAC-SHA256.
fn mac(key: &[u8; LENGTH], message: &[u8]) -> Zeroizing<[u8; LENGTH]> {
    // HMAC fills a short key with zeros up to its block of 64 bytes; a full block cannot be refused.
    let mut block = Zeroizing::new([0; 64]);
    block[..LENGTH].copy_from_slice(key);
    let mut hmac = <Hmac<Sha256> as Mac>::new((&*block).into());
    hmac.update(message);
    Zeroizing::new(hmac.finalize().into_bytes().into())
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From Python's `hmac`, with the key 00 01 .. 1f.
    #[test]
    fn the_keys_agree_with_another_program() {
        let key = DataKey::filled_by(|bytes| (0..32).zip(bytes).for_each(|(i, byte)| *byte = i));
        assert_eq!(
            binary::hex(&*key.sealing()),
            "b201c6338250a176a516c66f8a3f6e6bdeba80dc9d590615d31435a7e105fe22"
        );
        assert_eq!(key.lookup(&"73D0-9NZF".parse().unwrap()), "715a903425435b9e5d934f3c0699d964");
        assert_eq!(format!("{key:?}"), "DataKey(..)");
    }
}
