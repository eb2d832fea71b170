//! How far each step of a chain is, and what is left when a part is removed.

use crate::{
    fixtures::{STARTED, time},
    plans::{by, goal, intervention, plan, words},
};
use draagkracht_core::{
    instrument::Topic,
    life_domain::LifeDomain,
    person::{Moment, Rater},
    plan::{
        About, Actor, Agrees, ChainStep, Followed, GoalId, InterventionType, ListRef, Occasion,
        Plan, Reached, SetAside, StepProgress, View,
    },
};
use std::num::NonZeroU32;
use uuid::Uuid;

fn at(moment: Option<Moment>, day: &str) -> Occasion {
    Occasion { moment, at: time(&format!("{day}T10:00:00Z")) }
}

fn now() -> Occasion {
    Occasion { moment: Some(Moment::T1), at: time(STARTED) }
}

fn view(on: Occasion, rater: Rater) -> View {
    View { on, rater, agreed: words("De post"), open: words("") }
}

#[track_caller]
fn is(plan: &Plan, step: ChainStep, expected: StepProgress) {
    assert_eq!(plan.progress(step, &now()), expected, "{step:?}");
}

#[test]
fn a_new_chain_has_nothing_but_its_request() {
    let mut plan = plan("Ik kom er niet uit");
    is(&plan, ChainStep::Request, StepProgress::Done);
    for step in ChainStep::ALL.into_iter().skip(1) {
        is(&plan, step, StepProgress::Open);
    }
    plan.request.words = words(" \n");
    is(&plan, ChainStep::Request, StepProgress::Open);
}

#[test]
fn a_step_is_begun_with_something_and_done_with_what_it_asks_for() {
    let mut plan = plan("");
    plan.wish.topics.insert(Topic::Network);
    is(&plan, ChainStep::Wish, StepProgress::Begun);
    plan.wish.words = words("Weer mensen zien");
    is(&plan, ChainStep::Wish, StepProgress::Done);
    plan.acute.insert(LifeDomain::Finances);
    is(&plan, ChainStep::Weighs, StepProgress::Begun);
    plan.rests_on.push(ListRef { response_id: Uuid::from_u128(7), revision: NonZeroU32::MIN });
    is(&plan, ChainStep::Weighs, StepProgress::Done);
    plan.outcome = words("De post blijft liggen");
    is(&plan, ChainStep::Outcome, StepProgress::Done);
    plan.goals.push(goal(plan.next_goal(), "Ziet wat er in en uit gaat"));
    is(&plan, ChainStep::Goals, StepProgress::Done);
    plan.goals[0].resident_agrees = Agrees::NotAsked;
    is(&plan, ChainStep::Goals, StepProgress::Begun);
    plan.interventions.push(intervention(
        plan.next_intervention(),
        &[1],
        InterventionType::StrengthenCompetences,
    ));
    is(&plan, ChainStep::Actions, StepProgress::Begun);
    plan.interventions[0].actors.insert(Actor::Resident);
    is(&plan, ChainStep::Actions, StepProgress::Done);
}

#[test]
fn what_is_asked_at_every_moment_counts_for_that_moment() {
    let mut plan = plan("");
    plan.views.push(view(at(Some(Moment::T2), "2027-01-05"), Rater::Resident));
    is(&plan, ChainStep::View, StepProgress::Open);
    plan.views.push(view(now(), Rater::Resident));
    is(&plan, ChainStep::View, StepProgress::Begun);
    plan.views.push(view(at(Some(Moment::T1), "2029-01-05"), Rater::Professional));
    is(&plan, ChainStep::View, StepProgress::Done);

    plan.goals.push(goal(plan.next_goal(), "Kent mensen in de buurt"));
    plan.goals[0].followed.push(Followed {
        on: at(None, "2027-01-05"),
        rater: Rater::Professional,
        reached: Reached::Partly,
        circumstances: [].into(),
        why: words(""),
    });
    is(&plan, ChainStep::Follow, StepProgress::Open);
    let on = |day| plan.progress(ChainStep::Follow, &at(None, day));
    assert_eq!(on("2027-01-05"), StepProgress::Done);
    assert_eq!(on("2027-01-06"), StepProgress::Open, "another day between two moments");
}

#[test]
fn a_goal_goes_and_what_was_agreed_for_it_stays() {
    let mut plan = plan("");
    for text in ["Ziet wat er in en uit gaat", "Kent mensen in de buurt"] {
        plan.goals.push(goal(plan.next_goal(), text));
    }
    for goals in [vec![1], vec![1, 2]] {
        let id = plan.next_intervention();
        let mut new = intervention(id, &goals, InterventionType::ReduceBurden);
        new.agreements = vec![by(Some("2026-12-01")), by(None)];
        plan.interventions.push(new);
    }
    for about in [About::Goal(GoalId(1)), About::Goal(GoalId(2))] {
        let check = "goal_is_activity".to_owned();
        plan.set_aside.push(SetAside { check, about, reason: words("Zo zegt zij het") });
    }
    assert_eq!(plan.agreements_for(GoalId(1)), 2, "the second is for another goal too");
    plan.remove_goal(GoalId(1));
    assert_eq!(plan.goals.len(), 1);
    assert!(plan.interventions[0].goals.is_empty());
    assert_eq!(plan.interventions[0].agreements.len(), 2);
    assert_eq!(plan.interventions[1].goals, [GoalId(2)].into());
    assert_eq!(plan.set_aside.len(), 1);
    assert_eq!(plan.check(), Ok(()));
    plan.remove_intervention(plan.interventions[0].id);
    assert_eq!(plan.interventions.len(), 1);
    assert_eq!(plan.check(), Ok(()));
}
