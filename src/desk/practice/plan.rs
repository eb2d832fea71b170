//! The plan of the case to begin with: one chain, from the question to what was reached.

use super::lists::days_ago;
use crate::{desk::Desk, i18n::Text, platform::clock};
use draagkracht_core::{
    case::Case,
    free_text::FreeText,
    instrument::Topic,
    life_domain::LifeDomain,
    person::{Moment, Rater},
    plan::{
        Actor, Agreement, Agrees, Asker, Circumstance, Followed, Goal, GoalId, Idea, Identity,
        Intervention, InterventionId, InterventionType, ListRef, Occasion, Plan, Reached, Request,
        Step, View, Wish,
    },
    response::Response,
};
use std::{collections::BTreeSet, num::NonZeroU32};

/// Days ago of each conversation: a day after the lists.
const FIRST: u64 = 739;
const SECOND: u64 = 373;
const THIRD: u64 = 8;
/// And of the day that was agreed on, some weeks after the first.
const AGREED: u64 = 700;

pub(super) fn of(desk: Desk, case: &Case, lists: &[Response]) -> Plan {
    let words = |text| words(desk, text);
    let identity = Identity {
        plan_id: clock::new_id(),
        case_id: case.case_id,
        case_code: case.case_code,
        person: case.person.clone(),
        pseudonym: None,
    };
    let request = Request { words: words(Text::PracticeRequest), asked_by: Asker::Resident };
    let begun = Occasion { moment: Some(Moment::T1), at: days_ago(FIRST) };
    let mut plan = Plan::begin(identity, begun.clone(), request);
    plan.changed = days_ago(THIRD);
    plan.wish = Wish {
        words: words(Text::PracticeWish),
        topics: BTreeSet::from([Topic::Competences, Topic::Network]),
    };
    plan.rests_on = lists.iter().filter(|list| list.moment == Moment::T1).map(referred).collect();
    plan.acute = BTreeSet::from([LifeDomain::Finances]);
    plan.outcome = words(Text::PracticeOutcome);
    plan.views = [
        (Rater::Resident, Text::PracticeAgreedResident, Text::PracticeOpenResident),
        (Rater::Professional, Text::PracticeAgreedProfessional, Text::PracticeOpenProfessional),
    ]
    .map(|(rater, agreed, open)| View {
        on: begun.clone(),
        rater,
        agreed: words(agreed),
        open: words(open),
    })
    .into();
    plan.goals = vec![
        goal(1, words(Text::PracticeGoalMoney), Idea::Resident, &words(Text::PracticeWhyMoney)),
        goal(2, words(Text::PracticeGoalPeople), Idea::Together, &words(Text::PracticeWhyPeople)),
    ];
    plan.interventions = vec![money(desk), people(desk)];
    plan
}

fn referred(list: &Response) -> ListRef {
    let revision = NonZeroU32::new(list.revision).unwrap_or(NonZeroU32::MIN);
    ListRef { response_id: list.response_id, revision }
}

/// Partly reached after a year, reached after two, in the eyes of both.
fn goal(id: u16, words: FreeText, idea: Idea, why: &FreeText) -> Goal {
    let followed = |moment, days, rater, reached, why| Followed {
        on: Occasion { moment: Some(moment), at: days_ago(days) },
        rater,
        reached,
        circumstances: match reached {
            Reached::Partly => BTreeSet::from([Circumstance::WaitingList]),
            _ => BTreeSet::new(),
        },
        why,
    };
    let both = [Rater::Resident, Rater::Professional];
    let partly =
        both.map(|rater| followed(Moment::T2, SECOND, rater, Reached::Partly, FreeText::default()));
    let reached =
        both.map(|rater| followed(Moment::T3, THIRD, rater, Reached::Reached, why.clone()));
    let followed = partly.into_iter().chain(reached).collect();
    Goal { id: GoalId(id), words, idea, resident_agrees: Agrees::Yes, followed }
}

fn money(desk: Desk) -> Intervention {
    let step = |text| Step { words: words(desk, text), done: true };
    Intervention {
        id: InterventionId(1),
        goals: BTreeSet::from([GoalId(1)]),
        intervention_type: InterventionType::ReduceBurden,
        words: words(desk, Text::PracticeDoMoney),
        domains: BTreeSet::from([LifeDomain::Finances]),
        actors: BTreeSet::from([Actor::Resident, Actor::Professional]),
        steps: [Text::PracticeStepPost, Text::PracticeStepCall].map(step).into(),
        agreements: vec![agreed(desk, Actor::Resident, Text::PracticeAgreePost)],
    }
}

fn people(desk: Desk) -> Intervention {
    Intervention {
        id: InterventionId(2),
        goals: BTreeSet::from([GoalId(2)]),
        intervention_type: InterventionType::StrengthenNetwork,
        words: words(desk, Text::PracticeDoPeople),
        domains: BTreeSet::from([LifeDomain::Daytime]),
        actors: BTreeSet::from([Actor::Resident, Actor::Network, Actor::LocalProvision]),
        steps: vec![],
        agreements: vec![agreed(desk, Actor::Network, Text::PracticeAgreeBrother)],
    }
}

fn agreed(desk: Desk, who: Actor, what: Text) -> Agreement {
    Agreement { who, what: words(desk, what), when: clock::day_of(&days_ago(AGREED)) }
}

/// Every text of the interface is short, and without control characters.
fn words(desk: Desk, text: Text) -> FreeText {
    FreeText::try_from(desk.t(text)).unwrap_or_default()
}
