//! The gentle checks of a plan: rules as data (`crates/core/plan/checks.v1.json`), each with the
//! report's finding behind it. They ask; none of them stops anyone, and each can be set aside.

mod evaluate;
mod load;
mod translation;
mod words;

pub use evaluate::Finding;
pub use load::ChecksError;
pub use translation::ChecksTranslationError;

use super::{Actor, InterventionType};
use crate::instrument::Topic;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use words::{Phrase, SameWord, Signs};

/// Every check, and the words that they look for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checks {
    format: String,
    version: u32,
    /// Such as `plan_checks.v1`.
    pub id: String,
    /// The language of the words, as in the `lang` attribute of HTML.
    pub language: String,
    /// Where the findings come from.
    pub source: String,
    /// The checks, in the order in which they are shown.
    pub checks: Vec<Check>,
    /// When two words count as one.
    same_word: SameWord,
    /// Words that say little by themselves: they are not compared.
    small_words: SmallWords,
    /// Who a goal is about, and other beginnings: skipped before a sign "at the start" is sought.
    skipped_at_the_start: Phrases,
    /// What a text reads as, such as `activity`, and by which signs.
    readings: BTreeMap<String, Signs>,
}

/// One check.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// Such as `goal_repeats_request`; kept where a remark is set aside.
    pub id: String,
    /// When it speaks.
    pub when: When,
    /// What it asks the writer; ours, in plain words.
    pub question: String,
    /// What the report found.
    pub finding: String,
    /// Where the report says so.
    pub source: String,
}

/// When a check speaks.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub enum When {
    /// A sentence of a goal has hardly a word that the request has not.
    GoalRepeatsRequest {
        /// How many of every hundred of its words the request must have, 1 to 100.
        percent: u8,
    },
    /// A goal reads as something else than a goal: a name in the file's `readings`.
    GoalReadsAs(String),
    /// An intervention is for no goal.
    InterventionWithoutGoal,
    /// Nothing is done for a goal.
    GoalWithoutIntervention,
    /// No intervention is aimed at a life domain that is severe.
    SevereDomainWithoutIntervention,
    /// A component is weak, the resident wishes to work on it, and nothing is done.
    WeakWithoutIntervention {
        /// The component, such as `competences`.
        component: String,
        /// What the resident wishes to work on.
        topic: Topic,
        /// The types of intervention that would do.
        types: BTreeSet<InterventionType>,
    },
    /// What is acute does not come first: no intervention of these types is aimed at it before any
    /// that is aimed at nothing acute.
    AcuteNotFirst {
        /// The types of intervention that would do.
        types: BTreeSet<InterventionType>,
    },
    /// There are interventions of these types, and no others.
    NothingBut {
        /// The types.
        types: BTreeSet<InterventionType>,
    },
    /// In no intervention does anyone take part beside this actor. Silent when the network does harm.
    NobodyTakesPartBeside(Actor),
    /// No goal has a word of the request or the wish.
    NoOwnWords,
    /// An agreement does not say by which day.
    AgreementWithoutDate,
}

/// Words that are left out of a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct SmallWords {
    words: BTreeSet<String>,
    reason: String,
}

/// A list of phrases, and why it is there.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Phrases {
    phrases: Vec<Phrase>,
    reason: String,
}

impl Checks {
    /// The check with this id.
    pub fn check(&self, id: &str) -> Option<&Check> {
        self.checks.iter().find(|check| check.id == id)
    }
}
