//! What stands on every screen: the name, help, the way out, and what the person must know now.

use crate::{
    app::App,
    i18n::Text,
    keeping::Saved,
    platform::{
        element::{Element, el},
        history,
        service_worker::{self, Offline},
    },
    widgets::{Weight, action, alert, paragraph},
};
use leptos::prelude::*;

/// Fills the page with the app.
pub fn fill(app: App, root: Element) -> Element {
    let header = el("header", "app-header")
        .child(el("p", "app-header__name").text(&app.t(Text::AppName)))
        .child(action(&app.t(Text::Help), Weight::Subtle, "help", move || app.to_help()))
        .child(action(&app.t(Text::LeaveNow), Weight::Secondary, "leave", history::leave));
    let main = el("main", "app-main").children([
        el("div", "").dynamic(move || trouble(app)),
        el("div", "").dynamic(move || notice(app)),
        el("div", "").dynamic(move || new_version(app)),
        el("div", "screen").dynamic(move || (app.part().show)(app)),
    ]);
    let offline = el("p", "app-footer__offline").attr("role", "status").dynamic(move || {
        let kept = app.offline.get().map(|_| el("span", "").text(&app.t(Text::WorksOffline)));
        kept.into_iter().collect()
    });
    root.children([header, main, el("footer", "app-footer").child(offline)])
}

fn notice(app: App) -> Vec<Element> {
    let text = app.notice.get().map(|text| paragraph(&app.t(text)));
    text.map(|text| alert("info", "status", [text])).into_iter().collect()
}

/// The last change could not be kept: what to do about it, on whatever screen.
fn trouble(app: App) -> Vec<Element> {
    let texts: &[Text] = match app.saved.get() {
        Saved::Full => &[Text::TroubleFull, Text::TroubleFullDo],
        Saved::Failed => &[Text::TroubleSave],
        Saved::Nothing | Saved::Saving | Saved::Durable => return vec![],
    };
    let again = action(&app.t(Text::SaveAgain), Weight::Primary, "save", move || app.save());
    let texts = texts.iter().map(|text| paragraph(&app.t(*text)));
    vec![alert("error", "alert", texts.chain([again]))]
}

fn new_version(app: App) -> Vec<Element> {
    if app.offline.get() != Some(Offline::NewVersion) {
        return vec![];
    }
    let take = service_worker::take_new_version;
    let take = action(&app.t(Text::NewVersionTake), Weight::Secondary, "new-version", take);
    vec![alert("info", "status", [paragraph(&app.t(Text::NewVersion)), take])]
}
