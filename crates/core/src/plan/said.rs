//! What was asked and said before there are goals, by whom and when.

use crate::{
    free_text::FreeText,
    instrument::Topic,
    person::{Moment, Rater},
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// When something was said: one of the three moments, or later, as following can go on after T3.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Occasion {
    /// The moment of the study; none between two of them and after the third.
    pub moment: Option<Moment>,
    /// When it was.
    pub at: Timestamp,
}

/// The question that it began with ("hulpvraag").
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// In the resident's own words.
    pub words: FreeText,
    /// Who asked.
    pub asked_by: Asker,
}

/// Who asked for help; it need not be the resident (meeting report, 2016).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asker {
    /// The resident.
    Resident,
    /// Husband, wife or partner.
    Partner,
    /// Father or mother.
    Parent,
    /// Son or daughter.
    Child,
    /// Someone else of the family.
    Family,
    /// A friend or someone they know.
    Friend,
    /// Someone who lives nearby.
    Neighbour,
    /// A professional or a volunteer.
    Professional,
    /// Someone else.
    Other,
}

/// What the resident wishes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wish {
    /// In the resident's own words.
    pub words: FreeText,
    /// Which sides of their capacity they wish to work on.
    pub topics: BTreeSet<Topic>,
}

/// What one of the two says about where they agree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct View {
    /// When it was asked.
    pub on: Occasion,
    /// Who said it.
    pub rater: Rater,
    /// What they agree on.
    pub agreed: FreeText,
    /// What stays open; that is allowed.
    pub open: FreeText,
}
