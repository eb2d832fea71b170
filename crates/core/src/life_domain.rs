//! The eight life domains ("leefgebieden") that burden is asked about.

use crate::instrument::ItemId;
use serde::{Deserialize, Serialize};

/// A life domain, in the order in which both lists ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LifeDomain {
    /// Money, debts included.
    Finances,
    /// How the day is spent.
    Daytime,
    /// Housing or shelter.
    Housing,
    /// Safety, violence at home included.
    Safety,
    /// Physical health.
    PhysicalHealth,
    /// Mental health.
    MentalHealth,
    /// Bringing up children.
    Parenting,
    /// Education and training.
    Education,
}

impl LifeDomain {
    /// Every domain, in order.
    pub const ALL: [Self; 8] = [
        Self::Finances,
        Self::Daytime,
        Self::Housing,
        Self::Safety,
        Self::PhysicalHealth,
        Self::MentalHealth,
        Self::Parenting,
        Self::Education,
    ];

    /// As written in files, such as `physical_health`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Finances => "finances",
            Self::Daytime => "daytime",
            Self::Housing => "housing",
            Self::Safety => "safety",
            Self::PhysicalHealth => "physical_health",
            Self::MentalHealth => "mental_health",
            Self::Parenting => "parenting",
            Self::Education => "education",
        }
    }

    /// The domain that an item such as `burden.finances` asks about; `None` for any other item.
    pub fn of_item(item: &ItemId) -> Option<Self> {
        let name = item.as_str().strip_prefix("burden.")?;
        Self::ALL.into_iter().find(|domain| domain.as_str() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::instrument::{BUILT_IN, Instrument};

    #[test]
    fn both_lists_ask_about_exactly_these_in_this_order() {
        for built_in in BUILT_IN {
            let instrument = Instrument::load(built_in.json.as_bytes()).unwrap();
            let asked = instrument.items().iter().filter_map(|item| LifeDomain::of_item(&item.id));
            assert_eq!(asked.collect::<Vec<_>>(), LifeDomain::ALL);
        }
    }

    #[test]
    fn a_domain_is_written_as_its_item_is_called() {
        for domain in LifeDomain::ALL {
            assert_eq!(serde_json::to_value(domain).unwrap(), domain.as_str());
        }
    }
}
