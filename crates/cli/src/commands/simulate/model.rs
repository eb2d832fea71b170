//! How made-up people answer: latent traits, and the published figures that they come near to.

use super::chance::Chance;
use draagkracht_core::{
    answer::{Answer, Likert},
    instrument::{Instrument, ItemId},
    person::{Moment, Rater},
};
use std::collections::BTreeMap;

const COMPONENTS: [&str; 3] = ["competences", "social_capital", "burden"];

/// What one rater's answers to one component come from.
struct Figures {
    /// Mean of the latent answers at T1, T2, T3. Rounded to 1-5 they come to the means of section 9
    /// of the report; T2, and the professional's competences after T1, are between or near.
    means: [f64; 3],
    /// Share of an answer's variance that the items of the component have in common; from alpha.
    in_common: f64,
    /// Deviation of a latent answer.
    deviation: f64,
}

/// Tables 2.3, 3.1, 3.2, 3.4, 3.5, figures 3.7 and 3.9. The means of burden are shifts of [`DOMAINS`].
const RESIDENT: [Figures; 3] = [
    Figures { means: [3.859, 3.942, 4.015], in_common: 0.33, deviation: 1.1 },
    Figures { means: [3.311, 3.420, 3.530], in_common: 0.48, deviation: 1.1 },
    Figures { means: [0.0, -0.110, -0.227], in_common: 0.35, deviation: 1.3 },
];
const PROFESSIONAL: [Figures; 3] = [
    Figures { means: [3.376, 3.386, 3.397], in_common: 0.58, deviation: 1.1 },
    Figures { means: [2.904, 3.043, 3.171], in_common: 0.66, deviation: 1.1 },
    Figures { means: [0.115, 0.015, -0.089], in_common: 0.35, deviation: 1.3 },
];

/// Latent means of the life domains, in the order of the instruments: finances is the published 41%
/// severe, the others are made up and come to 2.22 together.
const DOMAINS: [f64; 8] = [3.2, 2.7, 2.5, 2.1, 3.03, 3.34, 2.45, 2.21];

/// How far the items of a component lie from its mean; ours.
const SPREAD: f64 = 0.5;

/// Shares of a trait's variance that both raters see, and that one rater sees at every moment;
/// the rest is of one moment. From table 5.4.
const SEEN_BY_BOTH: [f64; 3] = [0.32, 0.46, 0.54];
const OF_THE_RATER: [f64; 3] = [0.38, 0.29, 0.20];

/// The traits of one person in one study.
pub struct Traits {
    both: [f64; 3],
    rater: [[f64; 3]; 2],
    moment: [[[f64; 3]; 3]; 2],
}

impl Traits {
    /// Draws a person.
    pub fn draw(chance: &mut Chance) -> Self {
        let [first, second, third] = [(); 3].map(|()| chance.normal());
        // Competences and social capital go together somewhat, and more so in a professional's eyes.
        let both = [first, 0.5 * first + 0.866 * second, third];
        let three = |halo: bool, chance: &mut Chance| {
            let [a, b, c] = [(); 3].map(|()| chance.normal());
            [a, if halo { a } else { b }, c]
        };
        Self {
            both,
            rater: [false, true].map(|halo| three(halo, chance)),
            moment: [false, true].map(|halo| [(); 3].map(|()| three(halo, chance))),
        }
    }

    fn of(&self, component: usize, rater: Rater, moment: Moment) -> f64 {
        let (who, when) = (usize::from(rater == Rater::Professional), moment as usize);
        let (both, own) = (SEEN_BY_BOTH[component], OF_THE_RATER[component]);
        both.sqrt() * self.both[component]
            + own.sqrt() * self.rater[who][component]
            + (1.0 - both - own).sqrt() * self.moment[who][when][component]
    }

    /// Fills in a list.
    pub fn answer(
        &self,
        instrument: &Instrument,
        moment: Moment,
        chance: &mut Chance,
    ) -> BTreeMap<ItemId, Answer> {
        let rater = instrument.rater();
        let all = if rater == Rater::Resident { &RESIDENT } else { &PROFESSIONAL };
        let mut answers = BTreeMap::new();
        for component in instrument.components() {
            let known = COMPONENTS.iter().position(|name| *name == component.id);
            let Some(place) = known else { continue };
            let figures = &all[place];
            let shared = figures.in_common.sqrt() * self.of(place, rater, moment);
            let items: Vec<_> = instrument.items_of(component).collect();
            let last = u8::try_from(items.len()).unwrap_or(u8::MAX) - 1;
            for (at, item) in (0..=last).zip(items) {
                let mean = figures.means[moment as usize] + offset(place, at, last);
                let own = (1.0 - figures.in_common).sqrt() * chance.normal();
                let latent = mean + figures.deviation * (shared + own);
                let answer = missing(item.sensitive, chance).unwrap_or_else(|| rounded(latent));
                answers.insert(item.id.clone(), answer);
            }
        }
        answers
    }
}

/// How far an item lies from the mean of its component.
fn offset(component: usize, at: u8, last: u8) -> f64 {
    if COMPONENTS[component] == "burden" {
        return DOMAINS.get(usize::from(at)).copied().unwrap_or(DOMAINS[0]);
    }
    SPREAD * (0.5 - f64::from(at) / f64::from(last.max(1)))
}

/// Some do not know, and some do not say; more where it is about safety.
fn missing(sensitive: bool, chance: &mut Chance) -> Option<Answer> {
    if chance.happens(if sensitive { 0.03 } else { 0.004 }) {
        Some(Answer::WontSay)
    } else {
        chance.happens(0.008).then_some(Answer::DontKnow)
    }
}

/// The nearest point of the scale.
fn rounded(latent: f64) -> Answer {
    let above = [1.5, 2.5, 3.5, 4.5].iter().filter(|step| latent >= **step).count();
    Answer::Value(Likert::ALL[above])
}
