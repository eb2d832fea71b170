//! Whether one version of a paper says all that another one says.

use crate::{
    fixtures::{COMPLETED, time},
    plans::{goal, intervention, plan, words},
};
use draagkracht_core::{
    papers::contains,
    person::Rater,
    plan::{Actor, Agreement, Agrees, Followed, InterventionType, Occasion, Plan, Reached, Step},
};
use std::collections::BTreeSet;

fn some() -> Plan {
    let mut plan = plan("Ik loop achter met betalen.");
    plan.goals = vec![goal(plan.next_goal(), "Ziet wat er binnenkomt")];
    let new = intervention(plan.next_intervention(), &[1], InterventionType::ReduceBurden);
    plan.interventions = vec![new];
    plan
}

/// Whether the plan of before is in it after this.
fn still_there(change: impl FnOnce(&mut Plan)) -> bool {
    let (before, mut after) = (some(), some());
    after.revision = after.revision.saturating_add(1);
    after.changed = time(COMPLETED);
    change(&mut after);
    contains(&after, &before)
}

#[test]
fn what_was_added_loses_nothing() {
    assert!(still_there(|_| {}));
    assert!(still_there(|plan| plan.goals.push(goal(plan.next_goal(), "Kent mensen"))));
    assert!(still_there(|plan| plan.goals.insert(0, goal(plan.next_goal(), "Kent mensen"))));
    assert!(still_there(|plan| plan.outcome = words("De vriend woont ver weg.")));
    assert!(still_there(|plan| plan.goals[0].words = words("Ziet wat er binnenkomt, elke week")));
    assert!(still_there(|plan| plan.network_harms = true));
    assert!(still_there(|plan| {
        plan.goals[0].followed.push(Followed {
            on: Occasion { moment: None, at: time(COMPLETED) },
            rater: Rater::Resident,
            reached: Reached::Partly,
            circumstances: BTreeSet::new(),
            why: words(""),
        });
    }));
    assert!(still_there(|plan| {
        let part = &mut plan.interventions[0];
        part.actors.insert(Actor::Network);
        part.steps.push(Step { words: words("Een map kopen"), done: false });
        part.agreements.push(Agreement { who: Actor::Resident, what: words("Post"), when: None });
    }));
}

#[test]
fn what_was_changed_or_taken_away_may_be_a_loss() {
    assert!(!still_there(|plan| plan.goals.clear()));
    assert!(!still_there(|plan| plan.interventions.clear()));
    assert!(!still_there(|plan| plan.goals[0].words = words("Kent mensen")));
    assert!(!still_there(|plan| plan.goals[0].words = words("Ziet")));
    assert!(!still_there(|plan| plan.goals[0].words = words("Ziet wat er binnenkomterwijl")));
    assert!(!still_there(|plan| plan.request.words = words("")));
    assert!(!still_there(|plan| {
        plan.interventions[0].intervention_type = InterventionType::Trust;
    }));
}

/// Two that say the same are not in one that says it once.
#[test]
fn two_are_not_one() {
    let step = Step { words: words("Bellen"), done: false };
    let (mut two, mut one) = (some(), some());
    two.interventions[0].steps = vec![step.clone(), step.clone()];
    one.interventions[0].steps = vec![step.clone()];
    assert!(contains(&two, &one) && !contains(&one, &two));
    let mut done = one.clone();
    done.interventions[0].steps[0].done = true;
    assert!(contains(&done, &one) && !contains(&one, &done), "done is more than not done");
    let more = Step { words: words("Bellen, elke week"), done: false };
    one.interventions[0].steps = vec![more, step.clone()];
    two.interventions[0].steps = vec![step, Step { words: words("Bellen, elke"), done: false }];
    assert!(contains(&one, &one));
    assert!(contains(&one, &two));
}

/// A name of ours that begins with another one is another one.
#[test]
fn an_answer_is_not_the_beginning_of_another() {
    let with = |agrees| {
        let mut plan = some();
        plan.goals[0].resident_agrees = agrees;
        plan
    };
    assert!(contains(&with(Agrees::No), &with(Agrees::NotAsked)));
    assert!(!contains(&with(Agrees::NotAsked), &with(Agrees::No)));
    assert!(!contains(&with(Agrees::Yes), &with(Agrees::No)));
}
