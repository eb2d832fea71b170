//! What someone wrote in their own words.

use serde::{Deserialize, Serialize};
use std::{fmt, ops::Deref};

/// Words of a person: at most [`FreeText::MAX`] characters, no control characters but line feed
/// and tab. May be empty: not written yet. It reads as the text that it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FreeText(String);

/// Why a text is not a [`FreeText`]. Never repeats it: it may say much about someone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotFreeText {
    /// Longer than a screen or a file can hold.
    #[error("a text has {0} characters; {max} is the most", max = FreeText::MAX)]
    TooLong(usize),
    /// A character that steers a terminal or a printer.
    #[error("a text has a control character, U+{0:04X}")]
    Control(u32),
}

impl FreeText {
    /// The most characters that it can have.
    pub const MAX: usize = 4_000;

    /// Whether nothing but blanks was written.
    pub fn is_blank(&self) -> bool {
        self.trim().is_empty()
    }
}

impl TryFrom<String> for FreeText {
    type Error = NotFreeText;

    fn try_from(text: String) -> Result<Self, NotFreeText> {
        let length = text.chars().count();
        if length > Self::MAX {
            return Err(NotFreeText::TooLong(length));
        }
        match text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
            Some(control) => Err(NotFreeText::Control(control.into())),
            None => Ok(Self(text)),
        }
    }
}

impl From<FreeText> for String {
    fn from(text: FreeText) -> Self {
        text.0
    }
}

impl Deref for FreeText {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FreeText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_and_the_rest_is_refused() {
        let read = |text: &str| FreeText::try_from(text.to_owned());
        assert_eq!(&*read("één\n\ttwee").unwrap(), "één\n\ttwee");
        assert!(read(" \n").unwrap().is_blank());
        assert!(read(&"é".repeat(4_000)).is_ok());
        let refused = |text: &str| read(text).unwrap_err().to_string();
        assert_eq!(refused(&"é".repeat(4_001)), "a text has 4001 characters; 4000 is the most");
        assert_eq!(refused("a\u{1b}[2J"), "a text has a control character, U+001B");
    }
}
