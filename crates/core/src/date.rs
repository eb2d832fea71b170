//! A day in the calendar, for what is agreed on: `2026-11-21`.

use crate::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A day that exists, in the form `2026-11-21`. Comparing two is comparing their order in time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date(String);

/// A text that is not a [`Date`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not a day of the form 2026-11-21")]
pub struct NotADate(String);

impl Date {
    /// The day with these numbers, or `None` when there is none, as 30 February.
    pub fn from_numbers(year: u16, month: u8, day: u8) -> Option<Self> {
        Self::try_from(format!("{year:04}-{month:02}-{day:02}")).ok()
    }
}

impl TryFrom<String> for Date {
    type Error = NotADate;

    fn try_from(text: String) -> Result<Self, NotADate> {
        // A timestamp knows the calendar.
        match Timestamp::try_from(format!("{text}T00:00:00Z")) {
            Ok(_) => Ok(Self(text)),
            Err(_) => Err(NotADate(text)),
        }
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.0
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_exist() {
        let day = Date::from_numbers(2028, 2, 29).unwrap();
        assert_eq!(day.to_string(), "2028-02-29");
        assert_eq!(serde_json::to_string(&day).unwrap(), "\"2028-02-29\"");
        assert_eq!(Date::from_numbers(2026, 2, 29), None);
        for wrong in ["", "2026-13-01", "21-11-2026", "2026-11-21T12:30:00Z", "2026-1-1"] {
            assert_eq!(
                Date::try_from(wrong.to_owned()).unwrap_err().to_string(),
                format!("\"{wrong}\" is not a day of the form 2026-11-21")
            );
        }
    }
}
