//! The texts as they stand in their files.

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use std::{fmt, fs, path::Path};

/// A name and a text, in the order of the file; a name that is there twice is there twice.
pub struct Texts(pub Vec<(String, String)>);

impl Texts {
    /// The texts of the interface in a language: the resident's, then the professional's.
    pub fn of(language: &str) -> Self {
        let file = |name: String| -> Self { serde_json::from_str(&read(&name)).unwrap() };
        let mut all = file(format!("src/i18n/{language}.json")).0;
        all.extend(file(format!("src/i18n/professional.{language}.json")).0);
        Self(all)
    }

    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, text)| text)
    }

    /// The names of what is filled in later, in order of the alphabet.
    pub fn places(text: &str) -> Vec<&str> {
        let mut places: Vec<_> =
            text.split('{').skip(1).filter_map(|part| Some(part.split_once('}')?.0)).collect();
        places.sort_unstable();
        places
    }
}

pub fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
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
        f.write_str("texts by name")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Texts, A::Error> {
        let mut texts = Vec::new();
        while let Some(text) = map.next_entry()? {
            texts.push(text);
        }
        Ok(Texts(texts))
    }
}
