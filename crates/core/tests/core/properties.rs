//! What holds for any answers to either list, whatever they are.

use crate::fixtures::{self, professional, resident};
use draagkracht_core::{
    answer::{Answer, Likert, Recorded},
    instrument::Instrument,
    score::{ComponentScore, Score},
    typology::{self, CapacityType},
};
use proptest::prelude::*;

fn recorded() -> impl Strategy<Value = Recorded> {
    prop_oneof![
        5 => (1..=5u8).prop_map(|v| Recorded::Answered(fixtures::value(v))),
        1 => Just(Recorded::Answered(Answer::DontKnow)),
        1 => Just(Recorded::Answered(Answer::WontSay)),
        1 => Just(Recorded::NotAsked),
    ]
}

/// A list and as many answers as it has items.
fn answered() -> impl Strategy<Value = (Instrument, Vec<Recorded>)> {
    prop_oneof![Just(resident()), Just(professional())].prop_flat_map(|instrument| {
        let items = instrument.items().len();
        (Just(instrument), proptest::collection::vec(recorded(), items))
    })
}

fn score(instrument: &Instrument, recorded: &[Recorded]) -> Score {
    Score::of(instrument, instrument.norm(), &fixtures::answers(instrument, recorded))
}

fn value(recorded: Recorded) -> Option<Likert> {
    recorded.answer()?.value()
}

/// The component's answers, by its id.
fn of<'a>(
    instrument: &'a Instrument,
    recorded: &'a [Recorded],
    component: &'a str,
) -> impl Iterator<Item = Recorded> + 'a {
    let items = instrument.items().iter().zip(recorded.iter().copied());
    items.filter(move |(i, _)| instrument.component_of(i).id == component).map(|(_, r)| r)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn missing_never_counts_as_zero((instrument, recorded) in answered()) {
        for (id, score) in score(&instrument, &recorded).components {
            let values: Vec<u16> = of(&instrument, &recorded, &id)
                .filter_map(|r| Some(u16::from(value(r)?.value())))
                .collect();
            prop_assert_eq!(usize::from(score.answered()), values.len());
            match score {
                ComponentScore::Mean { sum, .. } => prop_assert_eq!(sum, values.iter().sum::<u16>()),
                ComponentScore::Count { count, .. } => {
                    prop_assert_eq!(usize::from(count), values.iter().filter(|v| **v >= 4).count());
                }
            }
            if let Some(mean) = score.mean() {
                let [lowest, highest] = [values.iter().min(), values.iter().max()]
                    .map(|v| draagkracht_core::decimal::Ratio::new(i32::from(*v.unwrap()), 1).unwrap());
                prop_assert!(lowest <= mean && mean <= highest, "a mean lies among its answers");
            }
        }
    }

    #[test]
    fn a_higher_answer_never_lowers_anything(
        (instrument, recorded) in answered(), at in any::<prop::sample::Index>(),
    ) {
        let at = at.index(recorded.len());
        let Some(old) = value(recorded[at]) else { return Ok(()) };
        let Some(higher) = Likert::new(old.value() + 1) else { return Ok(()) };
        let mut raised = recorded.clone();
        raised[at] = Recorded::Answered(Answer::Value(higher));
        let [before, after] = [&recorded, &raised].map(|r| score(&instrument, r));
        for (id, old) in &before.components {
            let new = &after.components[id];
            prop_assert!(new.mean() >= old.mean());
            prop_assert!(new.count() >= old.count());
            prop_assert_eq!(new.answered(), old.answered());
            let [old, new] =
                [*old, *new].map(|s| typology::standing(id, s, instrument.norm()).map(|s| s.strong));
            prop_assert!(new >= old, "what was strong stays strong");
        }
    }

    #[test]
    fn why_an_answer_is_missing_changes_no_score((instrument, recorded) in answered()) {
        let reasons = [Recorded::Answered(Answer::DontKnow), Recorded::Answered(Answer::WontSay), Recorded::NotAsked];
        let scores = reasons.map(|reason| {
            let same: Vec<_> =
                recorded.iter().map(|r| if value(*r).is_none() { reason } else { *r }).collect();
            score(&instrument, &same)
        });
        prop_assert_eq!(&scores[0], &score(&instrument, &recorded));
        prop_assert_eq!(&scores[0], &scores[1]);
        prop_assert_eq!(&scores[0], &scores[2]);
    }

    #[test]
    fn burden_never_changes_the_type(
        (instrument, recorded) in answered(), others in proptest::collection::vec(recorded(), 23),
    ) {
        let changed: Vec<_> = instrument
            .items()
            .iter()
            .zip(recorded.iter().zip(others))
            .map(|(i, (r, other))| if instrument.component_of(i).id == "burden" { other } else { *r })
            .collect();
        prop_assert_eq!(
            score(&instrument, &recorded).capacity_type,
            score(&instrument, &changed).capacity_type
        );
    }

    #[test]
    fn the_type_is_the_table_of_section_2_2_1((instrument, recorded) in answered()) {
        let score = score(&instrument, &recorded);
        let [competences, social_capital] = typology::COMPONENTS.map(|component| {
            typology::standing(component, score.components[component], instrument.norm())
                .map(|standing| standing.strong)
        });
        let expected = match (competences, social_capital) {
            (None, _) | (_, None) => None,
            (Some(false), Some(false)) => Some(CapacityType::Weak),
            (Some(false), Some(true)) => Some(CapacityType::SocialCapital),
            (Some(true), Some(false)) => Some(CapacityType::Competences),
            (Some(true), Some(true)) => Some(CapacityType::Double),
        };
        prop_assert_eq!(score.capacity_type, expected);
    }

    #[test]
    fn answers_in_another_order_of_items_within_a_component_score_the_same(
        (instrument, recorded) in answered(),
    ) {
        let mut turned = Vec::new();
        for component in instrument.components() {
            let mut answers: Vec<_> = of(&instrument, &recorded, &component.id).collect();
            answers.reverse();
            turned.extend(answers);
        }
        prop_assert_eq!(score(&instrument, &recorded), score(&instrument, &turned));
    }

    #[test]
    fn entries_put_in_backwards_score_the_same((instrument, recorded) in answered()) {
        let forwards = fixtures::answers(&instrument, &recorded);
        let backwards = forwards.clone().into_iter().rev().collect();
        prop_assert_eq!(
            Score::of(&instrument, instrument.norm(), &forwards),
            Score::of(&instrument, instrument.norm(), &backwards)
        );
    }

    #[test]
    fn a_score_survives_json((instrument, recorded) in answered()) {
        let score = score(&instrument, &recorded);
        let json = serde_json::to_string(&score).unwrap();
        prop_assert_eq!(serde_json::from_str::<Score>(&json).unwrap(), score);
    }
}
