//! What a colleague needs to give this vault a case: its "apparaatcode", and how they know it is right.

use crate::{
    desk::{Desk, giving::Device},
    i18n::Text,
    platform::element::{Element, el},
    widgets::{Weight, action, button_group, heading_2, paragraph, qr},
};
use leptos::prelude::*;

/// A part of the screen of the vault; the code is found while it is shown.
pub(super) fn section(desk: Desk) -> Element {
    let found = RwSignal::new(None);
    desk.find_own_device(found);
    let code = el("div", "").attr("role", "status").dynamic(move || match found.get() {
        None => vec![paragraph(&desk.t(Text::DeviceBusy))],
        Some(Err(text)) => vec![paragraph(&desk.t(text))],
        Some(Ok(device)) => shown(desk, &device),
    });
    el("section", "")
        .child(heading_2(&desk.t(Text::DeviceTitle)))
        .child(paragraph(&desk.t(Text::DeviceWhy)))
        .child(code)
}

fn shown(desk: Desk, device: &Device) -> Vec<Element> {
    let code = device.code.clone();
    let copy = action(&desk.t(Text::DeviceCopy), Weight::Secondary, "copy-device", move || {
        desk.copy(code.clone(), Text::DeviceCopied);
    });
    let code = el("p", "desk-long").attr("translate", "no").text(&device.code);
    [code, button_group([copy])]
        .into_iter()
        .chain(qr(&device.code, &desk.t(Text::DeviceQr)))
        .chain([fingerprint(desk, Text::DeviceFingerprint, &device.fingerprint)])
        .collect()
}

/// What colleagues read to each other, large.
pub(super) fn fingerprint(desk: Desk, label: Text, fingerprint: &str) -> Element {
    let of = el("p", "desk-fingerprint").attr("translate", "no").text(fingerprint);
    el("div", "").child(el("p", "utrecht-form-label").text(&desk.t(label))).child(of)
}
