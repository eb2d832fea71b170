//! How far a case is, what is due, and when the two pictures may be seen beside each other.

use crate::fixtures::{self, begin, professional, resident, time, value};
use draagkracht_core::{
    dossier::{Cell, Dossier},
    instrument::Instrument,
    person::{Mode, Moment, Person, Rater},
    response::Response,
    session::{Place, Session},
    standing::{Due, Progress, Schedule, Standing},
    timestamp::Timestamp,
};

const MADE: &str = "2026-01-10T09:00:00Z";

struct World {
    dossier: Dossier,
    created: Timestamp,
    sessions: Vec<Session>,
    responses: Vec<Response>,
}

impl World {
    fn new() -> Self {
        let created = time(MADE);
        Self { dossier: Dossier::new(&created), created, sessions: vec![], responses: vec![] }
    }

    fn see<T>(&self, see: impl FnOnce(Standing) -> T) -> T {
        let sessions: Vec<_> = self.sessions.iter().collect();
        let responses: Vec<_> = self.responses.iter().collect();
        see(Standing {
            dossier: &self.dossier,
            created: &self.created,
            sessions: &sessions,
            responses: &responses,
        })
    }

    fn is_open(&self) -> bool {
        self.see(|case| case.is_open(&Person::first(), Moment::T1))
    }
}

fn cell(rater: Rater) -> Cell {
    Cell { person: Person::first(), moment: Moment::T1, rater }
}

fn complete(instrument: &Instrument, at: &str) -> Response {
    let session = fixtures::walk(instrument, |_| value(3));
    session.complete(instrument, instrument.norm(), time(at)).unwrap()
}

#[test]
fn a_list_goes_from_open_to_complete_and_the_newest_revision_counts() {
    let (mut world, list) = (World::new(), resident());
    let progress = |world: &World| world.see(|case| case.progress(&cell(Rater::Resident)));
    assert_eq!(progress(&world), Progress::Open);
    world.dossier.set_absent(cell(Rater::Resident), true, time(MADE));
    assert_eq!(progress(&world), Progress::Absent);
    let mut session = begin(&list);
    session.answer(&list, &list.items()[0].id, value(2)).unwrap();
    world.sessions.push(session);
    assert_eq!(progress(&world), Progress::Begun(1), "it came after all");
    let first = complete(&list, "2026-01-12T10:00:00Z");
    let mut again = Session::reopen(&first, &list).unwrap();
    assert_eq!((again.place(), again.answered()), (Place::Check, 23));
    again.answer(&list, &list.items()[0].id, value(5)).unwrap();
    let second = again.complete(&list, list.norm(), time("2026-01-13T10:00:00Z")).unwrap();
    world.responses = vec![second, first];
    assert_eq!(progress(&world), Progress::Complete(2));
    let kept = world.see(|case| case.response(&cell(Rater::Resident)).unwrap().clone());
    assert_eq!(kept.answers[&list.items()[0].id].answer(), Some(value(5)));
}

#[test]
fn a_response_to_another_file_is_not_opened_again() {
    let response = complete(&resident(), MADE);
    assert!(Session::reopen(&response, &professional()).is_err());
}

#[test]
fn neither_is_seen_before_both_are_settled_and_one_is_there() {
    let mut world = World::new();
    world.responses.push(complete(&resident(), MADE));
    assert!(!world.is_open(), "the professional's is still to come");
    world.dossier.set_absent(cell(Rater::Professional), true, time(MADE));
    assert!(world.is_open(), "declared to stay missing");
    world.dossier.set_absent(cell(Rater::Professional), false, time(MADE));
    world.responses.push(complete(&professional(), MADE));
    assert!(world.is_open());
    world.responses.clear();
    for rater in [Rater::Resident, Rater::Professional] {
        world.dossier.set_absent(cell(rater), true, time(MADE));
    }
    assert!(!world.is_open(), "there is nothing to see");
}

#[test]
fn what_comes_after_seeing_or_helping_is_unblinded() {
    let list = resident();
    let unblinded = |world: &World, rater| world.see(|case| case.is_unblinded(&cell(rater)));
    for (mode, expected) in
        [(Mode::Alone, false), (Mode::ReadAloud, true), (Mode::Helped, true), (Mode::ByProxy, true)]
    {
        let mut world = World::new();
        let mut session = begin(&list);
        session.set_mode(mode);
        world.sessions.push(session);
        assert_eq!(unblinded(&world, Rater::Professional), expected, "{mode:?}");
        assert!(!unblinded(&world, Rater::Resident), "the resident knows their own answers");
    }
    let mut world = World::new();
    world.responses = vec![complete(&list, MADE), complete(&professional(), MADE)];
    assert!(unblinded(&world, Rater::Resident) && unblinded(&world, Rater::Professional));
}

#[test]
fn a_moment_is_due_around_its_day_and_counts_from_the_first_answers() {
    let (mut world, schedule) = (World::new(), Schedule::default());
    let day = |world: &World, moment| world.see(|case| case.day(moment, schedule).to_string());
    assert_eq!(day(&world, Moment::T2), "2027-01-10T09:00:00Z");
    world.responses.push(complete(&resident(), "2026-03-01T10:00:00Z"));
    assert_eq!(day(&world, Moment::T2), "2027-03-01T10:00:00Z");
    assert_eq!(day(&world, Moment::T3), "2028-02-29T10:00:00Z", "730 days over a leap year");
    for (now, due) in [
        ("2026-03-02T00:00:00Z", Due::Later),
        ("2027-01-30T09:59:59Z", Due::Later),
        ("2027-01-30T10:00:00Z", Due::Now),
        ("2027-03-31T10:00:00Z", Due::Now),
        ("2027-03-31T10:00:01Z", Due::Overdue),
        ("2025-03-02T00:00:00Z", Due::Later), // a clock that was set back
    ] {
        let found = world.see(|case| case.due(Moment::T2, schedule, &time(now)));
        assert_eq!(found, due, "{now}");
    }
}

#[test]
fn the_next_moment_is_the_first_that_is_not_done() {
    let mut world = World::new();
    let next = |world: &World| world.see(|case| case.next_moment());
    assert_eq!(next(&world), Some(Moment::T1));
    world.responses = vec![complete(&resident(), MADE), complete(&professional(), MADE)];
    assert_eq!(next(&world), Some(Moment::T2));
    for moment in [Moment::T2, Moment::T3] {
        for rater in [Rater::Resident, Rater::Professional] {
            let cell = Cell { moment, ..cell(rater) };
            world.dossier.set_absent(cell, true, time(MADE));
        }
    }
    assert_eq!(next(&world), None);
}
