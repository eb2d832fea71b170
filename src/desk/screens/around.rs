//! Notices about what goes on around the desk.

use super::Screen;
use crate::{
    desk::Desk,
    i18n::Text,
    platform::{
        element::{Element, el},
        service_worker,
    },
    widgets::{Weight, action, alert, paragraph},
};
use leptos::prelude::*;

/// A newer app waits; never in the middle of a list.
pub(super) fn new_version(desk: Desk) -> Vec<Element> {
    if !desk.may_renew() {
        return vec![];
    }
    let take = service_worker::take_new_version;
    let take = action(&desk.t(Text::NewVersionTake), Weight::Secondary, "new-version", take);
    vec![alert("info", "status", [paragraph(&desk.t(Text::NewVersion)), take])]
}

/// The device is nearly full: what to do about it.
pub(super) fn scarce(desk: Desk) -> Element {
    el("div", "").dynamic(move || {
        if !desk.around.scarce.get() {
            return vec![];
        }
        let go =
            action(&desk.t(Text::StorageToOutbox), Weight::Secondary, "to-outbox", move || {
                desk.show(Screen::Outbox);
            });
        vec![alert("warning", "status", [paragraph(&desk.t(Text::StorageScarce)), go])]
    })
}

/// The vault is open in another tab, which can be asked to give it up.
pub(super) fn elsewhere(desk: Desk) -> Element {
    el("div", "").dynamic(move || {
        if !desk.is_open_elsewhere() {
            return vec![];
        }
        let go = action(&desk.t(Text::TabsTakeOver), Weight::Primary, "take-over", move || {
            desk.take_over();
        });
        let words = paragraph(&desk.t(Text::TabsOpenElsewhere));
        vec![alert("info", "alert", [words, go])]
    })
}
