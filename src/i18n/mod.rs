//! The texts of the interface. What lives here: names, languages and how they are read; no words
//! in code. The app loads one language.

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use std::fmt;

include!(concat!(env!("OUT_DIR"), "/text.rs"));

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Dutch, the first.
    Dutch,
    /// English.
    English,
}

impl Language {
    /// As in the `lang` attribute of HTML and in the file's name.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::English => "en",
        }
    }

    /// The language with this tag, or Dutch.
    pub fn from_tag(tag: &str) -> Self {
        if tag == Self::English.tag() { Self::English } else { Self::Dutch }
    }

    /// The one to change to.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Dutch => Self::English,
            Self::English => Self::Dutch,
        }
    }
}

/// The texts of one language.
#[derive(Debug, Clone)]
pub struct Texts(Vec<Box<str>>);

impl Texts {
    /// Reads a language's file. Names are checked when the app is built; here only their number.
    pub fn load(json: &[u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(json)
    }

    /// The text with this name.
    pub fn get(&self, text: Text) -> &str {
        &self.0[text as usize]
    }

    /// The text with each `{name}` in it replaced.
    pub fn with(&self, text: Text, values: &[(&str, &str)]) -> String {
        values.iter().fold(self.get(text).to_owned(), |text, (name, value)| {
            text.replace(&format!("{{{name}}}"), value)
        })
    }
}

impl<'de> Deserialize<'de> for Texts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(InOrder)
    }
}

struct InOrder;

impl<'de> Visitor<'de> for InOrder {
    type Value = Texts;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{COUNT} texts by name")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Texts, A::Error> {
        let mut texts = Vec::with_capacity(COUNT);
        while let Some((_, text)) = map.next_entry::<IgnoredAny, Box<str>>()? {
            texts.push(text);
        }
        if texts.len() == COUNT {
            Ok(Texts(texts))
        } else {
            Err(A::Error::invalid_length(texts.len(), &self))
        }
    }
}
