//! Answering a questionnaire, one question at a time: a state machine without a screen or a clock.
//!
//! Answers are never forced and never guessed. A session knows where the person is, so that
//! leaving and coming back resumes at the same question.

mod check;
mod compare;

pub use check::SessionFault;

use crate::{
    answer::{Answer, Recorded},
    instrument::{Instrument, Item, ItemId},
    norm::Norm,
    person::Mode,
    response::{Identity, Manner, Response},
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A questionnaire that is being answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    identity: Identity,
    instrument_id: String,
    instrument_hash: String,
    answers: BTreeMap<ItemId, Answer>,
    place: Place,
    /// Whether [`Session::next`] leads back to the check, as after "Wijzig".
    changing: bool,
    manner: Manner,
}

/// Where in the questionnaire the person is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// At the question with this number, counted from 0.
    Question(usize),
    /// At the list of every answer.
    Check,
}

/// Why a step is not possible.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SessionError {
    /// The question has no answer yet.
    #[error("item \"{0}\" has no answer yet")]
    NoAnswer(ItemId),
    /// The instrument has no such item.
    #[error("the instrument has no item \"{0}\"")]
    NoItem(ItemId),
    /// The session was begun with another file.
    #[error("the session was begun with \"{0}\" (hash {1})")]
    OtherInstrument(String, String),
}

impl Session {
    /// Begins at the first question.
    pub fn begin(identity: Identity, instrument: &Instrument) -> Self {
        Self {
            identity,
            instrument_id: instrument.id().to_owned(),
            instrument_hash: instrument.reference().hash.clone(),
            answers: BTreeMap::new(),
            place: Place::Question(0),
            changing: false,
            manner: Manner::default(),
        }
    }

    /// Opens a completed response again, at its check: what is completed next is its next revision.
    /// It must be a response to this very file.
    pub fn reopen(response: &Response, instrument: &Instrument) -> Result<Self, SessionError> {
        let identity = Identity {
            response_id: response.response_id,
            case_id: response.case_id,
            case_code: response.case_code,
            person: response.person.clone(),
            rater: response.rater,
            pseudonym: response.pseudonym.clone(),
            moment: response.moment,
            started: response.started.clone(),
        };
        let mut session = Self::begin(identity, instrument);
        session.instrument_hash.clone_from(&response.instrument.hash);
        session.resume(instrument)?;
        for (item, recorded) in &response.answers {
            if let Recorded::Answered(answer) = recorded {
                session.answers.insert(item.clone(), *answer);
            }
        }
        session.place = Place::Check;
        session.manner = Manner {
            mode: response.mode,
            explanation_used: response.explanation_used,
            unblinded: response.unblinded,
            revision: response.revision + 1,
        };
        Ok(session)
    }

    /// How the answers come about.
    pub fn manner(&self) -> Manner {
        self.manner
    }

    /// From now on these answers are the next revision: the one that they were was handed in as a draft.
    pub fn begin_next_revision(&mut self) {
        self.manner.revision += 1;
    }

    /// Records by whom the answers are given.
    pub fn set_mode(&mut self, mode: Mode) {
        self.manner.mode = mode;
    }

    /// Records that whoever answers could know the other rater's answers; that stays so.
    pub fn set_unblinded(&mut self) {
        self.manner.unblinded = true;
    }

    /// Whether this session's answers were given to this very file.
    pub fn resume(&self, instrument: &Instrument) -> Result<(), SessionError> {
        if self.instrument_hash == instrument.reference().hash {
            Ok(())
        } else {
            Err(SessionError::OtherInstrument(
                self.instrument_id.clone(),
                self.instrument_hash.clone(),
            ))
        }
    }

    /// Whose answers these are.
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// Where the person is.
    pub fn place(&self) -> Place {
        self.place
    }

    /// Whether the person came from the check to change one answer.
    pub fn is_changing(&self) -> bool {
        self.changing
    }

    /// The answer to an item, if there is one.
    pub fn answer_to(&self, item: &ItemId) -> Option<Answer> {
        self.answers.get(item).copied()
    }

    /// The answer at the place where the person is, if it is a question that has one.
    pub fn here(&self, instrument: &Instrument) -> Option<Answer> {
        match self.place {
            Place::Question(at) => self.answer_to(&instrument.items().get(at)?.id),
            Place::Check => None,
        }
    }

    /// How many items have an answer.
    pub fn answered(&self) -> usize {
        self.answers.len()
    }

    /// Records an answer; an earlier one to the same item is replaced.
    pub fn answer(
        &mut self,
        instrument: &Instrument,
        item: &ItemId,
        answer: Answer,
    ) -> Result<(), SessionError> {
        if instrument.item(item.as_str()).is_none() {
            return Err(SessionError::NoItem(item.clone()));
        }
        self.answers.insert(item.clone(), answer);
        Ok(())
    }

    /// This session with the answers that somebody else gave to it meanwhile. What changed here since
    /// `before`, the state that both began from, goes over theirs; the place stays this one's.
    #[must_use]
    pub fn join(self, before: Option<&Self>, theirs: Self) -> Self {
        let mut answers = theirs.answers;
        for (item, answer) in self.answers {
            if before.and_then(|before| before.answer_to(&item)) != Some(answer) {
                answers.insert(item, answer);
            }
        }
        let manner = Manner {
            explanation_used: self.manner.explanation_used || theirs.manner.explanation_used,
            unblinded: self.manner.unblinded || theirs.manner.unblinded,
            ..self.manner
        };
        Self { answers, manner, ..self }
    }

    /// Records that an explanation was opened.
    pub fn use_explanation(&mut self) {
        self.manner.explanation_used = true;
    }

    /// To the next question, or to the check after the last one; needs an answer here.
    pub fn next(&mut self, instrument: &Instrument) -> Result<(), SessionError> {
        let Place::Question(at) = self.place else { return Ok(()) };
        if let Some(item) = instrument.items().get(at)
            && !self.answers.contains_key(&item.id)
        {
            return Err(SessionError::NoAnswer(item.id.clone()));
        }
        let is_last = at + 1 >= instrument.items().len();
        self.place = if is_last || self.changing { Place::Check } else { Place::Question(at + 1) };
        self.changing = false;
        Ok(())
    }

    /// To the previous question, or from a change straight back to the check. `false` at the first.
    pub fn back(&mut self, instrument: &Instrument) -> bool {
        match self.place {
            Place::Question(_) if self.changing => {
                self.place = Place::Check;
                self.changing = false;
            }
            Place::Question(0) => return false,
            Place::Question(at) => self.place = Place::Question(at - 1),
            Place::Check => self.place = Place::Question(instrument.items().len() - 1),
        }
        true
    }

    /// To a question that has been reached before, as the browser's back and forward buttons do.
    /// `false` when the person has not come that far.
    pub fn go_to(&mut self, instrument: &Instrument, place: Place) -> bool {
        let first_open = instrument.items().iter().position(|i| !self.answers.contains_key(&i.id));
        let reached = match place {
            Place::Question(at) => {
                at < instrument.items().len() && first_open.is_none_or(|open| at <= open)
            }
            Place::Check => first_open.is_none(),
        };
        if reached {
            self.place = place;
            self.changing = false;
        }
        reached
    }

    /// From the check to one question, and with [`Session::next`] straight back. Like the check,
    /// it is there when every item has an answer.
    pub fn change(&mut self, instrument: &Instrument, item: &ItemId) -> Result<(), SessionError> {
        let (at, _) =
            instrument.item(item.as_str()).ok_or_else(|| SessionError::NoItem(item.clone()))?;
        if let Some(open) = self.first_open(instrument) {
            return Err(SessionError::NoAnswer(open.id.clone()));
        }
        self.place = Place::Question(at);
        self.changing = true;
        Ok(())
    }

    /// The completed response. Every item must have an answer; "Weet ik niet" is one.
    pub fn complete(
        &self,
        instrument: &Instrument,
        norm: &Norm,
        now: Timestamp,
    ) -> Result<Response, SessionError> {
        self.resume(instrument)?;
        match self.first_open(instrument) {
            Some(open) => Err(SessionError::NoAnswer(open.id.clone())),
            None => Ok(self.response(instrument, norm, Some(now))),
        }
    }

    /// What there is so far, as a draft that can be handed in.
    pub fn draft(&self, instrument: &Instrument, norm: &Norm) -> Result<Response, SessionError> {
        self.resume(instrument)?;
        Ok(self.response(instrument, norm, None))
    }

    fn response(&self, of: &Instrument, norm: &Norm, completed: Option<Timestamp>) -> Response {
        Response::new(self.identity.clone(), of, norm, &self.answers, self.manner, completed)
    }

    /// The first item without an answer.
    fn first_open<'a>(&self, instrument: &'a Instrument) -> Option<&'a Item> {
        instrument.items().iter().find(|item| !self.answers.contains_key(&item.id))
    }
}
