//! From answers to scores: the mean of a component, the number of severe life domains.
//!
//! Missing never counts as zero: it makes a score rest on fewer items, and with too few there is
//! no score. Everything is exact; decimals are only how a score is shown.

use crate::{
    answer::{Likert, Recorded},
    decimal::Ratio,
    instrument::{Instrument, ItemId, Rule},
    norm::Norm,
    typology::{self, CapacityType},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the answers of one response come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Score {
    /// The norm that "relatively strong" was judged by, such as `study-t1`.
    pub norm: String,
    /// One score a component.
    pub components: BTreeMap<String, ComponentScore>,
    /// The type of capacity, 1 to 4; none when a component has no score.
    #[serde(rename = "type")]
    pub capacity_type: Option<CapacityType>,
}

/// The score of one component.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ComponentScore {
    /// A mean of answers, 1 to 5.
    Mean {
        /// The sum of the answered values.
        sum: u16,
        /// How many items were answered with a value.
        answered: u8,
        /// How many items the component has.
        items: u8,
        /// Whether enough were answered to speak of a score.
        scored: bool,
    },
    /// A number of items at or above a point, such as severe life domains.
    Count {
        /// How many of the answered items are.
        count: u8,
        /// How many items were answered with a value.
        answered: u8,
        /// How many items the component has.
        items: u8,
        /// Whether enough were answered to speak of a score; if not, it is "at least" `count`.
        scored: bool,
    },
}

impl Score {
    /// Scores the answers to an instrument; an item without an entry was not asked.
    pub fn of(instrument: &Instrument, norm: &Norm, answers: &BTreeMap<ItemId, Recorded>) -> Self {
        // As in `Response::new`, without a sort.
        let mut components = BTreeMap::new();
        for component in instrument.components() {
            let values = instrument
                .items_of(component)
                .map(|item| answers.get(&item.id).and_then(|recorded| recorded.answer()?.value()));
            components.insert(component.id.clone(), ComponentScore::of(&component.rule, values));
        }
        let capacity_type = typology::capacity_type(&components, norm);
        Self { norm: norm.name.clone(), components, capacity_type }
    }
}

impl ComponentScore {
    /// The score of these answers to one component, or to a part of it, by this rule.
    pub(crate) fn of(rule: &Rule, values: impl Iterator<Item = Option<Likert>>) -> Self {
        let (mut sum, mut count, mut answered, mut items) = (0, 0, 0, 0);
        let from = match rule {
            Rule::Count { from, .. } => Some(*from),
            Rule::Mean { .. } => None,
        };
        for value in values {
            items += 1;
            if let Some(value) = value {
                answered += 1;
                sum += u16::from(value.value());
                count += u8::from(from.is_some_and(|from| value >= from));
            }
        }
        match rule {
            Rule::Mean { needed, .. } => {
                Self::Mean { sum, answered, items, scored: answered >= *needed }
            }
            Rule::Count { needed, .. } => {
                Self::Count { count, answered, items, scored: answered >= *needed }
            }
        }
    }

    /// The exact mean, or `None` for a count or when too few items were answered.
    pub fn mean(self) -> Option<Ratio> {
        match self {
            Self::Mean { sum, answered, scored: true, .. } => {
                Ratio::new(i32::from(sum), u32::from(answered))
            }
            _ => None,
        }
    }

    /// The count, or `None` for a mean or when too few items were answered.
    pub fn count(self) -> Option<u8> {
        match self {
            Self::Count { count, scored: true, .. } => Some(count),
            _ => None,
        }
    }

    /// How many items were answered with a value.
    pub fn answered(self) -> u8 {
        match self {
            Self::Mean { answered, .. } | Self::Count { answered, .. } => answered,
        }
    }
}
