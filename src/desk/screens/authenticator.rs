//! Opening by the device: the button where a vault is opened, adding and removing in the vault itself.

use super::{
    field::{busy, wrong},
    gate::passphrase,
};
use crate::{
    desk::Desk,
    i18n::Text,
    platform::{
        authenticator,
        element::{Element, el},
    },
    widgets::{Weight, action, button_group, heading_2, paragraph, submit},
};
use leptos::{prelude::*, task::spawn_local};

/// Whether this device has an authenticator; not until the browser has said so.
fn available() -> RwSignal<bool> {
    let available = RwSignal::new(false);
    spawn_local(async move {
        // The screen may be gone by then.
        let _ = available.try_set(authenticator::is_available().await);
    });
    available
}

/// The button, where the chosen vault and the device can.
pub(super) fn unlock(desk: Desk) -> Element {
    let available = available();
    el("div", "").dynamic(move || {
        if !available.get() || !desk.opens_by_device() {
            return vec![];
        }
        let open =
            action(&desk.t(Text::PasskeyTitle), Weight::Secondary, "unlock-device", move || {
                desk.unlock_by_device();
            });
        vec![button_group([open])]
    })
}

/// Adding this device, or removing it, after the passphrase was given again. `sent` is whether the
/// error is this form's.
pub(super) fn change(desk: Desk, title: String, sent: RwSignal<bool>) -> Element {
    let available = available();
    let opens = Memo::new(move |_| desk.opens_by_device());
    el("section", "").dynamic(move || {
        let opens = opens.get();
        if !opens && !available.get() {
            return vec![];
        }
        form(desk, &title, sent, opens)
    })
}

fn form(desk: Desk, title: &str, sent: RwSignal<bool>, opens: bool) -> Vec<Element> {
    let (whole, typed) = passphrase(desk, "passkey-passphrase", Text::VaultPassphrase, false);
    let (words, verb) = if opens {
        (vec![Text::PasskeyIs], Text::PasskeyRemove)
    } else {
        (vec![Text::PasskeyWhat, Text::PasskeyNot], Text::PasskeyAdd)
    };
    let problem = title.to_owned();
    let problem = el("div", "").dynamic(move || {
        if sent.get() { vec![wrong(desk, problem.clone(), "passkey-passphrase")] } else { vec![] }
    });
    let form = el("form", "").attr("novalidate", "").children([
        whole,
        busy(desk, Text::PasskeyBusy),
        button_group([submit(&desk.t(verb), "device")]),
    ]);
    let form = form.on("submit", move |event| {
        event.prevent_default();
        sent.set(true);
        if opens { desk.remove_device(typed.value()) } else { desk.add_device(typed.value()) }
    });
    let words = words.into_iter().map(|text| paragraph(&desk.t(text)));
    [heading_2(&desk.t(Text::PasskeyTitle))]
        .into_iter()
        .chain(words)
        .chain([problem, form])
        .collect()
}
