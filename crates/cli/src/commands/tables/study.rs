//! From records to the people of a study: who counts, which lists they have, and what their plans say.

use super::model::Variable;
use crate::archive::records::{KnownCase, KnownResponse};
use draagkracht_core::{
    answer::Answer,
    case_questionnaire::Measures,
    instrument::Instrument,
    person::{Mode, Moment, Rater},
    plan::{Actor, Intervention, Plan},
    reading::{
        Answered, Missing, Newest, Reading, Subject,
        change::{self, Course, Outcome},
    },
    response::Response,
    score::ComponentScore,
};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What an archive has for the tables.
#[derive(Debug, Default)]
pub struct Received {
    /// The cases, by their ids.
    pub cases: BTreeMap<Uuid, KnownCase>,
    /// The responses in the version that counts, by their ids.
    pub responses: BTreeMap<Uuid, KnownResponse>,
    /// The plans in the version that counts, by their cases.
    pub plans: BTreeMap<Uuid, Vec<Plan>>,
    /// Cases of bundles that only a newer program can read.
    pub newer: BTreeSet<Uuid>,
}

/// Whom one wants to leave out.
#[derive(Debug, Clone, Copy, Default)]
pub struct Choice {
    /// Lists that somebody else answered for the resident.
    pub without_proxies: bool,
    /// Cases in which another professional took over.
    pub same_professional: bool,
}

/// Everyone who counts.
#[derive(Debug, Default)]
pub struct Study<'a> {
    /// One a case: the person who asked.
    pub members: Vec<Member<'a>>,
    /// What does not count, and why.
    pub left_out: LeftOut,
}

/// How much does not count.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Cases of people who did not agree to research.
    pub no_consent: usize,
    /// Cases with something that only a newer program can read.
    pub newer: usize,
    /// Lists of instruments that are not at hand, by their names.
    pub unknown: BTreeMap<String, usize>,
    /// Lists that were begun and not completed.
    pub drafts: usize,
    /// Lists about others of the household.
    pub others: usize,
    /// Lists that somebody else answered, where those are not wanted.
    pub proxies: usize,
    /// Cases with another professional, where those are not wanted.
    pub other_professional: usize,
    /// Lists that count, of which another device says something else.
    pub contested: usize,
}

/// One person of the study.
#[derive(Debug)]
pub struct Member<'a> {
    /// The pseudonym of the first professional.
    pub professional: Option<&'a str>,
    lists: BTreeMap<(Rater, Moment), List<'a>>,
    /// What the plans say was done; none without a plan.
    pub measures: Option<Measures>,
    /// The plans themselves.
    pub plans: Vec<&'a Plan>,
}

/// A list that counts.
#[derive(Debug)]
pub struct List<'a> {
    /// As it was handed in.
    pub response: &'a Response,
    answered: Answered<'a>,
}

/// What became of a number from one moment to another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shift {
    /// Lower, exactly the same, or higher.
    pub course: Course,
    /// How much.
    pub difference: f64,
}

impl<'a> Study<'a> {
    /// Of everything that was received.
    pub fn of(received: &'a Received, reading: &Reading<'a>, choice: Choice) -> Self {
        let mut study = Self::default();
        let wanted = |known: &&KnownResponse| {
            !(choice.without_proxies && known.response.mode == Mode::ByProxy)
        };
        let newest = Newest::of(received.responses.values().filter(wanted).map(|r| &r.response));
        for (case_id, known) in &received.cases {
            let person = &known.case.person;
            if received.newer.contains(case_id) {
                // What was last agreed to may be in what cannot be read.
                study.left_out.newer += 1;
            } else if known.agreed_to_research(person) {
                let member = study.member(known, received, &newest, reading);
                if choice.same_professional && member.has_other_professional() {
                    study.left_out.other_professional += 1;
                } else {
                    study.members.push(member);
                }
            } else {
                study.left_out.no_consent += 1;
            }
        }
        let alone = received.newer.iter().filter(|id| !received.cases.contains_key(id));
        study.left_out.newer += alone.count();
        study.count_lists(received, choice);
        study
    }

    fn member(
        &mut self,
        known: &KnownCase,
        received: &'a Received,
        newest: &Newest<'a>,
        reading: &Reading<'a>,
    ) -> Member<'a> {
        let case = &known.case;
        let subject = Subject {
            case_id: case.case_id,
            case_code: case.case_code,
            person: case.person.clone(),
        };
        let mut lists = BTreeMap::new();
        for moment in Moment::ALL {
            for rater in [Rater::Resident, Rater::Professional] {
                match newest.read(reading, &subject, rater, moment) {
                    Ok(answered) => {
                        if let Some(list) = List::find(answered, &received.responses) {
                            lists.insert((rater, moment), list);
                        }
                    }
                    Err(Missing::Unfinished) => self.left_out.drafts += 1,
                    Err(Missing::OtherInstrument(id)) => {
                        *self.left_out.unknown.entry(id).or_default() += 1;
                    }
                    Err(Missing::NotThere) => {}
                }
            }
        }
        let plans = received.plans.get(&case.case_id).into_iter().flatten();
        let plans: Vec<&Plan> = plans.filter(|plan| plan.person == case.person).collect();
        let seen = |moment: &Moment| {
            lists
                .get(&(Rater::Professional, *moment))
                .and_then(|list| list.response.pseudonym.as_deref())
        };
        let professional = Moment::ALL.iter().find_map(seen);
        Member { professional, measures: measures(&plans), plans, lists }
    }

    fn count_lists(&mut self, received: &Received, choice: Choice) {
        for known in received.responses.values() {
            let response = &known.response;
            let Some(case) = received.cases.get(&response.case_id) else { continue };
            if !case.agreed_to_research(&case.case.person) {
                continue;
            }
            let proxy = choice.without_proxies && response.mode == Mode::ByProxy;
            self.left_out.proxies += usize::from(proxy);
            self.left_out.others += usize::from(response.person != case.case.person);
            self.left_out.contested += usize::from(known.contested);
        }
    }
}

impl<'a> List<'a> {
    fn find(answered: Answered<'a>, responses: &'a BTreeMap<Uuid, KnownResponse>) -> Option<Self> {
        let known = responses.get(&answered.source().response_id)?;
        Some(Self { response: &known.response, answered })
    }

    /// The score of a component; `None` when too few items were answered.
    pub fn component(&self, variable: Variable) -> Option<ComponentScore> {
        let score = self.response.score.components.get(variable.as_str()).copied()?;
        (score.mean().is_some() || score.count().is_some()).then_some(score)
    }

    /// The values of the items of a component, when all were answered with a value.
    pub fn items(&self, instrument: &Instrument, variable: Variable) -> Option<Vec<f64>> {
        let component = instrument.components().iter().find(|c| c.id == variable.as_str())?;
        let value = |item| Some(f64::from(self.value(item)?));
        instrument.items_of(component).map(|item| value(item.id.as_str())).collect()
    }

    /// The value of one item.
    pub fn value(&self, item: &str) -> Option<u8> {
        let recorded = self.response.answers.get(item)?;
        recorded.answer().and_then(Answer::value).map(u8::from)
    }
}

/// A score as a number to compute with.
pub fn as_number(score: ComponentScore) -> Option<f64> {
    match score {
        ComponentScore::Mean { sum, answered, scored: true, .. } => {
            Some(f64::from(sum) / f64::from(answered))
        }
        ComponentScore::Count { count, scored: true, .. } => Some(f64::from(count)),
        _ => None,
    }
}

impl Member<'_> {
    /// The list of a rater at a moment.
    pub fn list(&self, rater: Rater, moment: Moment) -> Option<&List<'_>> {
        self.lists.get(&(rater, moment))
    }

    /// A number of a rater at a moment.
    pub fn score(&self, rater: Rater, moment: Moment, variable: Variable) -> Option<f64> {
        self.list(rater, moment)?.component(variable).and_then(as_number)
    }

    /// What became of it, on the items that were answered at both moments.
    pub fn shift(
        &self,
        rater: Rater,
        [from, to]: [Moment; 2],
        variable: Variable,
    ) -> Option<Shift> {
        let (before, after) = (self.list(rater, from)?, self.list(rater, to)?);
        let change = change::between((from, &before.answered), (to, &after.answered));
        let outcome = change.components.iter().find(|c| c.component == variable.as_str())?.outcome;
        let (before, after, items) = match outcome {
            Outcome::Mean { before, after, items, .. } => (before, after, f64::from(items)),
            Outcome::Count { before, after, .. } => (before.into(), after.into(), 1.0),
            Outcome::TooFew { .. } => return None,
        };
        // Exactly the same, as the report has it; what is clear for one person is another matter.
        let course = match after.cmp(&before) {
            std::cmp::Ordering::Less => Course::Lower,
            std::cmp::Ordering::Equal => Course::Same,
            std::cmp::Ordering::Greater => Course::Higher,
        };
        let difference = (f64::from(after) - f64::from(before)) / items;
        Some(Shift { course, difference })
    }

    /// Whether there is a list at each of the three moments, of either rater.
    pub fn is_in_panel(&self) -> bool {
        Moment::ALL.iter().all(|moment| self.is_there(*moment))
    }

    /// Whether there is a list at a moment, of either rater.
    pub fn is_there(&self, moment: Moment) -> bool {
        self.lists.keys().any(|(_, at)| *at == moment)
    }

    fn has_other_professional(&self) -> bool {
        let names = self.lists.values().filter_map(|list| list.response.pseudonym.as_deref());
        names.collect::<BTreeSet<_>>().len() > 1
    }
}

/// What plans say was done, all together. Of a type nobody may have been named.
fn measures(plans: &[&Plan]) -> Option<Measures> {
    if plans.is_empty() {
        return None;
    }
    let mut used: BTreeMap<_, Option<BTreeSet<Actor>>> = BTreeMap::new();
    let all = plans.iter().flat_map(|plan| &plan.interventions);
    for Intervention { intervention_type, actors, .. } in all {
        let said = used.entry(*intervention_type).or_default();
        if !actors.is_empty() {
            said.get_or_insert_default().extend(actors);
        }
    }
    Some(Measures { used, site: None })
}

#[cfg(test)]
mod tests;
