//! What the plan already knows, for the professional to confirm or change.

use super::{actors, used};
use crate::{
    form::{Answers, FormAnswer},
    instrument::ItemId,
    person::Rater,
    plan::{Actor, Goal, InterventionType, Plan, Reached},
};
use std::collections::BTreeSet;

/// How many goals the list has room for; the plan has them all.
const GOALS: usize = 6;

/// The answers that follow from a plan. It only says what was done: that a type of intervention is
/// not in the plan does not mean that nobody did it, so that is asked.
pub fn prefill(plan: &Plan) -> Answers {
    let mut answers = Answers::new();
    if !plan.request.words.is_blank() {
        let words = FormAnswer::Text(plan.request.words.clone());
        answers.insert(ItemId::new("request.words"), words);
    }
    let goals = plan.goals.iter().filter(|goal| !goal.words.is_blank());
    for (number, goal) in (1..=GOALS).zip(goals) {
        let field = |name| ItemId::new(format!("goals.{number}.{name}"));
        answers.insert(field("words"), FormAnswer::Text(goal.words.clone()));
        if let Some(reached) = last_reached(goal) {
            answers.insert(field("reached"), FormAnswer::One(reached.to_owned()));
        }
    }
    for kind in InterventionType::ALL {
        let mut of_kind =
            plan.interventions.iter().filter(|i| i.intervention_type == kind).peekable();
        if of_kind.peek().is_none() {
            continue;
        }
        answers.insert(used(kind), FormAnswer::YesNo(true));
        let took_part: BTreeSet<Actor> = of_kind.flat_map(|i| i.actors.iter().copied()).collect();
        if !took_part.is_empty() {
            let ids = took_part.into_iter().map(|actor| actor.as_str().to_owned()).collect();
            answers.insert(actors(kind), FormAnswer::Several(ids));
        }
    }
    answers
}

/// How far the professional last said that a goal was reached.
fn last_reached(goal: &Goal) -> Option<&'static str> {
    let said = goal.followed.iter().rfind(|followed| followed.rater == Rater::Professional)?;
    Some(match said.reached {
        Reached::Reached => "reached",
        Reached::Partly => "partly",
        Reached::Not => "not",
        Reached::NoLongerWanted => "no_longer_wanted",
    })
}
