//! The open vault itself: another passphrase, opening it by the device, and what a colleague needs to
//! give it a case.

use super::{
    authenticator,
    field::{busy, wrong},
    gate::passphrase,
};
use crate::{
    desk::Desk,
    i18n::Text,
    platform::element::{Element, el},
    widgets::{Weight, action, button_group, heading, heading_2, paragraph, submit},
};
use leptos::prelude::*;

pub(super) fn view(desk: Desk) -> Vec<Element> {
    let title = desk.t(Text::VaultTitle);
    let (one, now) = passphrase(desk, "now", Text::VaultPassphraseNow, false);
    let (two, new) = passphrase(desk, "passphrase", Text::VaultPassphraseNew, true);
    let (three, again) = passphrase(desk, "again", Text::VaultPassphraseAgain, false);
    let form = el("form", "").attr("novalidate", "").children([
        one,
        two,
        three,
        busy(desk, Text::UnlockBusy),
        button_group([submit(&desk.t(Text::VaultPassphraseChange), "passphrase")]),
    ]);
    let device = RwSignal::new(false);
    let form = form.on("submit", move |event| {
        event.prevent_default();
        device.set(false);
        desk.change_passphrase(now.value(), new.value(), &again.value());
    });
    let whose = desk.with(Text::RecoveryWhose, &[("name", &desk.pseudonym().unwrap_or_default())]);
    let name = title.clone();
    let problem = el("div", "").dynamic(move || {
        if device.get() { vec![] } else { vec![wrong(desk, name.clone(), "now")] }
    });
    vec![
        heading(&title),
        paragraph(&whose),
        heading_2(&desk.t(Text::VaultPassphraseTitle)),
        problem,
        form,
        heading_2(&desk.t(Text::ConditionsTitle)),
        paragraph(&desk.with_organisation(Text::ConditionsWhat)),
        button_group([super::plan::conditions(desk)]),
        super::device::section(desk),
        authenticator::change(desk, title, device),
        button_group([action(&desk.t(Text::Back), Weight::Subtle, "back", move || desk.back())]),
    ]
}
