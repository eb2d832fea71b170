//! What the answers say, put beside one another: the two raters, the three moments, the household,
//! the caseload. In no language: the screens and the command line put it into words.
//!
//! [`Newest`] finds the lists that count, [`Reading`] holds what they are read with. Nothing on the
//! way of an answer calls this: it is not in the first load. No index is made of two things that
//! are not one, and a number that the report does not publish is in [`Assumptions`].

pub mod assumptions;
pub mod balance;
pub mod caseload;
pub mod change;
pub mod comparison;
pub mod development;
pub mod domain_row;
pub mod domains;
pub mod household;
pub mod newest;
pub mod place;
pub mod place_row;
pub mod totals;

pub use assumptions::{Assumptions, AssumptionsError};
pub use balance::Balance;
pub use caseload::Caseload;
pub use comparison::{Comparison, Waiting};
pub use development::Development;
pub use household::Household;
pub use newest::{Newest, Subject};

use crate::{
    answer::Recorded,
    instrument::{Instrument, Item, ItemId},
    norm::{Norm, NormFile},
    person::{Mode, Rater},
    response::Response,
    timestamp::Timestamp,
};
use serde::Serialize;
use uuid::Uuid;

/// What responses are read with.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// The instruments at hand, in one language.
    pub instruments: &'a [Instrument],
    /// The organisation's own norm, where it has one.
    pub own_norm: Option<&'a NormFile>,
    /// What is assumed.
    pub assumptions: &'a Assumptions,
}

/// Why there is nothing to read of a rater at a moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// No list was begun, or none is here.
    #[error("there is none")]
    NotThere,
    /// One was begun and not completed.
    #[error("it is not complete")]
    Unfinished,
    /// It answers an instrument, or a version of it, that is not at hand.
    #[error("its instrument \"{0}\" is not here")]
    OtherInstrument(String),
}

/// The same of both raters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Sides<T> {
    /// The resident's.
    pub resident: T,
    /// The professional's.
    pub professional: T,
}

/// Which response something was read from, and what one must know to weigh it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Its id.
    pub response_id: Uuid,
    /// Its revision, from 1.
    pub revision: u32,
    /// When it was completed.
    pub completed: Timestamp,
    /// The instrument, such as `resident.v1`.
    pub instrument: String,
    /// How it was answered.
    pub mode: Mode,
    /// The professional's pseudonym; none for a resident.
    pub pseudonym: Option<String>,
}

/// A completed response together with the instrument that it answers.
#[derive(Debug, Clone)]
pub struct Answered<'a> {
    response: &'a Response,
    completed: &'a Timestamp,
    instrument: &'a Instrument,
    own_norm: Option<Norm>,
    assumptions: &'a Assumptions,
}

impl<T> Sides<T> {
    /// Makes something of each side.
    pub fn map<U>(&self, make: impl Fn(&T) -> U) -> Sides<U> {
        Sides { resident: make(&self.resident), professional: make(&self.professional) }
    }

    /// One side.
    pub fn of(&self, rater: Rater) -> &T {
        match rater {
            Rater::Resident => &self.resident,
            Rater::Professional => &self.professional,
        }
    }
}

impl<'a> Reading<'a> {
    /// A response as it can be read, when it is complete and its very instrument is at hand.
    pub fn read(&self, response: &'a Response) -> Result<Answered<'a>, Missing> {
        let completed = response.completed.as_ref().ok_or(Missing::Unfinished)?;
        let named = &response.instrument;
        let is_it = |i: &&Instrument| i.id() == named.id && i.reference().hash == named.hash;
        let instrument = self.instruments.iter().find(is_it);
        let instrument = instrument.ok_or_else(|| Missing::OtherInstrument(named.id.clone()))?;
        let own_norm = self.own_norm.map(|file| file.for_rater(instrument.rater()));
        Ok(Answered { response, completed, instrument, own_norm, assumptions: self.assumptions })
    }
}

impl Answered<'_> {
    /// Where it comes from.
    pub fn source(&self) -> Source {
        Source {
            response_id: self.response.response_id,
            revision: self.response.revision,
            completed: self.completed.clone(),
            instrument: self.instrument.id().to_owned(),
            mode: self.response.mode,
            pseudonym: self.response.pseudonym.clone(),
        }
    }

    /// The norm that it is held beside: the organisation's own, or else the instrument's.
    pub fn norm(&self) -> &Norm {
        self.own_norm.as_ref().unwrap_or_else(|| self.instrument.norm())
    }

    /// The instrument's norm, and after it the organisation's own where there is one.
    fn norms(&self) -> impl Iterator<Item = &Norm> {
        std::iter::once(self.instrument.norm()).chain(&self.own_norm)
    }

    /// What was answered; an item that the instrument does not have was not asked.
    fn recorded(&self, item: &ItemId) -> Recorded {
        self.response.answers.get(item).copied().unwrap_or(Recorded::NotAsked)
    }

    /// Whether both lists ask this item in the same words, on the same scale.
    fn asks_the_same(&self, other: &Self, item: &Item) -> bool {
        let there = other.instrument.item(item.id.as_str()).map(|(_, there)| there);
        there.is_some_and(|there| {
            let here = self.instrument.component_of(item);
            let other = other.instrument.component_of(there);
            item.text == there.text && here.stem == other.stem && here.options == other.options
        })
    }
}
