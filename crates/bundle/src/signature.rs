//! Signatures that the minisign program makes and verifies.

use std::{fmt, io::Cursor, str::FromStr};
use zeroize::Zeroizing;

/// A secret key to sign with. Shows nothing of itself when printed.
pub struct SigningKey(minisign::SecretKey);

/// The public key that belongs to a [`SigningKey`].
#[derive(Clone, PartialEq, Eq)]
pub struct VerifyingKey(minisign::PublicKey);

/// Why something could not be done with a key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// The system gave no random numbers.
    #[error("the system gave no random numbers: {0}")]
    Random(String),
    /// Not a minisign secret key without a password.
    #[error("this is not a minisign secret key without a password")]
    Secret,
    /// Not the line of a minisign public key.
    #[error("this is not a minisign public key: 56 characters that begin with RW")]
    Public,
}

/// Why a signature does not count.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SignatureError {
    /// Not of the form of a `.minisig` file.
    #[error("the signature is not of minisign's form")]
    Form,
    /// Another key, or something was changed after signing.
    #[error("the signature does not fit: something was changed after it was signed")]
    Wrong,
}

impl SigningKey {
    /// A new key, from the system's random source.
    pub fn make() -> Result<Self, KeyError> {
        let pair = minisign::KeyPair::generate_unencrypted_keypair();
        pair.map(|pair| Self(pair.sk)).map_err(|error| KeyError::Random(error.to_string()))
    }

    /// Its public key.
    pub fn verifying_key(&self) -> Result<VerifyingKey, KeyError> {
        minisign::PublicKey::from_secret_key(&self.0)
            .map(VerifyingKey)
            .map_err(|_| KeyError::Secret)
    }

    /// The key in one line, without a password: keep it sealed.
    pub fn to_line(&self) -> Result<Zeroizing<String>, KeyError> {
        let file = self.to_file("")?;
        Ok(Zeroizing::new(file.lines().nth(1).unwrap_or_default().to_owned()))
    }

    /// The key that [`SigningKey::to_line`] wrote.
    pub fn from_line(line: &str) -> Result<Self, KeyError> {
        Self::from_file(&format!("untrusted comment: \n{line}\n"))
    }

    /// The key in a file that [`SigningKey::to_file`] or the minisign program wrote.
    pub fn from_file(text: &str) -> Result<Self, KeyError> {
        minisign::SecretKeyBox::from_string(text)
            .and_then(minisign::SecretKeyBox::into_unencrypted_secret_key)
            .map(Self)
            .map_err(|_| KeyError::Secret)
    }

    /// A secret key file for the minisign program, without a password.
    pub fn to_file(&self, comment: &str) -> Result<Zeroizing<String>, KeyError> {
        let file = self.0.to_box(Some(comment)).map_err(|_| KeyError::Secret)?;
        Ok(Zeroizing::new(file.into_string()))
    }

    /// The `.minisig` of these bytes. The trusted comment is signed too, the other is not.
    pub fn sign(&self, bytes: &[u8], trusted: &str, untrusted: &str) -> Result<String, KeyError> {
        minisign::sign(None, &self.0, bytes, Some(trusted), Some(untrusted))
            .map(minisign::SignatureBox::into_string)
            .map_err(|error| KeyError::Random(error.to_string()))
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey(…)")
    }
}

impl VerifyingKey {
    /// Checks a `.minisig` and returns its trusted comment.
    pub fn verify(&self, bytes: &[u8], minisig: &str) -> Result<String, SignatureError> {
        let signature =
            minisign::SignatureBox::from_string(minisig).map_err(|_| SignatureError::Form)?;
        minisign::verify(&self.0, &signature, Cursor::new(bytes), true, false, false)
            .map_err(|_| SignatureError::Wrong)?;
        signature.trusted_comment().map_err(|_| SignatureError::Form)
    }

    /// A public key file for the minisign program.
    pub fn to_file(&self) -> Result<String, KeyError> {
        self.0.to_box().map(minisign::PublicKeyBox::into_string).map_err(|_| KeyError::Public)
    }
}

impl FromStr for VerifyingKey {
    type Err = KeyError;

    /// Reads one line, written in the only way that [`VerifyingKey`]'s `Display` writes it.
    fn from_str(line: &str) -> Result<Self, KeyError> {
        let key = minisign::PublicKey::from_base64(line).map_err(|_| KeyError::Public)?;
        if line.starts_with("RW") && key.to_base64() == line {
            Ok(Self(key))
        } else {
            Err(KeyError::Public)
        }
    }
}

impl fmt::Display for VerifyingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_base64())
    }
}

impl fmt::Debug for VerifyingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "VerifyingKey({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_signed_verifies_and_nothing_else_does() {
        let key = SigningKey::make().unwrap();
        let public = key.verifying_key().unwrap();
        let minisig = key.sign(b"text", "trusted", "untrusted").unwrap();
        assert_eq!(public.verify(b"text", &minisig), Ok("trusted".to_owned()));
        assert_eq!(public.verify(b"other", &minisig), Err(SignatureError::Wrong));
        let changed = minisig.replace("comment: trusted", "comment: changed");
        assert_eq!(public.verify(b"text", &changed), Err(SignatureError::Wrong));
        let other = SigningKey::make().unwrap().verifying_key().unwrap();
        assert_eq!(other.verify(b"text", &minisig), Err(SignatureError::Wrong));
        for wrong in ["", "untrusted comment: \nx\ntrusted comment: \ny\n", "\n\n\n\n"] {
            assert_eq!(public.verify(b"text", wrong), Err(SignatureError::Form), "{wrong:?}");
        }
    }

    #[test]
    fn keys_read_back_from_their_lines() {
        let key = SigningKey::make().unwrap();
        let public = key.verifying_key().unwrap();
        let again = SigningKey::from_line(&key.to_line().unwrap()).unwrap();
        assert_eq!(again.verifying_key().unwrap(), public);
        let again = SigningKey::from_file(&key.to_file("our key").unwrap()).unwrap();
        assert_eq!(again.verifying_key().unwrap(), public);
        assert_eq!(SigningKey::from_file("text").unwrap_err(), KeyError::Secret);
        assert_eq!(public.to_string().parse(), Ok(public.clone()));
        assert_eq!(format!("{key:?}"), "SigningKey(…)");
        assert_eq!("RW".parse::<VerifyingKey>(), Err(KeyError::Public));
        assert_eq!(format!("{public} ").parse::<VerifyingKey>(), Err(KeyError::Public));
        assert_eq!(SigningKey::from_line("RW").unwrap_err(), KeyError::Secret);
    }
}
