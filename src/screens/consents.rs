//! What happens with the answers, and the two consents, apart.

use crate::{
    app::App,
    i18n::Text,
    widgets::{action, button_group, checkbox, heading, heading_2, paragraphs},
};
use leptos::prelude::*;

pub(super) fn view(app: App) -> AnyView {
    view! {
        {heading(app.t(Text::YourAnswersTitle))}
        {paragraphs([
            format!("{} {}", app.t(Text::YourAnswersHere), app.t(Text::YourAnswersDevice)),
            format!(
                "{} {}",
                app.with_organisation(Text::YourAnswersHandIn),
                app.with_organisation(Text::YourAnswersOnly),
            ),
        ])}
        {choices(app)}
        {button_group(
            vec![
                action(app.t(Text::Next), "primary-action", "start", move || app.leave_consents()),
                action(app.t(Text::Back), "subtle", "back", move || app.back()),
            ],
        )}
    }
    .into_any()
}

/// The two consents; a change holds at once.
pub(super) fn choices(app: App) -> AnyView {
    let given = app.consents.get_untracked();
    view! {
        {heading_2(app.t(Text::ConsentsTitle))}
        <div class="choices" role="group" aria-label=app.t(Text::ConsentsTitle)>
            {checkbox(
                "consent-support",
                move || app.with_organisation(Text::ConsentSupport),
                given.support,
                move |support| app.set_consents(|given| given.support = support),
            )}
            {checkbox(
                "consent-research",
                move || app.t(Text::ConsentResearch),
                given.research,
                move |research| app.set_consents(|given| given.research = research),
            )}
        </div>
        <p class="utrecht-form-field-description">{app.t(Text::ConsentsHint)}</p>
    }
    .into_any()
}
