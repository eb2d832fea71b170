//! A plan that is kept and handed in: what it looks like, and every way in which its parts do not fit.

use crate::{
    fixtures::{COMPLETED, time},
    plans::{by, goal, intervention, plan, words},
};
use draagkracht_core::{
    binary,
    instrument::Topic,
    life_domain::LifeDomain,
    person::{Moment, Rater},
    plan::{
        About, Actor, Circumstance, Followed, GoalId, InterventionType, ListRef, Occasion, Plan,
        Reached, SetAside, Step, View,
    },
};
use serde_json::{Value, json};
use std::num::NonZeroU32;

/// A plan in which every field is used.
fn whole() -> Plan {
    let mut plan = plan("Ik heb geen overzicht meer over mijn rekeningen.");
    plan.follows = Some(uuid::Uuid::from_u128(4));
    plan.wish.words = words("Weten wat er binnenkomt.");
    plan.wish.topics = [Topic::Competences].into();
    plan.rests_on = vec![ListRef { response_id: plan.case_id, revision: NonZeroU32::MIN }];
    plan.acute = [LifeDomain::Finances].into();
    plan.outcome = words("De vriend die hielp, woont nu ver weg.");
    let later = Occasion { moment: Some(Moment::T2), at: time(COMPLETED) };
    plan.views = vec![View {
        on: later.clone(),
        rater: Rater::Resident,
        agreed: words("Eerst de post."),
        open: words("Of de cursus nodig is."),
    }];
    plan.goals = vec![goal(plan.next_goal(), "Ziet wat er binnenkomt")];
    plan.goals[0].followed = vec![Followed {
        on: Occasion { moment: None, at: time(COMPLETED) },
        rater: Rater::Professional,
        reached: Reached::Partly,
        circumstances: [Circumstance::WaitingList].into(),
        why: words("De cursus begint later."),
    }];
    let mut new = intervention(plan.next_intervention(), &[1], InterventionType::ReduceBurden);
    new.domains = [LifeDomain::Finances].into();
    new.actors = [Actor::Resident, Actor::LocalProvision].into();
    new.steps = vec![Step { words: words("Een map kopen"), done: true }];
    new.agreements = vec![by(Some("2026-12-01")), by(None)];
    plan.interventions = vec![new];
    let (check, about) =
        ("agreement_without_date".to_owned(), About::Intervention(plan.interventions[0].id));
    plan.set_aside = vec![SetAside { check, about, reason: words("Zodra er plaats is.") }];
    plan
}

fn error(edit: impl FnOnce(&mut Plan)) -> String {
    let mut plan = whole();
    edit(&mut plan);
    let error = plan.check().unwrap_err().to_string();
    error.replace(&format!("plan {}: ", plan.plan_id), "")
}

#[test]
fn what_is_written_reads_back_in_json_and_in_bytes() {
    let plan = whole();
    assert_eq!(plan.check(), Ok(()));
    let json = serde_json::to_string(&plan).unwrap();
    assert_eq!(serde_json::from_str::<Plan>(&json).unwrap(), plan);
    assert_eq!(binary::from_bytes(&binary::to_bytes(&plan).unwrap()), Ok(plan.clone()));
    insta::assert_json_snapshot!(plan);
}

#[test]
fn numbers_go_on_after_the_highest() {
    let mut plan = whole();
    plan.goals[0].id = GoalId(7);
    assert_eq!((plan.next_goal(), plan.next_intervention().0), (GoalId(8), 2));
}

#[test]
fn parts_that_do_not_fit() {
    assert_eq!(
        error(|p| p.version = 2),
        "the record is \"draagkracht-plan\" version 2, not \"draagkracht-plan\" version 1"
    );
    assert_eq!(error(|p| p.goals.push(p.goals[0].clone())), "goal 1 is there twice");
    assert_eq!(
        error(|p| p.interventions.push(p.interventions[0].clone())),
        "intervention 1 is there twice"
    );
    assert_eq!(error(|p| p.goals.clear()), "intervention 1 is for goal 1, which is not there");
    assert_eq!(
        error(|p| p.set_aside[0].reason = words("\n")),
        "\"agreement_without_date\" was set aside without a reason"
    );
    assert_eq!(
        error(|p| p.set_aside[0].about = About::Goal(GoalId(2))),
        "\"agreement_without_date\" was set aside about a part that is not there"
    );
    assert_eq!(
        error(|p| p.interventions.clear()),
        "\"agreement_without_date\" was set aside about a part that is not there"
    );
    assert_eq!(
        error(|p| p.begun.at = time("2026-11-21T12:30:01Z")),
        "it was changed before it began"
    );
    assert_eq!(error(|p| p.follows = Some(p.plan_id)), "it goes on from itself");
}

#[test]
fn what_cannot_be_is_not_read() {
    let refused = |edit: &dyn Fn(&mut Value), sentence: &str| {
        let mut json = serde_json::to_value(whole()).unwrap();
        edit(&mut json);
        let error = serde_json::from_value::<Plan>(json).unwrap_err().to_string();
        assert!(error.starts_with(sentence), "{error}");
    };
    refused(&|p| p["name"] = "x".into(), "unknown field `name`, expected one of `format`,");
    refused(
        &|p| p["goals"][0]["due"] = 1.into(),
        "unknown field `due`, expected one of `id`, `words`,",
    );
    refused(&|p| p["revision"] = 0.into(), "invalid value: integer `0`, expected a nonzero u32");
    refused(&|p| p["interventions"][0]["type"] = "advise".into(), "unknown variant `advise`");
    refused(&|p| p["interventions"][0]["actors"] = json!(["friend"]), "unknown variant `friend`");
    refused(&|p| p["acute"] = json!(["debts"]), "unknown variant `debts`");
    refused(
        &|p| p["interventions"][0]["agreements"][0]["when"] = "morgen".into(),
        "\"morgen\" is not a day of the form 2026-11-21",
    );
    refused(
        &|p| p["request"]["words"] = "x".repeat(4_001).into(),
        "a text has 4001 characters; 4000 is the most",
    );
    refused(&|p| _ = p.as_object_mut().unwrap().remove("wish"), "missing field `wish`");
}
