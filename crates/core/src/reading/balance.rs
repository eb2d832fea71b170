//! Capacity and burden, side by side. The report gives no formula for the balance between them, so
//! there is none here.

use super::{
    Answered, Source,
    domains::{self, Domain},
    place::{Place, Placement},
};
use crate::{
    instrument::ItemId,
    report::{Report, Severe},
};
use serde::Serialize;
use std::cmp::Reverse;

/// What one rater sees on both sides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Balance {
    /// Which response it was read from.
    pub source: Source,
    /// What can be brought to bear.
    pub capacity: Capacity,
    /// What is met.
    pub burden: Burden,
}

/// The side of capacity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Capacity {
    /// The type and the components, by the norm in use.
    pub placement: Placement,
    /// The topics of conversation.
    pub topics: Vec<Place>,
    /// The items agreed with, highest first, then in order.
    pub strengths: Vec<ItemId>,
}

/// The side of burden.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Burden {
    /// The life domains, heaviest first, then in order; those without a value last.
    pub domains: Vec<Domain>,
    /// How many are severe.
    pub severe: Severe,
}

impl Balance {
    /// Reads a response.
    pub fn of(answered: &Answered<'_>) -> Self {
        let strength_from = answered.assumptions.strength_from.value;
        let norm = answered.norm();
        let report = Report::with(answered.instrument, norm, answered.response, strength_from);
        let mut domains = answered.domains();
        domains.sort_by_key(|domain| Reverse(domain.level.value().ok()));
        Self {
            source: answered.source(),
            capacity: Capacity {
                placement: answered.placed(),
                topics: answered.topics(),
                strengths: report.strengths,
            },
            burden: Burden { severe: domains::severe(&domains), domains },
        }
    }
}
