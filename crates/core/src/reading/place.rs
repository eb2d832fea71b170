//! Where capacity stands beside a norm: by component, by topic of conversation, and as a type.

use super::Answered;
use crate::{
    answer::Answer,
    decimal::{Decimal, Ratio},
    instrument::{Rule, Topic},
    norm::Norm,
    score::{ComponentScore, Score},
    typology::{CapacityType, Standing},
};
use serde::Serialize;

/// A component, or one topic of it, beside its cut-off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The component whose cut-off holds.
    pub component: String,
    /// For one topic of it; none for the whole component.
    pub topic: Option<Topic>,
    /// Where it stands.
    #[serde(flatten)]
    pub measured: Measured,
}

/// A mean beside its cut-off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Measured {
    /// The sum and on how many answers it rests.
    pub score: ComponentScore,
    /// The norm's cut-off, 1 to 5.
    pub cut_off: Option<Decimal>,
    /// Strong or not, and whether close; none without a score or a cut-off.
    pub standing: Option<Standing>,
}

/// The two-by-two of section 2.2.1 by one norm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Placement {
    /// The norm's name.
    pub norm: String,
    /// The type, 1 to 4; none when a component has no score.
    #[serde(rename = "type")]
    pub capacity_type: Option<CapacityType>,
    /// Every component with a mean, in order.
    pub components: Vec<Place>,
}

impl Answered<'_> {
    /// The types, by the instrument's norm and then by the organisation's own.
    pub fn placements(&self) -> Vec<Placement> {
        self.norms().map(|norm| self.placement(norm)).collect()
    }

    /// The type by the norm in use.
    pub fn placed(&self) -> Placement {
        self.placement(self.norm())
    }

    fn placement(&self, norm: &Norm) -> Placement {
        let score = Score::of(self.instrument, norm, &self.response.answers);
        let means = self.instrument.components().iter();
        let means = means.filter(|component| matches!(component.rule, Rule::Mean { .. }));
        let place = |id: &String| self.place(id, None, *score.components.get(id)?, norm).into();
        let components = means.filter_map(|component| place(&component.id)).collect();
        Placement { norm: score.norm, capacity_type: score.capacity_type, components }
    }

    /// The topics of conversation, each by the items of it that one component has.
    pub fn topics(&self) -> Vec<Place> {
        let mut topics = Vec::new();
        for topic in Topic::ALL {
            for component in self.instrument.components() {
                let Rule::Mean { clear_change, .. } = &component.rule else { continue };
                let items: Vec<_> = self
                    .instrument
                    .items_of(component)
                    .filter(|item| item.topic == Some(topic))
                    .map(|item| self.recorded(&item.id).answer().and_then(Answer::value))
                    .collect();
                if items.is_empty() {
                    continue;
                }
                let needed = self.enough_of(items.len());
                let rule = Rule::Mean { needed, clear_change: clear_change.clone() };
                let score = ComponentScore::of(&rule, items.into_iter());
                topics.push(self.place(&component.id, Some(topic), score, self.norm()));
            }
        }
        topics
    }

    /// The least number of a topic's items that is the assumed share of them.
    fn enough_of(&self, items: usize) -> u8 {
        // A component has at most 255 items.
        let items = u8::try_from(items).unwrap_or(u8::MAX);
        let share = self.assumptions.topic_share.value.ratio();
        let is_enough = |n: &u8| Ratio::new((*n).into(), items.into()) >= Some(share);
        (1..=items).find(is_enough).unwrap_or(items)
    }

    fn place(
        &self,
        component: &str,
        topic: Option<Topic>,
        score: ComponentScore,
        norm: &Norm,
    ) -> Place {
        let cut_off = norm.cut_offs.get(component).cloned();
        let steps = self.assumptions.close_steps.value;
        let standing = cut_off.as_ref().and_then(|c| Standing::of(score, c.ratio(), steps));
        let measured = Measured { score, cut_off, standing };
        Place { component: component.to_owned(), topic, measured }
    }
}
