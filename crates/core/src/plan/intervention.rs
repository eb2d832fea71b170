//! What is done for a goal, of which type, by whom, and what was agreed.

use super::GoalId;
use crate::{date::Date, free_text::FreeText, life_domain::LifeDomain};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// An intervention's number within its plan, from 1; used again as a goal's is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct InterventionId(pub u16);

/// Something that is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Intervention {
    /// Its number.
    pub id: InterventionId,
    /// The goals that it is for.
    pub goals: BTreeSet<GoalId>,
    /// Which of the six types.
    #[serde(rename = "type")]
    pub intervention_type: InterventionType,
    /// What is done, in words.
    pub words: FreeText,
    /// The life domains that it is aimed at.
    pub domains: BTreeSet<LifeDomain>,
    /// Who takes part.
    pub actors: BTreeSet<Actor>,
    /// Small, concrete steps.
    pub steps: Vec<Step>,
    /// Who does what, and when.
    pub agreements: Vec<Agreement>,
}

/// The six types of intervention (table 4.2), numbered as there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InterventionType {
    /// 1, reduce burden.
    ReduceBurden,
    /// 2, strengthen competences.
    StrengthenCompetences,
    /// 3, strengthen the network.
    StrengthenNetwork,
    /// 4, strengthen the competences to use one's network.
    NetworkCompetences,
    /// 5, strengthen the competences to use local provision.
    LocalProvisionCompetences,
    /// 6, strengthen trust in network and local provision.
    Trust,
}

impl InterventionType {
    /// Every type, in order.
    pub const ALL: [Self; 6] = [
        Self::ReduceBurden,
        Self::StrengthenCompetences,
        Self::StrengthenNetwork,
        Self::NetworkCompetences,
        Self::LocalProvisionCompetences,
        Self::Trust,
    ];

    /// As written in files, such as `reduce_burden`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ReduceBurden => "reduce_burden",
            Self::StrengthenCompetences => "strengthen_competences",
            Self::StrengthenNetwork => "strengthen_network",
            Self::NetworkCompetences => "network_competences",
            Self::LocalProvisionCompetences => "local_provision_competences",
            Self::Trust => "trust",
        }
    }
}

/// Who can take part: the four of the report (table 4.5), and the resident.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// The resident; not counted in the report's figures.
    Resident,
    /// The professional.
    Professional,
    /// The resident's own network.
    Network,
    /// Services open to everyone ("voorliggend veld").
    LocalProvision,
    /// Specialist care.
    SpecialistCare,
}

impl Actor {
    /// The four that the report counts, in its order.
    pub const REPORTED: [Self; 4] =
        [Self::Professional, Self::Network, Self::LocalProvision, Self::SpecialistCare];

    /// As written in files, such as `local_provision`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Resident => "resident",
            Self::Professional => "professional",
            Self::Network => "network",
            Self::LocalProvision => "local_provision",
            Self::SpecialistCare => "specialist_care",
        }
    }
}

/// A small step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What.
    pub words: FreeText,
    /// Whether it was taken.
    pub done: bool,
}

/// What was agreed on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// Who will do it.
    pub who: Actor,
    /// What.
    pub what: FreeText,
    /// By which day; none when it was not said.
    pub when: Option<Date>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_that_are_written() {
        for kind in InterventionType::ALL {
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.as_str());
        }
        for actor in Actor::REPORTED.into_iter().chain([Actor::Resident]) {
            assert_eq!(serde_json::to_value(actor).unwrap(), actor.as_str());
        }
    }
}
