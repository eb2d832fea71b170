//! Whether a session that was read makes sense: what its own methods keep true, a file need not.

use super::{Place, Session, SessionError};
use crate::{instrument::Instrument, person::Rater};

/// Why a session is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SessionFault {
    /// It is not of this questionnaire, or answers an item that this has not.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// A rater whom the questionnaire does not ask.
    #[error("the questionnaire is not asked of a {0}")]
    Rater(Rater),
    /// Revisions count from 1.
    #[error("there is no revision 0")]
    Revision,
    /// At a question that is not there, or the check of a list with open questions.
    #[error("it is at a place where nobody can have come")]
    Place,
}

impl Session {
    /// The id of the questionnaire that is being answered.
    pub fn instrument_id(&self) -> &str {
        &self.instrument_id
    }

    /// Checks a session that was read against the questionnaire that it names.
    pub fn check(&self, instrument: &Instrument) -> Result<(), SessionFault> {
        self.resume(instrument)?;
        if self.identity.rater != instrument.rater() {
            return Err(SessionFault::Rater(self.identity.rater));
        }
        if let Some(item) = self.answers.keys().find(|i| instrument.item(i.as_str()).is_none()) {
            return Err(SessionError::NoItem(item.clone()).into());
        }
        if self.manner.revision == 0 {
            return Err(SessionFault::Revision);
        }
        let first_open = instrument.items().iter().position(|i| !self.answers.contains_key(&i.id));
        let reached = match self.place {
            Place::Question(at) => {
                at < instrument.items().len() && first_open.is_none_or(|open| at <= open)
            }
            Place::Check => first_open.is_none(),
        };
        let changes_what_is_complete = !self.changing || first_open.is_none();
        if reached && changes_what_is_complete { Ok(()) } else { Err(SessionFault::Place) }
    }
}
