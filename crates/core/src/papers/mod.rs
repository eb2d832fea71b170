//! What a professional wrote beside lists, all together: for a bundle, or for a colleague.

mod contains;

pub use contains::contains;

use crate::{form::FormResponse, note::Note, plan::Plan};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Plans, notes and answers to a professional's own lists.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Papers {
    /// Plans of action.
    pub plans: Vec<Plan>,
    /// Notes.
    pub notes: Vec<Note>,
    /// Answers to the lists that only a professional is asked.
    pub form_responses: Vec<FormResponse>,
}

impl Papers {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.plans.is_empty() && self.notes.is_empty() && self.form_responses.is_empty()
    }

    /// Each by its id, with its revision: what a receipt names.
    pub fn revisions(&self) -> impl Iterator<Item = (Uuid, u32)> {
        let plans = self.plans.iter().map(|plan| (plan.plan_id, plan.revision.get()));
        let notes = self.notes.iter().map(|note| (note.note_id, note.revision.get()));
        let answers = self.form_responses.iter().map(|one| (one.response_id, one.revision.get()));
        plans.chain(notes).chain(answers)
    }

    /// Those that may be handed in: of the notes only what the professional wants to.
    #[must_use]
    pub fn to_hand_in(mut self) -> Self {
        self.notes.retain(|note| note.hand_in);
        self
    }
}
