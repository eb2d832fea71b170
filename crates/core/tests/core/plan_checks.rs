//! What the checks say of plans, worked out by hand: `tests/golden/plan.v1.json`.

use crate::plans::{goal, intervention, plan, words};
use draagkracht_core::{
    instrument::Topic,
    life_domain::LifeDomain,
    plan::{About, Actor, Checks, InterventionType, Plan, SetAside, Situation},
};
use serde::Deserialize;
use std::collections::BTreeSet;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "about")]
    _about: String,
    plans: Vec<Golden>,
    good_goals: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Golden {
    name: String,
    #[serde(rename = "working")]
    _working: String,
    request: String,
    #[serde(default)]
    wish: String,
    #[serde(default)]
    wishes_to_work_on: BTreeSet<Topic>,
    #[serde(default)]
    severe: BTreeSet<LifeDomain>,
    #[serde(default)]
    weak: BTreeSet<String>,
    #[serde(default)]
    acute: BTreeSet<LifeDomain>,
    #[serde(default)]
    network_harms: bool,
    goals: Vec<String>,
    #[serde(default)]
    interventions: Vec<Done>,
    /// What the report's comment says; part of `raises`.
    comment: Vec<String>,
    raises: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Done {
    goals: Vec<u16>,
    #[serde(rename = "type")]
    intervention_type: InterventionType,
    domains: BTreeSet<LifeDomain>,
    actors: BTreeSet<Actor>,
    agreements: Vec<Option<String>>,
}

fn golden() -> File {
    serde_json::from_str(include_str!("../golden/plan.v1.json")).unwrap()
}

impl Golden {
    fn plan(&self) -> Plan {
        let mut plan = plan(&self.request);
        plan.wish.words = words(&self.wish);
        plan.wish.topics.clone_from(&self.wishes_to_work_on);
        plan.acute.clone_from(&self.acute);
        plan.network_harms = self.network_harms;
        for text in &self.goals {
            plan.goals.push(goal(plan.next_goal(), text));
        }
        for done in &self.interventions {
            let mut new =
                intervention(plan.next_intervention(), &done.goals, done.intervention_type);
            new.domains.clone_from(&done.domains);
            new.actors.clone_from(&done.actors);
            new.agreements =
                done.agreements.iter().map(|day| crate::plans::by(day.as_deref())).collect();
            plan.interventions.push(new);
        }
        plan
    }

    fn situation(&self) -> Situation {
        Situation { severe: self.severe.clone(), weak: self.weak.clone() }
    }
}

fn raised(plan: &Plan, situation: &Situation) -> Vec<String> {
    let checks = Checks::built_in().unwrap();
    let findings = checks.findings(plan, situation);
    let about = |about| match about {
        About::Plan => "plan".to_owned(),
        About::Goal(id) => format!("goal {}", id.0),
        About::Intervention(id) => format!("intervention {}", id.0),
        About::Domain(domain) => domain.as_str().to_owned(),
    };
    findings.iter().map(|f| format!("{} {}", f.check.id, about(f.about))).collect()
}

#[test]
fn every_plan_raises_exactly_what_was_worked_out() {
    for golden in golden().plans {
        let plan = golden.plan();
        assert_eq!(plan.check(), Ok(()), "{}", golden.name);
        assert_eq!(raised(&plan, &golden.situation()), golden.raises, "{}", golden.name);
    }
}

#[test]
fn the_nine_plans_of_the_report_raise_what_its_comment_says() {
    let plans = golden().plans;
    let reported: Vec<_> = plans.iter().filter(|p| p.name.starts_with("report ")).collect();
    let names: BTreeSet<_> = reported.iter().filter_map(|p| p.name.chars().nth(7)).collect();
    assert_eq!(names.into_iter().collect::<String>(), "123456789");
    for golden in reported {
        assert!(!golden.comment.is_empty(), "{}", golden.name);
        for check in &golden.comment {
            assert!(golden.raises.iter().any(|r| r.starts_with(check)), "{}: {check}", golden.name);
        }
    }
}

#[test]
fn three_good_plans_raise_nothing() {
    let plans = golden().plans;
    let good: Vec<_> = plans.iter().filter(|p| p.name.starts_with("good: ")).collect();
    assert_eq!(good.len(), 3);
    assert!(good.iter().all(|p| p.raises.is_empty() && !p.interventions.is_empty()));
}

#[test]
fn good_goals_are_left_alone() {
    let goals = golden().good_goals;
    assert!(goals.len() >= 15);
    for text in goals {
        let mut plan = plan("Ik weet niet goed wat ik moet.");
        plan.goals.push(goal(plan.next_goal(), &text));
        let only = ["goal_without_intervention goal 1", "no_own_words plan"];
        let raised = raised(&plan, &Situation::default());
        assert!(raised.iter().all(|r| only.contains(&r.as_str())), "{text}: {raised:?}");
    }
}

#[test]
fn every_check_speaks_in_a_golden_plan() {
    let plans = golden().plans;
    for check in &Checks::built_in().unwrap().checks {
        let speaks = |p: &Golden| p.raises.iter().any(|r| r.split(' ').next() == Some(&check.id));
        assert!(plans.iter().any(speaks), "{}", check.id);
    }
}

#[test]
fn what_is_set_aside_says_why_and_only_that() {
    let mut plan = plan("Hulp om van mijn schulden af te komen.");
    for _ in 0..2 {
        plan.goals.push(goal(plan.next_goal(), "Van de schulden af"));
    }
    let first = About::Goal(plan.goals[0].id);
    let check = "goal_repeats_request".to_owned();
    plan.set_aside.push(SetAside { check, about: first, reason: words("Dit is wat zij wil.") });
    let checks = Checks::built_in().unwrap();
    let findings = checks.findings(&plan, &Situation::default());
    let repeats = findings.iter().filter(|f| f.check.id == "goal_repeats_request");
    assert_eq!(
        repeats.map(|f| (f.about, f.set_aside)).collect::<Vec<_>>(),
        [(first, Some("Dit is wat zij wil.")), (About::Goal(plan.goals[1].id), None)]
    );
    assert!(findings.iter().all(|f| f.check.id == "goal_repeats_request" || f.set_aside.is_none()));
}

#[test]
fn the_resident_or_the_network_taking_part_is_enough() {
    let mut plan = plan("Ik zoek werk.");
    plan.goals.push(goal(plan.next_goal(), "Heeft werk"));
    let mut new = intervention(plan.next_intervention(), &[1], InterventionType::Trust);
    let mut alone = |actors: &[Actor], harms| {
        new.actors = actors.iter().copied().collect();
        (plan.interventions, plan.network_harms) = (vec![new.clone()], harms);
        raised(&plan, &Situation::default()).contains(&"only_the_professional plan".to_owned())
    };
    assert!(alone(&[Actor::Professional], false));
    assert!(!alone(&[Actor::Professional], true));
    assert!(!alone(&[Actor::Professional, Actor::Resident], false));
    assert!(!alone(&[Actor::Network], false));
    assert!(!alone(&[], false), "not said yet");
}
