//! The recovery code of a new vault: to be printed or written down, and shown only now.

use super::Screen;
use crate::{
    desk::Desk,
    i18n::Text,
    platform::{
        element::{Element, el},
        page,
    },
    widgets::{Weight, action, button_group, choice, heading, paragraph},
};
use draagkracht_vault::lock::RecoveryCode;
use leptos::prelude::*;

pub(super) fn view(desk: Desk) -> Vec<Element> {
    let kept = RwSignal::new(false);
    let parts = desk.recovery.with_untracked(|code| code.as_ref().map(RecoveryCode::parts));
    let rows = parts.into_iter().flatten().map(|part| el("li", "desk-code__part").text(&part));
    let code = el("ol", "desk-code").attr("translate", "no").children(rows);
    let words = el("span", "choice__text").text(&desk.t(Text::RecoveryKept));
    let tick = choice("checkbox", "kept", "recovery-kept", words, false, move |on| kept.set(on));
    let next = el("div", "").dynamic_in_place(move || {
        let done = action(&desk.t(Text::Next), Weight::Primary, "kept", move || {
            if kept.get_untracked() {
                desk.recovery.set(None);
                desk.put(Screen::Cases);
            } else {
                desk.error.set(Some(desk.t(Text::RecoveryNotKept)));
            }
        });
        let error = desk.error.get().map(|text| {
            el("p", "utrecht-form-field-error-message").attr("role", "alert").text(&text)
        });
        let print = action(&desk.t(Text::Print), Weight::Secondary, "print", page::print);
        error.into_iter().chain([button_group([done, print])]).collect()
    });
    vec![
        heading(&desk.t(Text::RecoveryTitle)),
        paragraph(&desk.t(Text::RecoveryWhy)),
        paragraph(
            &desk.with(Text::RecoveryWhose, &[("name", &desk.pseudonym().unwrap_or_default())]),
        ),
        code,
        tick,
        next,
    ]
}
