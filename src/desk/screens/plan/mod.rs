//! From question to goals: an overview of the steps, and a screen a step. The resident can look along:
//! one thing at a time, and nothing of the lists before it may be seen.

mod action;
mod actions;
mod copy;
mod follow;
mod frame;
mod goal;
mod goals;
mod guide;
mod list;
mod outcome;
mod overview;
mod pick;
mod remarks;
mod request;
mod shared;
mod weighs;
mod wish;
mod words;

use crate::{
    desk::{
        Desk,
        plan::{Interview, List},
    },
    i18n::Text,
    platform::element::Element,
    widgets::{Weight, action},
};
use draagkracht_core::{dossier::Member, plan::ChainStep};

/// Every screen of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// The steps, and how far each is.
    Overview,
    /// One step.
    Step(ChainStep),
    /// One goal.
    Goal,
    /// One intervention.
    Action,
    /// The resident's copy.
    Copy,
    /// The guide for a conversation.
    Guide(Interview),
    /// A list of the professional's.
    List,
}

impl View {
    /// Every one of them.
    pub const ALL: [Self; 15] = [
        Self::Overview,
        Self::Step(ChainStep::Request),
        Self::Step(ChainStep::Wish),
        Self::Step(ChainStep::Weighs),
        Self::Step(ChainStep::Outcome),
        Self::Step(ChainStep::View),
        Self::Step(ChainStep::Goals),
        Self::Step(ChainStep::Actions),
        Self::Step(ChainStep::Follow),
        Self::Goal,
        Self::Action,
        Self::Copy,
        Self::Guide(Interview::First),
        Self::Guide(Interview::Last),
        Self::List,
    ];

    /// Its name in the history.
    pub fn name(self) -> &'static str {
        match self {
            Self::Overview => "desk-plan",
            Self::Step(ChainStep::Request) => "desk-plan-request",
            Self::Step(ChainStep::Wish) => "desk-plan-wish",
            Self::Step(ChainStep::Weighs) => "desk-plan-weighs",
            Self::Step(ChainStep::Outcome) => "desk-plan-outcome",
            Self::Step(ChainStep::View) => "desk-plan-view",
            Self::Step(ChainStep::Goals) => "desk-plan-goals",
            Self::Step(ChainStep::Actions) => "desk-plan-actions",
            Self::Step(ChainStep::Follow) => "desk-plan-follow",
            Self::Goal => "desk-plan-goal",
            Self::Action => "desk-plan-action",
            Self::Copy => "desk-plan-copy",
            Self::Guide(Interview::First) => "desk-guide-first",
            Self::Guide(Interview::Last) => "desk-guide-last",
            Self::List => "desk-form",
        }
    }

    /// Whether it is about the case in hand; a list may be about the professional.
    pub fn is_of_case(self) -> bool {
        self != Self::List
    }
}

/// The screen.
pub(super) fn view(desk: Desk, view: View) -> Vec<Element> {
    match view {
        View::Overview => overview::view(desk),
        View::Step(ChainStep::Request) => request::view(desk),
        View::Step(ChainStep::Wish) => wish::view(desk),
        View::Step(ChainStep::Weighs) => weighs::view(desk),
        View::Step(ChainStep::Outcome) => outcome::view(desk),
        View::Step(ChainStep::View) => shared::view(desk),
        View::Step(ChainStep::Goals) => goals::view(desk),
        View::Step(ChainStep::Actions) => actions::view(desk),
        View::Step(ChainStep::Follow) => follow::view(desk),
        View::Goal => goal::view(desk),
        View::Action => action::view(desk),
        View::Copy => copy::view(desk),
        View::Guide(interview) => guide::view(desk, interview),
        View::List => list::view(desk),
    }
}

/// From the case to the plan of somebody.
pub(super) fn button(desk: Desk, member: &Member) -> Element {
    let person = member.person.clone();
    action(&desk.t(Text::PlanTitle), Weight::Secondary, "plan", move || desk.open_plan(&person))
}

/// From the vault to the list about the professional's own work.
pub(super) fn conditions(desk: Desk) -> Element {
    action(&desk.t(Text::ConditionsOpen), Weight::Secondary, "conditions", move || {
        desk.open_list(List::Conditions);
    })
}
