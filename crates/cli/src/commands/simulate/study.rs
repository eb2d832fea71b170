//! A study from its first visit to its last: cases, moments, who is there, and what is handed in.

use super::{chance::Chance, forms::Forms, model::Traits, plans};
use draagkracht_bundle::Contents;
use draagkracht_core::{
    case::{self, Case, Consent, Consents},
    case_code::CaseCode,
    instrument::Instrument,
    person::{Mode, Moment, Person, Rater},
    response::{Identity, Manner, Response},
    timestamp::Timestamp,
};
use std::collections::BTreeSet;
use uuid::Uuid;

const DAY: u64 = 86_400;
/// 1 March 2017, 9 o'clock.
const FIRST_DAY: u64 = 1_488_358_800;
/// A case is still there at T2, and at T3 when it was at T2: 108 of 218 stayed to the end.
const STAYS: f64 = 0.704;
/// A list of either rater is left undone.
const LIST_MISSED: f64 = 0.03;
/// A resident uses their own phone; the others the professional's tablet.
const OWN_PHONE: f64 = 0.4;
/// Five cases a professional: 44 had 218.
const CASES_A_PROFESSIONAL: u64 = 5;

/// Whose device signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Device {
    /// The tablet of the professional with this number.
    Professional(u64),
    /// The phone of the resident of the case with this number.
    Resident(u32),
}

/// What is handed in at once.
#[derive(Debug)]
pub struct Handover {
    /// A UUID, version 7.
    pub bundle_id: Uuid,
    /// When.
    pub created: Timestamp,
    /// From which device.
    pub device: Device,
    /// The records.
    pub contents: Contents,
}

/// A study that is being made up, case by case.
pub struct Study<'a> {
    chance: Chance,
    /// Of their own, so that a seed's answers stay what they were before there were plans.
    plan_chance: Chance,
    /// The same for the lists that only a professional is asked.
    form_chance: Chance,
    forms: Forms,
    professionals: u64,
    codes: BTreeSet<CaseCode>,
    resident: &'a Instrument,
    professional: &'a Instrument,
}

impl<'a> Study<'a> {
    /// A study of so many cases. `None` when a rater has no instrument.
    pub fn new(seed: u64, cases: u32, instruments: &'a [Instrument]) -> Option<Self> {
        let of = |rater| instruments.iter().find(|i| i.rater() == rater);
        Some(Self {
            chance: Chance::new(seed),
            plan_chance: Chance::new(!seed),
            form_chance: Chance::new(seed.rotate_left(32) ^ 0x5EED),
            forms: Forms::built_in()?,
            professionals: u64::from(cases).div_ceil(CASES_A_PROFESSIONAL),
            codes: BTreeSet::new(),
            resident: of(Rater::Resident)?,
            professional: of(Rater::Professional)?,
        })
    }

    /// Everything that one case hands in.
    pub fn case(&mut self, number: u32) -> Vec<Handover> {
        let start = FIRST_DAY + DAY * self.chance.below(180) + 60 * self.chance.below(420);
        let case = self.new_case(start);
        let traits = Traits::draw(&mut self.chance);
        let professional = self.chance.below(self.professionals);
        let own_phone = self.chance.happens(OWN_PHONE);
        let pseudonym = format!("P{}", professional + 1);
        let mut plan = plans::begin(&case, &pseudonym, &time(start + 3600), &mut self.plan_chance);
        let mut handovers = Vec::new();
        for moment in Moment::ALL {
            if moment != Moment::T1 && !self.chance.happens(STAYS) {
                break;
            }
            let around = 365 * moment as u64 * DAY;
            let shift = if moment == Moment::T1 { 0 } else { DAY * self.chance.below(60) };
            let visit = start + around + shift;
            let name = pseudonym.clone();
            let own = self.list(&case, &traits, self.resident, moment, visit, None);
            let other =
                self.list(&case, &traits, self.professional, moment, visit + 2400, Some(name));
            let tablet = Device::Professional(professional);
            if let Some(plan) = plan.as_mut().filter(|_| moment != Moment::T1) {
                plans::follow(plan, moment, &time(visit + 3600), &mut self.plan_chance);
            }
            let before = handovers.len();
            if own_phone {
                self.hand_over(&mut handovers, &case, Device::Resident(number), visit, own);
                self.hand_over(&mut handovers, &case, tablet, visit, other);
            } else {
                self.hand_over(&mut handovers, &case, tablet, visit, own.into_iter().chain(other));
            }
            let by_tablet = handovers[before..].iter_mut().find(|made| made.device == tablet);
            if let Some(handover) = by_tablet {
                handover.contents.plans.extend(plan.clone());
                if moment == Moment::T3 {
                    let (plan, at) = (plan.as_ref(), time(visit + 4200));
                    let chance = &mut self.form_chance;
                    let answers = self.forms.of_case(&case, plan, &pseudonym, &at, chance);
                    handover.contents.form_responses.push(answers);
                }
            }
        }
        handovers
    }

    /// The working conditions of every professional, once, each in a bundle of its own.
    pub fn conditions(&mut self) -> Vec<Handover> {
        let of = |professional: u64| {
            let created = time(FIRST_DAY + DAY * (800 + self.form_chance.below(60)));
            let (pseudonym, chance) = (format!("P{}", professional + 1), &mut self.form_chance);
            let form_responses = vec![self.forms.of_work(&pseudonym, &created, chance)];
            let contents = Contents { form_responses, ..Contents::default() };
            let bundle_id = chance.uuid_at(&created);
            Handover { bundle_id, created, device: Device::Professional(professional), contents }
        };
        (0..self.professionals).map(of).collect()
    }

    fn new_case(&mut self, start: u64) -> Case {
        let created = time(start);
        let mut case_code = self.chance.case_code();
        while !self.codes.insert(case_code) {
            case_code = self.chance.case_code();
        }
        let mut consent =
            |share| Consent { given: self.chance.happens(share), since: created.clone() };
        Case {
            format: case::FORMAT.to_owned(),
            version: case::VERSION,
            consents: Consents { support: consent(1.0), research: consent(0.92) },
            case_id: self.chance.uuid(),
            case_code,
            person: Person::first(),
            created,
        }
    }

    /// One list, unless it is left undone.
    fn list(
        &mut self,
        case: &Case,
        traits: &Traits,
        instrument: &Instrument,
        moment: Moment,
        at: u64,
        pseudonym: Option<String>,
    ) -> Option<Response> {
        let answers = traits.answer(instrument, moment, &mut self.chance);
        let started = time(at);
        let identity = Identity {
            response_id: self.chance.uuid_at(&started),
            case_id: case.case_id,
            case_code: case.case_code,
            person: case.person.clone(),
            rater: instrument.rater(),
            pseudonym,
            moment,
            started,
        };
        let mode = self.mode(instrument.rater());
        let explanation_used = instrument.rater() == Rater::Resident && self.chance.happens(0.3);
        let manner = Manner { mode, explanation_used, ..Manner::default() };
        let completed = Some(time(at + 600 + self.chance.below(900)));
        let norm = instrument.norm();
        let response = Response::new(identity, instrument, norm, &answers, manner, completed);
        (!self.chance.happens(LIST_MISSED)).then_some(response)
    }

    fn mode(&mut self, rater: Rater) -> Mode {
        match self.chance.below(20) {
            _ if rater == Rater::Professional => Mode::Alone,
            0..=11 => Mode::Alone,
            12..=14 => Mode::ReadAloud,
            15..=18 => Mode::Helped,
            _ => Mode::ByProxy,
        }
    }

    fn hand_over(
        &mut self,
        handovers: &mut Vec<Handover>,
        case: &Case,
        device: Device,
        visit: u64,
        responses: impl IntoIterator<Item = Response>,
    ) {
        let responses: Vec<_> = responses.into_iter().collect();
        if !responses.is_empty() {
            let created = time(visit + 4500 + self.chance.below(7200));
            let bundle_id = self.chance.uuid_at(&created);
            let contents = Contents { cases: vec![case.clone()], responses, ..Contents::default() };
            handovers.push(Handover { bundle_id, created, device, contents });
        }
    }
}

fn time(seconds: u64) -> Timestamp {
    Timestamp::from_unix_seconds(seconds).unwrap_or_default()
}

#[cfg(test)]
mod tests;
