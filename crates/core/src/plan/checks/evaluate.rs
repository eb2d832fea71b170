//! A plan, looked at with the checks.

use super::{Check, Checks, When, words};
use crate::{
    life_domain::LifeDomain,
    plan::{About, Goal, Intervention, InterventionType, Plan, Situation},
};
use std::collections::BTreeSet;

/// A remark about a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding<'a> {
    /// The check that speaks.
    pub check: &'a Check,
    /// What it is about.
    pub about: About,
    /// The writer's reason, when it was set aside.
    pub set_aside: Option<&'a str>,
}

impl Checks {
    /// Everything that the checks remark on a plan: in the order of the checks, then of the plan.
    /// What was set aside is there too, with its reason.
    pub fn findings<'a>(&'a self, plan: &'a Plan, situation: &Situation) -> Vec<Finding<'a>> {
        let remarks = self.checks.iter().flat_map(|check| {
            self.remarks(&check.when, plan, situation).into_iter().map(move |about| (check, about))
        });
        remarks
            .map(|(check, about)| {
                let mut aside = plan.set_aside.iter();
                let aside = aside.find(|aside| aside.check == check.id && aside.about == about);
                Finding { check, about, set_aside: aside.map(|aside| &*aside.reason) }
            })
            .collect()
    }

    fn remarks(&self, when: &When, plan: &Plan, situation: &Situation) -> Vec<About> {
        let whole = |speaks: bool| if speaks { vec![About::Plan] } else { vec![] };
        let any_of = |types: &BTreeSet<InterventionType>| {
            plan.interventions.iter().any(|i| types.contains(&i.intervention_type))
        };
        match when {
            When::GoalRepeatsRequest { percent } => {
                goals(plan, |goal| self.repeats(goal, &plan.request.words, *percent))
            }
            When::GoalReadsAs(name) => goals(plan, |goal| self.reads_as(goal, name)),
            When::GoalWithoutIntervention => {
                goals(plan, |goal| !plan.interventions.iter().any(|i| i.goals.contains(&goal.id)))
            }
            When::InterventionWithoutGoal => interventions(plan, |i| i.goals.is_empty()),
            When::AgreementWithoutDate => interventions(plan, |i| {
                i.agreements.iter().any(|agreement| agreement.when.is_none())
            }),
            When::SevereDomainWithoutIntervention => {
                let aimed = |domain| plan.interventions.iter().any(|i| i.domains.contains(domain));
                let left =
                    situation.severe.iter().filter(|domain| is_begun(plan) && !aimed(domain));
                left.map(|domain| About::Domain(*domain)).collect()
            }
            When::WeakWithoutIntervention { component, topic, types } => {
                let wished = plan.wish.topics.contains(topic);
                let weak = situation.weak.contains(component);
                whole(is_begun(plan) && weak && wished && !any_of(types))
            }
            When::AcuteNotFirst { types } => {
                let late =
                    plan.acute.iter().filter(|d| is_begun(plan) && !is_first(**d, plan, types));
                late.map(|domain| About::Domain(*domain)).collect()
            }
            When::NothingBut { types } => {
                let all = plan.interventions.iter().all(|i| types.contains(&i.intervention_type));
                whole(!plan.interventions.is_empty() && all)
            }
            When::NobodyTakesPartBeside(actor) => {
                let mut actors = plan.interventions.iter().flat_map(|i| &i.actors).peekable();
                let said = actors.peek().is_some();
                whole(said && actors.all(|a| a == actor) && !plan.network_harms)
            }
            When::NoOwnWords => whole(self.has_no_own_words(plan)),
        }
    }

    /// The words of a text that say something by themselves.
    fn telling(&self, words: Vec<String>) -> Vec<String> {
        let small = &self.small_words.words;
        words.into_iter().filter(|word| !small.contains(word)).collect()
    }

    fn has(&self, words: &[String], word: &str) -> bool {
        words.iter().any(|other| self.same_word.same(word, other))
    }

    fn repeats(&self, goal: &Goal, request: &str, percent: u8) -> bool {
        let request = self.telling(words::words(request));
        words::sentences(&goal.words).any(|sentence| {
            let sentence = self.telling(sentence);
            let repeated = sentence.iter().filter(|word| self.has(&request, word)).count();
            !sentence.is_empty() && repeated * 100 >= sentence.len() * usize::from(percent)
        })
    }

    fn reads_as(&self, goal: &Goal, reading: &str) -> bool {
        self.readings.get(reading).is_some_and(|signs| {
            words::items(&goal.words)
                .any(|item| signs.read(&item, &self.skipped_at_the_start.phrases))
        })
    }

    fn has_no_own_words(&self, plan: &Plan) -> bool {
        let telling = |text: &str| self.telling(words::words(text));
        let own = [telling(&plan.request.words), telling(&plan.wish.words)].concat();
        let goals: Vec<String> = plan.goals.iter().flat_map(|goal| telling(&goal.words)).collect();
        !own.is_empty() && !goals.is_empty() && !goals.iter().any(|word| self.has(&own, word))
    }
}

fn goals(plan: &Plan, speaks: impl Fn(&Goal) -> bool) -> Vec<About> {
    plan.goals.iter().filter(|goal| speaks(goal)).map(|goal| About::Goal(goal.id)).collect()
}

fn interventions(plan: &Plan, speaks: impl Fn(&Intervention) -> bool) -> Vec<About> {
    let found = plan.interventions.iter().filter(|intervention| speaks(intervention));
    found.map(|intervention| About::Intervention(intervention.id)).collect()
}

/// An empty plan is not remarked on: nobody has left anything out yet.
fn is_begun(plan: &Plan) -> bool {
    !plan.goals.is_empty() || !plan.interventions.is_empty()
}

/// Whether an acute domain is worked on before anything that is not acute.
fn is_first(domain: LifeDomain, plan: &Plan, types: &BTreeSet<InterventionType>) -> bool {
    let acute = |i: &&Intervention| !i.domains.is_disjoint(&plan.acute);
    plan.interventions
        .iter()
        .take_while(acute)
        .any(|i| i.domains.contains(&domain) && types.contains(&i.intervention_type))
}
