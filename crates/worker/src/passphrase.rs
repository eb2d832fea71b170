//! Passphrases: the key that Argon2id makes of one, and how hard it is to guess.

use argon2::{Algorithm, Argon2, Params, Version};
use draagkracht_core::sealing::Strength;
use zeroize::Zeroizing;

const LENGTH: usize = 32;
/// Guesses that a passphrase must withstand: below the first it is weak, from the second strong.
const GUESSES: [u64; 2] = [1_000_000, 10_000_000_000];
/// No longer text is judged: the estimate takes time that grows with its square.
const JUDGED: usize = 100;

/// The key of a passphrase at this cost: memory in KiB, passes, lanes.
pub fn derive(
    passphrase: &str,
    salt: &[u8],
    [memory, passes, lanes]: [u32; 3],
) -> Result<Zeroizing<[u8; LENGTH]>, argon2::Error> {
    let params = Params::new(memory, passes, lanes, Some(LENGTH))?;
    let mut key = Zeroizing::new([0; LENGTH]);
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon2.hash_password_into(passphrase.as_bytes(), salt, &mut *key)?;
    Ok(key)
}

/// How hard a passphrase is to guess, for somebody who knows these words of the person.
pub fn strength(passphrase: &str, known: &[String]) -> Strength {
    let judged: String = passphrase.chars().take(JUDGED).collect();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    match zxcvbn::zxcvbn(&judged, &known).guesses() {
        guesses if guesses < GUESSES[0] => Strength::Weak,
        guesses if guesses < GUESSES[1] => Strength::Fair,
        _ => Strength::Strong,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the
    /// reference program says:
    /// `echo -n "een lange zin" | argon2 somesalt-16bytes -id -t 3 -m 16 -p 1 -l 32 -r`
    #[test]
    fn the_key_is_that_of_the_reference_program() {
        let key = derive("een lange zin", b"somesalt-16bytes", [65_536, 3, 1]).unwrap();
        assert_eq!(
            draagkracht_core::binary::hex(&*key),
            "11e80b67b901a54ff7848d112ac65c1e30382a95ebae1a4a349fb184fe9b1c90"
        );
    }

    #[test]
    fn a_salt_that_is_too_short_is_refused() {
        assert!(derive("een lange zin", b"kort", [65_536, 3, 1]).is_err());
        assert!(derive("een lange zin", b"somesalt-16bytes", [0, 3, 1]).is_err());
    }

    #[test]
    fn words_that_anybody_would_try_are_weak() {
        let of = |passphrase: &str| strength(passphrase, &["Anne".to_owned()]);
        for weak in ["", "wachtwoord12", "anneanneanne", "aaaaaaaaaaaa", "123456789012"] {
            assert_eq!(of(weak), Strength::Weak, "{weak}");
        }
        assert_eq!(of("fiets tafel wolk zeehond"), Strength::Strong);
        assert_eq!(of(&"fiets tafel wolk zeehond ".repeat(1000)), Strength::Strong, "in no time");
    }
}
