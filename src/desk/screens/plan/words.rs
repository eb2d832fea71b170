//! The words of a plan's parts.

use crate::{
    desk::{Desk, screens::reading},
    i18n::Text,
};
use draagkracht_core::{
    instrument::{ItemId, Topic},
    life_domain::LifeDomain,
    plan::{
        About, Actor, Agrees, Asker, ChainStep, Circumstance, Goal, Idea, InterventionType, Plan,
        Reached,
    },
};

/// The steps of this conversation: following comes once there is something to follow.
pub(super) fn steps(desk: Desk) -> Vec<ChainStep> {
    let follows = desk.plan().is_some_and(|plan| is_later(desk, &plan));
    let steps = ChainStep::ALL.into_iter();
    steps.filter(|step| *step != ChainStep::Follow || follows).collect()
}

/// Whether this conversation comes after the one in which the plan was begun.
fn is_later(desk: Desk, plan: &Plan) -> bool {
    !plan.goals.is_empty() && !plan.begun.is(&desk.occasion())
}

pub(super) fn step(step: ChainStep) -> Text {
    match step {
        ChainStep::Request => Text::PlanRequest,
        ChainStep::Wish => Text::PlanWish,
        ChainStep::Weighs => Text::PlanWeighs,
        ChainStep::Outcome => Text::PlanOutcome,
        ChainStep::View => Text::PlanView,
        ChainStep::Goals => Text::PlanGoals,
        ChainStep::Actions => Text::PlanActions,
        ChainStep::Follow => Text::PlanFollow,
    }
}

/// What a goal is called while it has no words, or what it says.
pub(super) fn goal(desk: Desk, goal: &Goal) -> String {
    if goal.words.is_blank() { desk.t(Text::GoalEmpty) } else { goal.words.to_string() }
}

pub(super) fn asker(desk: Desk, asker: Asker) -> String {
    desk.t(match asker {
        Asker::Resident => Text::AskerResident,
        Asker::Partner => Text::AskerPartner,
        Asker::Parent => Text::AskerParent,
        Asker::Child => Text::AskerChild,
        Asker::Family => Text::AskerFamily,
        Asker::Friend => Text::AskerFriend,
        Asker::Neighbour => Text::AskerNeighbour,
        Asker::Professional => Text::AskerProfessional,
        Asker::Other => Text::AskerOther,
    })
}

pub(super) fn askers(desk: Desk) -> Vec<(Asker, String)> {
    [
        Asker::Resident,
        Asker::Partner,
        Asker::Parent,
        Asker::Child,
        Asker::Family,
        Asker::Friend,
        Asker::Neighbour,
        Asker::Professional,
        Asker::Other,
    ]
    .map(|who| (who, asker(desk, who)))
    .into()
}

pub(super) fn topics(desk: Desk) -> Vec<(Topic, String)> {
    Topic::ALL.map(|topic| (topic, reading::words::topic(desk, topic))).into()
}

pub(super) fn domain(desk: Desk, domain: LifeDomain) -> String {
    reading::words::item(desk, &ItemId::new(format!("burden.{}", domain.as_str())))
}

pub(super) fn domains(desk: Desk) -> Vec<(LifeDomain, String)> {
    LifeDomain::ALL.map(|one| (one, domain(desk, one))).into()
}

pub(super) fn ideas(desk: Desk) -> Vec<(Idea, String)> {
    [
        (Idea::Resident, Text::IdeaResident),
        (Idea::Together, Text::IdeaTogether),
        (Idea::Professional, Text::IdeaProfessional),
        (Idea::Network, Text::IdeaNetwork),
        (Idea::Other, Text::IdeaOther),
    ]
    .map(|(idea, text)| (idea, desk.t(text)))
    .into()
}

pub(super) fn agrees(desk: Desk) -> Vec<(Agrees, String)> {
    [
        (Agrees::Yes, Text::AgreesYes),
        (Agrees::No, Text::AgreesNo),
        (Agrees::NotAsked, Text::AgreesNotAsked),
    ]
    .map(|(agrees, text)| (agrees, desk.t(text)))
    .into()
}

pub(super) fn kind(desk: Desk, kind: InterventionType) -> String {
    desk.t(match kind {
        InterventionType::ReduceBurden => Text::TypeBurden,
        InterventionType::StrengthenCompetences => Text::TypeCompetences,
        InterventionType::StrengthenNetwork => Text::TypeNetwork,
        InterventionType::NetworkCompetences => Text::TypeNetworkCompetences,
        InterventionType::LocalProvisionCompetences => Text::TypeLocal,
        InterventionType::Trust => Text::TypeTrust,
    })
}

pub(super) fn kinds(desk: Desk) -> Vec<(InterventionType, String)> {
    InterventionType::ALL.map(|one| (one, kind(desk, one))).into()
}

pub(super) fn actor(desk: Desk, actor: Actor) -> String {
    desk.t(match actor {
        Actor::Resident => Text::ActorResident,
        Actor::Professional => Text::ActorProfessional,
        Actor::Network => Text::ActorNetwork,
        Actor::LocalProvision => Text::ActorLocal,
        Actor::SpecialistCare => Text::ActorCare,
    })
}

/// The resident first: it is their plan.
pub(super) fn actors(desk: Desk) -> Vec<(Actor, String)> {
    let all = [Actor::Resident].into_iter().chain(Actor::REPORTED);
    all.map(|one| (one, actor(desk, one))).collect()
}

pub(super) fn reached(desk: Desk) -> Vec<(Reached, String)> {
    [
        (Reached::Reached, Text::ReachedYes),
        (Reached::Partly, Text::ReachedPartly),
        (Reached::Not, Text::ReachedNot),
        (Reached::NoLongerWanted, Text::ReachedNoLonger),
    ]
    .map(|(reached, text)| (reached, desk.t(text)))
    .into()
}

pub(super) fn circumstances(desk: Desk) -> Vec<(Circumstance, String)> {
    [
        (Circumstance::Income, Text::AroundIncome),
        (Circumstance::Housing, Text::AroundHousing),
        (Circumstance::WaitingList, Text::AroundWaiting),
        (Circumstance::Rules, Text::AroundRules),
        (Circumstance::People, Text::AroundPeople),
    ]
    .map(|(circumstance, text)| (circumstance, desk.t(text)))
    .into()
}

/// What a remark is about, where that is not the plan as a whole.
pub(super) fn about(desk: Desk, plan: &Plan, about: About) -> Option<String> {
    match about {
        About::Plan => None,
        About::Domain(one) => Some(domain(desk, one)),
        About::Goal(id) => {
            plan.goals.iter().find(|goal| goal.id == id).map(|goal| goal.words.to_string())
        }
        About::Intervention(id) => {
            let found = plan.interventions.iter().find(|one| one.id == id)?;
            Some(named(desk, &found.words, found.intervention_type))
        }
    }
}

/// An intervention by its words, or by its kind while it has none.
pub(super) fn named(desk: Desk, words: &str, of: InterventionType) -> String {
    if words.trim().is_empty() { kind(desk, of) } else { words.to_owned() }
}
