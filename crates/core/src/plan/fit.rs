//! Whether the parts of a plan that was read fit together.

use super::{About, FORMAT, GoalId, InterventionId, Plan, VERSION};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Why a plan's parts do not fit together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// Another kind of record, or a newer version.
    #[error("the record is \"{0}\" version {1}, not \"{FORMAT}\" version {VERSION}")]
    Version(String, u32),
    /// Two goals with one number.
    #[error("plan {0}: goal {no} is there twice", no = .1.0)]
    GoalTwice(Uuid, GoalId),
    /// Two interventions with one number.
    #[error("plan {0}: intervention {no} is there twice", no = .1.0)]
    InterventionTwice(Uuid, InterventionId),
    /// An intervention for a goal that is not there.
    #[error("plan {0}: intervention {by} is for goal {no}, which is not there", by = .1.0, no = .2.0)]
    NoGoal(Uuid, InterventionId, GoalId),
    /// Something was set aside without a reason.
    #[error("plan {0}: \"{1}\" was set aside without a reason")]
    NoReason(Uuid, String),
    /// Something was set aside about a part that is not there.
    #[error("plan {0}: \"{1}\" was set aside about a part that is not there")]
    NoPart(Uuid, String),
    /// It was changed before it began.
    #[error("plan {0}: it was changed before it began")]
    Time(Uuid),
    /// It goes on from itself.
    #[error("plan {0}: it goes on from itself")]
    FollowsItself(Uuid),
}

impl Plan {
    /// Checks what its form alone cannot. What is merely unwise is for [`super::Checks`] to say.
    pub fn check(&self) -> Result<(), PlanError> {
        let plan = self.plan_id;
        if self.format != FORMAT || self.version != VERSION {
            return Err(PlanError::Version(self.format.clone(), self.version));
        }
        if self.follows == Some(plan) {
            return Err(PlanError::FollowsItself(plan));
        }
        if self.changed < self.begun.at {
            return Err(PlanError::Time(plan));
        }
        let mut goals = BTreeSet::new();
        if let Some(twice) = self.goals.iter().find(|goal| !goals.insert(goal.id)) {
            return Err(PlanError::GoalTwice(plan, twice.id));
        }
        let mut interventions = BTreeSet::new();
        for intervention in &self.interventions {
            if !interventions.insert(intervention.id) {
                return Err(PlanError::InterventionTwice(plan, intervention.id));
            }
            if let Some(goal) = intervention.goals.difference(&goals).next() {
                return Err(PlanError::NoGoal(plan, intervention.id, *goal));
            }
        }
        for set_aside in &self.set_aside {
            if set_aside.reason.is_blank() {
                return Err(PlanError::NoReason(plan, set_aside.check.clone()));
            }
            let there = match &set_aside.about {
                About::Plan | About::Domain(_) => true,
                About::Goal(goal) => goals.contains(goal),
                About::Intervention(id) => interventions.contains(id),
            };
            if !there {
                return Err(PlanError::NoPart(plan, set_aside.check.clone()));
            }
        }
        Ok(())
    }
}
