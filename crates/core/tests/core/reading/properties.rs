//! What holds for any two lists, whatever was answered.

use super::{BOTH, List, reading, subject};
use crate::fixtures;
use draagkracht_core::{
    answer::{Answer, Recorded},
    person::{
        Moment::T1,
        Rater::{self, Professional, Resident},
    },
    reading::{Balance, Comparison, Newest, domain_row::DomainView},
    response::Response,
    score::ComponentScore,
};
use proptest::prelude::*;

pub fn recorded() -> impl Strategy<Value = Recorded> {
    prop_oneof![
        6 => (1..=5u8).prop_map(|v| Recorded::Answered(fixtures::value(v))),
        1 => Just(Recorded::Answered(Answer::DontKnow)),
        1 => Just(Recorded::Answered(Answer::WontSay)),
        1 => Just(Recorded::NotAsked),
    ]
}

pub fn answers(rater: Rater) -> impl Strategy<Value = Vec<Recorded>> {
    let items = BOTH.iter().find(|i| i.rater() == rater).unwrap().items().len();
    proptest::collection::vec(recorded(), items)
}

fn compare(responses: &[Response]) -> Comparison {
    let newest = Newest::of(responses);
    Comparison::at(&reading(), &newest, &subject(&newest), T1).unwrap()
}

fn both(resident: &[Recorded], professional: &[Recorded]) -> [Response; 2] {
    [(Resident, resident), (Professional, professional)]
        .map(|(rater, said)| List::new(rater, T1, said.to_vec()).response())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_domain_is_there_once_the_largest_difference_first(
        resident in answers(Resident), professional in answers(Professional),
    ) {
        let got = compare(&both(&resident, &professional));
        let mut items: Vec<_> = got.domains.iter().map(|row| row.item.as_str()).collect();
        items.sort_unstable();
        items.dedup();
        prop_assert_eq!(items.len(), 8);
        prop_assert_eq!(got.tally.agree + got.tally.differ + got.tally.missing, 8);
        let differences: Vec<_> = got.domains.iter().map(|row| row.view.difference()).collect();
        prop_assert!(differences.is_sorted_by(|a, b| a >= b), "{:?}", differences);
    }

    #[test]
    fn who_sees_it_heavier_turns_with_the_answers(
        one in proptest::collection::vec(recorded(), 8), two in proptest::collection::vec(recorded(), 8),
    ) {
        let compare = |resident: &[Recorded], professional: &[Recorded]| {
            let list = |rater, said: &[Recorded]| {
                let mut list = super::with_domains(rater, T1, &[1; 8]);
                let capacity = list.answers.len() - 8;
                list.answers.splice(capacity.., said.iter().copied());
                list.response()
            };
            compare(&[list(Resident, resident), list(Professional, professional)])
        };
        let [there, back] = [compare(&one, &two), compare(&two, &one)];
        for (row, turned) in there.domains.iter().zip(&back.domains) {
            prop_assert_eq!(&row.item, &turned.item);
            let other = |rater| if rater == Resident { Professional } else { Resident };
            let expected = match row.view {
                DomainView::Agree { by } => DomainView::Agree { by },
                DomainView::Differ { by, heavier } => DomainView::Differ { by, heavier: other(heavier) },
                DomainView::OneMissing { who, why } => DomainView::OneMissing { who: other(who), why },
                DomainView::BothMissing(why) => DomainView::BothMissing(draagkracht_core::reading::Sides {
                    resident: why.professional, professional: why.resident,
                }),
            };
            prop_assert_eq!(turned.view, expected);
        }
        prop_assert_eq!(there.severe.resident, back.severe.professional);
    }

    #[test]
    fn topics_take_a_component_apart_and_lose_nothing(
        resident in answers(Resident), professional in answers(Professional),
    ) {
        let got = compare(&both(&resident, &professional));
        for component in &got.components {
            for rater in [Resident, Professional] {
                let parts = |row: &draagkracht_core::reading::place_row::PlaceRow| {
                    match row.places.of(rater).as_ref().unwrap().score {
                        ComponentScore::Mean { sum, answered, items, .. } => [sum, answered.into(), items.into()],
                        ComponentScore::Count { .. } => unreachable!("capacity is a mean"),
                    }
                };
                let topics = got.topics.iter().filter(|row| row.component == component.component);
                let sum = topics.map(parts).fold([0; 3], |a, b| [a[0] + b[0], a[1] + b[1], a[2] + b[2]]);
                prop_assert_eq!(parts(component), sum);
            }
        }
    }

    #[test]
    fn burden_says_nothing_of_capacity_nor_capacity_of_burden(
        one in answers(Resident), two in answers(Resident), professional in answers(Professional),
    ) {
        let mixed = [&one[..15], &two[15..]].concat();
        let [of_one, of_two, of_mixed] =
            [&one, &two, &mixed].map(|resident| compare(&both(resident, &professional)));
        prop_assert_eq!((&of_mixed.topics, &of_mixed.components), (&of_one.topics, &of_one.components));
        prop_assert_eq!((&of_mixed.domains, of_mixed.severe), (&of_two.domains, of_two.severe));
    }

    #[test]
    fn neither_older_revisions_nor_drafts_nor_the_order_count(
        resident in answers(Resident), older in answers(Resident), professional in answers(Professional),
    ) {
        let [mut own, other] = both(&resident, &professional);
        own.revision = 2;
        let expected = compare(&[own.clone(), other.clone()]);
        let [first, _] = both(&older, &professional);
        let mut draft = first.clone();
        draft.revision = 3;
        draft.completed = None;
        prop_assert_eq!(&compare(&[draft.clone(), other.clone(), own.clone(), first.clone()]), &expected);
        prop_assert_eq!(&compare(&[first, own, other, draft]), &expected);
    }

    #[test]
    fn a_balance_shows_both_sides_as_the_report_does(resident in answers(Resident)) {
        let response = List::new(Resident, T1, resident).response();
        let balance = Balance::of(&reading().read(&response).unwrap());
        let report = draagkracht_core::report::Report::of(&BOTH[0], BOTH[0].norm(), &response);
        prop_assert_eq!(balance.capacity.strengths, report.strengths);
        prop_assert_eq!(Some(balance.burden.severe), report.severe);
        let domains: Vec<_> = balance.burden.domains.into_iter().map(|d| (d.item, d.level.severe)).collect();
        let expected: Vec<_> = report.burden.into_iter().map(|d| (d.item, d.severe)).collect();
        prop_assert_eq!(domains, expected);
        for (place, capacity) in balance.capacity.placement.components.iter().zip(report.capacity) {
            prop_assert_eq!((&place.component, place.measured.score, place.measured.standing),
                (&capacity.component, capacity.score, capacity.standing));
        }
    }
}
