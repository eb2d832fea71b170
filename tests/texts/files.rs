//! The texts as they stand in their files.

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use std::{
    fmt, fs,
    path::{Path, PathBuf},
};

/// The languages of the professional's screens.
pub const PROFESSIONAL: [&str; 2] = ["nl", "en"];

/// A name and a text, in the order of the file; a name that is there twice is there twice.
pub struct Texts(pub Vec<(String, String)>);

impl Texts {
    /// The texts of the interface in a language: the resident's, then the professional's where it has
    /// them.
    pub fn of(language: &str) -> Self {
        let mut all = Self::of_resident(language).0;
        if PROFESSIONAL.contains(&language) {
            all.extend(Self::file(&format!("src/i18n/professional.{language}.json")).0);
        }
        Self(all)
    }

    /// The texts of the resident's screens.
    pub fn of_resident(language: &str) -> Self {
        Self::file(&format!("src/i18n/{language}.json"))
    }

    fn file(name: &str) -> Self {
        serde_json::from_str(&read(name)).unwrap()
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

/// Every Rust file in a folder and the folders in it.
pub fn rust_files(folder: PathBuf) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| {
            if path.is_dir() {
                rust_files(path)
            } else {
                Vec::from_iter(
                    Some(path).filter(|path| path.extension().is_some_and(|e| e == "rs")),
                )
            }
        })
        .collect()
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
