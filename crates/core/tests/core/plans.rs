//! What the tests of plans begin with.

use crate::fixtures::{STARTED, time};
use draagkracht_core::{
    free_text::FreeText,
    person::{Moment, Person},
    plan::{
        Actor, Agreement, Agrees, Asker, Goal, GoalId, Idea, Identity, Intervention,
        InterventionId, InterventionType, Occasion, Plan, Request,
    },
};
use std::collections::BTreeSet;
use uuid::Uuid;

pub fn words(text: &str) -> FreeText {
    text.to_owned().try_into().unwrap()
}

/// A plan in which only the request is written.
pub fn plan(request: &str) -> Plan {
    let identity = Identity {
        plan_id: Uuid::from_u128(0x0193_4f1c_8a40_7000_8000_0000_0000_0003),
        case_id: Uuid::from_u128(0x0193_4f1c_8a40_7000_8000_0000_0000_0002),
        case_code: "73D0-9NZF".parse().unwrap(),
        person: Person::first(),
        pseudonym: Some("P07".to_owned()),
    };
    let begun = Occasion { moment: Some(Moment::T1), at: time(STARTED) };
    Plan::begin(identity, begun, Request { words: words(request), asked_by: Asker::Resident })
}

pub fn goal(id: GoalId, text: &str) -> Goal {
    let (idea, resident_agrees) = (Idea::Together, Agrees::Yes);
    Goal { id, words: words(text), idea, resident_agrees, followed: vec![] }
}

pub fn intervention(id: InterventionId, goals: &[u16], kind: InterventionType) -> Intervention {
    Intervention {
        id,
        goals: goals.iter().copied().map(GoalId).collect(),
        intervention_type: kind,
        words: words("Samen de post openen"),
        domains: BTreeSet::new(),
        actors: BTreeSet::new(),
        steps: vec![],
        agreements: vec![],
    }
}

/// An agreement to do something by a day.
pub fn by(day: Option<&str>) -> Agreement {
    let when = day.map(|day| day.to_owned().try_into().unwrap());
    Agreement { who: Actor::Professional, what: words("Belt op"), when }
}
