//! The form of an instrument's file; unknown fields are refused.

use crate::{decimal::Decimal, norm::Norm, person::Rater};
use serde::Deserialize;

/// The format that [`InstrumentFile::format`] must name.
pub(super) const FORMAT: &str = "draagkracht-instrument";
/// The newest version of it that is understood.
pub(super) const VERSION: u32 = 1;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct InstrumentFile {
    #[expect(dead_code, reason = "read by Header")]
    format: String,
    #[expect(dead_code, reason = "read by Header")]
    version: u32,
    pub id: String,
    pub rater: Rater,
    pub language: String,
    pub title: String,
    pub source: String,
    pub scales: Vec<Scale>,
    pub missing: Missing,
    pub components: Vec<Component>,
    pub norm: Norm,
    pub assumptions: Vec<Assumption>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Scale {
    pub id: String,
    /// The words for the points 1 to 5.
    pub options: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Missing {
    pub dont_know: String,
    pub wont_say: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Component {
    pub id: String,
    pub title: String,
    pub stem: String,
    pub scale: String,
    pub score: Score,
    pub source: String,
    pub items: Vec<Item>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub(super) enum Score {
    Mean { needed: u8, clear_change: Decimal },
    Count { from: u8, needed: u8 },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Item {
    pub id: String,
    pub text: String,
    #[serde(default)]
    pub plain: Option<String>,
    #[serde(default)]
    pub topic: Option<super::Topic>,
    #[serde(default)]
    pub sensitive: bool,
}

/// Something the source does not publish, what stands in its place, and why.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Assumption {
    pub about: String,
    pub text: String,
    pub reason: String,
}
