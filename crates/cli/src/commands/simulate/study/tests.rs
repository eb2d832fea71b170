//! That a made-up study is like the published one.

mod shape;

use super::*;
use draagkracht_core::{
    decimal::Ratio,
    instrument::BUILT_IN,
    person::{
        Moment::{T1, T3},
        Rater::{Professional, Resident},
    },
};

fn made(seed: u64, cases: u32) -> Vec<Handover> {
    let instruments = BUILT_IN.map(|b| Instrument::load(b.json.as_bytes()).unwrap());
    let mut study = Study::new(seed, cases, &instruments).unwrap();
    (0..cases).flat_map(|number| study.case(number)).collect()
}

fn responses(handovers: &[Handover]) -> impl Iterator<Item = &Response> {
    handovers.iter().flat_map(|h| &h.contents.responses)
}

#[test]
fn the_same_seed_makes_the_same_study_and_another_another() {
    let [one, again, other] = [1, 1, 2].map(|seed| format!("{:?}", made(seed, 20)));
    assert_eq!(one, again);
    assert_ne!(one, other);
}

/// Section 9 of the instruments: means, severe domains, and how many stay.
#[test]
fn the_means_are_near_the_published_ones() {
    let study = made(3, 1500);
    let mean = |rater, moment, component: &str| {
        let of = responses(&study).filter(|r| r.rater == rater && r.moment == moment);
        let values: Vec<f64> = of
            .filter_map(|r| {
                let score = r.score.components[component];
                let shown = score.mean().map(|mean: Ratio| mean.to_string());
                let shown = shown.or(score.count().map(|count| count.to_string()));
                shown.map(|text| text.parse::<f64>().unwrap())
            })
            .collect();
        values.iter().sum::<f64>() / f64::from(u32::try_from(values.len()).unwrap())
    };
    for (rater, moment, component, published) in [
        (Resident, T1, "competences", 3.78),
        (Resident, T3, "competences", 3.91),
        (Resident, T1, "social_capital", 3.29),
        (Resident, T3, "social_capital", 3.49),
        (Professional, T1, "competences", 3.35),
        (Professional, T3, "competences", 3.35),
        (Professional, T1, "social_capital", 2.91),
        (Professional, T3, "social_capital", 3.16),
        (Resident, T1, "burden", 2.22),
        (Resident, T3, "burden", 1.80),
        (Professional, T1, "burden", 2.45),
        (Professional, T3, "burden", 2.05),
    ] {
        let found = mean(rater, moment, component);
        assert!((found - published).abs() < 0.12, "{rater} {moment} {component}: {found}");
    }
}

#[test]
fn about_half_stay_and_some_answers_and_lists_are_missing() {
    let study = made(4, 1000);
    let at = |moment| responses(&study).filter(|r| r.moment == moment).count();
    assert!((450..=550).contains(&(at(Moment::T3) * 1000 / at(Moment::T1))));
    assert!(responses(&study).any(|r| r.score.capacity_type.is_none()));
    let residents = responses(&study).filter(|r| r.rater == Rater::Resident).count();
    assert!(residents < responses(&study).count());
}
