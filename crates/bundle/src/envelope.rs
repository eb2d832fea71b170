//! Sealing to, and opening by, age keys: the outermost layer of a bundle.

use age::{DecryptError, secrecy::ExposeSecret as _, x25519};
use std::{
    fmt,
    io::{Read as _, Write as _},
    str::FromStr,
};
use zeroize::Zeroizing;

/// Someone who can open what is sealed: an age public key, `age1…`.
#[derive(Clone, PartialEq, Eq)]
pub struct Recipient(x25519::Recipient);

/// The secret key that belongs to a [`Recipient`]. Shows nothing of itself when printed.
pub struct Identity(x25519::Identity);

/// A text that is not an age public key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not an age public key (age1…)")]
pub struct NotARecipient(String);

/// Why a text holds no identities. Never repeats what it read: it may be a secret.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum IdentityError {
    /// A line that is neither a comment nor a secret key.
    #[error("line {0} is not an age secret key (AGE-SECRET-KEY-1…)")]
    Line(usize),
    /// Nothing but comments.
    #[error("there is no age secret key (AGE-SECRET-KEY-1…) in it")]
    None,
}

/// Why something could not be sealed or opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EnvelopeError {
    /// Nobody could open it.
    #[error("there is no recipient to seal to")]
    NoRecipient,
    /// Sealing went wrong.
    #[error("sealing failed: {0}")]
    Seal(String),
    /// Not an age file at all.
    #[error("this is not a file that age sealed")]
    NotAge,
    /// A newer age format.
    #[error("this was sealed by a newer version of age")]
    Newer,
    /// Sealed to somebody else.
    #[error("this was sealed for another key")]
    OtherKey,
    /// A byte was changed, or the end is missing.
    #[error("the file is damaged or cut off")]
    Damaged,
}

impl Identity {
    /// A new secret key, from the system's random source.
    pub fn make() -> Self {
        Self(x25519::Identity::generate())
    }

    /// Who can be sealed to, so that this opens it.
    pub fn recipient(&self) -> Recipient {
        Recipient(self.0.to_public())
    }

    /// Its one line, `AGE-SECRET-KEY-1…`.
    pub fn to_line(&self) -> Zeroizing<String> {
        Zeroizing::new(self.0.to_string().expose_secret().to_owned())
    }

    /// Reads an identity file as age writes it: one or more secret keys, `#` before a comment.
    pub fn read_file(text: &str) -> Result<Vec<Self>, IdentityError> {
        let lines = text.lines().enumerate().map(|(at, line)| (at + 1, line.trim()));
        let keys = lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        let identities: Vec<Self> = keys
            .map(|(at, line)| line.parse().map(Self).map_err(|_| IdentityError::Line(at)))
            .collect::<Result<_, _>>()?;
        if identities.is_empty() { Err(IdentityError::None) } else { Ok(identities) }
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Identity(…)")
    }
}

impl FromStr for Recipient {
    type Err = NotARecipient;

    fn from_str(text: &str) -> Result<Self, NotARecipient> {
        text.parse().map(Self).map_err(|_| NotARecipient(text.to_owned()))
    }
}

impl fmt::Display for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Recipient({self})")
    }
}

/// Seals so that each recipient alone can open it: the binary form of age v1.
pub fn encrypt(plain: &[u8], recipients: &[Recipient]) -> Result<Vec<u8>, EnvelopeError> {
    let all = recipients.iter().map(|recipient| &recipient.0 as &dyn age::Recipient);
    let encryptor = age::Encryptor::with_recipients(all).map_err(|error| match error {
        age::EncryptError::MissingRecipients => EnvelopeError::NoRecipient,
        // Not in age's own words: they would bring their translations into the worker.
        _ => EnvelopeError::Seal("the recipients do not go together".to_owned()),
    })?;
    let mut sealed = Vec::with_capacity(plain.len() + 1024);
    let written = encryptor.wrap_output(&mut sealed).and_then(|mut writer| {
        writer.write_all(plain)?;
        writer.finish()
    });
    written.map_err(|error| EnvelopeError::Seal(error.to_string()))?;
    Ok(sealed)
}

/// Opens the binary form with whichever identity fits.
pub fn decrypt(sealed: &[u8], identities: &[Identity]) -> Result<Vec<u8>, EnvelopeError> {
    // age calls a damaged header an unknown format; the first line tells them apart.
    match sealed.strip_prefix(b"age-encryption.org/") {
        Some(rest) if rest.starts_with(b"v1\n") => {}
        Some(rest) if b"v1\n".starts_with(rest) => return Err(EnvelopeError::Damaged),
        Some(_) => return Err(EnvelopeError::Newer),
        None => return Err(EnvelopeError::NotAge),
    }
    let all = identities.iter().map(|identity| &identity.0 as &dyn age::Identity);
    let opened = age::Decryptor::new_buffered(sealed).and_then(|file| file.decrypt(all));
    let mut reader = opened.map_err(|error| match error {
        DecryptError::NoMatchingKeys => EnvelopeError::OtherKey,
        _ => EnvelopeError::Damaged,
    })?;
    let mut plain = Vec::with_capacity(sealed.len());
    reader.read_to_end(&mut plain).map_err(|_| EnvelopeError::Damaged)?;
    Ok(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_recipient_alone_opens_it() {
        let [one, two, other] = [(); 3].map(|()| Identity::make());
        let sealed = encrypt(b"text", &[one.recipient(), two.recipient()]).unwrap();
        assert_eq!(decrypt(&sealed, &[one]).unwrap(), b"text");
        assert_eq!(decrypt(&sealed, &[two]).unwrap(), b"text");
        assert_eq!(decrypt(&sealed, &[other]), Err(EnvelopeError::OtherKey));
        assert_eq!(encrypt(b"text", &[]), Err(EnvelopeError::NoRecipient));
    }

    #[test]
    fn every_flipped_byte_and_every_cut_is_seen() {
        let identity = [Identity::make()];
        let sealed = encrypt(b"text", &[identity[0].recipient()]).unwrap();
        for at in 0..sealed.len() {
            let mut flipped = sealed.clone();
            flipped[at] ^= 1;
            assert!(decrypt(&flipped, &identity).is_err(), "flipped at {at}");
            assert!(decrypt(&sealed[..at], &identity).is_err(), "cut off at {at}");
        }
        assert_eq!(decrypt(b"text", &identity), Err(EnvelopeError::NotAge));
    }

    #[test]
    fn an_identity_file_is_read_as_age_does() {
        let identity = Identity::make();
        let file = format!("# a comment\r\n\n{}\n", *identity.to_line());
        let read = Identity::read_file(&file).unwrap();
        assert_eq!(read[0].recipient(), identity.recipient());
        assert_eq!(Identity::read_file("# only this").unwrap_err(), IdentityError::None);
        assert_eq!(Identity::read_file("#\nage1x").unwrap_err(), IdentityError::Line(2));
        assert_eq!(format!("{identity:?}"), "Identity(…)");
    }
}
