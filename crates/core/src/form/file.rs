//! The form of a list's file; unknown fields are refused.

use super::{Choice, Kind, Subject, Wording};
use crate::person::Rater;
use serde::Deserialize;

/// The format that a file must name.
pub(super) const FORMAT: &str = "draagkracht-form";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FormFile {
    #[expect(dead_code, reason = "read by Header")]
    format: String,
    #[expect(dead_code, reason = "read by Header")]
    version: u32,
    pub id: String,
    pub rater: Rater,
    pub subject: Subject,
    pub language: String,
    pub title: String,
    pub source: String,
    pub missing: Missing,
    pub sections: Vec<Section>,
    pub assumptions: Vec<Assumption>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Missing {
    pub dont_know: String,
    pub wont_say: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Section {
    pub id: String,
    pub title: String,
    #[serde(default)]
    pub stem: Option<String>,
    pub source: String,
    #[serde(default)]
    pub rows: Vec<Choice>,
    #[serde(default)]
    pub mean_needs: Option<u8>,
    pub fields: Vec<Field>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Field {
    pub id: String,
    pub text: String,
    pub wording: Wording,
    pub kind: Kind,
    /// Another field of the same section, before this one.
    #[serde(default)]
    pub only_if: Option<String>,
    #[serde(default)]
    pub reversed: bool,
}

/// Something the source does not publish, what stands in its place, and why.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Assumption {
    pub about: String,
    pub text: String,
    pub reason: String,
}
