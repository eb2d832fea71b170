//! Sealing one record: XChaCha20-Poly1305, padded, bound to the place where it is kept.
//!
//! A sealed record is its format (one byte), the schema of what is inside (two, little-endian), a
//! fresh random nonce (24), and the ciphertext with its tag (16). Inside stand the length (four,
//! little-endian), the bytes, and zeros up to a multiple of 1024.

use crate::{Random, key};
use chacha20poly1305::{AeadInPlace, Key, KeyInit, Tag, XChaCha20Poly1305, XNonce};
use uuid::Uuid;
use zeroize::Zeroizing;

/// The first byte of everything that is sealed by this program.
const FORMAT: u8 = 1;
/// What is sealed is a multiple of this, so that its length says little.
const STEP: usize = 1024;
const NONCE: usize = 24;
const TAG: usize = 16;
const HEADER: usize = 3;
const LENGTH: usize = 4;

/// Where a record is kept and what it is. Bytes that were sealed for one slot open in no other.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slot<'a> {
    pub vault: Uuid,
    pub area: &'a str,
    pub id: &'a str,
    pub kind: &'a str,
    pub revision: u32,
}

/// Why something could not be sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a record of {0} bytes is too long to seal")]
pub(crate) struct TooLong(usize);

/// Why something could not be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum UnsealError {
    #[error("it was sealed in format {0}, of a newer version")]
    Newer(u8),
    #[error("it was altered, or sealed for another place or with another key")]
    Altered,
}

impl Slot<'_> {
    /// Each part after its length, so that no two slots come out alike.
    fn associated_data(&self, schema: u16) -> Vec<u8> {
        let mut data = Vec::with_capacity(160);
        let parts: [&[u8]; 8] = [
            b"draagkracht-vault",
            &[FORMAT],
            self.vault.as_bytes(),
            self.area.as_bytes(),
            self.id.as_bytes(),
            self.kind.as_bytes(),
            &schema.to_le_bytes(),
            &self.revision.to_le_bytes(),
        ];
        for part in parts {
            data.extend_from_slice(&(part.len() as u64).to_le_bytes());
            data.extend_from_slice(part);
        }
        data
    }
}

/// Seals with a nonce of its own.
pub(crate) fn seal(
    key: &[u8; key::LENGTH],
    slot: &Slot,
    schema: u16,
    plain: &[u8],
    random: Random,
) -> Result<Vec<u8>, TooLong> {
    let length = u32::try_from(plain.len()).map_err(|_| TooLong(plain.len()))?;
    let padded = (LENGTH + plain.len()).next_multiple_of(STEP);
    let mut nonce = [0; NONCE];
    random(&mut nonce);
    // Reserved at once: a buffer that grows would leave copies behind.
    let mut sealed = Vec::with_capacity(HEADER + NONCE + padded + TAG);
    sealed.push(FORMAT);
    sealed.extend_from_slice(&schema.to_le_bytes());
    sealed.extend_from_slice(&nonce);
    sealed.extend_from_slice(&length.to_le_bytes());
    sealed.extend_from_slice(plain);
    sealed.resize(HEADER + NONCE + padded, 0);
    let inside = &mut sealed[HEADER + NONCE..];
    let data = slot.associated_data(schema);
    let tag = cipher(key).encrypt_in_place_detached(XNonce::from_slice(&nonce), &data, inside);
    match tag {
        Ok(tag) => {
            sealed.extend_from_slice(&tag);
            Ok(sealed)
        }
        Err(_) => Err(TooLong(plain.len())),
    }
}

/// The schema and the bytes that were sealed.
pub(crate) fn unseal(
    key: &[u8; key::LENGTH],
    slot: &Slot,
    sealed: &[u8],
) -> Result<(u16, Zeroizing<Vec<u8>>), UnsealError> {
    let (format, rest) = sealed.split_first().ok_or(UnsealError::Altered)?;
    if *format != FORMAT {
        return Err(if *format > FORMAT {
            UnsealError::Newer(*format)
        } else {
            UnsealError::Altered
        });
    }
    let (schema, rest) = rest.split_first_chunk().ok_or(UnsealError::Altered)?;
    let (nonce, rest) = rest.split_first_chunk::<NONCE>().ok_or(UnsealError::Altered)?;
    let (inside, tag) = rest.split_last_chunk::<TAG>().ok_or(UnsealError::Altered)?;
    let schema = u16::from_le_bytes(*schema);
    let mut plain = Zeroizing::new(inside.to_vec());
    let data = slot.associated_data(schema);
    cipher(key)
        .decrypt_in_place_detached(
            XNonce::from_slice(nonce),
            &data,
            &mut plain,
            Tag::from_slice(tag),
        )
        .map_err(|_| UnsealError::Altered)?;
    let (length, bytes) = plain.split_first_chunk().ok_or(UnsealError::Altered)?;
    let length = u32::from_le_bytes(*length) as usize;
    let bytes = bytes.get(..length).ok_or(UnsealError::Altered)?;
    Ok((schema, Zeroizing::new(bytes.to_vec())))
}

fn cipher(key: &[u8; key::LENGTH]) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(Key::from_slice(key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use draagkracht_core::binary;

    const KEY: [u8; key::LENGTH] = [7; key::LENGTH];
    const SLOT: Slot = Slot {
        vault: Uuid::from_u128(1),
        area: "records",
        id: "00000000-0000-0000-0000-000000000002",
        kind: "session",
        revision: 3,
    };
    /// SHA-256 of the sealed bytes, and their last 16, as reckoned in Python: `HChaCha20` by hand,
    /// checked against the draft's vector, and the `cryptography` package.
    const VECTOR: (&str, &str) = (
        "d2b368666bc73d976fb25914cf4337a27ca1c7cbf425e332b489012b0ea9e767",
        "d139b8581e12fe20b700d6b23da52ead",
    );

    fn nonce(bytes: &mut [u8]) {
        bytes.fill(9);
    }

    fn sealed(plain: &[u8]) -> Vec<u8> {
        seal(&KEY, &SLOT, 1, plain, nonce).unwrap()
    }

    #[test]
    fn sealed_bytes_agree_with_another_program() {
        use sha2::{Digest, Sha256};
        let sealed = sealed(b"an answer");
        assert_eq!(sealed.len(), 3 + 24 + 1024 + 16);
        assert_eq!(binary::hex(&sealed[..27]), format!("010100{}", "09".repeat(24)));
        assert_eq!(binary::hex(&sealed[1051..]), VECTOR.1);
        assert_eq!(binary::hex(&Sha256::digest(&sealed)), VECTOR.0);
    }

    #[test]
    fn any_length_comes_back_in_steps_of_1024() {
        for (length, steps) in [(0, 1), (1, 1), (1020, 1), (1021, 2), (2044, 2), (2045, 3)] {
            let plain = vec![5; length];
            let sealed = sealed(&plain);
            assert_eq!(sealed.len(), 43 + steps * 1024);
            assert_eq!(*unseal(&KEY, &SLOT, &sealed).unwrap().1, plain);
        }
    }

    #[test]
    fn any_flipped_bit_and_any_cut_is_seen() {
        let sealed = sealed(b"an answer");
        for bit in 0..sealed.len() * 8 {
            let mut flipped = sealed.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert!(unseal(&KEY, &SLOT, &flipped).is_err(), "bit {bit}");
        }
        for length in 0..sealed.len() {
            assert_eq!(unseal(&KEY, &SLOT, &sealed[..length]), Err(UnsealError::Altered));
        }
    }

    #[test]
    fn it_opens_in_its_own_slot_with_its_own_key_only() {
        let sealed = sealed(b"an answer");
        assert_eq!(*unseal(&KEY, &SLOT, &sealed).unwrap().1, b"an answer");
        let others = [
            Slot { vault: Uuid::from_u128(2), ..SLOT },
            Slot { area: "heads", ..SLOT },
            Slot { id: "00000000-0000-0000-0000-000000000003", ..SLOT },
            Slot { kind: "case", ..SLOT },
            Slot { revision: 4, ..SLOT },
            // The same letters, otherwise divided.
            Slot { area: "record", id: "s00000000-0000-0000-0000-000000000002", ..SLOT },
        ];
        for other in others {
            assert_eq!(unseal(&KEY, &other, &sealed), Err(UnsealError::Altered), "{other:?}");
        }
        assert_eq!(unseal(&[8; 32], &SLOT, &sealed), Err(UnsealError::Altered));
    }

    #[test]
    fn a_newer_format_is_told_apart() {
        let mut sealed = sealed(b"an answer");
        sealed[0] = 2;
        let error = unseal(&KEY, &SLOT, &sealed).unwrap_err();
        assert_eq!(error.to_string(), "it was sealed in format 2, of a newer version");
    }
}
