//! A plan in which every field is used, and a note.

use super::{CASE_ID, time, uuid};
use draagkracht_core::{
    date::Date,
    free_text::FreeText,
    instrument::Topic,
    life_domain::LifeDomain,
    note::Note,
    person::{Moment, Person, Rater},
    plan::{
        About, Actor, Agreement, Agrees, Asker, Circumstance, Followed, Goal, Idea, Identity,
        Intervention, InterventionType, ListRef, Occasion, Plan, Reached, Request, SetAside, Step,
        View, Wish,
    },
};
use std::num::NonZeroU32;

fn words(text: &str) -> FreeText {
    text.to_owned().try_into().unwrap()
}

/// The report's good chain (section 4.2.3), a year later.
pub fn plan() -> Plan {
    let identity = Identity {
        plan_id: uuid("019aa648-5a00-7000-8000-0000000000d1"),
        case_id: uuid(CASE_ID),
        case_code: "73D0-9NZF".parse().unwrap(),
        person: Person::first(),
        pseudonym: Some("P1".to_owned()),
    };
    let begun = Occasion { moment: Some(Moment::T1), at: time("2026-11-21T12:00:00Z") };
    let later = Occasion { moment: Some(Moment::T2), at: time("2027-11-20T10:00:00Z") };
    let request = words("Ik heb geen overzicht meer over mijn rekeningen.");
    let mut plan =
        Plan::begin(identity, begun, Request { words: request, asked_by: Asker::Friend });
    plan.revision = plan.revision.saturating_add(1);
    plan.changed = later.at.clone();
    plan.wish = Wish {
        words: words("Weten wat er binnenkomt en eruit gaat."),
        topics: [Topic::Competences, Topic::Network].into(),
    };
    let response_id = uuid("019aa648-5a00-7000-8000-0000000000a1");
    plan.rests_on = vec![ListRef { response_id, revision: NonZeroU32::MIN }];
    plan.acute = [LifeDomain::Finances].into();
    plan.outcome = words("De vriend die hielp, woont nu ver weg.");
    plan.views = vec![View {
        on: later.clone(),
        rater: Rater::Resident,
        agreed: words("Eerst de post."),
        open: words("Of de cursus nodig is."),
    }];
    plan.goals = vec![Goal {
        id: plan.next_goal(),
        words: words("Ziet wat er binnenkomt en wat eruit gaat"),
        idea: Idea::Together,
        resident_agrees: Agrees::Yes,
        followed: vec![Followed {
            on: later,
            rater: Rater::Professional,
            reached: Reached::Partly,
            circumstances: [Circumstance::WaitingList].into(),
            why: words("De cursus begon later."),
        }],
    }];
    plan.interventions = vec![Intervention {
        id: plan.next_intervention(),
        goals: [plan.goals[0].id].into(),
        intervention_type: InterventionType::ReduceBurden,
        words: words("Samen de rekeningen doornemen"),
        domains: [LifeDomain::Finances].into(),
        actors: [Actor::Resident, Actor::Professional].into(),
        steps: vec![Step { words: words("Een map kopen"), done: true }],
        agreements: vec![Agreement {
            who: Actor::Resident,
            what: words("Legt de post klaar"),
            when: Some(Date::from_numbers(2026, 12, 1).unwrap()),
        }],
    }];
    plan.set_aside = vec![SetAside {
        check: "nothing_but_burden".to_owned(),
        about: About::Plan,
        reason: words("Eerst rust; daarna kijken we verder."),
    }];
    plan
}

/// A note that is to be handed in.
pub fn note() -> Note {
    Note {
        format: draagkracht_core::note::FORMAT.to_owned(),
        version: draagkracht_core::note::VERSION,
        note_id: uuid("019aa648-5a00-7000-8000-0000000000e1"),
        case_id: uuid(CASE_ID),
        case_code: "73D0-9NZF".parse().unwrap(),
        person: Person::first(),
        pseudonym: Some("P1".to_owned()),
        moment: Some(Moment::T1),
        revision: NonZeroU32::MIN,
        written: time("2026-11-21T12:20:00Z"),
        changed: time("2026-11-21T12:20:00Z"),
        words: words("Wil liever thuis praten dan op kantoor."),
        hand_in: true,
    }
}
