//! What holds for a session after any steps, sensible or not.

use crate::fixtures::{COMPLETED, begin, item, resident, time, value};
use draagkracht_core::{
    answer::Answer,
    instrument::{Instrument, ItemId},
    session::{Place, Session},
};
use proptest::prelude::*;

#[derive(Debug, Clone)]
enum Step {
    /// Answers where the person is, as the screen does.
    AnswerHere(Answer),
    /// Answers any item, as nothing on the screen does.
    Answer(usize, Answer),
    Next,
    Back,
    GoTo(Place),
    Change(usize),
    Explain,
}

fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        5 => (1..=5u8).prop_map(value),
        1 => Just(Answer::DontKnow),
        1 => Just(Answer::WontSay),
    ]
}

fn step() -> impl Strategy<Value = Step> {
    let place = prop_oneof![4 => (0..25usize).prop_map(Place::Question), 1 => Just(Place::Check)];
    prop_oneof![
        8 => answer().prop_map(Step::AnswerHere),
        8 => Just(Step::Next),
        2 => (0..23usize, answer()).prop_map(|(at, answer)| Step::Answer(at, answer)),
        2 => Just(Step::Back),
        2 => place.prop_map(Step::GoTo),
        2 => (0..23usize).prop_map(Step::Change),
        1 => Just(Step::Explain),
    ]
}

/// Many steps, some from a list that is just begun and some from one that is nearly done.
fn steps() -> impl Strategy<Value = Vec<Step>> {
    let answer_all = (0..23usize).map(|at| Step::Answer(at, value(3))).collect::<Vec<_>>();
    let some = proptest::collection::vec(step(), 0..60);
    (prop_oneof![Just(vec![]), Just(answer_all)], some)
        .prop_map(|(first, then)| [first, then].concat())
}

/// Takes a step; whether it was possible does not matter here.
fn take(session: &mut Session, instrument: &Instrument, step: &Step) {
    let id = |at: usize| instrument.items()[at].id.clone();
    match step {
        Step::AnswerHere(answer) => {
            if let Place::Question(at) = session.place() {
                session.answer(instrument, &id(at), *answer).unwrap();
            }
        }
        Step::Answer(at, answer) => session.answer(instrument, &id(*at), *answer).unwrap(),
        Step::Next => _ = session.next(instrument),
        Step::Back => _ = session.back(instrument),
        Step::GoTo(place) => _ = session.go_to(instrument, *place),
        Step::Change(at) => _ = session.change(instrument, &id(*at)),
        Step::Explain => session.use_explanation(),
    }
}

fn first_open(session: &Session, instrument: &Instrument) -> Option<usize> {
    instrument.items().iter().position(|item| session.answer_to(&item.id).is_none())
}

fn answers(session: &Session, instrument: &Instrument) -> Vec<(ItemId, Option<Answer>)> {
    let answer = |id: &ItemId| (id.clone(), session.answer_to(id));
    instrument.items().iter().map(|item| answer(&item.id)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn nobody_gets_past_the_first_open_question(steps in steps()) {
        let instrument = resident();
        let mut session = begin(&instrument);
        for step in &steps {
            take(&mut session, &instrument, step);
            let open = first_open(&session, &instrument);
            match session.place() {
                Place::Question(at) => prop_assert!(at < 23 && open.is_none_or(|open| at <= open)),
                Place::Check => prop_assert_eq!(open, None),
            }
            prop_assert!(!session.is_changing() || open.is_none());
        }
    }

    #[test]
    fn only_an_answer_changes_answers(steps in steps()) {
        let instrument = resident();
        let mut session = begin(&instrument);
        for step in &steps {
            let before = answers(&session, &instrument);
            take(&mut session, &instrument, step);
            let after = answers(&session, &instrument);
            let changed = before.iter().zip(&after).filter(|(before, after)| before != after).count();
            let answering = matches!(step, Step::AnswerHere(_) | Step::Answer(..));
            prop_assert!(changed <= usize::from(answering));
            prop_assert!(before.iter().zip(&after).all(|(b, a)| b.1.is_none() || a.1.is_some()));
            prop_assert_eq!(session.answered(), after.iter().filter(|(_, a)| a.is_some()).count());
        }
    }

    #[test]
    fn it_resumes_at_the_same_place_after_any_step(steps in steps()) {
        let instrument = resident();
        let mut session = begin(&instrument);
        for step in &steps {
            take(&mut session, &instrument, step);
            let kept = serde_json::to_vec(&session).unwrap();
            let resumed: Session = serde_json::from_slice(&kept).unwrap();
            prop_assert_eq!(resumed.resume(&instrument), Ok(()));
            prop_assert_eq!(&resumed, &session);
            session = resumed;
        }
    }

    #[test]
    fn back_and_then_next_is_where_one_was(steps in steps()) {
        let instrument = resident();
        let mut session = begin(&instrument);
        for step in &steps {
            take(&mut session, &instrument, step);
            let mut other = session.clone();
            if !session.is_changing() && other.back(&instrument) {
                prop_assert_eq!(other.next(&instrument), Ok(()));
                prop_assert_eq!(&other, &session);
            }
        }
    }

    #[test]
    fn whatever_happened_all_answered_is_completed(steps in steps()) {
        let instrument = resident();
        let mut session = begin(&instrument);
        for step in &steps {
            take(&mut session, &instrument, step);
        }
        for item in instrument.items() {
            if session.answer_to(&item.id).is_none() {
                session.answer(&instrument, &item.id, Answer::WontSay).unwrap();
            }
        }
        let response = session.complete(&instrument, instrument.norm(), time(COMPLETED)).unwrap();
        prop_assert_eq!(response.check(&instrument), Ok(()));
        prop_assert!(session.go_to(&instrument, Place::Check));
    }

    #[test]
    fn the_order_of_answering_changes_no_score(
        given in proptest::collection::vec(answer(), 23),
        order in Just((0..23usize).collect::<Vec<_>>()).prop_shuffle(),
        first in proptest::collection::vec((0..23usize, answer()), 0..10),
    ) {
        let instrument = resident();
        let complete = |order: &[usize], first: &[(usize, Answer)]| {
            let mut session = begin(&instrument);
            let given = order.iter().map(|at| (*at, given[*at]));
            for (at, answer) in first.iter().copied().chain(given) {
                session.answer(&instrument, &instrument.items()[at].id, answer).unwrap();
            }
            session.complete(&instrument, instrument.norm(), time(COMPLETED)).unwrap()
        };
        let in_order: Vec<_> = (0..23).collect();
        prop_assert_eq!(complete(&order, &first), complete(&in_order, &[]), "nor does a changed mind");
    }
}

#[test]
fn a_step_that_is_not_possible_changes_nothing() {
    let instrument = resident();
    let mut session = begin(&instrument);
    let before = session.clone();
    assert!(session.next(&instrument).is_err());
    assert!(!session.back(&instrument));
    assert!(!session.go_to(&instrument, Place::Check));
    assert!(session.change(&instrument, &item("burden.safety")).is_err());
    assert!(session.answer(&instrument, &item("nothing"), value(1)).is_err());
    assert_eq!(session, before);
}
