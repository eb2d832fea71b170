//! One rater about one person over T1, T2 and T3: where things stood, and what changed.

use super::{
    Answered, Missing, Newest, Reading, Source, Subject,
    change::{self, Change},
    domains::{self, Domain},
    place::Placement,
};
use crate::{
    person::{Moment, Rater},
    report::Severe,
};
use serde::Serialize;

/// A rater's picture of someone over the moments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Development {
    /// Whose judgement it is.
    pub rater: Rater,
    /// T1, T2 and T3, also where there is nothing.
    pub moments: Vec<Point>,
    /// From each moment that is there to each later one: T1 to T2, T1 to T3, T2 to T3.
    pub changes: Vec<Change>,
    /// A later moment was completed before an earlier one by the devices' clocks: a clock or a
    /// moment is wrong. The order is that of the moments all the same.
    pub clock_disagrees: bool,
}

/// One moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Point {
    /// Which.
    pub moment: Moment,
    /// What there is.
    #[serde(flatten)]
    pub state: State,
}

/// What there is of a moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Nothing, and why.
    Missing(Missing),
    /// A completed list.
    Answered(Box<Picture>),
}

/// What one list says at its moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Picture {
    /// Which response it was read from.
    pub source: Source,
    /// The type and components by the instrument's norm, and after it by the organisation's own.
    pub types: Vec<Placement>,
    /// The life domains, in the order of the list.
    pub domains: Vec<Domain>,
    /// How many are severe.
    pub severe: Severe,
}

impl Development {
    /// What one rater's lists about someone say over the moments.
    pub fn of<'a>(
        reading: &Reading<'a>,
        newest: &Newest<'a>,
        subject: &Subject,
        rater: Rater,
    ) -> Self {
        let lists =
            Moment::ALL.map(|moment| (moment, newest.read(reading, subject, rater, moment)));
        let here: Vec<_> = lists
            .iter()
            .filter_map(|(moment, list)| Some((*moment, list.as_ref().ok()?)))
            .collect();
        let mut changes = Vec::new();
        for (at, before) in here.iter().enumerate() {
            changes.extend(here[at + 1..].iter().map(|after| change::between(*before, *after)));
        }
        let clock_disagrees = !here.is_sorted_by_key(|(_, list)| list.completed);
        let moments = lists.iter().map(|(moment, list)| Point::of(*moment, list)).collect();
        Self { rater, moments, changes, clock_disagrees }
    }
}

impl Point {
    fn of(moment: Moment, list: &Result<Answered<'_>, Missing>) -> Self {
        let state = match list {
            Ok(answered) => State::Answered(Box::new(Picture::of(answered))),
            Err(missing) => State::Missing(missing.clone()),
        };
        Self { moment, state }
    }
}

impl Picture {
    fn of(answered: &Answered<'_>) -> Self {
        let domains = answered.domains();
        Self {
            source: answered.source(),
            types: answered.placements(),
            severe: domains::severe(&domains),
            domains,
        }
    }
}
