//! What changed between two lists of one rater about one person. It rests on the items answered in
//! both, asked in the same words; everything is an exact fraction.

use super::{
    Answered,
    domains::{self, Domain, Level},
};
use crate::{
    answer::{Answer, Likert},
    decimal::{Decimal, Ratio},
    instrument::{Component, Item, ItemId, Rule},
    person::Moment,
};
use serde::Serialize;
use std::cmp::Ordering;

/// From one moment to a later one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The earlier moment.
    pub from: Moment,
    /// The later moment.
    pub to: Moment,
    /// Every component of the later list, in order.
    pub components: Vec<ComponentChange>,
    /// Every life domain of the later list, in order.
    pub domains: Vec<DomainChange>,
}

/// What became of a component.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ComponentChange {
    /// Such as `competences`, or `burden` for the number of severe domains.
    pub component: String,
    /// What the two come to.
    pub outcome: Outcome,
}

/// Two scores on the same items.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The sums of two means, of which `before / items` and `after / items` are compared: the
    /// course is clear from the instrument's `clear_change` on, else about the same.
    Mean {
        /// Answered at both moments.
        items: u8,
        /// Their sum then.
        before: u16,
        /// Their sum now.
        after: u16,
        /// Which way.
        course: Course,
    },
    /// The numbers of severe domains, compared exactly. Fewer is better.
    Count {
        /// Answered at both moments.
        items: u8,
        /// How many were severe.
        before: u8,
        /// How many are.
        after: u8,
        /// Which way.
        course: Course,
    },
    /// Too few items were answered at both moments to compare.
    TooFew {
        /// Answered at both moments.
        items: u8,
        /// As many as a score needs.
        needed: u8,
    },
}

/// Which way a number went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Course {
    /// Lower; of a mean or a domain, clearly so.
    Lower,
    /// The same; of a mean or a domain, about so.
    Same,
    /// Higher; of a mean or a domain, clearly so.
    Higher,
}

/// What became of a life domain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DomainChange {
    /// Such as `burden.finances`.
    pub item: ItemId,
    /// To be shown with care.
    pub sensitive: bool,
    /// How heavy it was.
    pub before: Level,
    /// How heavy it is.
    pub after: Level,
    /// Which way; none when a value is missing at one of the moments, or the question was another.
    pub course: Option<Course>,
}

/// What changed from one list to another.
pub fn between(before: (Moment, &Answered<'_>), after: (Moment, &Answered<'_>)) -> Change {
    let pair = Pair { before: before.1, after: after.1 };
    let components = after.1.instrument.components().iter();
    Change {
        from: before.0,
        to: after.0,
        components: components.map(|component| pair.component(component)).collect(),
        domains: pair.domains(),
    }
}

struct Pair<'a, 'b> {
    before: &'a Answered<'b>,
    after: &'a Answered<'b>,
}

impl Pair<'_, '_> {
    /// The values at both moments, when both are there and the question was the same.
    fn values(&self, item: &Item) -> Option<[Likert; 2]> {
        let value = |list: &Answered<'_>| list.recorded(&item.id).answer().and_then(Answer::value);
        let values = [value(self.before)?, value(self.after)?];
        self.after.asks_the_same(self.before, item).then_some(values)
    }

    fn component(&self, component: &Component) -> ComponentChange {
        let both = self.after.instrument.items_of(component).filter_map(|item| self.values(item));
        let both: Vec<_> = both.collect();
        // A component has at most 255 items.
        let items = u8::try_from(both.len()).unwrap_or(u8::MAX);
        let enough = |needed: u8| items >= needed;
        let outcome = match &component.rule {
            Rule::Mean { needed, clear_change } if enough(*needed) => {
                let sum = |at: usize| both.iter().map(|v| u16::from(v[at].value())).sum();
                let [before, after] = [sum(0), sum(1)];
                let course = Course::of(&before, &after, apart(before, after, items, clear_change));
                Outcome::Mean { items, before, after, course }
            }
            Rule::Count { from, needed } if enough(*needed) => {
                let count = |at: usize| both.iter().map(|v| u8::from(v[at] >= *from)).sum();
                let [before, after] = [count(0), count(1)];
                let course = Course::of(&before, &after, true);
                Outcome::Count { items, before, after, course }
            }
            Rule::Mean { needed, .. } | Rule::Count { needed, .. } => {
                Outcome::TooFew { items, needed: *needed }
            }
        };
        ComponentChange { component: component.id.clone(), outcome }
    }

    fn domains(&self) -> Vec<DomainChange> {
        let clear = self.after.assumptions.domain_difference.value;
        let before = self.before.domains();
        let change = |domain: Domain| {
            let values = self.after.instrument.item(domain.item.as_str());
            let values = values.and_then(|(_, item)| self.values(item));
            DomainChange {
                before: domains::level(&before, &domain.item),
                after: domain.level,
                sensitive: domain.sensitive,
                item: domain.item,
                course: values.map(|[before, after]| {
                    let points = before.value().abs_diff(after.value());
                    Course::of(&before, &after, points >= clear)
                }),
            }
        };
        self.after.domains().into_iter().map(change).collect()
    }
}

impl Course {
    fn of<T: Ord>(before: &T, after: &T, is_clear: bool) -> Self {
        match after.cmp(before) {
            Ordering::Less if is_clear => Self::Lower,
            Ordering::Greater if is_clear => Self::Higher,
            _ => Self::Same,
        }
    }
}

/// Whether two means over so many items are so far apart, exactly.
fn apart(before: u16, after: u16, items: u8, from: &Decimal) -> bool {
    let mean = |sum: u16| Ratio::new(sum.into(), items.into());
    let difference = mean(before).zip(mean(after)).map(|(before, after)| before.distance(after));
    difference >= Some(from.ratio())
}
