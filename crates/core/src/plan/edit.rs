//! Changes to a plan that touch more than one of its parts.

use super::{About, GoalId, InterventionId, Plan};

impl Plan {
    /// Removes a goal, and what was said of it. What was done for it stays, with its agreements: people
    /// were promised something. It is then without this goal, and a check asks where it belongs.
    pub fn remove_goal(&mut self, id: GoalId) {
        self.goals.retain(|goal| goal.id != id);
        for intervention in &mut self.interventions {
            intervention.goals.remove(&id);
        }
        self.set_aside.retain(|aside| aside.about != About::Goal(id));
    }

    /// Removes an intervention, with its steps and agreements, and what was said of it.
    pub fn remove_intervention(&mut self, id: InterventionId) {
        self.interventions.retain(|intervention| intervention.id != id);
        self.set_aside.retain(|aside| aside.about != About::Intervention(id));
    }

    /// How many agreements were made for a goal and for no other.
    pub fn agreements_for(&self, id: GoalId) -> usize {
        let only = self.interventions.iter().filter(|i| i.goals.iter().eq([&id]));
        only.map(|intervention| intervention.agreements.len()).sum()
    }
}
