//! The lists that come with the program. A published file never changes: a test pins each hash.

use super::{Form, FormError};
use crate::{binary::hex, instrument::TranslationRef};
use sha2::{Digest, Sha256};

/// A list's file.
#[derive(Debug, Clone, Copy)]
pub struct BuiltInForm {
    /// Such as `case.v1`.
    pub id: &'static str,
    /// The file.
    pub json: &'static str,
    /// Its translations: language and file.
    pub translations: &'static [(&'static str, &'static str)],
}

/// Every list of this release.
pub const BUILT_IN: [BuiltInForm; 2] = [
    BuiltInForm {
        id: "case.v1",
        json: include_str!("../../instruments/case.v1.json"),
        translations: &[("en", include_str!("../../instruments/case.v1.en.json"))],
    },
    BuiltInForm {
        id: "conditions.v1",
        json: include_str!("../../instruments/conditions.v1.json"),
        translations: &[("en", include_str!("../../instruments/conditions.v1.en.json"))],
    },
];

/// Whether these are the words of a translation of this release.
pub(super) fn is_published(id: &str, words: &TranslationRef) -> bool {
    let built_in = BUILT_IN.iter().find(|built_in| built_in.id == id);
    let mut translations = built_in.into_iter().flat_map(|built_in| built_in.translations);
    translations.any(|(language, json)| {
        *language == words.language && hex(&Sha256::digest(json)) == words.hash
    })
}

impl Form {
    /// The list of this release with this id, or `None` when there is none.
    pub fn built_in(id: &str) -> Option<Result<Self, FormError>> {
        BUILT_IN.iter().find(|built_in| built_in.id == id).map(|b| Self::load(b.json.as_bytes()))
    }

    /// The same in a language of this release, or in its own where there is no translation; `None` when
    /// there is no such list or a file of it is wrong, which a test of each holds it is not.
    pub fn in_language(id: &str, language: &str) -> Option<Self> {
        let built_in = BUILT_IN.iter().find(|built_in| built_in.id == id)?;
        let form = Self::load(built_in.json.as_bytes()).ok()?;
        match built_in.translations.iter().find(|(other, _)| *other == language) {
            Some((_, json)) => form.translate(json.as_bytes()).ok(),
            None => Some(form),
        }
    }
}
