//! The words of an instrument in another language. Only words: what is asked and how it is
//! scored stay those of the instrument.

use super::{Instrument, load::hex};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Which translation an answer was given to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TranslationRef {
    /// As in the `lang` attribute of HTML.
    pub language: String,
    /// SHA-256 of the translation's file, in hexadecimal.
    pub hash: String,
    /// Whether it was validated as the instrument was.
    pub validated: bool,
}

/// What is wrong with a translation's file.
#[derive(Debug, thiserror::Error)]
pub enum TranslationError {
    /// Not JSON, or not of the form.
    #[error("the translation cannot be read: {0}")]
    Form(#[from] serde_json::Error),
    /// Another kind of file, or a newer version.
    #[error("the file is \"{0}\" version {1}, not \"draagkracht-translation\" version 1")]
    Version(String, u32),
    /// Made for another instrument.
    #[error("the translation is for \"{0}\", not for \"{1}\"")]
    Other(String, String),
    /// Something of the instrument has no words in it.
    #[error("the translation has no words for {0}")]
    Missing(String),
    /// It has words for something that the instrument has not.
    #[error("the translation has words for {0}, which the instrument has not")]
    Unknown(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: String,
    version: u32,
    instrument: String,
    language: String,
    validated: bool,
    title: String,
    scales: BTreeMap<String, [String; 5]>,
    missing: super::file::Missing,
    components: BTreeMap<String, Heading>,
    items: BTreeMap<String, Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Heading {
    title: String,
    stem: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    text: String,
    #[serde(default)]
    plain: Option<String>,
}

impl Instrument {
    /// The same instrument in the words of a translation's file.
    pub fn translate(mut self, json: &[u8]) -> Result<Self, TranslationError> {
        let mut file: File = serde_json::from_slice(json)?;
        if file.format != "draagkracht-translation" || file.version != 1 {
            return Err(TranslationError::Version(file.format, file.version));
        }
        if file.instrument != self.reference.id {
            return Err(TranslationError::Other(file.instrument, self.reference.id));
        }
        for component in &mut self.components {
            let missing = |kind: &str| {
                TranslationError::Missing(format!("{kind} of component \"{}\"", component.id))
            };
            let heading = file.components.remove(&component.id);
            let heading = heading.ok_or_else(|| missing("the title"))?;
            let options = file.scales.get(&component.scale);
            component.options = options.ok_or_else(|| missing("the scale"))?.clone();
            component.title = heading.title;
            component.stem = heading.stem;
        }
        for item in &mut self.items {
            let words = file.items.remove(item.id.as_str());
            let words = words.filter(|words| words.plain.is_some() == item.plain.is_some());
            let words =
                words.ok_or_else(|| TranslationError::Missing(format!("item \"{}\"", item.id)))?;
            item.text = words.text;
            item.plain = words.plain;
        }
        if let Some(id) = file.components.keys().chain(file.items.keys()).next() {
            return Err(TranslationError::Unknown(format!("\"{id}\"")));
        }
        self.title = file.title;
        self.dont_know = file.missing.dont_know;
        self.wont_say = file.missing.wont_say;
        self.language.clone_from(&file.language);
        self.reference.translation = Some(TranslationRef {
            language: file.language,
            hash: hex(&Sha256::digest(json)),
            validated: file.validated,
        });
        Ok(self)
    }
}
