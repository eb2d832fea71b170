//! Every answer, before finishing; "Wijzig" goes to a question and straight back.

use crate::{
    app::App,
    i18n::Text,
    platform::element::{Element, el},
    widgets::{Weight, action, button_group, heading, paragraph},
};
use draagkracht_core::instrument::{Instrument, Item};
use leptos::prelude::*;

pub(super) fn view(app: App) -> Vec<Element> {
    let rows = app.instrument(|instrument| {
        let row = |item| row(app, instrument, item);
        instrument.items().iter().map(row).collect::<Vec<_>>()
    });
    vec![
        heading(&app.t(Text::CheckTitle)),
        paragraph(&app.t(Text::CheckHint)),
        el("ul", "answers").children(rows.unwrap_or_default()),
        button_group([
            action(&app.t(Text::CheckDone), Weight::Primary, "done", move || app.finish()),
            action(&app.t(Text::Back), Weight::Subtle, "back", move || app.back()),
        ]),
    ]
}

fn row(app: App, instrument: &Instrument, item: &Item) -> Element {
    let chosen = app.session.with_untracked(|s| s.as_ref().and_then(|s| s.answer_to(&item.id)));
    let words = instrument.answers(item).find(|(answer, _)| Some(*answer) == chosen);
    let id = item.id.clone();
    let change = action(&app.t(Text::CheckChange), Weight::Subtle, "change", move || {
        app.change(&id);
    });
    el("li", "answers__row")
        .child(el("span", "answers__item").text(&item.text))
        .child(el("strong", "answers__answer").text(words.map_or("", |(_, text)| text)))
        .child(change.attr("aria-label", &app.with(Text::CheckChangeItem, &[("item", &item.text)])))
}
