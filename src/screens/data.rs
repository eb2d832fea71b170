//! The person's own data: what is kept, the consents, and wiping it all.

use super::consents;
use crate::{
    app::App,
    i18n::Text,
    platform::{
        element::{Element, el},
        prefs,
    },
    widgets::{Weight, action, alert, button_group, heading, heading_2, paragraph},
};
use leptos::prelude::*;

pub(super) fn view(app: App) -> Vec<Element> {
    // What is on a professional's tablet is not this person's alone.
    if prefs::lent().is_some() {
        return super::help::view(app);
    }
    app.count_lists();
    let sure = RwSignal::new(false);
    let count = el("div", "").dynamic(move || {
        vec![paragraph(&app.with(Text::DataCount, &[("count", &app.lists.get().to_string())]))]
    });
    let wipe =
        el("div", "").dynamic(move || if sure.get() { really(app, sure) } else { ask(app, sure) });
    vec![
        heading(&app.t(Text::DataTitle)),
        paragraph(&app.t(Text::DataWhere)),
        count,
        consents::choices(app),
        heading_2(&app.t(Text::DataWipeTitle)),
        wipe,
        button_group([action(&app.t(Text::Back), Weight::Primary, "back", move || app.back())]),
    ]
}

fn ask(app: App, sure: RwSignal<bool>) -> Vec<Element> {
    let wipe = move || sure.set(true);
    vec![
        paragraph(&app.t(Text::DataWipeHint)),
        button_group([action(&app.t(Text::DataWipe), Weight::Secondary, "wipe", wipe)]),
    ]
}

fn really(app: App, sure: RwSignal<bool>) -> Vec<Element> {
    let keep = move || sure.set(false);
    let buttons = button_group([
        action(&app.t(Text::DataWipeNo), Weight::Primary, "keep", keep),
        action(&app.t(Text::DataWipeYes), Weight::Secondary, "wipe-now", move || app.wipe()),
    ]);
    vec![alert("error", "alert", [paragraph(&app.t(Text::DataWipeSure))]).takes_focus(), buttons]
}
