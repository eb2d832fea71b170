//! Section 9 again: alphas, types and correlations, over many more cases than the study had. How near
//! is near: about what a study of 105 people leaves to chance.

use super::{made, responses};
use crate::statistics::{cronbach_alpha, number, pearson};
use draagkracht_core::{
    answer::Answer,
    person::{
        Moment::{self, T1, T2, T3},
        Rater::{self, Professional, Resident},
    },
    response::Response,
    score::ComponentScore,
    typology::CapacityType,
};
use std::{collections::BTreeMap, sync::LazyLock};
use uuid::Uuid;

type Lists = BTreeMap<(Uuid, Rater, Moment), Response>;

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let study = made(3, 1500);
    let of = |r: &Response| ((r.case_id, r.rater, r.moment), r.clone());
    responses(&study).map(of).collect()
});

fn at(rater: Rater, moment: Moment) -> impl Iterator<Item = &'static Response> {
    let is_it = move |key: &(Uuid, Rater, Moment)| key.1 == rater && key.2 == moment;
    LISTS.iter().filter(move |(key, _)| is_it(key)).map(|(_, response)| response)
}

#[test]
fn alphas() {
    for (rater, component, published) in [
        (Resident, "competences.", [0.77, 0.72, 0.78]),
        (Resident, "social_capital.", [0.84, 0.87, 0.85]),
        (Professional, "competences.", [0.87, 0.92, 0.93]),
        (Professional, "social_capital.", [0.90, 0.89, 0.88]),
    ] {
        for (moment, published) in Moment::ALL.into_iter().zip(published) {
            let items = |response: &Response| -> Option<Vec<f64>> {
                let of =
                    response.answers.iter().filter(|(id, _)| id.as_str().starts_with(component));
                let value = |answer: Answer| answer.value().map(|v| f64::from(v.value()));
                of.map(|(_, recorded)| recorded.answer().and_then(value)).collect()
            };
            let people: Vec<_> = at(rater, moment).filter_map(items).collect();
            let found = cronbach_alpha(&people).unwrap();
            assert!((found - published).abs() < 0.07, "{rater} {component}{moment}: {found}");
        }
    }
}

#[test]
fn types() {
    for (rater, moment, published) in [
        (Resident, T1, [25.0, 16.0, 24.0, 35.0]),
        (Professional, T1, [32.0, 7.0, 13.0, 48.0]),
        (Professional, T3, [25.0, 17.0, 7.0, 51.0]),
    ] {
        let kinds: Vec<CapacityType> =
            at(rater, moment).filter_map(|response| response.score.capacity_type).collect();
        for (kind, published) in (1..=4).zip(published) {
            let count = kinds.iter().filter(|found| u8::from(**found) == kind).count();
            let found = 100.0 * number(count) / number(kinds.len());
            assert!((found - published).abs() < 12.0, "{rater} {moment} type {kind}: {found}");
        }
    }
}

/// A score as a number.
fn score(case: Uuid, rater: Rater, moment: Moment, component: &str) -> Option<f64> {
    match LISTS.get(&(case, rater, moment))?.score.components[component] {
        ComponentScore::Mean { sum, answered, scored: true, .. } => {
            Some(f64::from(sum) / f64::from(answered))
        }
        ComponentScore::Count { count, scored: true, .. } => Some(f64::from(count)),
        _ => None,
    }
}

#[test]
fn correlations_of_the_raters() {
    for (component, published, change) in [
        ("competences", [0.18, 0.38, 0.22], -0.06),
        ("social_capital", [0.46, 0.32, 0.43], 0.12),
        // Made-up raters do not see burden change together; the report has .19.
        ("burden", [0.38, 0.38, 0.35], 0.0),
    ] {
        let near = |what: &str, published: f64, say: &dyn Fn(Uuid, Rater) -> Option<f64>| {
            let cases = at(Resident, T1).map(|response| response.case_id);
            let both = |case| say(case, Resident).zip(say(case, Professional));
            let (one, other): (Vec<f64>, Vec<f64>) = cases.filter_map(both).unzip();
            let found = pearson(&one, &other).unwrap().r;
            assert!((found - published).abs() < 0.14, "{component} {what}: {found}");
        };
        for (moment, published) in [T1, T2, T3].into_iter().zip(published) {
            near(moment.as_str(), published, &|case, rater| score(case, rater, moment, component));
        }
        near("change", change, &|case, rater| {
            Some(score(case, rater, T3, component)? - score(case, rater, T1, component)?)
        });
    }
}
