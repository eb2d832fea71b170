//! The keys of a device, and the "apparaatcode" that makes them known.

use crate::{
    envelope::{Identity, Recipient},
    signature::{KeyError, SigningKey, VerifyingKey},
};
use sha2::{Digest as _, Sha256};
use std::{fmt, str::FromStr};
use zeroize::Zeroizing;

const SECRET: &str = "draagkracht-device-keys:1";
const CODE: &str = "draagkracht-device:1";
/// The characters of a fingerprint.
const FINGERPRINT: usize = 19;

/// What a device signs with, and what it opens with what is sealed to it.
#[derive(Debug)]
pub struct DeviceKeys {
    /// Signs its bundles.
    pub signing: SigningKey,
    /// Opens what is shared with it.
    pub identity: Identity,
}

/// Both public keys of a device: its "apparaatcode".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeviceCode {
    /// Verifies its bundles.
    pub verifying: VerifyingKey,
    /// Seals to it.
    pub recipient: Recipient,
}

/// Why a text is not a device's keys or code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DeviceError {
    /// Another text altogether; never repeats it: it may be a secret.
    #[error("this is not what a device wrote: it does not begin with \"{0}:\"")]
    Form(&'static str),
    /// It begins as one, and the end is missing.
    #[error("it is cut off: not all of it is there")]
    CutOff,
    /// One of the keys in it.
    #[error("a key in it cannot be read: {0}")]
    Key(#[from] KeyError),
    /// The age key in it.
    #[error("its age key cannot be read")]
    Age,
    /// The keys do not come to the fingerprint beside them.
    #[error("its keys do not fit the fingerprint {0}: a character was changed")]
    Fingerprint(String),
}

impl DeviceKeys {
    /// New keys, from the system's random source.
    pub fn make() -> Result<Self, KeyError> {
        Ok(Self { signing: SigningKey::make()?, identity: Identity::make() })
    }

    /// Both secret keys in one line: to be kept sealed.
    pub fn to_secret(&self) -> Result<Zeroizing<String>, KeyError> {
        let (signing, identity) = (self.signing.to_line()?, self.identity.to_line());
        Ok(Zeroizing::new(format!("{SECRET}:{}:{}", *signing, *identity)))
    }

    /// The keys that [`DeviceKeys::to_secret`] wrote.
    pub fn from_secret(text: &str) -> Result<Self, DeviceError> {
        let (signing, identity) = two_parts(text, SECRET)?;
        let signing = SigningKey::from_line(signing)?;
        let mut identities = Identity::read_file(identity).map_err(|_| DeviceError::Age)?;
        let identity = identities.pop().ok_or(DeviceError::Age)?;
        Ok(Self { signing, identity })
    }

    /// What may be known of them.
    pub fn code(&self) -> Result<DeviceCode, KeyError> {
        Ok(DeviceCode {
            verifying: self.signing.verifying_key()?,
            recipient: self.identity.recipient(),
        })
    }
}

impl DeviceCode {
    /// To compare aloud: 80 bits of the SHA-256 of both keys, as `XXXX-XXXX-XXXX-XXXX` in
    /// Crockford base32. Fewer could be forged by making keys until one fits.
    pub fn fingerprint(&self) -> String {
        const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        let hash = Sha256::digest(self.keys());
        let bits = hash[..10].iter().fold(0_u128, |bits, byte| bits << 8 | u128::from(*byte));
        let mut text = String::new();
        for at in 0..16 {
            if at > 0 && at % 4 == 0 {
                text.push('-');
            }
            text.push(char::from(ALPHABET[(bits >> (75 - 5 * at)) as usize & 31]));
        }
        text
    }

    fn keys(&self) -> String {
        format!("{CODE}:{}:{}", self.verifying, self.recipient)
    }
}

impl fmt::Display for DeviceCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.keys(), self.fingerprint())
    }
}

impl FromStr for DeviceCode {
    type Err = DeviceError;

    fn from_str(text: &str) -> Result<Self, DeviceError> {
        let (verifying, rest) = two_parts(text, CODE)?;
        let (recipient, fingerprint) = rest.split_once(':').ok_or(DeviceError::CutOff)?;
        if fingerprint.len() < FINGERPRINT {
            return Err(DeviceError::CutOff);
        }
        let recipient = recipient.parse().map_err(|_| DeviceError::Age)?;
        let code = Self { verifying: verifying.parse()?, recipient };
        if code.fingerprint() == fingerprint {
            Ok(code)
        } else {
            Err(DeviceError::Fingerprint(fingerprint.to_owned()))
        }
    }
}

fn two_parts<'a>(text: &'a str, start: &'static str) -> Result<(&'a str, &'a str), DeviceError> {
    let rest = text.strip_prefix(start).and_then(|rest| rest.strip_prefix(':'));
    rest.ok_or(DeviceError::Form(start))?.split_once(':').ok_or(DeviceError::CutOff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_and_code_read_back() {
        let keys = DeviceKeys::make().unwrap();
        let code = keys.code().unwrap();
        let again = DeviceKeys::from_secret(&keys.to_secret().unwrap()).unwrap();
        assert_eq!(again.code().unwrap(), code);
        assert_eq!(code.to_string().parse(), Ok(code));
    }

    /// Pins the form; docs/format.md has this very code.
    #[test]
    fn a_code_of_version_1_is_read_forever() {
        let text = include_str!("../tests/vectors/device.code").trim_end();
        let code: DeviceCode = text.parse().unwrap();
        assert_eq!(code.to_string(), text);
        assert_eq!(code.fingerprint(), text[text.len() - 19..]);
        let keys = include_str!("../tests/vectors/device.keys").trim_end();
        assert_eq!(DeviceKeys::from_secret(keys).unwrap().code().unwrap(), code);
    }

    #[test]
    fn a_changed_character_is_seen() {
        let code = DeviceKeys::make().unwrap().code().unwrap().to_string();
        let last = if code.ends_with('0') { "1" } else { "0" };
        let changed = format!("{}{last}", &code[..code.len() - 1]);
        assert!(matches!(changed.parse::<DeviceCode>(), Err(DeviceError::Fingerprint(_))));
        assert_eq!("".parse::<DeviceCode>(), Err(DeviceError::Form(CODE)));
        for end in
            [CODE.len() + 1, CODE.len() + 9, code.len() - 24, code.len() - 19, code.len() - 1]
        {
            assert_eq!(code[..end].parse::<DeviceCode>(), Err(DeviceError::CutOff), "{end}");
        }
        assert_eq!(DeviceKeys::from_secret(&code).unwrap_err(), DeviceError::Form(SECRET));
    }
}
