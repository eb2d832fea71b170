//! The words of an instrument in another language. Only words: what is asked and how it is
//! scored stay those of the instrument.

use super::Instrument;
use crate::binary::hex;
use crate::header::Header;
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
    /// A text that people see is empty.
    #[error("the translation has an empty text for {0}")]
    Empty(String),
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
    #[expect(dead_code, reason = "read by Header")]
    format: String,
    #[expect(dead_code, reason = "read by Header")]
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

impl File {
    /// The name of the first text that is empty.
    fn empty(&self) -> Option<String> {
        let top = [
            ("the language", &self.language),
            ("the title", &self.title),
            ("dont_know", &self.missing.dont_know),
            ("wont_say", &self.missing.wont_say),
        ];
        let top = top.into_iter().map(|(name, text)| (name.to_owned(), text));
        let scales = self.scales.iter().flat_map(|(id, options)| {
            options.iter().map(move |option| (format!("scale \"{id}\""), option))
        });
        let components = self.components.iter().flat_map(|(id, heading)| {
            [&heading.title, &heading.stem].map(|text| (format!("component \"{id}\""), text))
        });
        let items = self.items.iter().flat_map(|(id, words)| {
            let texts = std::iter::once(&words.text).chain(&words.plain);
            texts.map(move |text| (format!("item \"{id}\""), text))
        });
        let mut texts = top.chain(scales).chain(components).chain(items);
        texts.find(|(_, text)| text.trim().is_empty()).map(|(name, _)| name)
    }
}

impl Instrument {
    /// The same instrument in the words of a translation's file.
    pub fn translate(mut self, json: &[u8]) -> Result<Self, TranslationError> {
        let header: Header = serde_json::from_slice(json)?;
        if header.format != "draagkracht-translation" || header.version != 1 {
            return Err(TranslationError::Version(header.format, header.version));
        }
        let mut file: File = serde_json::from_slice(json)?;
        if let Some(name) = file.empty() {
            return Err(TranslationError::Empty(name));
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
            let name = format!("item \"{}\"", item.id);
            let words = file.items.remove(item.id.as_str());
            let words = words.ok_or_else(|| TranslationError::Missing(name.clone()))?;
            let explained = format!("the explanation of {name}");
            match (&item.plain, &words.plain) {
                (Some(_), None) => return Err(TranslationError::Missing(explained)),
                (None, Some(_)) => return Err(TranslationError::Unknown(explained)),
                _ => {}
            }
            item.text = words.text;
            item.plain = words.plain;
        }
        let used = |id: &&String| self.components.iter().any(|c| c.scale == **id);
        let scales = file.scales.keys().filter(|id| !used(id));
        if let Some(id) = file.components.keys().chain(file.items.keys()).chain(scales).next() {
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
