//! A completed (or handed-in, unfinished) list of answers, with its score and everything one must
//! know to read it. The line of `responses.ndjson`.

use crate::{
    answer::{Answer, Recorded},
    case_code::CaseCode,
    instrument::{Instrument, InstrumentRef, ItemId},
    norm::Norm,
    person::{Mode, Moment, Person, Rater},
    score::Score,
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The name in [`Response::format`].
pub const FORMAT: &str = "draagkracht-response";
/// The version of that format that this program writes and reads.
pub const VERSION: u32 = 1;

/// Whose answers, about what, when and how: what is known before the first answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identity {
    /// A random UUID, version 7.
    pub response_id: Uuid,
    /// Sealed with the code.
    pub case_id: Uuid,
    /// What people use to name the case.
    pub case_code: CaseCode,
    /// The person in the household.
    pub person: Person,
    /// Whose judgement it is.
    pub rater: Rater,
    /// The professional's pseudonym; none for a resident.
    pub pseudonym: Option<String>,
    /// The moment in the two years.
    pub moment: Moment,
    /// When the first question was shown.
    pub started: Timestamp,
}

/// How answers came about: what is recorded beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manner {
    /// By whom.
    pub mode: Mode,
    /// Whether an explanation "In gewone woorden" was opened.
    pub explanation_used: bool,
    /// Whether whoever answered could know the other rater's answers.
    pub unblinded: bool,
    /// Counts from 1.
    pub revision: u32,
}

impl Default for Manner {
    /// By the person alone, for the first time, from the items alone.
    fn default() -> Self {
        Self { mode: Mode::Alone, explanation_used: false, unblinded: false, revision: 1 }
    }
}

/// Answers and their score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Response {
    /// Always [`FORMAT`].
    pub format: String,
    /// Always [`VERSION`].
    pub version: u32,
    /// A random UUID, version 7.
    pub response_id: Uuid,
    /// Sealed with the code.
    pub case_id: Uuid,
    /// What people use to name the case.
    pub case_code: CaseCode,
    /// The person in the household.
    pub person: Person,
    /// Whose judgement it is.
    pub rater: Rater,
    /// The professional's pseudonym; none for a resident.
    pub pseudonym: Option<String>,
    /// The moment in the two years.
    pub moment: Moment,
    /// The questionnaire that was asked.
    pub instrument: InstrumentRef,
    /// How it was answered.
    pub mode: Mode,
    /// Whether an explanation "In gewone woorden" was opened.
    pub explanation_used: bool,
    /// Whether it was given or changed by someone who could know the other rater's answers.
    pub unblinded: bool,
    /// Counts from 1; a later change of a completed response is a new revision.
    pub revision: u32,
    /// When the first question was shown.
    pub started: Timestamp,
    /// When it was completed; none for a draft.
    pub completed: Option<Timestamp>,
    /// Every item of the instrument, with its answer or why there is none.
    pub answers: BTreeMap<ItemId, Recorded>,
    /// What the answers come to, and by which norm.
    pub score: Score,
}

/// Why a response does not fit the instrument that it names.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ResponseError {
    /// Another kind of record, or a newer version.
    #[error("the record is \"{0}\" version {1}, not \"draagkracht-response\" version 1")]
    Version(String, u32),
    /// An instrument that this program does not have.
    #[error("response {0}: this program has no instrument \"{1}\": update it")]
    Instrument(Uuid, String),
    /// The instrument's file is not the published one.
    #[error("response {0}: its \"{1}\" is not the published file (hash {2})")]
    Hash(Uuid, String, String),
    /// A rater whom the instrument does not ask.
    #[error("response {0}: \"{1}\" is not asked of a {2}")]
    Rater(Uuid, String, Rater),
    /// An item that the instrument has not.
    #[error("response {0}: \"{1}\" has no item \"{2}\"")]
    Item(Uuid, String, ItemId),
    /// An item of the instrument of which it says nothing, not even that it was not asked.
    #[error("response {0}: it says nothing about item \"{2}\" of \"{1}\"")]
    Silent(Uuid, String, ItemId),
    /// The score does not follow from the answers.
    #[error("response {0}: its score does not follow from its answers")]
    Score(Uuid),
}

impl Response {
    /// Puts a response together: every item of the instrument is in it, and the score.
    pub fn new(
        identity: Identity,
        instrument: &Instrument,
        norm: &Norm,
        answers: &BTreeMap<ItemId, Answer>,
        manner: Manner,
        completed: Option<Timestamp>,
    ) -> Self {
        // Filled one by one: collecting into a map would bring a sort into the first load.
        let mut recorded = BTreeMap::new();
        for item in instrument.items() {
            let answer = answers.get(&item.id).copied();
            recorded.insert(item.id.clone(), answer.map_or(Recorded::NotAsked, Recorded::Answered));
        }
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            response_id: identity.response_id,
            case_id: identity.case_id,
            case_code: identity.case_code,
            person: identity.person,
            rater: identity.rater,
            pseudonym: identity.pseudonym,
            moment: identity.moment,
            instrument: instrument.reference().clone(),
            mode: manner.mode,
            explanation_used: manner.explanation_used,
            unblinded: manner.unblinded,
            revision: manner.revision,
            started: identity.started,
            completed,
            score: Score::of(instrument, norm, &recorded),
            answers: recorded,
        }
    }

    /// Checks a response that was read against the instrument it names, and rescores it.
    /// By another norm than the instrument's own the type is left as it is: that norm is not here.
    pub fn check(&self, instrument: &Instrument) -> Result<(), ResponseError> {
        let (id, name) = (self.response_id, || instrument.id().to_owned());
        if self.format != FORMAT || self.version != VERSION {
            return Err(ResponseError::Version(self.format.clone(), self.version));
        }
        if self.instrument.id != instrument.id() {
            return Err(ResponseError::Instrument(id, self.instrument.id.clone()));
        }
        if self.instrument.hash != instrument.reference().hash {
            return Err(ResponseError::Hash(id, name(), self.instrument.hash.clone()));
        }
        if self.rater != instrument.rater() {
            return Err(ResponseError::Rater(id, name(), self.rater));
        }
        if let Some(item) =
            self.answers.keys().find(|item| instrument.item(item.as_str()).is_none())
        {
            return Err(ResponseError::Item(id, name(), item.clone()));
        }
        if let Some(item) = instrument.items().iter().find(|i| !self.answers.contains_key(&i.id)) {
            return Err(ResponseError::Silent(id, name(), item.id.clone()));
        }
        let score = Score::of(instrument, instrument.norm(), &self.answers);
        let same_type = score.capacity_type == self.score.capacity_type;
        if score.components == self.score.components && (same_type || score.norm != self.score.norm)
        {
            Ok(())
        } else {
            Err(ResponseError::Score(id))
        }
    }
}
