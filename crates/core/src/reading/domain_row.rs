//! Life domains as both raters see them, and what two answers to the same one come to.

use super::{
    Sides,
    domains::{self, Absence, Domain, Level},
};
use crate::{answer::Likert, instrument::ItemId, person::Rater};
use serde::Serialize;
use std::cmp::Reverse;

/// One life domain as both raters see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DomainRow {
    /// Such as `burden.finances`.
    pub item: ItemId,
    /// To be shown with care.
    pub sensitive: bool,
    /// What each said.
    pub levels: Sides<Level>,
    /// What the two come to.
    pub view: DomainView,
}

/// What kind of row it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DomainView {
    /// The answers are the same, or too near one another to call them different.
    Agree {
        /// Points between them, 0 or more.
        by: u8,
    },
    /// They are not.
    Differ {
        /// Points between them, at most 4.
        by: u8,
        /// Who sees more of a problem.
        heavier: Rater,
    },
    /// Only one of the two gave a value.
    OneMissing {
        /// Who did not.
        who: Rater,
        /// Why.
        why: Absence,
    },
    /// Neither did.
    BothMissing(Sides<Absence>),
}

/// How many life domains are seen how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Seen the same, or nearly.
    pub agree: usize,
    /// Seen differently.
    pub differ: usize,
    /// Without a value from one or both.
    pub missing: usize,
}

/// Puts the domains of both raters beside one another: the largest difference first, then the
/// heaviest, then in the order of the list; those that miss a value last.
pub fn rows(said: &Sides<Vec<Domain>>, apart_from: u8) -> Vec<DomainRow> {
    let both = || said.resident.iter().chain(&said.professional);
    let row = |item: &ItemId| {
        let levels = said.map(|side| domains::level(side, item));
        let sensitive = both().any(|domain| domain.item == *item && domain.sensitive);
        let view = DomainView::of(levels, apart_from);
        DomainRow { item: item.clone(), sensitive, levels, view }
    };
    let mut rows: Vec<_> = domains::items(both()).into_iter().map(row).collect();
    rows.sort_by_key(|row| Reverse(row.weight()));
    rows
}

impl DomainRow {
    /// What comes first: a difference, then a value at all, then how heavy it is.
    fn weight(&self) -> (Option<u8>, Option<Likert>) {
        let values = self.levels.map(|level| level.value().ok());
        (self.view.difference(), values.resident.max(values.professional))
    }
}

impl DomainView {
    fn of(levels: Sides<Level>, apart_from: u8) -> Self {
        use Rater::{Professional, Resident};
        match (levels.resident.value(), levels.professional.value()) {
            (Ok(resident), Ok(professional)) => {
                let by = resident.value().abs_diff(professional.value());
                let heavier = if resident > professional { Resident } else { Professional };
                if by < apart_from { Self::Agree { by } } else { Self::Differ { by, heavier } }
            }
            (Err(why), Ok(_)) => Self::OneMissing { who: Resident, why },
            (Ok(_), Err(why)) => Self::OneMissing { who: Professional, why },
            (Err(resident), Err(professional)) => {
                Self::BothMissing(Sides { resident, professional })
            }
        }
    }

    /// Points between two answers that differ; none where they do not, or one is missing.
    pub fn differs_by(self) -> Option<u8> {
        match self {
            Self::Differ { by, .. } => Some(by),
            _ => None,
        }
    }

    /// Points between the two answers; none when one is missing.
    pub fn difference(self) -> Option<u8> {
        match self {
            Self::Agree { by } | Self::Differ { by, .. } => Some(by),
            Self::OneMissing { .. } | Self::BothMissing(_) => None,
        }
    }
}

impl Tally {
    /// Counts them.
    pub(super) fn of(rows: &[DomainRow]) -> Self {
        let count = |is: fn(&DomainView) -> bool| rows.iter().filter(|row| is(&row.view)).count();
        Self {
            agree: count(|view| matches!(view, DomainView::Agree { .. })),
            differ: count(|view| matches!(view, DomainView::Differ { .. })),
            missing: count(|view| view.difference().is_none()),
        }
    }
}
