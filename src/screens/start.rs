//! Welcome: what this is, what it is for, and that stopping is fine.

use crate::{
    app::App,
    i18n::Text,
    widgets::{action, button_group, heading, paragraphs},
};
use leptos::prelude::*;

pub(super) fn view(app: App) -> AnyView {
    view! {
        {heading(app.t(Text::StartTitle))}
        {paragraphs([Text::StartWhat, Text::StartWhy, Text::StartStop].map(|text| app.t(text)))}
        {button_group(
            vec![
                action(app.t(Text::StartGo), "primary-action", "start", move || app.leave_start()),
            ],
        )}
    }
    .into_any()
}
