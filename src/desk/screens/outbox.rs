//! What waits to be handed in. It is sealed already, so this can be shown while every vault is locked.

use super::cases::date;
use crate::{
    desk::Desk,
    i18n::Text,
    platform::element::{Element, el},
    settings,
    widgets::{Weight, action, alert, button_group, heading, paragraph},
};
use draagkracht_vault::outbox::{Entry, State};
use leptos::prelude::*;

pub(super) fn view(desk: Desk) -> Vec<Element> {
    let rows = el("div", "").dynamic(move || {
        let entries = desk.outbox.get();
        if entries.is_empty() {
            return vec![paragraph(&desk.t(Text::OutboxNone))];
        }
        vec![el("ul", "desk-outbox").children(entries.iter().rev().map(|e| row(desk, e)))]
    });
    let key = el("div", "").dynamic(move || {
        let recipients = desk.config.with(|c| c.as_ref().map(|c| c.recipients.clone()));
        match recipients {
            Some(recipients) if recipients.is_empty() => {
                vec![paragraph(&desk.with_organisation(Text::HandInNotPossible))]
            }
            None => vec![paragraph(&desk.with_organisation(Text::HandInNotPossible))],
            Some(recipients) if settings::key_changed(&recipients) => {
                let accept = action(
                    &desk.t(Text::HandInKeyAccept),
                    Weight::Primary,
                    "accept-key",
                    move || desk.accept_key(),
                );
                let words = paragraph(&desk.with_organisation(Text::HandInKeyChanged));
                vec![alert("info", "status", [words, accept])]
            }
            Some(_) => vec![],
        }
    });
    vec![
        heading(&desk.t(Text::OutboxTitle)),
        paragraph(&desk.with_organisation(Text::OutboxWhat)),
        key,
        rows,
        button_group([action(&desk.t(Text::Back), Weight::Subtle, "back", move || desk.back())]),
    ]
}

fn row(desk: Desk, entry: &Entry) -> Element {
    let id = entry.bundle_id;
    let words = match &entry.state {
        State::Waiting => desk.t(Text::OutboxWaiting),
        State::HandedIn { at } => desk.with(Text::OutboxHandedIn, &[("day", &date(desk, at))]),
        State::Received { at } => desk.with(Text::OutboxReceived, &[("day", &date(desk, at))]),
    };
    let short = id.to_string().chars().take(8).collect::<String>();
    let download =
        action(&desk.t(Text::HandInDownload), Weight::Secondary, "download", move || {
            desk.download(id);
        });
    el("li", "desk-bundle")
        .child(el("span", "desk-bundle__id").attr("translate", "no").text(&short))
        .child(el("span", "desk-bundle__state").text(&words))
        .child(download)
}
