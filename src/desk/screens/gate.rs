//! Before a vault is open: whose it is, making one, opening one.

use super::{
    Screen, around, authenticator,
    field::{busy, field, wrong},
    tour,
};
use crate::{
    desk::Desk,
    i18n::Text,
    platform::{
        element::{Element, el},
        page, prefs,
    },
    widgets::{Weight, action, alert, button_group, heading, paragraph, submit},
};
use leptos::prelude::*;

/// Whose vault is to be opened.
pub(super) fn view(desk: Desk) -> Vec<Element> {
    let vaults = desk.vaults.get();
    let labels = vaults.iter().filter_map(|vault| match &vault.wraps {
        Ok(wraps) => Some((vault.id, wraps.label.clone()?)),
        Err(_) => Some((vault.id, desk.t(Text::GateDamaged))),
    });
    let rows: Vec<_> = labels
        .map(|(id, label)| {
            action(&label, Weight::Secondary, "vault", move || {
                desk.chosen.set(Some(id));
                desk.show(Screen::Unlock);
            })
            .attr("translate", "no")
        })
        .collect();
    let none = rows.is_empty();
    let choose = el("ul", "desk-cases desk-vaults")
        .children(rows.into_iter().map(|row| el("li", "").child(row)));
    let lent = prefs::lent().map(|_| {
        let back = action(&desk.t(Text::GateLentBack), Weight::Secondary, "lent", || {
            prefs::set_part("questions");
            page::reload();
        });
        alert("info", "status", [paragraph(&desk.t(Text::GateLent)), back])
    });
    let tab = page::is_ios_tab().then(|| {
        let words = [Text::InstallSeparate, Text::InstallHow].map(|text| paragraph(&desk.t(text)));
        alert("info", "note", words)
    });
    let intro = if none { Text::GateNone } else { Text::GateChoose };
    let weight = if none { Weight::Primary } else { Weight::Subtle };
    let new = action(&desk.t(Text::GateNew), weight, "new-vault", move || {
        desk.show(Screen::NewVault);
    });
    let waiting = desk.outbox.with(|entries| {
        (!entries.is_empty()).then(|| {
            action(&desk.t(Text::OutboxTitle), Weight::Subtle, "outbox", move || {
                desk.show(Screen::Outbox);
            })
        })
    });
    [heading(&desk.t(Text::GateTitle)), paragraph(&desk.t(intro))]
        .into_iter()
        .chain(tab)
        .chain(lent)
        .chain([choose, button_group([new].into_iter().chain(waiting))])
        .chain([el("div", "desk-tools").children(tour::buttons(desk))])
        .collect()
}

/// Making a vault.
pub(super) fn new(desk: Desk) -> Vec<Element> {
    let title = desk.t(Text::VaultNewTitle);
    let (pseudonym, name) = field(
        "pseudonym",
        "text",
        &desk.t(Text::VaultPseudonym),
        Some(&desk.t(Text::VaultPseudonymHint)),
    );
    let (one, passphrase) = passphrase(desk, "passphrase", Text::VaultPassphrase, true);
    let (two, again) = self::passphrase(desk, "again", Text::VaultPassphraseAgain, false);
    let form = el("form", "").attr("novalidate", "").children([
        pseudonym,
        one,
        two,
        busy(desk, Text::VaultMaking),
        button_group([
            submit(&desk.t(Text::VaultMake), "make"),
            action(&desk.t(Text::Back), Weight::Subtle, "back", move || desk.back()),
        ]),
    ]);
    let form = form.on("submit", move |event| {
        event.prevent_default();
        desk.make_vault(&name.value(), passphrase.value(), &again.value());
    });
    vec![
        heading(&title),
        paragraph(&desk.t(Text::VaultNewWhy)),
        wrong(desk, title, "pseudonym"),
        form,
    ]
}

/// Opening the chosen vault.
pub(super) fn unlock(desk: Desk) -> Vec<Element> {
    let title = desk.with(Text::UnlockTitle, &[("name", &desk.pseudonym().unwrap_or_default())]);
    let (whole, passphrase) = passphrase(desk, "passphrase", Text::VaultPassphrase, false);
    let form = el("form", "").attr("novalidate", "").children([
        whole,
        busy(desk, Text::UnlockBusy),
        button_group([
            submit(&desk.t(Text::Unlock), "unlock"),
            action(&desk.t(Text::UnlockRecover), Weight::Subtle, "recover", move || {
                desk.show(Screen::Recover);
            }),
            action(&desk.t(Text::Back), Weight::Subtle, "back", move || desk.back()),
        ]),
    ]);
    let form = form.on("submit", move |event| {
        event.prevent_default();
        desk.unlock(passphrase.value());
    });
    vec![
        heading(&title),
        wrong(desk, title, "passphrase"),
        around::elsewhere(desk),
        authenticator::unlock(desk),
        form,
    ]
}

/// Opening it by its recovery code, under a new passphrase.
pub(super) fn recover(desk: Desk) -> Vec<Element> {
    let title = desk.t(Text::RecoverTitle);
    let (code, typed) =
        field("recovery", "text", &desk.t(Text::RecoverCode), Some(&desk.t(Text::RecoverHint)));
    let (one, passphrase) = passphrase(desk, "passphrase", Text::VaultPassphraseNew, true);
    let (two, again) = self::passphrase(desk, "again", Text::VaultPassphraseAgain, false);
    let form = el("form", "").attr("novalidate", "").children([
        code,
        one,
        two,
        busy(desk, Text::UnlockBusy),
        button_group([
            submit(&desk.t(Text::Unlock), "recover"),
            action(&desk.t(Text::Back), Weight::Subtle, "back", move || desk.back()),
        ]),
    ]);
    let form = form.on("submit", move |event| {
        event.prevent_default();
        desk.recover(&typed.value(), passphrase.value(), &again.value());
    });
    vec![
        heading(&title),
        paragraph(&desk.t(Text::RecoverWhy)),
        wrong(desk, title, "recovery"),
        form,
    ]
}

/// A field for a passphrase, which can be made readable; with how to choose a good one.
pub(super) fn passphrase(desk: Desk, id: &str, label: Text, hint: bool) -> (Element, Element) {
    let hint = hint.then(|| desk.t(Text::VaultPassphraseHint));
    let (whole, input) = field(id, "password", &desk.t(label), hint.as_deref());
    let shown = input.clone();
    let words = el("span", "choice__text").text(&desk.t(Text::VaultPassphraseShow));
    let toggle =
        crate::widgets::choice("checkbox", "", &format!("{id}-show"), words, false, move |show| {
            let kind = if show { "text" } else { "password" };
            let _ = shown.clone().attr("type", kind);
        });
    (whole.child(toggle), input)
}
