//! The four types of capacity (section 2.2.1): which of the two components is relatively strong.

use crate::{decimal::Ratio, norm::Norm, score::ComponentScore};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The two components of capacity, as instruments name them.
pub const COMPONENTS: [&str; 2] = ["competences", "social_capital"];

/// A type of capacity, written as its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum CapacityType {
    /// 1, "zwakke draagkracht": both relatively weak.
    Weak,
    /// 2, "enkelvoudig: sociaal kapitaal": only social capital relatively strong.
    SocialCapital,
    /// 3, "enkelvoudig: persoonlijke competenties": only competences relatively strong.
    Competences,
    /// 4, "dubbele draagkracht": both relatively strong.
    Double,
}

/// Within how many item's steps of its cut-off a mean is close. The reason is in
/// `assumptions/reading.v1.json`; a test holds the two together.
pub const CLOSE_STEPS: u8 = 1;

/// A mean beside its cut-off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// At or above the cut-off.
    pub strong: bool,
    /// At most one item's step from it, the step being one point divided by the answered items:
    /// about one answer one point away.
    pub close: bool,
}

impl Standing {
    /// Where a mean stands, close to within so many item's steps; `None` without a score.
    pub fn of(score: ComponentScore, cut_off: Ratio, steps: u8) -> Option<Self> {
        let mean = score.mean()?;
        let near = Ratio::new(steps.into(), score.answered().into())?;
        Some(Self { strong: mean >= cut_off, close: mean.distance(cut_off) <= near })
    }
}

/// Where a mean stands, or `None` without a score or a cut-off.
pub fn standing(component: &str, score: ComponentScore, norm: &Norm) -> Option<Standing> {
    Standing::of(score, norm.cut_offs.get(component)?.ratio(), CLOSE_STEPS)
}

/// The type, or `None` when either component has no score.
pub fn capacity_type(
    components: &BTreeMap<String, ComponentScore>,
    norm: &Norm,
) -> Option<CapacityType> {
    let strong = |component: &str| {
        standing(component, *components.get(component)?, norm).map(|standing| standing.strong)
    };
    let [competences, social_capital] = COMPONENTS.map(strong);
    Some(match (competences?, social_capital?) {
        (false, false) => CapacityType::Weak,
        (false, true) => CapacityType::SocialCapital,
        (true, false) => CapacityType::Competences,
        (true, true) => CapacityType::Double,
    })
}

impl From<CapacityType> for u8 {
    fn from(capacity_type: CapacityType) -> Self {
        match capacity_type {
            CapacityType::Weak => 1,
            CapacityType::SocialCapital => 2,
            CapacityType::Competences => 3,
            CapacityType::Double => 4,
        }
    }
}

impl TryFrom<u8> for CapacityType {
    type Error = String;

    fn try_from(number: u8) -> Result<Self, String> {
        match number {
            1 => Ok(Self::Weak),
            2 => Ok(Self::SocialCapital),
            3 => Ok(Self::Competences),
            4 => Ok(Self::Double),
            _ => Err(format!("a type of capacity is 1 to 4, not {number}")),
        }
    }
}
