//! What the checks say, in another language. Only what people read: the words that are looked for stay
//! those of the language that plans are written in.

use super::Checks;
use crate::header::Header;
use serde::Deserialize;
use std::collections::BTreeMap;

const FORMAT: &str = "draagkracht-plan-checks-translation";
const ENGLISH: &str = include_str!("../../../plan/checks.v1.en.json");

/// What is wrong with a translation of the checks.
#[derive(Debug, thiserror::Error)]
pub enum ChecksTranslationError {
    /// Not JSON, or not of the form.
    #[error("the translation cannot be read: {0}")]
    Form(#[from] serde_json::Error),
    /// Another kind of file, or another version.
    #[error("the file is \"{0}\" version {1}, not \"{FORMAT}\" version 1")]
    Version(String, u32),
    /// Made for other checks.
    #[error("the translation is for \"{0}\", not for \"{1}\"")]
    Other(String, String),
    /// A check has no words in it, or empty ones.
    #[error("the translation has no words for check \"{0}\"")]
    Missing(String),
    /// It has words for a check that is not there.
    #[error("the translation has words for \"{0}\", which is no check")]
    Unknown(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[expect(dead_code, reason = "read by Header")]
    format: String,
    #[expect(dead_code, reason = "read by Header")]
    version: u32,
    checks: String,
    language: String,
    words: BTreeMap<String, Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    question: String,
    finding: String,
}

impl Checks {
    /// The same checks in the words of a translation's file.
    pub fn translate(mut self, json: &[u8]) -> Result<Self, ChecksTranslationError> {
        let header: Header = serde_json::from_slice(json)?;
        if header.format != FORMAT || header.version != 1 {
            return Err(ChecksTranslationError::Version(header.format, header.version));
        }
        let mut file: File = serde_json::from_slice(json)?;
        if file.checks != self.id {
            return Err(ChecksTranslationError::Other(file.checks, self.id));
        }
        for check in &mut self.checks {
            let written = |words: &Words| {
                !words.question.trim().is_empty() && !words.finding.trim().is_empty()
            };
            let words = file.words.remove(&check.id).filter(written);
            let words = words.ok_or_else(|| ChecksTranslationError::Missing(check.id.clone()))?;
            (check.question, check.finding) = (words.question, words.finding);
        }
        if let Some((unknown, _)) = file.words.pop_first() {
            return Err(ChecksTranslationError::Unknown(unknown));
        }
        self.language = file.language;
        Ok(self)
    }

    /// The checks in the words of a language of this release; in their own where there is no translation.
    pub fn in_language(self, language: &str) -> Result<Self, ChecksTranslationError> {
        if language == "en" { self.translate(ENGLISH.as_bytes()) } else { Ok(self) }
    }
}
