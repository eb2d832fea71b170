//! How far a case is: each list at each moment, when a moment is due, and which answers may be seen.
//!
//! Dates decide nothing but what is shown: a clock that was set back loses no answer.

use crate::{
    dossier::{Cell, Dossier},
    person::{Mode, Moment, Person, Rater},
    response::Response,
    session::Session,
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};

const DAY: u64 = 86_400;

/// When T2 and T3 come after the case was made, in days, and how long before its day a moment is
/// announced. An organisation may set its own in `config.json`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// T2, days after the first response of T1 (or after the case was made, while there is none).
    pub t2_days: u32,
    /// T3, likewise.
    pub t3_days: u32,
    /// A moment is due this many days before and after its day; after that it is overdue.
    pub window_days: u32,
}

impl Default for Schedule {
    /// About one year and about two years (instruments.md: T1, T2, T3), a month either way.
    fn default() -> Self {
        Self { t2_days: 365, t3_days: 730, window_days: 30 }
    }
}

/// How far one list is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// Nothing was answered.
    Open,
    /// It was begun: this many items have an answer.
    Begun(usize),
    /// It is complete, in this revision.
    Complete(u32),
    /// It was declared not to come.
    Absent,
}

/// When a moment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Due {
    /// Its time is past.
    Overdue,
    /// It is time.
    Now,
    /// Not yet.
    Later,
}

/// The lists of one case, seen together.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    /// The professional's record.
    pub dossier: &'a Dossier,
    /// When the case was made.
    pub created: &'a Timestamp,
    /// Lists that are being answered.
    pub sessions: &'a [&'a Session],
    /// Completed lists, in every revision.
    pub responses: &'a [&'a Response],
}

impl Schedule {
    fn days(self, moment: Moment) -> u32 {
        match moment {
            Moment::T1 => 0,
            Moment::T2 => self.t2_days,
            Moment::T3 => self.t3_days,
        }
    }
}

impl<'a> Standing<'a> {
    /// The newest completed revision of a list.
    pub fn response(&self, cell: &Cell) -> Option<&'a Response> {
        let of = |r: &&&Response| {
            r.rater == cell.rater && r.moment == cell.moment && r.person == cell.person
        };
        self.responses.iter().filter(of).max_by_key(|r| r.revision).copied()
    }

    /// The list that is being answered.
    pub fn session(&self, cell: &Cell) -> Option<&'a Session> {
        let of = |s: &&&Session| {
            let identity = s.identity();
            (identity.rater, identity.moment) == (cell.rater, cell.moment)
                && identity.person == cell.person
        };
        self.sessions.iter().find(of).copied()
    }

    /// How far a list is. One that is being changed after completion is still complete.
    pub fn progress(&self, cell: &Cell) -> Progress {
        if let Some(response) = self.response(cell) {
            Progress::Complete(response.revision)
        } else if let Some(session) = self.session(cell) {
            Progress::Begun(session.answered())
        } else if self.dossier.is_absent(cell) {
            Progress::Absent
        } else {
            Progress::Open
        }
    }

    /// Whether a list needs nothing more.
    pub fn is_settled(&self, cell: &Cell) -> bool {
        matches!(self.progress(cell), Progress::Complete(_) | Progress::Absent)
    }

    /// Whether the answers of both raters may be seen: each is complete or will not come, and one
    /// at least is there.
    pub fn is_open(&self, person: &Person, moment: Moment) -> bool {
        let cell = Cell { person: person.clone(), moment, rater: Rater::Resident };
        let raters = [cell.other(), cell];
        raters.iter().all(|cell| self.is_settled(cell))
            && raters.iter().any(|cell| self.response(cell).is_some())
    }

    /// Whether what is answered from now on could know the other rater's answers: both may be seen
    /// already, or the professional read aloud or helped with the resident's list.
    pub fn is_unblinded(&self, cell: &Cell) -> bool {
        let assisted = |mode| matches!(mode, Mode::ReadAloud | Mode::Helped | Mode::ByProxy);
        let resident = Cell { rater: Rater::Resident, ..cell.clone() };
        let assisted = self.response(&resident).is_some_and(|r| assisted(r.mode))
            || self.session(&resident).is_some_and(|s| assisted(s.manner().mode));
        self.is_open(&cell.person, cell.moment) || (cell.rater == Rater::Professional && assisted)
    }

    /// The day that a moment is on.
    pub fn day(&self, moment: Moment, schedule: Schedule) -> Timestamp {
        let t1 = self.responses.iter().filter(|r| r.moment == Moment::T1);
        let start = t1.filter_map(|r| r.completed.as_ref()).min().unwrap_or(self.created);
        let seconds = start.unix_seconds() + u64::from(schedule.days(moment)) * DAY;
        Timestamp::from_unix_seconds(seconds).unwrap_or_else(|| start.clone())
    }

    /// Whether it is time for a moment.
    pub fn due(&self, moment: Moment, schedule: Schedule, now: &Timestamp) -> Due {
        let (day, now) = (self.day(moment, schedule).unix_seconds(), now.unix_seconds());
        let window = u64::from(schedule.window_days) * DAY;
        if now + window < day {
            Due::Later
        } else if now <= day + window {
            Due::Now
        } else {
            Due::Overdue
        }
    }

    /// Whether every list of the one who asked is settled at a moment.
    pub fn is_done(&self, moment: Moment) -> bool {
        let cell = Cell { person: self.dossier.asked().clone(), moment, rater: Rater::Resident };
        self.is_settled(&cell) && self.is_settled(&cell.other())
    }

    /// The first moment at which something of the one who asked is still open.
    pub fn next_moment(&self) -> Option<Moment> {
        Moment::ALL.into_iter().find(|moment| !self.is_done(*moment))
    }
}
