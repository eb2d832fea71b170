//! Both raters about one person at one moment, once both are complete: what they see the same and
//! what they see differently (sections 5 and 10 of the instruments' facts: table 5.4 by case).

use super::{
    Answered, Missing, Newest, Reading, Sides, Source, Subject,
    domain_row::{self, DomainRow, Tally},
    domains,
    place::Placement,
    place_row::{self, PlaceRow},
};
use crate::{
    person::{Moment, Rater},
    report::Severe,
    typology::CapacityType,
};
use serde::Serialize;

/// Both pictures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// Which responses they were read from.
    pub sources: Sides<Source>,
    /// The type by the instrument's norm, and after it by the organisation's own.
    pub types: Sides<Vec<Placement>>,
    /// The norm in use: the organisation's own where there is one. All that follows is by it.
    pub norms: Sides<String>,
    /// The two types beside one another.
    pub type_view: TypeView,
    /// Each component, each rater beside their own norm.
    pub components: Vec<PlaceRow>,
    /// The topics of conversation: competences, network, local provision.
    pub topics: Vec<PlaceRow>,
    /// The life domains: the largest difference first, then the heaviest, then in order; those
    /// that miss a value last.
    pub domains: Vec<DomainRow>,
    /// How many of them are of each kind.
    pub tally: Tally,
    /// How many are severe to each.
    pub severe: Sides<Severe>,
}

/// How two types relate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TypeView {
    /// The same type.
    Agree {
        /// Which.
        #[serde(rename = "type")]
        capacity_type: CapacityType,
    },
    /// Two types.
    Differ(Sides<CapacityType>),
    /// One of the two has no type, or neither.
    Missing(Sides<Option<CapacityType>>),
}

/// Why two pictures are not yet shown together: what is missing, of at least one of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Waiting(pub Sides<Option<Missing>>);

impl Comparison {
    /// Compares, or says what there is to wait for. Until then neither list is shown to the other.
    pub fn at<'a>(
        reading: &Reading<'a>,
        newest: &Newest<'a>,
        subject: &Subject,
        moment: Moment,
    ) -> Result<Self, Waiting> {
        let read = |rater| newest.read(reading, subject, rater, moment);
        match (read(Rater::Resident), read(Rater::Professional)) {
            (Ok(resident), Ok(professional)) => Ok(Self::of(&Sides { resident, professional })),
            (resident, professional) => {
                let (resident, professional) = (resident.err(), professional.err());
                Err(Waiting(Sides { resident, professional }))
            }
        }
    }

    fn of(both: &Sides<Answered<'_>>) -> Self {
        let apart_from = both.resident.assumptions.domain_difference.value;
        let said = both.map(Answered::domains);
        let domains = domain_row::rows(&said, apart_from);
        let in_use = both.map(Answered::placed);
        Self {
            sources: both.map(Answered::source),
            types: both.map(Answered::placements),
            norms: in_use.map(|placement| placement.norm.clone()),
            type_view: TypeView::of(in_use.map(|placement| placement.capacity_type)),
            components: place_row::rows(in_use.map(|placement| placement.components.clone())),
            topics: place_row::rows(both.map(Answered::topics)),
            tally: Tally::of(&domains),
            severe: said.map(|domains| domains::severe(domains)),
            domains,
        }
    }
}

impl TypeView {
    fn of(types: Sides<Option<CapacityType>>) -> Self {
        match (types.resident, types.professional) {
            (Some(resident), Some(professional)) if resident == professional => {
                Self::Agree { capacity_type: resident }
            }
            (Some(resident), Some(professional)) => Self::Differ(Sides { resident, professional }),
            (resident, professional) => Self::Missing(Sides { resident, professional }),
        }
    }
}
