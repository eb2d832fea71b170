//! One answer to one item: a value on the scale, or the reason that there is none.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::fmt;

/// A point on a five-point scale, 1 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Likert(u8);

impl Likert {
    /// Every point, in order.
    pub const ALL: [Self; 5] = [Self(1), Self(2), Self(3), Self(4), Self(5)];

    /// The point with this value, or `None` outside 1 to 5.
    pub fn new(value: u8) -> Option<Self> {
        (1..=5).contains(&value).then_some(Self(value))
    }

    /// Its value, 1 to 5.
    pub fn value(self) -> u8 {
        self.0
    }
}

impl From<Likert> for u8 {
    fn from(likert: Likert) -> Self {
        likert.0
    }
}

impl TryFrom<u8> for Likert {
    type Error = &'static str;

    fn try_from(value: u8) -> Result<Self, &'static str> {
        Self::new(value).ok_or("a point on a scale is 1 to 5")
    }
}

/// What a person chose: a value, or one of the two answers that count as missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Answer {
    /// A point on the item's scale.
    Value(Likert),
    /// "Weet ik niet".
    DontKnow,
    /// "Wil ik niet zeggen".
    WontSay,
}

impl Answer {
    /// The value, or `None` for the two answers that count as missing.
    pub fn value(self) -> Option<Likert> {
        match self {
            Self::Value(likert) => Some(likert),
            Self::DontKnow | Self::WontSay => None,
        }
    }
}

/// What a response holds for an item: an [`Answer`], or that it was not asked.
/// In JSON a number, or `"dont_know"`, `"wont_say"`, `"not_asked"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Recorded {
    /// It was answered.
    Answered(Answer),
    /// It was not (yet) asked.
    NotAsked,
}

impl Recorded {
    /// The answer, or `None` when the item was not asked.
    pub fn answer(self) -> Option<Answer> {
        match self {
            Self::Answered(answer) => Some(answer),
            Self::NotAsked => None,
        }
    }
}

const DONT_KNOW: &str = "dont_know";
const WONT_SAY: &str = "wont_say";
const NOT_ASKED: &str = "not_asked";

impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Recorded::Answered(*self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Answer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Recorded::deserialize(deserializer)?
            .answer()
            .ok_or_else(|| de::Error::custom("an answer cannot be \"not_asked\""))
    }
}

impl Recorded {
    /// In [`crate::binary`]: the value, or a number beside the scale.
    fn code(self) -> u8 {
        match self {
            Self::NotAsked => 0,
            Self::Answered(Answer::Value(likert)) => likert.0,
            Self::Answered(Answer::DontKnow) => 6,
            Self::Answered(Answer::WontSay) => 7,
        }
    }

    fn from_code(code: u8) -> Option<Self> {
        match code {
            0 => Some(Self::NotAsked),
            6 => Some(Self::Answered(Answer::DontKnow)),
            7 => Some(Self::Answered(Answer::WontSay)),
            value => Likert::new(value).map(|likert| Self::Answered(Answer::Value(likert))),
        }
    }
}

impl Serialize for Recorded {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !serializer.is_human_readable() {
            return serializer.serialize_u8(self.code());
        }
        match self {
            Self::Answered(Answer::Value(likert)) => serializer.serialize_u8(likert.0),
            Self::Answered(Answer::DontKnow) => serializer.serialize_str(DONT_KNOW),
            Self::Answered(Answer::WontSay) => serializer.serialize_str(WONT_SAY),
            Self::NotAsked => serializer.serialize_str(NOT_ASKED),
        }
    }
}

impl<'de> Deserialize<'de> for Recorded {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            let code = u8::deserialize(deserializer)?;
            return Self::from_code(code)
                .ok_or_else(|| de::Error::custom("no answer has this code"));
        }
        deserializer.deserialize_any(RecordedVisitor)
    }
}

struct RecordedVisitor;

impl de::Visitor<'_> for RecordedVisitor {
    type Value = Recorded;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number from 1 to 5, \"dont_know\", \"wont_say\" or \"not_asked\"")
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Recorded, E> {
        u8::try_from(value)
            .ok()
            .and_then(Likert::new)
            .map(|likert| Recorded::Answered(Answer::Value(likert)))
            .ok_or_else(|| E::invalid_value(de::Unexpected::Unsigned(value), &self))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Recorded, E> {
        match value {
            DONT_KNOW => Ok(Recorded::Answered(Answer::DontKnow)),
            WONT_SAY => Ok(Recorded::Answered(Answer::WontSay)),
            NOT_ASKED => Ok(Recorded::NotAsked),
            _ => Err(E::invalid_value(de::Unexpected::Str(value), &self)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_likert_exists_only_from_1_to_5() {
        let values: Vec<u8> = (0..=255).filter(|v| Likert::new(*v).is_some()).collect();
        assert_eq!(values, [1, 2, 3, 4, 5]);
    }

    #[test]
    fn every_recorded_form_survives_json() {
        for json in ["1", "5", "\"dont_know\"", "\"wont_say\"", "\"not_asked\""] {
            let recorded: Recorded = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&recorded).unwrap(), json);
        }
    }

    #[test]
    fn a_value_outside_the_scale_is_named() {
        for (json, message) in [
            (
                "6",
                "invalid value: integer `6`, expected a whole number from 1 to 5, \"dont_know\", \"wont_say\" or \"not_asked\" at line 1 column 1",
            ),
            (
                "\"yes\"",
                "invalid value: string \"yes\", expected a whole number from 1 to 5, \"dont_know\", \"wont_say\" or \"not_asked\" at line 1 column 5",
            ),
        ] {
            assert_eq!(serde_json::from_str::<Recorded>(json).unwrap_err().to_string(), message);
        }
        assert_eq!(
            serde_json::from_str::<Answer>("\"not_asked\"").unwrap_err().to_string(),
            "an answer cannot be \"not_asked\""
        );
    }
}
