//! The words of a list in another language. Only words: what is asked stays as it is in the list.

use super::{Choice, Form, Kind};
use crate::{binary::hex, header::Header, instrument::TranslationRef};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

const FORMAT: &str = "draagkracht-form-translation";

/// What is wrong with a translation of a list.
#[derive(Debug, thiserror::Error)]
pub enum FormTranslationError {
    /// Not JSON, or not of the form.
    #[error("the translation cannot be read: {0}")]
    Read(#[from] serde_json::Error),
    /// Another kind of file, or another version.
    #[error("the file is \"{0}\" version {1}, not \"{FORMAT}\" version 1")]
    Version(String, u32),
    /// Made for another list.
    #[error("the translation is for \"{0}\", not for \"{1}\"")]
    Other(String, String),
    /// Something of the list has no words in it, or empty ones.
    #[error("the translation has no words for {0}")]
    Missing(String),
    /// It has words for something that the list has not.
    #[error("the translation has words for {0}, which the list has not")]
    Unknown(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[expect(dead_code, reason = "read by Header")]
    format: String,
    #[expect(dead_code, reason = "read by Header")]
    version: u32,
    form: String,
    language: String,
    validated: bool,
    /// By their place: `title`, `goals.title`, `goals.stem`, `goals.row.1`, `goals.words`,
    /// `goals.reached.partly`, `influence.professional.0`.
    words: BTreeMap<String, String>,
}

/// The words that are left, taken one by one.
struct Words(BTreeMap<String, String>);

impl Words {
    fn take(&mut self, place: &str) -> Result<String, FormTranslationError> {
        let words = self.0.remove(place).filter(|words| !words.trim().is_empty());
        words.ok_or_else(|| FormTranslationError::Missing(format!("\"{place}\"")))
    }

    fn choices(&mut self, at: &str, choices: &mut [Choice]) -> Result<(), FormTranslationError> {
        for choice in choices {
            choice.text = self.take(&format!("{at}.{}", choice.id))?;
        }
        Ok(())
    }

    fn kind(&mut self, at: &str, kind: &mut Kind) -> Result<(), FormTranslationError> {
        match kind {
            Kind::Text | Kind::YesNo => Ok(()),
            Kind::One(options) | Kind::Several(options) => self.choices(at, options),
            Kind::Scale { labels, .. } => {
                for (number, label) in labels.iter_mut().enumerate() {
                    *label = self.take(&format!("{at}.{number}"))?;
                }
                Ok(())
            }
        }
    }
}

impl Form {
    /// The same list in the words of a translation's file.
    pub fn translate(mut self, json: &[u8]) -> Result<Self, FormTranslationError> {
        let header: Header = serde_json::from_slice(json)?;
        if header.format != FORMAT || header.version != 1 {
            return Err(FormTranslationError::Version(header.format, header.version));
        }
        let file: File = serde_json::from_slice(json)?;
        if file.form != self.reference.id {
            return Err(FormTranslationError::Other(file.form, self.reference.id));
        }
        let mut words = Words(file.words);
        self.title = words.take("title")?;
        self.dont_know = words.take("dont_know")?;
        self.wont_say = words.take("wont_say")?;
        for (at, section) in self.sections.iter_mut().enumerate() {
            let id = section.id.clone();
            section.title = words.take(&format!("{id}.title"))?;
            if section.stem.is_some() {
                section.stem = Some(words.take(&format!("{id}.stem"))?);
            }
            words.choices(&format!("{id}.row"), &mut section.rows)?;
            // A question that is asked of several rows has its words once.
            let mut of_row = BTreeMap::new();
            for field in self.fields.iter_mut().filter(|field| field.section == at) {
                let name = field.id.as_str().rsplit('.').next().unwrap_or_default().to_owned();
                let place = format!("{id}.{name}");
                if let Some((text, kind)) = of_row.get(&name) {
                    (field.text, field.kind) = (String::clone(text), Kind::clone(kind));
                    continue;
                }
                field.text = words.take(&place)?;
                words.kind(&place, &mut field.kind)?;
                of_row.insert(name, (field.text.clone(), field.kind.clone()));
            }
        }
        if let Some((place, _)) = words.0.pop_first() {
            return Err(FormTranslationError::Unknown(format!("\"{place}\"")));
        }
        self.language.clone_from(&file.language);
        self.reference.translation = Some(TranslationRef {
            language: file.language,
            hash: hex(&Sha256::digest(json)),
            validated: file.validated,
        });
        Ok(self)
    }
}
