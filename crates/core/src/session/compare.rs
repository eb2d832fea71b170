//! Two copies of one session, or a session and the response that came of its other copy.

use super::Session;
use crate::{answer::Recorded, response::Response};

impl Session {
    /// Whether an item has one answer here and another there.
    pub fn differs(&self, other: &Self) -> bool {
        let other_answer = |item| other.answer_to(item);
        self.answers.iter().any(|(item, answer)| other_answer(item).is_some_and(|a| a != *answer))
    }

    /// This session so that completing it makes a revision after this one.
    #[must_use]
    pub fn after(mut self, revision: u32) -> Self {
        self.manner.revision = self.manner.revision.max(revision.saturating_add(1));
        self
    }

    /// Whether each of its answers is in this response, so that nothing is lost with the session.
    pub fn is_in(&self, response: &Response) -> bool {
        self.answers
            .iter()
            .all(|(item, answer)| response.answers.get(item) == Some(&Recorded::Answered(*answer)))
    }
}
