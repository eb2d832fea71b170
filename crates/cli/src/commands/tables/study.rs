//! From records to the people of a study: who counts, which lists they have, and what their plans say.

use super::model::Variable;
use crate::{
    archive::records::{KnownCase, KnownResponse},
    study::FEWEST_PROFESSIONALS,
};
use draagkracht_core::{
    answer::Answer,
    case_questionnaire::Measures,
    form::{Answers, Form, FormAnswer, FormResponse},
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
    /// Completed answers to the list about a case, by their cases.
    pub questionnaires: BTreeMap<Uuid, Vec<FormResponse>>,
    /// Completed answers of professionals about their own work.
    pub conditions: Vec<FormResponse>,
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
    /// The scales of the working conditions, by the pseudonym of the professional; none when they are fewer
    /// than may be.
    pub conditions: BTreeMap<&'a str, Scales>,
    /// What does not count, and why.
    pub left_out: LeftOut,
}

/// The means of the working conditions' scales, by their names.
pub type Scales = BTreeMap<String, f64>;

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
    /// What was done: as the professional said afterwards, or as the plans say; none without either.
    pub measures: Option<Measures>,
    /// The case questionnaire that was completed last.
    questionnaire: Option<&'a Answers>,
    /// What the professional said of their own work.
    pub conditions: Scales,
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
        let mut study = Self { conditions: scales(&received.conditions), ..Self::default() };
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
        study.join_conditions();
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
        let answers = received.questionnaires.get(&case.case_id).into_iter().flatten();
        let about = |answers: &&FormResponse| {
            answers.case.as_ref().is_some_and(|about| about.person == case.person)
        };
        let questionnaire = answers.filter(about).max_by_key(|answers| &answers.completed);
        let questionnaire = questionnaire.map(|answers| &answers.answers);
        let measures = questionnaire.and_then(Measures::of).or_else(|| measures(&plans));
        let conditions = Scales::new();
        Member { professional, lists, measures, questionnaire, conditions, plans }
    }

    /// Beside each case what its professional said of their own work; of too few professionals nothing.
    fn join_conditions(&mut self) {
        let answered = |member: &Member<'_>| {
            member.professional.filter(|name| self.conditions.contains_key(name)).map(str::to_owned)
        };
        let who: BTreeSet<_> = self.members.iter().filter_map(answered).collect();
        if who.len() < FEWEST_PROFESSIONALS {
            return;
        }
        for member in &mut self.members {
            let scales = member.professional.and_then(|name| self.conditions.get(name));
            member.conditions = scales.cloned().unwrap_or_default();
        }
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

    /// An answer to the case questionnaire.
    pub fn case_answer(&self, item: &str) -> Option<&FormAnswer> {
        self.questionnaire?.get(item)
    }

    /// The same as a number.
    pub fn case_number(&self, item: &str) -> Option<f64> {
        match self.case_answer(item)? {
            FormAnswer::Scale(value) => Some(f64::from(*value)),
            _ => None,
        }
    }

    /// What is derived from the case questionnaire.
    pub fn case_measures(&self) -> Option<Measures> {
        Measures::of(self.questionnaire?)
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
/// The scales of each professional, by the answers that were completed last; none when they are too few.
fn scales(conditions: &[FormResponse]) -> BTreeMap<&str, Scales> {
    let Some(Ok(form)) = Form::built_in("conditions.v1") else { return BTreeMap::new() };
    let mut last: BTreeMap<&str, &FormResponse> = BTreeMap::new();
    for answers in conditions {
        let Some(name) = answers.pseudonym.as_deref() else { continue };
        let place = last.entry(name).or_insert(answers);
        if answers.completed > place.completed {
            *place = answers;
        }
    }
    if last.len() < FEWEST_PROFESSIONALS {
        return BTreeMap::new();
    }
    let of = |answers: &FormResponse| {
        let means = form.means(&answers.answers).into_iter();
        let scored = means.filter(|(_, mean)| mean.scored && mean.answered > 0);
        scored.map(|(id, mean)| (id, f64::from(mean.sum) / f64::from(mean.answered))).collect()
    };
    last.into_iter().map(|(name, answers)| (name, of(answers))).collect()
}

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
