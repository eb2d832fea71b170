//! Giving the tablet to the resident: how they will answer, and what happens.

use super::Screen;
use crate::{
    desk::Desk,
    i18n::Text,
    platform::element::{Element, el},
    widgets::{Weight, action, button_group, choice, heading, paragraph},
};
use draagkracht_core::person::Mode;
use leptos::prelude::*;

const MODES: [(Mode, &str, Text); 4] = [
    (Mode::Alone, "mode-self", Text::ModeSelf),
    (Mode::ReadAloud, "mode-read-aloud", Text::ModeReadAloud),
    (Mode::Helped, "mode-helped", Text::ModeHelped),
    (Mode::ByProxy, "mode-by-proxy", Text::ModeByProxy),
];

pub(super) fn view(desk: Desk) -> Vec<Element> {
    let Some((person, moment)) = desk.subject.get_untracked() else {
        desk.put(Screen::Case);
        return vec![];
    };
    let mode = RwSignal::new(Mode::Alone);
    let rows = MODES.map(|(one, id, text)| {
        let words = el("span", "choice__text").text(&desk.t(text));
        choice("radio", "mode", id, words, one == Mode::Alone, move |_| mode.set(one))
    });
    let how = el("fieldset", "utrecht-form-fieldset")
        .child(el("legend", "utrecht-form-fieldset__legend").text(&desk.t(Text::ModeTitle)))
        .child(el("div", "choices").children(rows));
    let unblinded = el("div", "").attr("role", "status").dynamic(move || {
        let assisted = mode.get() != Mode::Alone;
        assisted.then(|| paragraph(&desk.t(Text::ModeUnblinded))).into_iter().collect()
    });
    let error =
        el("p", "utrecht-form-field-error-message").attr("role", "alert").dynamic(move || {
            desk.error.get().map(|text| el("span", "").text(&text)).into_iter().collect()
        });
    vec![
        heading(&desk.t(Text::HandOverTitle)),
        paragraph(&desk.t(Text::HandOverWhat)),
        paragraph(&desk.t(Text::HandOverBack)),
        how,
        unblinded,
        error,
        button_group([
            action(&desk.t(Text::HandOverGo), Weight::Primary, "hand-over", move || {
                desk.hand_over(person.clone(), moment, mode.get_untracked());
            }),
            action(&desk.t(Text::Back), Weight::Subtle, "back", move || desk.back()),
        ]),
    ]
}
