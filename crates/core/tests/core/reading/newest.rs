//! Which list counts.

use super::{List, point, reading, responses, subject};
use draagkracht_core::{
    person::{
        Moment,
        Moment::T1,
        Rater::{Professional, Resident},
    },
    reading::{Missing, Newest},
};

/// Every order of a few things, so that no test rests on the order in which records are found.
fn permutations<T: Clone>(things: &[T]) -> Vec<Vec<T>> {
    let Some((first, rest)) = things.split_first() else { return vec![vec![]] };
    let mut all = Vec::new();
    for order in permutations(rest) {
        for at in 0..=order.len() {
            let mut order = order.clone();
            order.insert(at, first.clone());
            all.push(order);
        }
    }
    all
}

/// A list that says only who it is: id, revision, completed.
fn list(id: u128, revision: u32, completed: Option<&'static str>) -> List {
    List { id, revision, completed, ..List::all(Resident, T1, point(3)) }
}

const EARLY: Option<&str> = Some("2026-01-01T00:00:00Z");
const LATE: Option<&str> = Some("2026-02-01T00:00:00Z");
const LATEST: Option<&str> = Some("2026-03-01T00:00:00Z");

/// The id and revision that count, in whatever order the lists come.
fn counts(lists: &[List]) -> Result<(u128, u32), Missing> {
    let mut found: Vec<_> = permutations(lists)
        .iter()
        .map(|order| {
            let responses = responses(order);
            let newest = Newest::of(&responses);
            let reading = reading();
            let answered = newest.read(&reading, &subject(&newest), Resident, T1)?;
            let source = answered.source();
            Ok((source.response_id.as_u128(), source.revision))
        })
        .collect();
    found.dedup();
    assert_eq!(found.len(), 1, "the order makes no difference");
    found.remove(0)
}

#[test]
fn the_highest_revision_whatever_the_clock_says() {
    let lists = [list(7, 1, LATEST), list(7, 3, EARLY), list(7, 2, LATE)];
    assert_eq!(counts(&lists), Ok((7, 3)));
}

#[test]
fn of_two_lists_the_one_completed_last_by_its_own_newest_revision() {
    assert_eq!(counts(&[list(7, 4, EARLY), list(8, 1, LATE)]), Ok((8, 1)));
    assert_eq!(counts(&[list(8, 4, EARLY), list(7, 1, LATE)]), Ok((7, 1)));
    // The correction of 7 was completed before 8: its first revision no longer speaks.
    let lists = [list(7, 1, LATEST), list(7, 2, EARLY), list(8, 1, LATE)];
    assert_eq!(counts(&lists), Ok((8, 1)));
    assert_eq!(counts(&[list(7, 1, LATE), list(8, 1, LATE)]), Ok((8, 1)), "the later id");
}

#[test]
fn a_draft_never_counts_before_a_completed_one() {
    assert_eq!(counts(&[list(7, 1, EARLY), list(7, 2, None)]), Ok((7, 1)));
    assert_eq!(counts(&[list(7, 1, None), list(8, 1, None)]), Err(Missing::Unfinished));
}

#[test]
fn lists_of_others_are_others() {
    let own = list(7, 1, EARLY);
    let lists = [
        own.clone(),
        List { id: 8, person: "2", completed: LATE, ..own.clone() },
        List { id: 9, case: 2, completed: LATE, ..own.clone() },
        List { id: 10, moment: Moment::T2, completed: LATE, ..own.clone() },
        List { id: 11, completed: LATE, ..List::all(Professional, T1, point(3)) },
    ];
    let responses = responses(&lists);
    let newest = Newest::of(&responses);
    let subjects: Vec<_> = newest.subjects().into_iter().cloned().collect();
    let who: Vec<_> =
        subjects.iter().map(|s| (s.case_id.as_u128(), s.person.to_string())).collect();
    assert_eq!(who, [(1, "1".to_owned()), (1, "2".to_owned()), (2, "1".to_owned())]);
    let reading = reading();
    let id = |at: usize, rater, moment| {
        let answered = newest.read(&reading, &subjects[at], rater, moment);
        answered.map(|answered| answered.source().response_id.as_u128())
    };
    assert_eq!(id(0, Resident, T1), Ok(7));
    assert_eq!(id(1, Resident, T1), Ok(8));
    assert_eq!(id(2, Resident, T1), Ok(9));
    assert_eq!(id(0, Resident, Moment::T2), Ok(10));
    assert_eq!(id(0, Professional, T1), Ok(11));
    assert_eq!(id(1, Professional, T1), Err(Missing::NotThere));
}
