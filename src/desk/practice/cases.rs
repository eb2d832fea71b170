//! The made-up cases. Nobody in them exists, and their answers are nobody's.

use crate::i18n::Text;
use draagkracht_core::person::{Moment, Rater};

/// One of them.
pub(super) struct MadeUp {
    /// What it is for, as its note.
    pub note: Text,
    /// How many people the household has.
    pub people: u8,
    /// Its lists, the oldest first.
    pub lists: &'static [List],
    /// Whether the first person has a plan.
    pub plan: bool,
}

/// A list that was completed.
pub(super) struct List {
    /// About which member, from 1.
    pub person: u8,
    /// At which moment.
    pub moment: Moment,
    /// How many days ago.
    pub days: u64,
    /// Whose judgement.
    pub rater: Rater,
    /// An answer for every item in order: a point from 1 to 5, or `?` for "weet ik niet". Components are
    /// apart, as they are in `crates/core/instruments`.
    pub answers: &'static str,
}

const fn resident(person: u8, moment: Moment, days: u64, answers: &'static str) -> List {
    List { person, moment, days, rater: Rater::Resident, answers }
}

const fn professional(person: u8, moment: Moment, days: u64, answers: &'static str) -> List {
    List { person, moment, days, rater: Rater::Professional, answers }
}

use Moment::{T1, T2, T3};

/// All of them, the one to begin with first.
pub(super) const ALL: [MadeUp; 3] = [
    MadeUp {
        note: Text::PracticeNoteWhole,
        people: 1,
        plan: true,
        lists: &[
            resident(1, T1, 740, "23323222 2223212 5431?432"),
            professional(1, T1, 740, "322343 222231 54311541"),
            resident(1, T2, 375, "33433332 3334323 43311332"),
            professional(1, T2, 374, "433344 333332 43211331"),
            resident(1, T3, 10, "44444344 4443443 32211221"),
            professional(1, T3, 9, "444444 444343 22211211"),
        ],
    },
    MadeUp {
        note: Text::PracticeNoteHousehold,
        people: 2,
        plan: false,
        lists: &[
            resident(1, T1, 60, "44434444 3322332 24313312"),
            professional(1, T1, 59, "343443 322322 34313412"),
            resident(2, T1, 60, "33343233 4443422 25212314"),
            professional(2, T1, 59, "322333 433433 25313215"),
        ],
    },
    MadeUp {
        note: Text::PracticeNoteBegun,
        people: 1,
        plan: false,
        lists: &[resident(1, T1, 2, "33434323 2332321 33412321")],
    },
];
