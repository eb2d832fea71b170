//! The person's own data: what is kept, the consents, and wiping it all.

use super::consents;
use crate::{
    app::App,
    i18n::Text,
    widgets::{action, button_group, heading, heading_2, paragraph, problem},
};
use leptos::prelude::*;

pub(super) fn view(app: App) -> AnyView {
    let sure = RwSignal::new(false);
    view! {
        {heading(app.t(Text::DataTitle))}
        {paragraph(app.t(Text::DataWhere))}
        {paragraph(app.with(Text::DataCount, &[("count", &app.lists.get_untracked().to_string())]))}
        {consents::choices(app)}
        {heading_2(app.t(Text::DataWipeTitle))}
        {move || if sure.get() { really(app, sure) } else { ask(app, sure) }}
        {button_group(
            vec![action(app.t(Text::Back), "secondary-action", "back", move || app.back())],
        )}
    }
    .into_any()
}

fn ask(app: App, sure: RwSignal<bool>) -> AnyView {
    view! {
        {paragraph(app.t(Text::DataWipeHint))}
        {button_group(
            vec![
                action(app.t(Text::DataWipe), "secondary-action", "wipe", move || sure.set(true)),
            ],
        )}
    }
    .into_any()
}

fn really(app: App, sure: RwSignal<bool>) -> AnyView {
    view! {
        {problem(app.t(Text::DataWipeTitle), app.t(Text::DataWipeSure), "wipe-choice")}
        <div id="wipe-choice" tabindex="-1" class="utrecht-button-group">
            {action(app.t(Text::DataWipeNo), "primary-action", "keep", move || sure.set(false))}
            {action(app.t(Text::DataWipeYes), "secondary-action", "wipe-now", move || app.wipe())}
        </div>
    }
    .into_any()
}
