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

    /// The time this many seconds after 1970 began; `None` outside the years 1970 to 9999.
    pub fn from_unix_seconds(seconds: u64) -> Option<Self> {
        let (days, second) = (seconds / 86_400, seconds % 86_400);
        let (year, month, day) = date_of(days)?;
        let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
        Some(Self(format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")))
    }

    /// Seconds since 1970 began; 0 for anything earlier.
    pub fn unix_seconds(&self) -> u64 {
        let number = |from: usize, to: usize| self.0[from..to].parse().unwrap_or(0);
        if number(0, 4) < 1970 {
            return 0;
        }
        let days = days_before(number(0, 4), number(5, 7)) + number(8, 10) - 1;
        days * 86_400 + number(11, 13) * 3_600 + number(14, 16) * 60 + number(17, 19)
    }
}

fn is_leap(year: u64) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn length_of(year: u64, month: u64) -> u64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days from the start of 1970 to the start of a month.
fn days_before(year: u64, month: u64) -> u64 {
    let years: u64 = (1970..year).map(|year| 365 + u64::from(is_leap(year))).sum();
    years + (1..month).map(|month| length_of(year, month)).sum::<u64>()
}

/// Year, month and day of the day this many days after 1 January 1970, up to the year 9999.
fn date_of(mut days: u64) -> Option<(u64, u64, u64)> {
    for year in 1970..=9999 {
        for month in 1..=12 {
            let length = length_of(year, month);
            if days < length {
                return Some((year, month, days + 1));
            }
            days -= length;
        }
    }
    None
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

/// The start of 1970: what a clock says that was never set.
impl Default for Timestamp {
    fn default() -> Self {
        Self("1970-01-01T00:00:00Z".to_owned())
    }
}

fn is_date_and_time(text: &[u8]) -> bool {
    const FORM: &[u8] = b"0000-00-00T00:00:00";
    let number = |from: usize| u64::from(text[from] - b'0') * 10 + u64::from(text[from + 1] - b'0');
    text.len() == FORM.len()
        && text.iter().zip(FORM).all(|(t, f)| if *f == b'0' { t.is_ascii_digit() } else { t == f })
        && (1..=12).contains(&number(5))
        && (1..=length_of(number(0) * 100 + number(2), number(5))).contains(&number(8))
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
    fn seconds_since_1970_go_there_and_back() {
        // The pairs are those of `date -u -d @...`.
        for (seconds, text) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (1_700_000_000, "2023-11-14T22:13:20Z"),
            (4_107_542_399, "2100-02-28T23:59:59Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
            (253_402_300_799, "9999-12-31T23:59:59Z"),
        ] {
            let time = Timestamp::from_unix_seconds(seconds).unwrap();
            assert_eq!((time.as_str(), time.unix_seconds()), (text, seconds));
        }
        assert_eq!(Timestamp::from_unix_seconds(253_402_300_800), None);
        let earlier = Timestamp::try_from("1969-11-21T12:30:00Z".to_owned()).unwrap();
        assert_eq!(earlier.unix_seconds(), 0);
    }

    #[test]
    fn fractions_are_dropped_and_nonsense_is_refused() {
        let read = |text: &str| Timestamp::try_from(text.to_owned()).map(String::from);
        assert_eq!(read("2026-11-21T12:30:00.123Z").unwrap(), "2026-11-21T12:30:00Z");
        for right in ["2026-11-21T12:30:00Z", "2028-02-29T00:00:00Z", "2000-02-29T23:59:59Z"] {
            assert_eq!(read(right).unwrap(), right);
        }
        for wrong in [
            "",
            "2026-11-21",
            "2026-13-21T12:30:00Z",
            "2026-00-21T12:30:00Z",
            "2026-02-29T12:30:00Z",
            "2100-02-29T12:30:00Z",
            "2026-04-31T12:30:00Z",
            "2026-11-00T12:30:00Z",
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
