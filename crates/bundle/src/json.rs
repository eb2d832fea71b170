//! JSON in which every name in an object stands once, and errors that give the place.

use serde::{
    Deserialize, Deserializer,
    de::{self, DeserializeOwned},
};
use std::{collections::BTreeSet, fmt};

/// What is wrong with a text that should be JSON of one form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("column {column}: {reason}")]
pub struct JsonError {
    /// The line in the text, from 1.
    pub line: usize,
    /// The column in that line, from 1.
    pub column: usize,
    /// What was found, and what was expected.
    pub reason: String,
}

impl From<serde_json::Error> for JsonError {
    fn from(error: serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        let text = error.to_string();
        let reason = text.strip_suffix(&format!(" at line {line} column {column}"));
        Self { line, column, reason: reason.unwrap_or(&text).to_owned() }
    }
}

/// What every format begins with: its name and its version, read before the rest.
#[derive(Deserialize)]
pub(crate) struct Header {
    #[serde(default)]
    pub format: String,
    #[serde(default)]
    pub version: u64,
}

/// Reads a text that serde alone would read more loosely: of two equal names it takes the last.
pub(crate) fn read<T: DeserializeOwned>(text: &[u8]) -> Result<T, JsonError> {
    serde_json::from_slice::<Unique>(text)?;
    Ok(serde_json::from_slice(text)?)
}

/// Any JSON, as long as no name stands twice in one object.
struct Unique;

impl<'de> Deserialize<'de> for Unique {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(UniqueVisitor)
    }
}

struct UniqueVisitor;

impl<'de> de::Visitor<'de> for UniqueVisitor {
    type Value = Unique;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Unique, E> {
        Ok(Unique)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Unique, E> {
        Ok(Unique)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Unique, E> {
        Ok(Unique)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Unique, E> {
        Ok(Unique)
    }

    fn visit_str<E>(self, _: &str) -> Result<Unique, E> {
        Ok(Unique)
    }

    fn visit_unit<E>(self) -> Result<Unique, E> {
        Ok(Unique)
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut seq: A) -> Result<Unique, A::Error> {
        while seq.next_element::<Unique>()?.is_some() {}
        Ok(Unique)
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Unique, A::Error> {
        let mut names = BTreeSet::new();
        while let Some(name) = map.next_key::<String>()? {
            map.next_value::<Unique>()?;
            if names.contains(&name) {
                return Err(de::Error::custom(format!("\"{name}\" is there twice")));
            }
            names.insert(name);
        }
        Ok(Unique)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn a_name_that_stands_twice_is_refused() {
        let read = read::<BTreeMap<String, serde_json::Value>>;
        assert!(read(br#"{"a":{"x":1},"b":[{"x":-1},{"x":0.5},null,true,"y"]}"#).is_ok());
        let twice = read(br#"{"a":{"x":1,"x":2}}"#).unwrap_err();
        assert_eq!(twice.to_string(), "column 18: \"x\" is there twice");
        assert_eq!(read(b"{").unwrap_err().reason, "EOF while parsing an object");
    }
}
