//! Every answer, before finishing; "Wijzig" goes to a question and straight back.

use super::question::answers;
use crate::{
    app::App,
    i18n::Text,
    widgets::{action, button_group, heading, paragraph},
};
use draagkracht_core::instrument::{Instrument, Item};
use leptos::prelude::*;

pub(super) fn view(app: App) -> AnyView {
    app.with_instrument(|instrument| {
        let rows = instrument.items().iter().map(|item| row(app, instrument, item));
        view! {
            {heading(app.t(Text::CheckTitle))}
            {paragraph(app.t(Text::CheckHint))}
            <ul class="answers">{rows.collect_view()}</ul>
            {button_group(
                vec![
                    action(app.t(Text::CheckDone), "primary-action", "done", move || app.complete()),
                    action(app.t(Text::Back), "subtle", "back", move || app.back()),
                ],
            )}
        }
        .into_any()
    })
}

fn row(app: App, instrument: &Instrument, item: &Item) -> AnyView {
    let chosen = app.session.with_untracked(|s| s.as_ref().and_then(|s| s.answer_to(&item.id)));
    let words = answers(instrument, item).into_iter().find(|(answer, _)| Some(*answer) == chosen);
    let words = words.map(|(_, text)| text.to_owned());
    let id = item.id.clone();
    view! {
        <li class="answers__row">
            <span class="answers__item">{item.text.clone()}</span>
            <strong class="answers__answer">{words}</strong>
            <button
                type="button"
                class="utrecht-button utrecht-button--subtle"
                aria-label=app.with(Text::CheckChangeItem, &[("item", &item.text)])
                on:click=move |_| app.change(&id)
            >
                {app.t(Text::CheckChange)}
            </button>
        </li>
    }
    .into_any()
}
