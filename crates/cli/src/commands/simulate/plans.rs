//! Made-up plans: which types of intervention, who takes part, and what comes of the goal. The shares
//! are ours: the report's facts that this program has do not say them.

use super::chance::Chance;
use draagkracht_core::{
    case::Case,
    free_text::FreeText,
    life_domain::LifeDomain,
    person::{Moment, Rater},
    plan::{
        Actor, Agrees, Asker, Followed, Goal, Idea, Identity, Intervention, InterventionType,
        Occasion, Plan, Reached, Request,
    },
    timestamp::Timestamp,
};
use std::collections::BTreeSet;

/// A case has a plan.
const HAS_PLAN: f64 = 0.85;
/// Each type of intervention is in it, in the order of table 4.2.
const USED: [f64; 6] = [0.7, 0.55, 0.35, 0.3, 0.4, 0.3];
/// Each of the four takes part, in the order of table 4.5.
const TAKES_PART: [f64; 4] = [0.85, 0.3, 0.35, 0.25];
/// It was not written down who takes part.
const NOT_SAID: f64 = 0.04;

/// The plan of a case, begun at its first visit; `None` for a case that gets none.
pub fn begin(case: &Case, pseudonym: &str, at: &Timestamp, chance: &mut Chance) -> Option<Plan> {
    if !chance.happens(HAS_PLAN) {
        return None;
    }
    let identity = Identity {
        plan_id: chance.uuid_at(at),
        case_id: case.case_id,
        case_code: case.case_code,
        person: case.person.clone(),
        pseudonym: Some(pseudonym.to_owned()),
    };
    let begun = Occasion { moment: Some(Moment::T1), at: at.clone() };
    let request = words("Ik wil weer overzicht.");
    let mut plan =
        Plan::begin(identity, begun, Request { words: request, asked_by: Asker::Resident });
    plan.goals.push(Goal {
        id: plan.next_goal(),
        words: words("Weet wat er binnenkomt en wat eruit gaat"),
        idea: Idea::Together,
        resident_agrees: Agrees::Yes,
        followed: vec![],
    });
    for (intervention_type, share) in InterventionType::ALL.into_iter().zip(USED) {
        if chance.happens(share) {
            let intervention = intervention(&plan, intervention_type, chance);
            plan.interventions.push(intervention);
        }
    }
    Some(plan)
}

fn intervention(plan: &Plan, kind: InterventionType, chance: &mut Chance) -> Intervention {
    let mut actors = BTreeSet::from([Actor::Resident]);
    for (actor, share) in Actor::REPORTED.into_iter().zip(TAKES_PART) {
        if chance.happens(share) {
            actors.insert(actor);
        }
    }
    if chance.happens(NOT_SAID) {
        actors.clear();
    }
    let domains = if kind == InterventionType::ReduceBurden {
        BTreeSet::from([LifeDomain::Finances])
    } else {
        BTreeSet::new()
    };
    Intervention {
        id: plan.next_intervention(),
        goals: plan.goals.iter().map(|goal| goal.id).collect(),
        intervention_type: kind,
        words: words("Samen aan de slag"),
        domains,
        actors,
        steps: vec![],
        agreements: vec![],
    }
}

/// The next revision, in which both say what came of each goal.
pub fn follow(plan: &mut Plan, moment: Moment, at: &Timestamp, chance: &mut Chance) {
    plan.revision = plan.revision.saturating_add(1);
    plan.changed = at.clone();
    for goal in &mut plan.goals {
        for rater in [Rater::Resident, Rater::Professional] {
            let reached = match chance.below(10) {
                0..=3 => Reached::Reached,
                4..=6 => Reached::Partly,
                7..=8 => Reached::Not,
                _ => Reached::NoLongerWanted,
            };
            let on = Occasion { moment: Some(moment), at: at.clone() };
            let (circumstances, why) = (BTreeSet::new(), FreeText::default());
            goal.followed.push(Followed { on, rater, reached, circumstances, why });
        }
    }
}

fn words(text: &str) -> FreeText {
    FreeText::try_from(text.to_owned()).unwrap_or_default()
}
