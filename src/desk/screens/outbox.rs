//! What waits to be handed in and what is on its way. It is sealed already, so this can be shown, and
//! sent, while every vault is locked.

use super::{cases::date, field::field};
use crate::{
    desk::{Desk, Sending, key_changed},
    i18n::Text,
    platform::{
        element::{Element, el},
        files, prefs,
    },
    uploading::Refusal,
    widgets::{
        Weight, action, alert, button_group, choice, disclosure, heading, paragraph, submit,
    },
};
use draagkracht_vault::outbox::{Entry, State};
use leptos::prelude::*;

/// Larger files are no receipts.
const LARGEST_RECEIPT: u32 = 1_000_000;

pub(super) fn view(desk: Desk) -> Vec<Element> {
    let uploads = Memo::new(move |_| {
        desk.config.with(|config| config.as_ref().is_some_and(|config| config.upload.is_some()))
    });
    let rows = el("div", "").dynamic_in_place(move || {
        let entries = desk.outbox.get();
        if entries.is_empty() {
            return vec![paragraph(&desk.t(Text::OutboxNone))];
        }
        let rows = entries.iter().rev().map(|entry| row(desk, entry, uploads.get()));
        vec![el("ul", "desk-outbox").children(rows)]
    });
    vec![
        heading(&desk.t(Text::OutboxTitle)),
        paragraph(&desk.with_organisation(Text::OutboxWhat)),
        el("div", "").dynamic(move || only_here(desk)),
        el("div", "").dynamic(move || key(desk)),
        el("div", "").dynamic(move || wrong(desk)),
        el("div", "").dynamic(move || if uploads.get() { send(desk) } else { vec![] }),
        rows,
        receipts(desk),
        button_group([action(&desk.t(Text::Back), Weight::Subtle, "back", move || desk.back())]),
    ]
}

fn only_here(desk: Desk) -> Vec<Element> {
    match desk.only_here() {
        0 => vec![],
        count => {
            vec![paragraph(&desk.with(Text::OutboxOnlyHere, &[("count", &count.to_string())]))]
        }
    }
}

/// Whether anything can be sealed, and to whom.
fn key(desk: Desk) -> Vec<Element> {
    let Some(config) = desk.config.get().filter(|config| !config.recipients.is_empty()) else {
        return vec![paragraph(&desk.with_organisation(Text::HandInNotPossible))];
    };
    if !key_changed(&config) {
        return vec![];
    }
    let accept = action(&desk.t(Text::HandInKeyAccept), Weight::Primary, "accept-key", move || {
        desk.accept_key();
    });
    let words = paragraph(&desk.with_organisation(Text::HandInKeyChanged));
    vec![alert("info", "status", [words, accept])]
}

fn wrong(desk: Desk) -> Vec<Element> {
    let text = desk.error.get().map(|text| alert("error", "alert", [paragraph(&text)]));
    text.into_iter().collect()
}

/// Sending all of it, how far that is, and whether it goes by itself.
fn send(desk: Desk) -> Vec<Element> {
    let waits = move || {
        desk.outbox.with(|entries| entries.iter().any(|entry| entry.state == State::Waiting))
    };
    // The button stays while its words change, so that it keeps the focus.
    let button = action("", Weight::Primary, "send", move || desk.send_all());
    let button = button.dynamic(move || {
        let text = if waits() { Text::OutboxSend } else { Text::OutboxAsk };
        vec![el("span", "").text(&desk.t(text))]
    });
    let words = el("span", "choice__text").text(&desk.t(Text::OutboxByItself));
    let by_itself =
        choice("checkbox", "by-itself", "by-itself", words, prefs::sends_by_itself(), move |on| {
            desk.set_sends_by_itself(on);
        });
    let phase = Memo::new(move |_| match desk.sending.get() {
        Sending::Busy { bundle, .. } => Sending::Busy { bundle, percent: 0 },
        other => other,
    });
    let state = el("div", "").attr("role", "status").dynamic(move || state(desk, phase.get()));
    // Beside the status: a number that is said at every step would say nothing else.
    let bar = el("div", "").dynamic(move || bar(desk));
    let stopped = Memo::new(move |_| match desk.sending.get() {
        Sending::Stopped(refusal) => Some(refusal),
        _ => None,
    });
    let token = el("div", "").dynamic(move || {
        if stopped.get() == Some(Refusal::Token) { vec![token(desk)] } else { vec![] }
    });
    vec![button_group([button]), state, bar, token, by_itself]
}

fn state(desk: Desk, phase: Sending) -> Vec<Element> {
    match phase {
        Sending::No => vec![],
        Sending::Busy { .. } => vec![paragraph(&desk.t(Text::OutboxBusy))],
        Sending::Stopped(refusal) => {
            let text = match refusal {
                Refusal::Unreachable => Text::SendUnreachable,
                Refusal::Token => Text::SendToken,
                Refusal::TooLarge => Text::SendTooLarge,
                Refusal::NoPlace => Text::SendNoPlace,
                Refusal::Later => Text::SendLater,
            };
            let words = [text, Text::SendKept].map(|text| paragraph(&desk.with_organisation(text)));
            vec![alert("error", "alert", words)]
        }
    }
}

/// How far the one that is being sent is.
fn bar(desk: Desk) -> Vec<Element> {
    let Sending::Busy { percent, .. } = desk.sending.get() else { return vec![] };
    let percent = percent.to_string();
    let words = desk.with(Text::OutboxSending, &[("percent", &percent)]);
    let bar = el("progress", "desk-progress").attr("max", "100").attr("value", &percent);
    vec![paragraph(&words), bar.attr("aria-label", &desk.t(Text::OutboxTitle))]
}

/// What the organisation gave its professionals to send with.
fn token(desk: Desk) -> Element {
    let (label, hint) = (desk.t(Text::OutboxToken), desk.t(Text::OutboxTokenHint));
    let (whole, input) = field("token", "text", &label, Some(&hint));
    el("form", "")
        .attr("novalidate", "")
        .child(whole)
        .child(button_group([submit(&desk.t(Text::OutboxTokenUse), "token-use")]))
        .on("submit", move |event| {
            event.prevent_default();
            desk.set_token(&input.value());
        })
}

fn row(desk: Desk, entry: &Entry, uploads: bool) -> Element {
    let id = entry.bundle_id;
    let words = match &entry.state {
        State::Waiting => desk.t(Text::OutboxWaiting),
        State::HandedIn { at } => desk.with(Text::OutboxHandedIn, &[("day", &date(desk, at))]),
        State::Received { at } => desk.with(Text::OutboxReceived, &[("day", &date(desk, at))]),
    };
    let short = id.to_string().chars().take(8).collect::<String>();
    let weight = if uploads { Weight::Subtle } else { Weight::Secondary };
    let download =
        action(&desk.t(Text::HandInDownload), weight, "download", move || desk.download(id));
    let again = (uploads && matches!(entry.state, State::HandedIn { .. })).then(|| {
        action(&desk.t(Text::OutboxAgain), Weight::Subtle, "again", move || desk.send_again(id))
    });
    el("li", "desk-bundle")
        .child(el("span", "desk-bundle__id").attr("translate", "no").text(&short))
        .child(el("span", "desk-bundle__state").text(&words))
        .child(button_group([download].into_iter().chain(again)))
}

/// Receipts that came as files.
fn receipts(desk: Desk) -> Element {
    let hint = desk.t(Text::ReceiptHint);
    let (whole, input) = field("receipts", "file", &desk.t(Text::ReceiptFiles), Some(&hint));
    let chosen = input.attr("multiple", "").attr("accept", ".json,.minisig");
    let input = chosen.clone();
    let _ = input.on("change", move |_| {
        let chosen = chosen.clone();
        leptos::task::spawn_local(async move {
            desk.import_receipts(files::all_chosen(&chosen, LARGEST_RECEIPT).await);
        });
    });
    disclosure(&desk.t(Text::ReceiptTitle), [whole], || {})
}
