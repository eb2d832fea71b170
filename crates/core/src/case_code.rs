//! The case code: seven random characters and a check character, shown as `XXXX-XXXX`.
//!
//! The alphabet is Crockford base32; the check character is Luhn mod 32 over the same
//! alphabet, so one wrong character is always seen and nearly every swap of neighbours.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 8;
/// A telephone's keyboard makes a longer one of a `-`.
const DASHES: [char; 5] = ['-', '\u{2010}', '\u{2011}', '\u{2013}', '\u{2014}'];

/// A case code whose check character is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CaseCode([u8; LENGTH]);

/// Why a text is not a case code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CaseCodeError {
    /// It has not eight characters (dashes and spaces do not count).
    #[error("a case code has 8 characters, this has {0}")]
    Length(usize),
    /// A character that a case code never has.
    #[error("a case code never has the character \"{0}\"")]
    Character(char),
    /// The check character does not fit the other seven.
    #[error("the check character does not fit: a character is wrong or two are swapped")]
    Check,
}

impl CaseCode {
    /// A new code from 35 random bits: the low five bits of each byte.
    pub fn from_random(random: [u8; LENGTH - 1]) -> Self {
        let mut digits = [0; LENGTH];
        for (digit, byte) in digits.iter_mut().zip(random) {
            *digit = byte & 31;
        }
        digits[LENGTH - 1] = check_digit(&digits[..LENGTH - 1]);
        Self(digits)
    }
}

/// Luhn mod 32: from the right every other digit is doubled, its base-32 digits summed.
fn check_digit(digits: &[u8]) -> u8 {
    let sum: u8 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(i, d)| if i % 2 == 0 { (d * 2) / 32 + (d * 2) % 32 } else { *d })
        .fold(0, |sum, d| (sum + d) % 32);
    (32 - sum) % 32
}

/// Reads as people type: any case, dashes and spaces anywhere, `O` for 0, `I` and `L` for 1.
impl FromStr for CaseCode {
    type Err = CaseCodeError;

    fn from_str(text: &str) -> Result<Self, CaseCodeError> {
        let mut digits = Vec::with_capacity(LENGTH);
        for character in text.chars().filter(|c| !c.is_whitespace() && !DASHES.contains(c)) {
            let upper = match character.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let digit = ALPHABET.iter().position(|a| char::from(*a) == upper);
            #[expect(clippy::cast_possible_truncation, reason = "a position in 32 letters")]
            digits.push(digit.ok_or(CaseCodeError::Character(character))? as u8);
        }
        let digits: [u8; LENGTH] =
            digits.try_into().map_err(|d: Vec<u8>| CaseCodeError::Length(d.len()))?;
        if check_digit(&digits[..LENGTH - 1]) == digits[LENGTH - 1] {
            Ok(Self(digits))
        } else {
            Err(CaseCodeError::Check)
        }
    }
}

impl fmt::Display for CaseCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, digit) in self.0.iter().enumerate() {
            if i == LENGTH / 2 {
                f.write_str("-")?;
            }
            write!(f, "{}", char::from(ALPHABET[usize::from(*digit)]))?;
        }
        Ok(())
    }
}

impl From<CaseCode> for String {
    fn from(code: CaseCode) -> Self {
        code.to_string()
    }
}

impl TryFrom<String> for CaseCode {
    type Error = CaseCodeError;

    fn try_from(text: String) -> Result<Self, CaseCodeError> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Worked out by hand: digits 7 3 13(D) 0 9 21(N) 31(Z); from the right, doubled ones are
    /// 31→62→1+30=31, 9→18, 13→26, 7→14; others 21, 0, 3; the sum is 113, 113 mod 32 = 17,
    /// so the check digit is 15 (F).
    #[test]
    fn the_check_character_agrees_with_one_worked_out_by_hand() {
        let code = CaseCode::from_random([7, 3, 13, 0, 9, 21, 31]);
        assert_eq!(code.to_string(), "73D0-9NZF");
        assert_eq!("73d0 9nzf".parse(), Ok(code));
        assert_eq!("73DO-9NZF".parse(), Ok(code), "the letter O reads as a zero");
        assert_eq!("73D0\u{2013}9NZF".parse(), Ok(code), "as a telephone makes it");
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (text, message) in [
            ("73D0-9NZ", "a case code has 8 characters, this has 7"),
            ("73D0-9NZU", "a case code never has the character \"U\""),
            (
                "73D0-9NZG",
                "the check character does not fit: a character is wrong or two are swapped",
            ),
            ("", "a case code has 8 characters, this has 0"),
        ] {
            assert_eq!(text.parse::<CaseCode>().unwrap_err().to_string(), message);
        }
    }

    proptest! {
        #[test]
        fn any_code_reads_back(random in any::<[u8; 7]>()) {
            let code = CaseCode::from_random(random);
            prop_assert_eq!(code.to_string().parse(), Ok(code));
        }

        #[test]
        fn one_wrong_character_is_always_seen(random in any::<[u8; 7]>(), at in 0..8usize, other in 0..32u8) {
            let mut digits = CaseCode::from_random(random).0;
            prop_assume!(digits[at] != other);
            digits[at] = other;
            prop_assert_eq!(CaseCode(digits).to_string().parse::<CaseCode>(), Err(CaseCodeError::Check));
        }
    }
}
