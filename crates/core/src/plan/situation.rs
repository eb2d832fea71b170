//! What weighs and what carries, as the lists say it: what the checks need to know of them.

use crate::{life_domain::LifeDomain, report::Report};
use std::collections::BTreeSet;

/// What the lists say, of both raters together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Situation {
    /// The life domains that are severe in anyone's eyes.
    pub severe: BTreeSet<LifeDomain>,
    /// The components of capacity, such as `competences`, that are relatively weak in anyone's eyes.
    pub weak: BTreeSet<String>,
}

impl Situation {
    /// Of the reports of the lists that a plan rests on. What one of the two sees counts: a remark
    /// too many is set aside in a moment.
    pub fn of(reports: &[&Report]) -> Self {
        let severe = reports.iter().flat_map(|report| &report.burden);
        let severe = severe.filter(|domain| domain.severe);
        let weak = reports.iter().flat_map(|report| &report.capacity);
        let weak = weak.filter(|component| component.standing.is_some_and(|s| !s.strong));
        Self {
            severe: severe.filter_map(|domain| LifeDomain::of_item(&domain.item)).collect(),
            weak: weak.map(|component| component.component.clone()).collect(),
        }
    }
}
