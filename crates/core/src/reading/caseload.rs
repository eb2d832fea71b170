//! "My cases": what a professional sees over all of their own cases. A resident's picture counts
//! only where the professional's of the same moment is complete too: neither is shown before.

use super::{
    Answered, Missing, Newest, Reading, Sides, Subject,
    domain_row::{self, DomainRow, Tally},
    domains::{self, Domain},
    place::Placement,
    totals::{self, DomainCount, TypeCount},
};
use crate::{
    person::{Moment, Rater},
    report::Severe,
};
use serde::Serialize;
use std::cmp::Reverse;

/// The overview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Caseload {
    /// Every case, those where the two pictures differ most first: by the number of domains that
    /// differ, then the largest difference, then in the order of cases.
    pub cases: Vec<CaseLine>,
    /// How many cases are of which type, 1 to 4 and then those without one.
    pub types: Vec<TypeCount>,
    /// Every life domain, the one most often severe to the professional first, then in order.
    pub domains: Vec<DomainCount>,
}

/// One case, at the last moment at which the professional's list is complete, or else the last of
/// which there is anything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CaseLine {
    /// Who.
    pub subject: Subject,
    /// When.
    pub moment: Moment,
    /// What each sees, or why it is not shown.
    pub pictures: Sides<Seen>,
    /// How the domains relate; none until both are complete.
    pub tally: Option<Tally>,
    /// The most points between two answers to one domain; none where no two can be compared.
    pub largest_difference: Option<u8>,
}

/// What a rater sees of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Seen {
    /// A picture.
    Shown {
        /// The type and the components by the norm in use, with what is close to a cut-off.
        placement: Placement,
        /// How many life domains are severe.
        severe: Severe,
    },
    /// Complete, and not shown: the other list is not complete.
    Waiting,
    /// There is none.
    Missing(Missing),
}

impl Caseload {
    /// Reads the responses of all of someone's cases.
    pub fn of<'a>(reading: &Reading<'a>, newest: &Newest<'a>) -> Self {
        let cases = newest.subjects().into_iter();
        let mut cases: Vec<_> = cases.map(|subject| Case::of(reading, newest, subject)).collect();
        let said: Vec<_> = cases.iter().map(|case| (&case.said, case.rows.as_slice())).collect();
        let domains = totals::domain_counts(&said);
        cases.sort_by_key(|case| {
            let differ = case.line.tally.map(|tally| tally.differ);
            Reverse((differ, case.line.largest_difference))
        });
        let cases: Vec<_> = cases.into_iter().map(|case| case.line).collect();
        Self { types: totals::type_counts(&cases), cases, domains }
    }
}

/// A line, and what it was made from.
struct Case {
    line: CaseLine,
    said: Sides<Vec<Domain>>,
    rows: Vec<DomainRow>,
}

impl Case {
    fn of<'a>(reading: &Reading<'a>, newest: &Newest<'a>, subject: &Subject) -> Self {
        let read = |rater, moment| newest.read(reading, subject, rater, moment);
        let moment = moment_of(&read);
        let own = read(Rater::Professional, moment);
        let other = read(Rater::Resident, moment);
        let both = own.is_ok() && other.is_ok();
        let shown = Sides {
            resident: other.as_ref().ok().filter(|_| both),
            professional: own.as_ref().ok(),
        };
        let said = shown.map(|list| list.map(Answered::domains).unwrap_or_default());
        let rows = domain_row::rows(&said, reading.assumptions.domain_difference.value);
        let line = CaseLine {
            subject: subject.clone(),
            moment,
            pictures: Sides {
                resident: Seen::of(&other, both),
                professional: Seen::of(&own, true),
            },
            tally: both.then(|| Tally::of(&rows)),
            largest_difference: rows.iter().filter_map(|row| row.view.difference()).max(),
        };
        Self { line, said, rows }
    }
}

/// The last moment at which the professional's list can be read, or else the last with anything.
fn moment_of<'a>(read: &impl Fn(Rater, Moment) -> Result<Answered<'a>, Missing>) -> Moment {
    let something = |rater, moment| !matches!(read(rater, moment), Err(Missing::NotThere));
    let last =
        |fits: &dyn Fn(Moment) -> bool| Moment::ALL.into_iter().rev().find(|moment| fits(*moment));
    last(&|moment| read(Rater::Professional, moment).is_ok())
        .or_else(|| {
            last(&|moment| {
                something(Rater::Professional, moment) || something(Rater::Resident, moment)
            })
        })
        .unwrap_or(Moment::T1)
}

impl Seen {
    fn of(list: &Result<Answered<'_>, Missing>, show: bool) -> Self {
        match list {
            Err(missing) => Self::Missing(missing.clone()),
            Ok(_) if !show => Self::Waiting,
            Ok(list) => {
                Self::Shown { placement: list.placed(), severe: domains::severe(&list.domains()) }
            }
        }
    }
}
