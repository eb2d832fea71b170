//! Every variable of an export: its name, its words, its values, where it comes from, and how it
//! is read from a list. Every format and the codebook are written from here.

mod about;
mod codes;
mod form_about;
mod form_measures;
mod forms;
mod items;
mod scores;
mod sources;
mod tables;
#[cfg(test)]
mod tests;
mod wide;

pub use codes::Code;
pub use forms::KnownForm;
pub use sources::Known;
pub use tables::{Dictionary, Table};

use crate::study::{List, Study};
use draagkracht_core::{instrument::Instrument, score::Score};
use std::fmt;

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// Dutch: what the formats carry.
    pub nl: String,
    /// English: in the codebook, beside it.
    pub en: String,
}

/// What the values of a variable are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A text, such as an id.
    Text,
    /// A whole number.
    Whole,
    /// A mean of whole numbers.
    Mean,
    /// Points with an order; the numbers mean something.
    Scale(Vec<Code>),
    /// One of these; the numbers are names.
    Category(Vec<Code>),
}

/// One column.
#[derive(Debug, Clone)]
pub struct Variable {
    /// At most 64 characters, a letter first: valid in SPSS, R and SQL.
    pub name: String,
    /// What it is.
    pub words: Words,
    /// What its values are.
    pub kind: Kind,
    /// Where it comes from, such as "table 2.1".
    pub source: String,
}

/// One value.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// There is none.
    Empty,
    /// A text.
    Text(String),
    /// A whole number.
    Whole(i32),
    /// A sum and how many it is the sum of; at least one.
    Mean(u16, u8),
    /// A code of the variable.
    Code(u8),
}

/// A list and what was made of it: what a row is read from.
pub struct Read<'a> {
    /// The study that it is in.
    pub study: &'a Study<'a>,
    /// The list.
    pub list: &'a List,
    /// Our score.
    pub score: Score,
    /// Whether it is the one that counts for its person, moment and instrument.
    pub counts: bool,
}

/// A variable, and how it is read from a list.
pub struct Column {
    /// The variable.
    pub variable: Variable,
    /// The value that a list has.
    pub cell: Box<dyn Fn(&Read<'_>) -> Cell>,
}

impl<'a> Read<'a> {
    /// Scores the list.
    pub fn new(study: &'a Study<'a>, list: &'a List, counts: bool) -> Self {
        let instrument = &study.instruments[list.instrument];
        Self { study, list, score: list.score(instrument, instrument.norm()), counts }
    }

    /// The instrument that was answered.
    pub fn instrument(&self) -> &'a Instrument {
        &self.study.instruments[self.list.instrument]
    }
}

impl Words {
    /// A text in Dutch and in English.
    pub fn new(nl: impl Into<String>, en: impl Into<String>) -> Self {
        Self { nl: nl.into(), en: en.into() }
    }
}

impl Variable {
    /// Its codes; none for a text or a number.
    pub fn codes(&self) -> &[Code] {
        match &self.kind {
            Kind::Scale(codes) | Kind::Category(codes) => codes,
            Kind::Text | Kind::Whole | Kind::Mean => &[],
        }
    }

    /// The code with this number.
    pub fn code(&self, number: u8) -> Option<&Code> {
        self.codes().iter().find(|code| code.number == number)
    }
}

impl Column {
    /// A variable of our own making.
    fn ours(
        name: &str,
        (nl, en): (&str, &str),
        kind: Kind,
        cell: impl Fn(&Read<'_>) -> Cell + 'static,
    ) -> Self {
        let source = "Draagkracht, docs/export.md".to_owned();
        let variable = Variable { name: name.to_owned(), words: Words::new(nl, en), kind, source };
        Self { variable, cell: Box::new(cell) }
    }
}

impl Cell {
    /// A text that may not be there.
    fn text(text: Option<impl fmt::Display>) -> Self {
        text.map_or(Self::Empty, |text| Self::Text(text.to_string()))
    }

    /// No (0) or yes (1).
    fn yes(yes: bool) -> Self {
        Self::Code(u8::from(yes))
    }
}
