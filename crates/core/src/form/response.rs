//! A list that a professional answered, and everything one must know to read it: about a case, or about
//! their own work. The line of `form_responses.ndjson`.

use super::{AnswerError, Answers, Form, Subject, builtin::is_published};
use crate::{
    case_code::CaseCode,
    instrument::InstrumentRef,
    person::{Moment, Person},
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};
use std::num::NonZeroU32;
use uuid::Uuid;

/// The name in [`FormResponse::format`].
pub const FORMAT: &str = "draagkracht-form-response";
/// The version of that format that this program writes and reads.
pub const VERSION: u32 = 1;

/// Answers to a list. Whether they fit it is for [`FormResponse::check`] to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormResponse {
    /// Always [`FORMAT`].
    pub format: String,
    /// Always [`VERSION`].
    pub version: u32,
    /// A random UUID, version 7.
    pub response_id: Uuid,
    /// The case that it is about; none for a list about the one who answers ([`Subject::Rater`]).
    pub case: Option<AboutCase>,
    /// The pseudonym of the professional who answers.
    pub pseudonym: Option<String>,
    /// The list that was asked.
    pub form: InstrumentRef,
    /// Counts from 1; every change that is kept is a new revision.
    pub revision: NonZeroU32,
    /// When the first question was shown.
    pub started: Timestamp,
    /// When this revision was made.
    pub changed: Timestamp,
    /// When the list was said to be ready; none for a draft. A question may stay without an answer.
    pub completed: Option<Timestamp>,
    /// The answers given so far.
    pub answers: Answers,
}

/// The case that a list is about, and when it was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AboutCase {
    /// Sealed with the code.
    pub case_id: Uuid,
    /// What people use to name the case.
    pub case_code: CaseCode,
    /// The person in the household.
    pub person: Person,
    /// The moment in the two years.
    pub moment: Moment,
}

/// Why answers do not fit the list that they name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormResponseError {
    /// Another kind of record, or a newer version.
    #[error("the record is \"{0}\" version {1}, not \"{FORMAT}\" version {VERSION}")]
    Version(String, u32),
    /// A list that this program does not have.
    #[error("answers {0}: this program has no list \"{1}\": update it")]
    Form(Uuid, String),
    /// The list's file is not the published one.
    #[error("answers {0}: its \"{1}\" is not the published file (hash {2})")]
    Hash(Uuid, String, String),
    /// A list about a case, and no case.
    #[error("answers {0}: \"{1}\" is about a case, and it names none")]
    NoCase(Uuid, String),
    /// A list about the one who answers, and a case.
    #[error("answers {0}: \"{1}\" is not about a case, and it names one")]
    Case(Uuid, String),
    /// An answer that does not fit its question.
    #[error("answers {0}: {1}")]
    Answer(Uuid, AnswerError),
    /// It was changed before it was started, or completed at another time than it was being filled in.
    #[error("answers {0}: it was changed before it was started, or completed outside that time")]
    Time(Uuid),
}

impl FormResponse {
    /// Revision 1, as a draft. `answers` may hold what is known already, for the professional to confirm.
    pub fn begin(
        response_id: Uuid,
        form: &Form,
        case: Option<AboutCase>,
        pseudonym: Option<String>,
        answers: Answers,
        now: Timestamp,
    ) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            response_id,
            case,
            pseudonym,
            form: form.reference().clone(),
            revision: NonZeroU32::MIN,
            started: now.clone(),
            changed: now,
            completed: None,
            answers,
        }
    }

    /// The next revision: other answers, and whether the list is said to be ready with them.
    #[must_use]
    pub fn revised(&self, answers: Answers, ready: bool, now: Timestamp) -> Self {
        Self {
            revision: self.revision.saturating_add(1),
            completed: ready.then(|| now.clone()),
            changed: now,
            answers,
            ..self.clone()
        }
    }

    /// Checks answers that were read against the list they name.
    pub fn check(&self, form: &Form) -> Result<(), FormResponseError> {
        let (id, name) = (self.response_id, || self.form.id.clone());
        if self.format != FORMAT || self.version != VERSION {
            return Err(FormResponseError::Version(self.format.clone(), self.version));
        }
        if self.form.id != form.id() {
            return Err(FormResponseError::Form(id, name()));
        }
        // It may have been asked in the words of a published translation: that changes nothing of what was.
        let (named, file) = (&self.form, form.reference());
        let is_it = (named.version, &named.hash) == (file.version, &file.hash);
        if !is_it || !named.translation.as_ref().is_none_or(|words| is_published(&named.id, words))
        {
            return Err(FormResponseError::Hash(id, name(), self.form.hash.clone()));
        }
        match (form.subject(), &self.case) {
            (Subject::Case, None) => return Err(FormResponseError::NoCase(id, name())),
            (Subject::Rater, Some(_)) => return Err(FormResponseError::Case(id, name())),
            _ => {}
        }
        let in_time = |at: &Timestamp| (&self.started..=&self.changed).contains(&at);
        if self.changed < self.started || !self.completed.iter().all(in_time) {
            return Err(FormResponseError::Time(id));
        }
        form.check(&self.answers).map_err(|error| FormResponseError::Answer(id, error))
    }
}
