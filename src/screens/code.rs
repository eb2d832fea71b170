//! The case code, for who did not come by a link.

use crate::{
    app::App,
    i18n::Text,
    widgets::{action, button_group, heading, page_title, problem},
};
use draagkracht_core::{
    case_code::{CaseCode, CaseCodeError},
    invitation::Invitation,
};
use leptos::{html, prelude::*};

const FIELD: &str = "code";

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

pub(super) fn view(app: App) -> AnyView {
    let field = NodeRef::<html::Input>::new();
    let error = RwSignal::new(app.take_invitation_problem().map(|()| app.t(Text::InvitationWrong)));
    let submit = move || {
        let typed = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        match typed.parse::<CaseCode>() {
            Ok(code) => app.begin(Invitation::of(code)),
            Err(wrong) => error.set(Some(complaint(app, &typed, wrong))),
        }
    };
    let title = app.t(Text::CodeTitle);
    let summary = move || {
        error.get().map(|text| {
            page_title(&format!("{} {}", app.t(Text::ErrorPrefix), app.t(Text::CodeTitle)));
            problem(app.t(Text::CodeTitle), text, FIELD)
        })
    };
    view! {
        {heading(title)}
        {summary}
        <form
            class="utrecht-form-field"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                submit();
            }
        >
            <label class="utrecht-form-label" for=FIELD>{app.t(Text::CodeLabel)}</label>
            <p class="utrecht-form-field-description" id="code-hint">{app.t(Text::CodeHint)}</p>
            {move || {
                error
                    .get()
                    .map(|text| {
                        view! {
                            <p class="utrecht-form-field-error-message" id="code-error">{text}</p>
                        }
                    })
            }}
            <input
                class="utrecht-textbox code-field"
                id=FIELD
                type="text"
                autocomplete="off"
                autocapitalize="characters"
                spellcheck="false"
                translate="no"
                aria-describedby="code-hint code-error"
                aria-invalid=move || error.with(Option::is_some).to_string()
                node_ref=field
            />
            <div class="utrecht-button-group">
                <button
                    type="submit"
                    class="utrecht-button utrecht-button--primary-action"
                    data-action="code"
                >
                    {app.t(Text::Next)}
                </button>
                {action(
                    app.t(Text::CodeNone),
                    "secondary-action",
                    "start",
                    move || app.begin(Invitation::of(app.new_code())),
                )}
            </div>
        </form>
        {button_group(
            vec![action(app.t(Text::Back), "subtle", "back", move || app.back())],
        )}
    }
    .into_any()
}
