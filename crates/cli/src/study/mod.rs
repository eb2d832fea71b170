//! What may be taken out of an archive for research: completed lists, of who agreed to it.

mod collect;
mod forms;
mod groups;
mod left_out;
mod list;
mod pseudonym;

pub use forms::{FEWEST_PROFESSIONALS, FormList};
pub use left_out::LeftOut;
pub use list::{List, Professional};

use crate::{dictionary::Table, error::CliError};
use draagkracht_core::{
    instrument::Instrument,
    person::{Moment, Person},
    timestamp::Timestamp,
};
use std::collections::BTreeMap;

/// The fewest people that may have something in common, unless it is asked otherwise.
pub const FEWEST: usize = 5;

/// One person of one case: the pseudonym of its id, and the person in the household.
pub type Subject = (String, Person);

/// The lists that may be used, without an order that means anything.
#[derive(Debug)]
pub struct Study<'a> {
    /// The instruments that the lists name by their place here.
    pub instruments: &'a [Instrument],
    /// The lists: by case, person, moment, instrument.
    pub lists: Vec<List>,
    /// When each person's first list was completed.
    first: BTreeMap<Subject, Timestamp>,
    /// Answers to the list about a case, of the same people.
    pub cases: Vec<FormList>,
    /// Answers of professionals about their own work.
    pub conditions: Vec<FormList>,
    /// What is not there, and why.
    pub left_out: LeftOut,
}

/// A person's list that counts at one moment, by its place in [`Study::lists`].
pub type Places = BTreeMap<(Moment, usize), usize>;

impl<'a> Study<'a> {
    fn new(instruments: &'a [Instrument], mut lists: Vec<List>, left_out: LeftOut) -> Self {
        lists.sort_by(|one, other| one.order().cmp(&other.order()));
        let mut first: BTreeMap<Subject, Timestamp> = BTreeMap::new();
        for list in &lists {
            let earliest = first.entry(list.subject.clone()).or_insert(list.completed.clone());
            if list.completed < *earliest {
                earliest.clone_from(&list.completed);
            }
        }
        let (cases, conditions) = (vec![], vec![]);
        Self { instruments, lists, first, cases, conditions, left_out }
    }

    /// Everyone, with the list that counts for each moment and instrument: the one that was
    /// completed last, as on the screens.
    pub fn people(&self) -> BTreeMap<&Subject, Places> {
        let mut people: BTreeMap<&Subject, Places> = BTreeMap::new();
        for (at, list) in self.lists.iter().enumerate() {
            let places = people.entry(&list.subject).or_default();
            let place = places.entry((list.moment, list.instrument)).or_insert(at);
            // Of equals the last id counts; ids are in the order in which they were made.
            let other = &self.lists[*place];
            if (&list.completed, list.response_id) >= (&other.completed, other.response_id) {
                *place = at;
            }
        }
        people
    }

    /// Whole days from the completion of the person's first list to that of this one.
    pub fn days(&self, list: &List) -> i32 {
        let first = self.first.get(&list.subject).map_or(0, Timestamp::unix_seconds);
        let days = list.completed.unix_seconds().saturating_sub(first) / 86_400;
        i32::try_from(days).unwrap_or(i32::MAX)
    }

    /// The tables that have something to say.
    pub fn tables(&self) -> impl Iterator<Item = Table> {
        Table::ALL.into_iter().filter(|table| match table {
            Table::Cases => !self.cases.is_empty(),
            Table::Conditions => !self.conditions.is_empty(),
            _ => true,
        })
    }

    /// Stops when nothing is left that may be used.
    pub fn not_empty(self) -> Result<Self, CliError> {
        if self.lists.is_empty() && self.cases.is_empty() && self.conditions.is_empty() {
            Err(CliError::NothingToExport(Box::new(self.left_out)))
        } else {
            Ok(self)
        }
    }
}
