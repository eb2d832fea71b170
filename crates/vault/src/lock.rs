//! The keys that a data key is wrapped with, and the wrapping itself. Each key is for one vault and
//! one way: what was sealed for one opens in no other.

use crate::{DataKey, Random, key::LENGTH, wrap::Sealed};
use chacha20poly1305::{AeadInPlace, Key, KeyInit, Tag, XChaCha20Poly1305, XNonce};
use draagkracht_core::case_code::{CaseCode, CaseCodeError};
use sha2::{Digest, Sha256};
use std::{fmt, str::FromStr};
use uuid::Uuid;
use zeroize::Zeroizing;

const NONCE: usize = 24;
const TAG: usize = 16;
/// Codes in a recovery code, of 35 random bits each.
const CODES: usize = 4;

/// A key that a data key is wrapped with. Wiped when dropped, never printed.
pub struct WrappingKey {
    key: Zeroizing<[u8; LENGTH]>,
    bound_to: String,
}

/// The wrap does not open: another key, or it was altered. Which of the two nobody can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this does not open the vault")]
pub struct DoesNotOpen;

impl WrappingKey {
    /// By what Argon2id made of a passphrase.
    pub fn of_passphrase(vault: Uuid, argon2: &[u8]) -> Self {
        Self::of("passphrase", vault, argon2)
    }

    /// By the recovery code. It has 140 random bits: there is nothing to guess, so it is not slowed.
    pub fn of_recovery(vault: Uuid, code: &RecoveryCode) -> Self {
        Self::of("recovery", vault, code.to_string().as_bytes())
    }

    /// By the secret that an authenticator gave for this vault's salt.
    pub fn of_authenticator(vault: Uuid, secret: &[u8]) -> Self {
        Self::of("authenticator", vault, secret)
    }

    /// By the data key of the vault that hands something over.
    pub fn of_vault(lent: Uuid, owner: &DataKey) -> Self {
        Self::of("vault", lent, owner.as_bytes())
    }

    fn of(way: &str, vault: Uuid, secret: &[u8]) -> Self {
        let bound_to = format!("draagkracht-wrap 1 {way} {vault}");
        let mut hash = Sha256::new();
        hash.update((bound_to.len() as u64).to_le_bytes());
        hash.update(bound_to.as_bytes());
        hash.update(secret);
        Self { key: Zeroizing::new(hash.finalize().into()), bound_to }
    }

    /// Wraps a data key.
    pub fn wrap(&self, data_key: &DataKey, random: Random) -> Sealed {
        let mut nonce = [0; NONCE];
        random(&mut nonce);
        let mut key = data_key.as_bytes().to_vec();
        let nonce_bytes = XNonce::from_slice(&nonce);
        let tag = self.cipher().encrypt_in_place_detached(
            nonce_bytes,
            self.bound_to.as_bytes(),
            &mut key,
        );
        // 32 bytes are never too long to encrypt.
        key.extend_from_slice(tag.unwrap_or_default().as_slice());
        Sealed { nonce: nonce.to_vec(), key }
    }

    /// The data key of a wrap.
    pub fn unwrap(&self, sealed: &Sealed) -> Result<DataKey, DoesNotOpen> {
        let (key, tag) = sealed.key.split_last_chunk::<TAG>().ok_or(DoesNotOpen)?;
        if key.len() != LENGTH || sealed.nonce.len() != NONCE {
            return Err(DoesNotOpen);
        }
        let mut key = Zeroizing::new(key.to_vec());
        let nonce = XNonce::from_slice(&sealed.nonce);
        let opened = self.cipher().decrypt_in_place_detached(
            nonce,
            self.bound_to.as_bytes(),
            &mut key,
            Tag::from_slice(tag),
        );
        opened.map_err(|_| DoesNotOpen)?;
        Ok(DataKey::filled_by(|bytes| bytes.copy_from_slice(&key)))
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(Key::from_slice(&*self.key))
    }
}

impl fmt::Debug for WrappingKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("WrappingKey(..)")
    }
}

/// What is printed when a vault is made: four codes of eight characters, each with its own check
/// character, so that a slip of the pen is found in the line where it is.
#[derive(Clone, PartialEq, Eq)]
pub struct RecoveryCode([CaseCode; CODES]);

/// Why a text is not a recovery code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryCodeError {
    /// It has not 32 characters (dashes and spaces do not count).
    #[error("a recovery code has 32 characters, this has {0}")]
    Length(usize),
    /// One of the four parts is wrong, counted from 1.
    #[error("part {0} of the recovery code: {1}")]
    Part(usize, CaseCodeError),
}

impl RecoveryCode {
    /// A new one.
    pub fn generate(random: Random) -> Self {
        Self(std::array::from_fn(|_| {
            let mut bytes = [0; 7];
            random(&mut bytes);
            CaseCode::from_random(bytes)
        }))
    }

    /// The four parts, each `XXXX-XXXX`.
    pub fn parts(&self) -> [String; CODES] {
        self.0.map(|code| code.to_string())
    }
}

/// Reads as people type: any case, dashes and spaces anywhere.
impl FromStr for RecoveryCode {
    type Err = RecoveryCodeError;

    fn from_str(text: &str) -> Result<Self, RecoveryCodeError> {
        let typed: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
        if typed.len() != CODES * 8 {
            return Err(RecoveryCodeError::Length(typed.len()));
        }
        let mut codes = [CaseCode::from_random([0; 7]); CODES];
        for (at, (code, part)) in codes.iter_mut().zip(typed.chunks(8)).enumerate() {
            let part: String = part.iter().collect();
            *code = part.parse().map_err(|error| RecoveryCodeError::Part(at + 1, error))?;
        }
        Ok(Self(codes))
    }
}

impl fmt::Display for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.parts().join(" "))
    }
}

impl fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecoveryCode(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counting(bytes: &mut [u8]) {
        (1..).zip(bytes).for_each(|(i, byte)| *byte = i);
    }

    fn data_key() -> DataKey {
        DataKey::filled_by(|bytes| bytes.fill(9))
    }

    #[test]
    fn only_the_same_key_for_the_same_vault_and_way_unwraps() {
        let (vault, code) = (Uuid::from_u128(1), RecoveryCode::generate(counting));
        let key = WrappingKey::of_recovery(vault, &code);
        let sealed = key.wrap(&data_key(), counting);
        assert_eq!(key.unwrap(&sealed).unwrap().as_bytes(), data_key().as_bytes());
        for other in [
            WrappingKey::of_recovery(Uuid::from_u128(2), &code),
            WrappingKey::of_passphrase(vault, code.to_string().as_bytes()),
            WrappingKey::of_authenticator(vault, code.to_string().as_bytes()),
            WrappingKey::of_vault(vault, &data_key()),
        ] {
            assert_eq!(other.unwrap(&sealed).err(), Some(DoesNotOpen));
        }
    }

    #[test]
    fn a_wrap_that_was_altered_or_cut_off_does_not_open() {
        let key = WrappingKey::of_vault(Uuid::nil(), &data_key());
        let sealed = key.wrap(&data_key(), counting);
        assert!(!sealed.key.windows(4).any(|part| part == [9; 4]), "it is encrypted");
        for at in 0..sealed.key.len() {
            let mut flipped = sealed.clone();
            flipped.key[at] ^= 1;
            assert_eq!(key.unwrap(&flipped).err(), Some(DoesNotOpen));
            let cut = Sealed { key: sealed.key[..at].to_vec(), ..sealed.clone() };
            assert_eq!(key.unwrap(&cut).err(), Some(DoesNotOpen));
        }
        let nonce = Sealed { nonce: vec![], ..sealed };
        assert_eq!(key.unwrap(&nonce).err(), Some(DoesNotOpen));
    }

    #[test]
    fn a_recovery_code_is_read_as_it_was_printed_and_typed() {
        let code = RecoveryCode::generate(counting);
        let printed = code.to_string();
        assert_eq!((printed.len(), printed.split(' ').count()), (39, 4));
        assert_eq!(printed.parse(), Ok(code.clone()));
        assert_eq!(printed.to_lowercase().replace(['-', ' '], "").parse(), Ok(code));
    }

    #[test]
    fn a_slip_of_the_pen_is_found_in_its_part() {
        let printed = RecoveryCode::generate(counting).to_string();
        let mut slip = printed.clone().into_bytes();
        slip[21] = if slip[21] == b'0' { b'1' } else { b'0' };
        let error = String::from_utf8(slip).unwrap().parse::<RecoveryCode>().unwrap_err();
        assert_eq!(error, RecoveryCodeError::Part(3, CaseCodeError::Check));
        let error = printed[..38].parse::<RecoveryCode>().unwrap_err();
        assert_eq!(error.to_string(), "a recovery code has 32 characters, this has 31");
    }
}
