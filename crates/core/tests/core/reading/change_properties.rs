//! What holds for any two moments of one rater.

use super::{BOTH, List, properties::answers, reading, subject};
use draagkracht_core::{
    answer::Recorded,
    person::{
        Moment::{T1, T3},
        Rater::Resident,
    },
    reading::{
        Development, Newest,
        change::{Change, Course, Outcome},
    },
};
use proptest::prelude::*;

fn change(before: &[Recorded], after: &[Recorded]) -> Change {
    let responses = [(T1, before), (T3, after)]
        .map(|(moment, said)| List::new(Resident, moment, said.to_vec()).response());
    let newest = Newest::of(&responses);
    let mut got = Development::of(&reading(), &newest, &subject(&newest), Resident);
    assert_eq!(got.changes.len(), 1);
    got.changes.remove(0)
}

fn back(course: Course) -> Course {
    match course {
        Course::Lower => Course::Higher,
        Course::Same => Course::Same,
        Course::Higher => Course::Lower,
    }
}

fn value(recorded: Recorded) -> Option<i32> {
    Some(recorded.answer()?.value()?.value().into())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    /// Worked out anew in whole numbers: 0.8 or more is ten times the difference being eight times the items or more.
    #[test]
    fn a_change_is_what_the_items_of_both_moments_say(before in answers(Resident), after in answers(Resident)) {
        let got = change(&before, &after);
        let mut at = 0;
        for (component, needed) in BOTH[0].components().iter().zip([6, 6, 8]) {
            let items = BOTH[0].items_of(component).count();
            let both: Vec<_> = (at..at + items)
                .filter_map(|at| Some((value(before[at])?, value(after[at])?)))
                .collect();
            at += items;
            let n = i32::try_from(both.len()).unwrap();
            let severe = |level: i32| i32::from(level >= 4);
            let [mean, count] = [
                both.iter().map(|(b, a)| a - b).sum::<i32>(),
                both.iter().map(|(b, a)| severe(*a) - severe(*b)).sum::<i32>(),
            ];
            let course = |difference: i32, clear: bool| match difference.signum() {
                1 if clear => Course::Higher,
                -1 if clear => Course::Lower,
                _ => Course::Same,
            };
            let outcome = got.components.iter().find(|c| c.component == component.id).unwrap().outcome;
            match outcome {
                Outcome::TooFew { items, .. } => prop_assert!(n < needed && i32::from(items) == n),
                Outcome::Mean { course: got, items, before, after } => {
                    prop_assert_eq!((i32::from(items), i32::from(after) - i32::from(before)), (n, mean));
                    prop_assert_eq!(got, course(mean, 10 * mean.abs() >= 8 * n));
                }
                Outcome::Count { course: got, items, .. } => {
                    prop_assert_eq!(i32::from(items), n);
                    prop_assert_eq!(got, course(count, true));
                }
            }
        }
    }

    #[test]
    fn backwards_it_goes_the_other_way(before in answers(Resident), after in answers(Resident)) {
        let [there, again] = [change(&before, &after), change(&after, &before)];
        for (one, other) in there.components.iter().zip(&again.components) {
            let turned = match one.outcome {
                Outcome::Mean { items, before, after, course } =>
                    Outcome::Mean { items, before: after, after: before, course: back(course) },
                Outcome::Count { items, before, after, course } =>
                    Outcome::Count { items, before: after, after: before, course: back(course) },
                few @ Outcome::TooFew { .. } => few,
            };
            prop_assert_eq!(turned, other.outcome);
        }
        for (one, other) in there.domains.iter().zip(&again.domains) {
            prop_assert_eq!((one.before, one.after), (other.after, other.before));
            prop_assert_eq!(one.course.map(back), other.course);
        }
    }

    #[test]
    fn the_same_answers_are_no_change(said in answers(Resident)) {
        for component in change(&said, &said).components {
            match component.outcome {
                Outcome::Mean { course, .. } | Outcome::Count { course, .. } => prop_assert_eq!(course, Course::Same),
                Outcome::TooFew { items, needed } => prop_assert!(items < needed),
            }
        }
    }
}
