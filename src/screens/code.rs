//! The case code, for who did not come by a link.

use crate::{
    app::App,
    i18n::Text,
    platform::element::{Element, el},
    widgets::{Weight, action, button_group, heading, page_title, problem, submit},
};
use draagkracht_core::{
    case_code::{CaseCode, CaseCodeError},
    invitation::Invitation,
};
use leptos::prelude::*;

const FIELD: &str = "code";

pub(super) fn view(app: App) -> Vec<Element> {
    let error = RwSignal::new(app.take_invitation_problem().map(|()| app.t(Text::InvitationWrong)));
    let summary = el("div", "").dynamic(move || {
        error.get().map_or_else(Vec::new, |text| {
            page_title(&format!("{} {}", app.t(Text::ErrorPrefix), app.t(Text::CodeTitle)));
            vec![problem(&app.t(Text::CodeProblem), &text, FIELD)]
        })
    });
    vec![heading(&app.t(Text::CodeTitle)), summary, form(app, error)]
}

fn form(app: App, error: RwSignal<Option<String>>) -> Element {
    let field = el("input", "utrecht-textbox code-field")
        .attr("id", FIELD)
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "characters")
        .attr("spellcheck", "false")
        .attr("translate", "no")
        .attr("aria-describedby", "code-hint code-error");
    let typed = field.clone();
    let marked = field.clone();
    Effect::new(move |_: Option<()>| {
        let wrong = if error.with(Option::is_some) { "true" } else { "false" };
        let _ = marked.clone().attr("aria-invalid", wrong);
    });
    let said = el("p", "utrecht-form-field-error-message").attr("id", "code-error");
    let said = said
        .dynamic(move || error.get().map(|text| el("span", "").text(&text)).into_iter().collect());
    let buttons = [
        submit(&app.t(Text::Next), "code"),
        action(&app.t(Text::CodeNone), Weight::Secondary, "start", move || {
            app.begin_without_code();
        }),
        action(&app.t(Text::Back), Weight::Subtle, "back", move || app.back()),
    ];
    el("form", "utrecht-form-field")
        .attr("novalidate", "")
        .child(el("label", "utrecht-form-label").attr("for", FIELD).text(&app.t(Text::CodeLabel)))
        .child(
            el("p", "utrecht-form-field-description")
                .attr("id", "code-hint")
                .text(&app.t(Text::CodeHint)),
        )
        .children([said, field, button_group(buttons)])
        .on("submit", move |event| {
            event.prevent_default();
            let typed = typed.value();
            match typed.parse::<CaseCode>() {
                Ok(code) => app.begin(Invitation::of(code)),
                Err(wrong) => error.set(Some(complaint(app, &typed, wrong))),
            }
        })
}

/// What is wrong with what was filled in, in words.
fn complaint(app: App, typed: &str, error: CaseCodeError) -> String {
    match error {
        CaseCodeError::Length(_) if typed.trim().is_empty() => app.t(Text::CodeEmpty),
        CaseCodeError::Length(count) => {
            app.with(Text::CodeLength, &[("count", &count.to_string())])
        }
        CaseCodeError::Character(c) => {
            app.with(Text::CodeCharacter, &[("character", &format!("\u{201c}{c}\u{201d}"))])
        }
        CaseCodeError::Check => app.t(Text::CodeCheck),
    }
}
