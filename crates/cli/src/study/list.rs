//! One completed list, as small as it can be kept: an archive may have hundreds of thousands.

use super::{Subject, pseudonym::pseudonym};
use crate::archive::KnownResponse;
use draagkracht_core::{
    answer::Recorded,
    instrument::{Instrument, ItemId},
    norm::Norm,
    person::{Mode, Moment},
    response::Response,
    score::Score,
    timestamp::Timestamp,
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A completed list.
#[derive(Debug, Clone)]
pub struct List {
    /// A pseudonym of the response's id.
    pub id: String,
    /// Whom it is about.
    pub subject: Subject,
    /// The case as the archive knows it; never written.
    pub(super) case_id: Uuid,
    /// The response as the archive knows it; never written.
    pub(super) response_id: Uuid,
    /// When it was asked.
    pub moment: Moment,
    /// Where its instrument stands in [`super::Study::instruments`].
    pub instrument: usize,
    /// The answers, in the order of the instrument's items.
    answers: Box<[Recorded]>,
    /// When it was completed.
    pub completed: Timestamp,
    /// Counts from 1.
    pub revision: u32,
    /// Whether a device contests it with another version.
    pub contested: bool,
    /// How it came about.
    pub manner: Manner,
    /// What the device made of it, where that is not what we make of it.
    pub handed_in: Option<Box<HandedIn>>,
}

/// What is known of how a list was answered, and might tell who did: none where fewer people have
/// it in common than may be.
#[derive(Debug, Clone)]
pub struct Manner {
    /// By whom.
    pub mode: Option<Mode>,
    /// Whether an explanation was opened.
    pub explanation_used: bool,
    /// Whether whoever answered could know the other rater's answers.
    pub unblinded: bool,
    /// The language that it was shown in.
    pub language: Option<String>,
    /// Whose judgement it is, besides the resident.
    pub professional: Professional,
    /// The year and month in which it was completed.
    pub month: Option<String>,
}

/// The professional of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Professional {
    /// The list is a resident's, or names none.
    Nobody,
    /// By their pseudonym.
    Pseudonym(String),
    /// Left out.
    Few,
}

/// A score as it was handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedIn {
    /// The norm of the device.
    pub norm: String,
    /// The type by that norm.
    pub capacity_type: Option<u8>,
}

impl List {
    /// The list in a response; none for a draft. The response fits its instrument.
    pub fn of(known: &KnownResponse, place: usize, instrument: &Instrument) -> Option<Self> {
        let response = &known.response;
        let completed = response.completed.clone()?;
        let recorded = |item: &ItemId| response.answers.get(item).copied();
        let items = instrument.items().iter();
        let answers = items.map(|item| recorded(&item.id).unwrap_or(Recorded::NotAsked)).collect();
        let translation = response.instrument.translation.as_ref();
        let language = translation.map_or(instrument.language(), |shown| &shown.language);
        Some(Self {
            id: pseudonym('l', response.response_id),
            subject: (pseudonym('c', response.case_id), response.person.clone()),
            case_id: response.case_id,
            response_id: response.response_id,
            moment: response.moment,
            instrument: place,
            answers,
            revision: response.revision,
            contested: known.contested,
            manner: Manner {
                mode: Some(response.mode),
                explanation_used: response.explanation_used,
                unblinded: response.unblinded,
                language: Some(language.to_owned()),
                professional: Professional::of(response),
                month: Some(completed.as_str()[..7].to_owned()),
            },
            handed_in: other_score(response, instrument),
            completed,
        })
    }

    /// The answer to the item that stands here in the instrument.
    pub fn answer(&self, item: usize) -> Recorded {
        self.answers.get(item).copied().unwrap_or(Recorded::NotAsked)
    }

    /// What we make of it, by this norm.
    pub fn score(&self, instrument: &Instrument, norm: &Norm) -> Score {
        let items = instrument.items().iter().map(|item| item.id.clone());
        let answers: BTreeMap<_, _> = items.zip(self.answers.iter().copied()).collect();
        Score::of(instrument, norm, &answers)
    }

    /// What lists are sorted by: nothing that tells which came first.
    pub(super) fn order(&self) -> (&Subject, Moment, usize, &str) {
        (&self.subject, self.moment, self.instrument, &self.id)
    }
}

impl Professional {
    fn of(response: &Response) -> Self {
        match &response.pseudonym {
            Some(pseudonym) if !pseudonym.trim().is_empty() => Self::Pseudonym(pseudonym.clone()),
            _ => Self::Nobody,
        }
    }
}

/// Means and counts cannot differ: a bundle in which they do is refused. A norm of the device's
/// own can, and with it the type.
fn other_score(response: &Response, instrument: &Instrument) -> Option<Box<HandedIn>> {
    let ours = Score::of(instrument, instrument.norm(), &response.answers);
    let theirs = &response.score;
    (ours.norm != theirs.norm || ours.capacity_type != theirs.capacity_type).then(|| {
        let capacity_type = theirs.capacity_type.map(u8::from);
        Box::new(HandedIn { norm: theirs.norm.clone(), capacity_type })
    })
}
