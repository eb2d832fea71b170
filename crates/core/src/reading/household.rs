//! Members of a household beside one another, where more than one answered. Only for the
//! professional, and without what is sensitive: members may read along.

use super::{
    Answered, Newest, Reading, Source, Subject,
    domains::{self, Domain, Level},
    place::{Place, Placement},
};
use crate::{
    instrument::ItemId,
    person::{Moment, Rater},
    report::Severe,
};
use serde::Serialize;
use std::{cmp::Reverse, collections::BTreeSet};

/// What the members said at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Household {
    /// When.
    pub moment: Moment,
    /// Two or more members, in order.
    pub members: Vec<Member>,
    /// The life domains: the largest difference first, then the heaviest, then in order; those
    /// with fewer than two values last.
    pub domains: Vec<HouseholdRow>,
}

/// One member's own answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Member {
    /// Who.
    pub subject: Subject,
    /// Which response it was read from.
    pub source: Source,
    /// The type and the components, by the norm in use.
    pub placement: Placement,
    /// The topics of conversation.
    pub topics: Vec<Place>,
    /// How many of the domains that are shown are severe.
    pub severe: Severe,
}

/// One life domain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HouseholdRow {
    /// Such as `burden.finances`.
    pub item: ItemId,
    /// What each member said, in the order of the members.
    pub levels: Vec<Level>,
    /// What they come to.
    pub view: HouseholdView,
}

/// What kind of row it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum HouseholdView {
    /// The answers are the same, or too near one another to call them different.
    Agree {
        /// Points between the lightest and the heaviest.
        by: u8,
    },
    /// They are not.
    Differ {
        /// Points between the lightest and the heaviest, at most 4.
        by: u8,
    },
    /// Fewer than two gave a value.
    TooFew,
}

impl Household {
    /// The members' own lists at a moment, of the responses of one household. `None` for a
    /// resident, and when fewer than two members completed one.
    pub fn of<'a>(
        reading: &Reading<'a>,
        newest: &Newest<'a>,
        moment: Moment,
        reader: Rater,
    ) -> Option<Self> {
        if reader == Rater::Resident {
            return None;
        }
        let own = |subject| newest.read(reading, subject, Rater::Resident, moment).ok();
        let read = |subject| own(subject).map(|list| (subject, list.domains(), list));
        let mut lists: Vec<_> = newest.subjects().into_iter().filter_map(read).collect();
        let all = lists.iter().flat_map(|(_, domains, _)| domains);
        let hidden: BTreeSet<ItemId> =
            all.filter(|domain| domain.sensitive).map(|domain| domain.item.clone()).collect();
        for (_, domains, _) in &mut lists {
            domains.retain(|domain| !hidden.contains(&domain.item));
        }
        if lists.len() < 2 {
            return None;
        }
        let said: Vec<_> = lists.iter().map(|(_, domains, _)| domains.as_slice()).collect();
        let domains = rows(&said, reading.assumptions.domain_difference.value);
        let members =
            lists.iter().map(|(subject, domains, list)| Member::of(subject, list, domains));
        Some(Self { moment, members: members.collect(), domains })
    }
}

impl Member {
    fn of(subject: &Subject, list: &Answered<'_>, domains: &[Domain]) -> Self {
        Self {
            subject: subject.clone(),
            source: list.source(),
            placement: list.placed(),
            topics: list.topics(),
            severe: domains::severe(domains),
        }
    }
}

fn rows(said: &[&[Domain]], apart_from: u8) -> Vec<HouseholdRow> {
    let row = |item: &ItemId| {
        let levels: Vec<_> = said.iter().map(|domains| domains::level(domains, item)).collect();
        let view = HouseholdView::of(&levels, apart_from);
        HouseholdRow { item: item.clone(), levels, view }
    };
    let mut rows: Vec<_> =
        domains::items(said.iter().copied().flatten()).into_iter().map(row).collect();
    let weight = |row: &HouseholdRow| {
        (row.view.difference(), row.levels.iter().filter_map(|level| level.value().ok()).max())
    };
    rows.sort_by_key(|row| Reverse(weight(row)));
    rows
}

impl HouseholdView {
    fn of(levels: &[Level], apart_from: u8) -> Self {
        let values: Vec<u8> =
            levels.iter().filter_map(|level| Some(level.value().ok()?.value())).collect();
        match (values.iter().min(), values.iter().max()) {
            (Some(lightest), Some(heaviest)) if values.len() >= 2 => {
                let by = heaviest - lightest;
                if by < apart_from { Self::Agree { by } } else { Self::Differ { by } }
            }
            _ => Self::TooFew,
        }
    }

    /// Points between the lightest and the heaviest answer; none with fewer than two.
    pub fn difference(self) -> Option<u8> {
        match self {
            Self::Agree { by } | Self::Differ { by } => Some(by),
            Self::TooFew => None,
        }
    }
}
