//! The data key of a vault, and the keys that follow from it.

use crate::Random;
use chacha20::{cipher::consts::U10, hchacha};
use draagkracht_core::case_code::CaseCode;
use std::fmt;
use zeroize::Zeroizing;

/// Bytes in a key.
pub const LENGTH: usize = 32;
/// What `HChaCha20` takes beside the key, and the bytes in a [`DataKey::lookup`].
const INPUT: usize = 16;
const SEALING: &[u8; INPUT] = b"draagkracht seal";
const LOOKUP: &[u8; INPUT] = b"draagkracht look";

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

    /// Finds a case without its code standing anywhere: the code through `HChaCha20` under a key
    /// for nothing else.
    pub fn lookup(&self, code: &CaseCode) -> [u8; INPUT] {
        let mut input = [0; INPUT];
        input.iter_mut().zip(code.to_string().bytes()).for_each(|(to, from)| *to = from);
        let full = derive(&derive(&self.0, LOOKUP), &input);
        std::array::from_fn(|at| full[at])
    }

    /// What records are sealed with.
    pub(crate) fn sealing(&self) -> Zeroizing<[u8; LENGTH]> {
        derive(&self.0, SEALING)
    }
}

/// `HChaCha20`, a pseudorandom function: what `XChaCha20` itself takes its keys from.
fn derive(key: &[u8; LENGTH], input: &[u8; INPUT]) -> Zeroizing<[u8; LENGTH]> {
    Zeroizing::new(hchacha::<U10>(key.into(), input.into()).into())
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use draagkracht_core::binary::hex;

    /// As reckoned in Python, with the key 00 01 .. 1f.
    #[test]
    fn the_keys_agree_with_another_program() {
        let key = DataKey::filled_by(|bytes| (0..32).zip(bytes).for_each(|(i, byte)| *byte = i));
        assert_eq!(
            hex(&*key.sealing()),
            "276b95f0e4670835da36ea8663453a4adb8abd5b01e4cdf2a22cf8f3670a8e54"
        );
        let lookup = key.lookup(&"73D0-9NZF".parse().unwrap());
        assert_eq!(hex(&lookup), "ed21506aeff43d04f7a9b6c2b0025556");
        assert_eq!(format!("{key:?}"), "DataKey(..)");
    }
}
