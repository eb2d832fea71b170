//! A table as data: what it is called, what it rests on, and its cells, in no language.
//!
//! A label is a thing of the field or a name of ours; `words` says it in Dutch, and [`Label::key`]
//! names it for a program.

use crate::statistics::Undefined;
use draagkracht_core::{
    life_domain::LifeDomain,
    person::{Moment, Rater},
    plan::{Actor, InterventionType},
    typology::CapacityType,
};

/// One table, or what is said in its place.
#[derive(Debug, Clone)]
pub struct Table {
    /// Its name, such as `alpha`; its title and source are words under it.
    pub id: &'static str,
    /// What stands above the columns, without those of the rows' own labels.
    pub columns: Vec<Vec<Label>>,
    /// Its rows; none when no such data were received.
    pub rows: Vec<Row>,
    /// What one must know to read it.
    pub notes: Vec<Note>,
    /// A picture of some of its columns.
    pub chart: Option<Chart>,
}

/// A row.
#[derive(Debug, Clone)]
pub struct Row {
    /// What it is about, such as a rater and a component.
    pub labels: Vec<Label>,
    /// One for each column.
    pub cells: Vec<Cell>,
}

/// A cell, and what the report published in its place.
#[derive(Debug, Clone)]
pub struct Cell {
    /// What stands in it.
    pub value: Value,
    /// The report's figure, as it is printed there.
    pub published: Option<String>,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A number of cases.
    Cases(usize),
    /// A part of a whole; the parts of one row together are the whole.
    Part(usize, usize),
    /// A part of a whole by itself.
    Share(usize, usize),
    /// A statistic over so many cases, and the decimals that it is shown with.
    Statistic {
        /// Its value.
        value: Result<f64, Undefined>,
        /// What it rests on.
        n: usize,
        /// How many decimals are shown.
        decimals: usize,
    },
    /// A probability, over so many cases.
    Probability(Result<f64, Undefined>, usize),
    /// A number that is no result, such as a cut-off, with two decimals.
    Given(f64),
    /// Left out, as it is about too few people.
    Small,
}

/// A sentence below a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Which sentence.
    pub key: &'static str,
    /// What is filled in for `{}`, in order.
    pub values: Vec<String>,
}

/// Which columns make a picture.
#[derive(Debug, Clone)]
pub enum Chart {
    /// A line a row, over these columns, on a scale from the first number to the second.
    Lines(Vec<usize>, [f64; 2]),
    /// A bar a row, of these parts.
    Stacked(Vec<usize>),
    /// A bar for each of these shares, a row together.
    Bars(Vec<usize>),
    /// Dots of cases: across and up, a label a cloud.
    Dots(Vec<(Label, Vec<[f64; 2]>)>),
}

/// The three numbers that a list comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Variable {
    /// Mean of the competences.
    Competences,
    /// Mean of social capital.
    SocialCapital,
    /// Number of severe life domains.
    Burden,
}

impl Variable {
    /// All three, in order.
    pub const ALL: [Self; 3] = [Self::Competences, Self::SocialCapital, Self::Burden];
    /// The two with a scale.
    pub const CAPACITY: [Self; 2] = [Self::Competences, Self::SocialCapital];

    /// As instruments name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Competences => "competences",
            Self::SocialCapital => "social_capital",
            Self::Burden => "burden",
        }
    }
}

/// What a row or a column is about.
#[derive(Debug, Clone, PartialEq)]
pub enum Label {
    /// In whose judgement.
    Rater(Rater),
    /// At which moment.
    Moment(Moment),
    /// From one moment to another.
    Between(Moment, Moment),
    /// Which of the three numbers.
    Variable(Variable),
    /// Which type of capacity.
    Type(CapacityType),
    /// Which life domain.
    Domain(LifeDomain),
    /// Which type of intervention.
    Intervention(InterventionType),
    /// Who takes part.
    Actor(Actor),
    /// A number, such as how many types.
    Number(usize),
    /// A name that somebody gave, such as a norm's.
    Named(String),
    /// Anything else, by its key in the words.
    Key(&'static str),
}

impl Label {
    /// For a program.
    pub fn key(&self) -> String {
        match self {
            Self::Rater(rater) => rater.as_str().to_owned(),
            Self::Moment(moment) => moment.as_str().to_owned(),
            Self::Between(from, to) => format!("{from}-{to}"),
            Self::Variable(variable) => variable.as_str().to_owned(),
            Self::Type(kind) => format!("type_{}", u8::from(*kind)),
            Self::Domain(domain) => domain.as_str().to_owned(),
            Self::Intervention(kind) => kind.as_str().to_owned(),
            Self::Actor(actor) => actor.as_str().to_owned(),
            Self::Number(number) => number.to_string(),
            Self::Named(name) => name.clone(),
            Self::Key(key) => (*key).to_owned(),
        }
    }
}

/// The keys of several labels, as one.
pub fn key_of(labels: &[Label]) -> String {
    labels.iter().map(Label::key).collect::<Vec<_>>().join(".")
}

impl Table {
    /// A table without rows, notes and picture yet.
    pub fn new(id: &'static str, columns: Vec<Vec<Label>>) -> Self {
        Self { id, columns, rows: vec![], notes: vec![], chart: None }
    }

    /// Adds a row.
    pub fn row(&mut self, labels: Vec<Label>, values: Vec<Value>) {
        let cells = values.into_iter().map(|value| Cell { value, published: None }).collect();
        self.rows.push(Row { labels, cells });
    }

    /// Adds a sentence.
    pub fn note(mut self, key: &'static str) -> Self {
        self.notes.push(Note { key, values: vec![] });
        self
    }

    /// With a picture.
    pub fn chart(mut self, chart: Chart) -> Self {
        self.chart = Some(chart);
        self
    }

    /// Without its rows when no case is in any of them.
    pub fn or_nothing(mut self) -> Self {
        let has_cases = |cell: &Cell| match cell.value {
            Value::Cases(n)
            | Value::Part(_, n)
            | Value::Share(_, n)
            | Value::Statistic { n, .. }
            | Value::Probability(_, n) => n > 0,
            Value::Given(_) => false,
            Value::Small => true,
        };
        if !self.rows.iter().any(|row| row.cells.iter().any(has_cases)) {
            self.rows.clear();
            self.chart = None;
        }
        self
    }
}

impl Value {
    /// A statistic with two decimals.
    pub fn statistic(value: Result<f64, Undefined>, n: usize) -> Self {
        Self::Statistic { value, n, decimals: 2 }
    }
}
