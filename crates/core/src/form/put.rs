//! Giving an answer: what it makes pointless goes with it.

use super::{AnswerError, Answers, Form, FormAnswer};
use crate::instrument::ItemId;

impl Form {
    /// Puts an answer among the others, or takes one away. Answers to what is no longer asked go too: a
    /// type of intervention that was not used has no partners.
    pub fn put(
        &self,
        answers: &mut Answers,
        field: &ItemId,
        answer: Option<FormAnswer>,
    ) -> Result<(), AnswerError> {
        let mut changed = answers.clone();
        match answer {
            Some(answer) => _ = changed.insert(field.clone(), answer),
            None => _ = changed.remove(field),
        }
        loop {
            let asked: Vec<_> = self.asked(&changed).map(|field| field.id.clone()).collect();
            let known = |id: &ItemId| asked.contains(id) || self.field(id).is_none();
            let Some(gone) = changed.keys().find(|id| *id != field && !known(id)).cloned() else {
                break;
            };
            changed.remove(&gone);
        }
        self.check(&changed)?;
        *answers = changed;
        Ok(())
    }
}
