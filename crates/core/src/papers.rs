//! What a professional wrote beside lists, all together: for a bundle, or for a colleague.

use crate::{form::FormResponse, note::Note, plan::Plan};
use serde::{Deserialize, Serialize};

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
    /// Those that may be handed in: of the notes only what the professional wants to.
    #[must_use]
    pub fn to_hand_in(mut self) -> Self {
        self.notes.retain(|note| note.hand_in);
        self
    }
}
