//! Who is asked, about whom, and when: rater, person in the household, moment, mode.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Whose judgement a response is. A volunteer counts as a professional.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rater {
    /// The person themselves.
    Resident,
    /// The one who visits them.
    Professional,
}

/// One of the three moments in two years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Moment {
    /// The start ("nulmeting").
    T1,
    /// About one year later.
    T2,
    /// About two years later.
    T3,
}

/// How a list was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// By the person alone.
    #[serde(rename = "self")]
    Alone,
    /// Someone read the items aloud.
    ReadAloud,
    /// Someone helped with the answers.
    Helped,
    /// Someone else answered in the person's place.
    ByProxy,
}

/// A member of the household: a short label such as `1`, never a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Person(String);

/// A text that is not a [`Person`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a person in the household is 1 to 8 letters or digits, not \"{0}\"")]
pub struct NotAPerson(String);

impl Person {
    /// The one who asked for help, unless it is said otherwise.
    pub fn first() -> Self {
        Self("1".to_owned())
    }
}

impl TryFrom<String> for Person {
    type Error = NotAPerson;

    fn try_from(text: String) -> Result<Self, NotAPerson> {
        let fits = (1..=8).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric());
        if fits { Ok(Self(text)) } else { Err(NotAPerson(text)) }
    }
}

impl From<Person> for String {
    fn from(person: Person) -> Self {
        person.0
    }
}

impl Rater {
    /// As written in files: `resident` or `professional`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Resident => "resident",
            Self::Professional => "professional",
        }
    }
}

impl Moment {
    /// Every moment, in order.
    pub const ALL: [Self; 3] = [Self::T1, Self::T2, Self::T3];

    /// As written in files: `T1`, `T2` or `T3`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::T1 => "T1",
            Self::T2 => "T2",
            Self::T3 => "T3",
        }
    }

    /// The moment written so, or `None`.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|moment| moment.as_str() == text)
    }
}

impl fmt::Display for Rater {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
