//! The life domains: what was said of each.

use super::Answered;
use crate::{
    answer::{Answer, Likert, Recorded},
    instrument::{ItemId, Rule},
    report::Severe,
};
use serde::Serialize;

/// What one rater said of one life domain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Domain {
    /// Such as `burden.finances`.
    pub item: ItemId,
    /// To be shown with care.
    pub sensitive: bool,
    /// What was said.
    pub level: Level,
}

/// How heavy a life domain is to someone, 1 (no problem) to 5, or why that is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Level {
    /// The answer, or that it was not asked.
    pub answer: Recorded,
    /// Whether it counts as severe.
    pub severe: bool,
}

/// Why an answer has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Absence {
    /// "Weet ik niet".
    DontKnow,
    /// "Wil ik niet zeggen".
    WontSay,
    /// It was not asked, or not yet.
    NotAsked,
}

impl Level {
    /// What is not asked weighs nothing that is known.
    const NOT_ASKED: Self = Self { answer: Recorded::NotAsked, severe: false };

    /// The value, or why there is none.
    pub fn value(self) -> Result<Likert, Absence> {
        match self.answer {
            Recorded::Answered(Answer::Value(value)) => Ok(value),
            Recorded::Answered(Answer::DontKnow) => Err(Absence::DontKnow),
            Recorded::Answered(Answer::WontSay) => Err(Absence::WontSay),
            Recorded::NotAsked => Err(Absence::NotAsked),
        }
    }
}

impl Answered<'_> {
    /// Every life domain, in the order of the list.
    pub fn domains(&self) -> Vec<Domain> {
        let mut domains = Vec::new();
        for component in self.instrument.components() {
            let Rule::Count { from, .. } = component.rule else { continue };
            domains.extend(self.instrument.items_of(component).map(|item| {
                let answer = self.recorded(&item.id);
                let severe = answer.answer().and_then(Answer::value) >= Some(from);
                let level = Level { answer, severe };
                Domain { item: item.id.clone(), sensitive: item.sensitive, level }
            }));
        }
        domains
    }
}

/// How many of these domains are severe; "at least" when one of them has no value.
pub fn severe(domains: &[Domain]) -> Severe {
    // A component has at most 255 items.
    let count = domains.iter().filter(|domain| domain.level.severe).count();
    Severe {
        count: u8::try_from(count).unwrap_or(u8::MAX),
        at_least: domains.iter().any(|domain| domain.level.value().is_err()),
    }
}

/// What was said of an item.
pub(super) fn level(domains: &[Domain], item: &ItemId) -> Level {
    let found = domains.iter().find(|domain| domain.item == *item);
    found.map_or(Level::NOT_ASKED, |domain| domain.level)
}

/// The items of domains, each once, in the order in which they come.
pub(super) fn items<'a>(domains: impl IntoIterator<Item = &'a Domain>) -> Vec<&'a ItemId> {
    let mut items = Vec::new();
    for domain in domains {
        if !items.contains(&&domain.item) {
            items.push(&domain.item);
        }
    }
    items
}
