//! What happens with the answers, and the two consents, apart.

use super::languages;
use crate::{
    app::{App, Given},
    i18n::Text,
    platform::{
        element::{Element, el},
        prefs,
    },
    widgets::{Weight, action, button_group, choice, heading, heading_2, paragraph},
};
use leptos::prelude::*;

pub(super) fn view(app: App) -> Vec<Element> {
    let explained = el("div", "").dynamic(move || {
        let organisation = |text| app.with_organisation(text);
        if prefs::lent().is_some() {
            let agree = organisation(Text::YourAnswersAgree);
            return vec![paragraph(&app.t(Text::YourAnswersLent)), paragraph(&agree)];
        }
        vec![
            paragraph(&[app.t(Text::YourAnswersHere), app.t(Text::YourAnswersDevice)].join(" ")),
            paragraph(
                &[Text::YourAnswersHandIn, Text::YourAnswersOnly].map(organisation).join(" "),
            ),
        ]
    });
    let buttons = [
        action(&app.t(Text::Next), Weight::Primary, "start", move || app.leave_consents()),
        action(&app.t(Text::Back), Weight::Subtle, "back", move || app.back()),
    ];
    // On a professional's tablet this is the first screen.
    let languages = prefs::lent().map(|_| languages::choose(app));
    let screen =
        [heading(&app.t(Text::YourAnswersTitle)), explained, choices(app), button_group(buttons)];
    screen.into_iter().chain(languages).collect()
}

/// The two consents; a change holds at once.
pub(super) fn choices(app: App) -> Element {
    let given = app.consents.get_untracked();
    let title = app.t(Text::ConsentsTitle);
    let set = move |change: fn(&mut Given, bool)| {
        move |checked| app.set_consents(|given| change(given, checked))
    };
    let words = |words: fn(App) -> String| {
        el("span", "choice__text").dynamic(move || vec![el("span", "").text(&words(app))])
    };
    let support = words(|app| app.with_organisation(Text::ConsentSupport));
    let research = words(|app| app.t(Text::ConsentResearch));
    let boxes = el("div", "choices").attr("role", "group").attr("aria-label", &title).children([
        choice(
            "checkbox",
            "support",
            "consent-support",
            support,
            given.support,
            set(|g, c| g.support = c),
        ),
        choice(
            "checkbox",
            "research",
            "consent-research",
            research,
            given.research,
            set(|g, c| g.research = c),
        ),
    ]);
    let hint = el("p", "utrecht-form-field-description").text(&app.t(Text::ConsentsHint));
    el("section", "").children([heading_2(&title), boxes, hint])
}
