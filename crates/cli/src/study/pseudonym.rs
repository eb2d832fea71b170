//! Ids that tell nothing: those of the device hold the millisecond in which they were made.

use draagkracht_bundle::Digest;
use uuid::Uuid;

/// A letter and the first 24 hexadecimal digits of the SHA-256 of an id as it is written. The same in
/// every export; an id has too many random bits to be found by trying. By its letter no program
/// takes it for a number, as Excel would 12 digits, an e, and 11 digits.
pub fn pseudonym(letter: char, id: Uuid) -> String {
    let digits = Digest::of(id.to_string().as_bytes()).to_string();
    [letter].into_iter().chain(digits.chars().take(24)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As `printf 019aa648-5a00-7000-8000-0000000000a1 | sha256sum` says it.
    #[test]
    fn anyone_with_the_archive_can_make_it() {
        let id = Uuid::parse_str("019aa648-5a00-7000-8000-0000000000a1").unwrap();
        assert_eq!(pseudonym('c', id), "cf22d12b39e1ee9a58f74d4a2");
    }
}
