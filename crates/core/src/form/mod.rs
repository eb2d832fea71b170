//! Lists with other questions than five-point items: words, yes or no, 0 to 10, choose several, and a
//! few questions repeated for each row of a small table.
//!
//! A format of its own beside [`crate::instrument`]: that one is in the app's first load, and a
//! resident never sees these. What both share is an id for each question ([`ItemId`]).

mod answer;
mod builtin;
mod check;
mod file;
mod load;
mod mean;
mod put;
pub mod response;
mod translation;

pub use answer::{AnswerError, Answers, FormAnswer};
pub use builtin::{BUILT_IN, BuiltInForm};
pub use load::FormError;
pub use mean::FormMean;
pub use response::{AboutCase, FormResponse, FormResponseError};
pub use translation::FormTranslationError;

use crate::{
    instrument::{InstrumentRef, ItemId},
    person::Rater,
};
use serde::Deserialize;

/// A list that has been checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    reference: InstrumentRef,
    rater: Rater,
    subject: Subject,
    language: String,
    title: String,
    dont_know: String,
    wont_say: String,
    sections: Vec<Section>,
    fields: Vec<Field>,
}

/// What a list is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A case.
    Case,
    /// The one who answers: never joined to a case, and sealed to a key of its own.
    Rater,
}

/// Questions under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Such as `interventions`.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What is said once, above its questions.
    pub stem: Option<String>,
    /// The rows of the table for each of which its questions are asked; none when it is no table.
    pub rows: Vec<Choice>,
    /// How many of its answers a mean needs; none when it has no mean.
    pub mean_needs: Option<u8>,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Such as `influence.approach`, or with a row `interventions.trust.used`.
    pub id: ItemId,
    /// Where its section stands in [`Form::sections`].
    pub section: usize,
    /// Where its row stands in [`Section::rows`].
    pub row: Option<usize>,
    /// Its words.
    pub text: String,
    /// Whose words they are.
    pub wording: Wording,
    /// How it is answered.
    pub kind: Kind,
    /// It is asked only when this field was answered with yes or with words.
    pub only_if: Option<ItemId>,
    /// In a mean its values count from the other end, so that high is favourable: "(r)".
    pub reversed: bool,
}

/// Whose words a question has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wording {
    /// The report's, to the letter.
    Published,
    /// Ours: the report has it in substance or not at all.
    Ours,
}

/// How a question is answered.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub enum Kind {
    /// In words.
    Text,
    /// With yes or no.
    YesNo,
    /// With a whole number.
    Scale {
        /// The lowest.
        from: u8,
        /// The highest, at most 10.
        to: u8,
        /// Words for both ends, or for every number.
        labels: Vec<String>,
    },
    /// With one of these.
    One(Vec<Choice>),
    /// With any number of these, also none.
    Several(Vec<Choice>),
}

/// Something to choose, or a row.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Such as `network`.
    pub id: String,
    /// Its words.
    pub text: String,
}

impl Form {
    /// Which file this is.
    pub fn reference(&self) -> &InstrumentRef {
        &self.reference
    }

    /// Such as `case.v1`.
    pub fn id(&self) -> &str {
        &self.reference.id
    }

    /// Whose judgement it asks for.
    pub fn rater(&self) -> Rater {
        self.rater
    }

    /// What it is about.
    pub fn subject(&self) -> Subject {
        self.subject
    }

    /// The language it is in, as in the `lang` attribute of HTML.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// What people call it.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The words of the answer "Weet ik niet".
    pub fn dont_know(&self) -> &str {
        &self.dont_know
    }

    /// The words of the answer "Wil ik niet zeggen".
    pub fn wont_say(&self) -> &str {
        &self.wont_say
    }

    /// The sections, in the order in which they are asked.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// Every question, in the order in which they are asked.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The question with this id.
    pub fn field(&self, id: &ItemId) -> Option<&Field> {
        self.fields.iter().find(|field| field.id == *id)
    }
}
