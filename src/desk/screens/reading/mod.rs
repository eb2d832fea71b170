//! What the answers say, picture by picture. Before both lists of a moment are settled nothing of
//! either is here: `Desk::read_case` leaves them out.

mod balance;
mod blank;
mod change;
mod comparison;
mod development;
mod frame;
mod household;
mod leads;
mod overview;
mod remark_fields;
mod remarks;
pub(super) mod rows;
mod topics;
mod types;
pub(super) mod words;

use crate::{
    desk::{Desk, screens::Screen},
    i18n::Text,
    platform::element::Element,
    widgets::{Weight, action},
};
use draagkracht_core::person::{Moment, Person, Rater};
use leptos::prelude::*;

/// Every picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// Both raters, domain by domain and topic by topic.
    Comparison,
    /// The two-by-two of each rater.
    Types,
    /// Capacity and burden.
    Balance,
    /// Over the moments.
    Development,
    /// The members of the household.
    Household,
    /// All of one's cases.
    Overview,
    /// A blank questionnaire, to be printed.
    Blank(Rater),
}

impl View {
    /// Every one of them.
    pub const ALL: [Self; 8] = [
        Self::Comparison,
        Self::Types,
        Self::Balance,
        Self::Development,
        Self::Household,
        Self::Overview,
        Self::Blank(Rater::Resident),
        Self::Blank(Rater::Professional),
    ];

    /// Its name in the history.
    pub fn name(self) -> &'static str {
        match self {
            Self::Comparison => "desk-comparison",
            Self::Types => "desk-types",
            Self::Balance => "desk-balance",
            Self::Development => "desk-development",
            Self::Household => "desk-household",
            Self::Overview => "desk-overview",
            Self::Blank(Rater::Resident) => "desk-blank-resident",
            Self::Blank(Rater::Professional) => "desk-blank-professional",
        }
    }

    /// Whether it is about the case in hand.
    pub fn is_of_case(self) -> bool {
        !matches!(self, Self::Overview | Self::Blank(_))
    }
}

/// The screen of a picture.
pub(super) fn view(desk: Desk, view: View) -> Vec<Element> {
    match view {
        View::Comparison => comparison::view(desk),
        View::Types => types::view(desk),
        View::Balance => balance::view(desk),
        View::Development => development::view(desk),
        View::Household => household::view(desk),
        View::Overview => overview::view(desk),
        View::Blank(rater) => blank::view(desk, rater),
    }
}

/// From the case to its answers; nothing while they may not be seen.
pub(super) fn button(desk: Desk, person: &Person, moment: Moment) -> Option<Element> {
    if !desk.may_be_seen(person, moment) {
        return None;
    }
    let (person, text) = (person.clone(), desk.t(Text::ReadingOpen));
    let label = desk.with(Text::CellLabel, &[("action", &text), ("moment", moment.as_str())]);
    let press = move || {
        desk.subject.set(Some((person.clone(), moment)));
        desk.show(Screen::Reading(View::Comparison));
    };
    Some(action(&text, Weight::Secondary, "reading", press).attr("aria-label", &label))
}

/// From the cases to what is about all of them, and to paper.
pub(super) fn buttons(desk: Desk) -> Vec<Element> {
    [(Text::ReadingOverview, View::Overview), (Text::ReadingBlank, View::Blank(Rater::Resident))]
        .map(|(text, view)| {
            action(&desk.t(text), Weight::Subtle, view.name(), move || {
                desk.show(Screen::Reading(view));
            })
        })
        .into()
}
