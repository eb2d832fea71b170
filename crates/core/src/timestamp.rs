//! A moment in time as it is written down: UTC, to the second.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A UTC time in the form `2026-11-21T12:30:00Z`. The core has no clock; it is told the time.
/// Comparing two is comparing their order in time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Timestamp(String);

/// A text that is not a [`Timestamp`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a time of the form 2026-11-21T12:30:00Z")]
pub struct NotATimestamp(String);

impl Timestamp {
    /// Its text, of the form `2026-11-21T12:30:00Z`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Timestamp {
    type Error = NotATimestamp;

    /// Also takes fractions of a second, which are dropped (`Date.toISOString()` has them).
    fn try_from(text: String) -> Result<Self, NotATimestamp> {
        let seconds = match text.split_once('.') {
            Some((seconds, fraction)) => match fraction.strip_suffix('Z') {
                Some(f) if !f.is_empty() && f.bytes().all(|b| b.is_ascii_digit()) => seconds,
                _ => return Err(NotATimestamp(text)),
            },
            None => text.strip_suffix('Z').unwrap_or(""),
        };
        if is_date_and_time(seconds.as_bytes()) {
            Ok(Self(format!("{seconds}Z")))
        } else {
            Err(NotATimestamp(text))
        }
    }
}

fn is_date_and_time(text: &[u8]) -> bool {
    const FORM: &[u8] = b"0000-00-00T00:00:00";
    let number = |from: usize| u32::from(text[from] - b'0') * 10 + u32::from(text[from + 1] - b'0');
    text.len() == FORM.len()
        && text.iter().zip(FORM).all(|(t, f)| if *f == b'0' { t.is_ascii_digit() } else { t == f })
        && (1..=12).contains(&number(5))
        && (1..=31).contains(&number(8))
        && number(11) < 24
        && number(14) < 60
        && number(17) <= 60
}

impl From<Timestamp> for String {
    fn from(timestamp: Timestamp) -> Self {
        timestamp.0
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_are_dropped_and_nonsense_is_refused() {
        let read = |text: &str| Timestamp::try_from(text.to_owned()).map(String::from);
        assert_eq!(read("2026-11-21T12:30:00.123Z").unwrap(), "2026-11-21T12:30:00Z");
        assert_eq!(read("2026-11-21T12:30:00Z").unwrap(), "2026-11-21T12:30:00Z");
        for wrong in [
            "",
            "2026-11-21",
            "2026-13-21T12:30:00Z",
            "2026-11-21T24:30:00Z",
            "2026-11-21T12:30:00",
            "2026-11-21T12:30:00.Z",
            "2026-11-21 12:30:00Z",
        ] {
            assert_eq!(
                read(wrong).unwrap_err().to_string(),
                format!("\"{wrong}\" is not a time of the form 2026-11-21T12:30:00Z")
            );
        }
    }
}
