//! How often something is so over many cases.

use super::{
    Sides,
    caseload::{CaseLine, Seen},
    domain_row::{DomainRow, DomainView},
    domains::{self, Domain},
};
use crate::{instrument::ItemId, person::Rater, typology::CapacityType};
use serde::Serialize;
use std::cmp::Reverse;

/// How many cases are of a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct TypeCount {
    /// Which; none for a picture without a type.
    #[serde(rename = "type")]
    pub capacity_type: Option<CapacityType>,
    /// By each rater's judgement, of the pictures that are shown.
    pub cases: Sides<usize>,
}

/// A life domain over the cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DomainCount {
    /// Such as `burden.finances`.
    pub item: ItemId,
    /// To be shown with care.
    pub sensitive: bool,
    /// In how many of the pictures that are shown it is severe.
    pub severe: Sides<usize>,
    /// In how many of them it has a value.
    pub answered: Sides<usize>,
    /// In how many cases the two differ.
    pub differ: usize,
}

/// The four types in order, and then those without one.
pub(super) fn type_counts(cases: &[CaseLine]) -> Vec<TypeCount> {
    use CapacityType::{Competences, Double, SocialCapital, Weak};
    let count = |rater, wanted| {
        let shown = cases.iter().filter_map(|case| match case.pictures.of(rater) {
            Seen::Shown { placement, .. } => Some(placement.capacity_type),
            Seen::Waiting | Seen::Missing(_) => None,
        });
        shown.filter(|capacity_type| *capacity_type == wanted).count()
    };
    [Some(Weak), Some(SocialCapital), Some(Competences), Some(Double), None]
        .into_iter()
        .map(|wanted| TypeCount {
            capacity_type: wanted,
            cases: Sides {
                resident: count(Rater::Resident, wanted),
                professional: count(Rater::Professional, wanted),
            },
        })
        .collect()
}

/// Every domain that was asked about: the one most often severe to the professional first, then in
/// the order of the lists.
pub(super) fn domain_counts(cases: &[(&Sides<Vec<Domain>>, &[DomainRow])]) -> Vec<DomainCount> {
    let said = cases.iter().flat_map(|(said, _)| said.professional.iter().chain(&said.resident));
    let rows = || cases.iter().flat_map(|(_, rows)| *rows);
    let count = |item: &ItemId, is: &dyn Fn(&DomainRow) -> bool| {
        rows().filter(|row| row.item == *item && is(row)).count()
    };
    let sides = |item: &ItemId, is: &dyn Fn(&DomainRow, Rater) -> bool| Sides {
        resident: count(item, &|row| is(row, Rater::Resident)),
        professional: count(item, &|row| is(row, Rater::Professional)),
    };
    let of_item = |item: &ItemId| DomainCount {
        item: item.clone(),
        sensitive: count(item, &|row| row.sensitive) > 0,
        severe: sides(item, &|row, rater| row.levels.of(rater).severe),
        answered: sides(item, &|row, rater| row.levels.of(rater).value().is_ok()),
        differ: count(item, &|row| matches!(row.view, DomainView::Differ { .. })),
    };
    let mut counts: Vec<_> = domains::items(said).into_iter().map(of_item).collect();
    counts.sort_by_key(|domain| Reverse(domain.severe.professional));
    counts
}
