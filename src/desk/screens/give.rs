//! Giving a case to a colleague: their device, compared aloud, and a file that only it can open.

use super::{
    Screen,
    cases::date,
    device::fingerprint,
    field::{area, busy, wrong},
};
use crate::{
    desk::{
        Desk,
        giving::{Device, Made},
    },
    i18n::Text,
    platform::{
        element::{Element, el},
        files,
    },
    widgets::{Weight, action, alert, button_group, choice, heading, heading_2, paragraph, submit},
};
use leptos::prelude::*;

const CODE: &str = "device-code";

/// From whom the case in hand came.
pub(super) fn origins(desk: Desk) -> Element {
    el("div", "desk-origins").dynamic(move || {
        let dossier = desk.with_file(|file| file.dossier().ok().flatten()).flatten();
        let origins = dossier.map(|dossier| dossier.origins).unwrap_or_default();
        let of = |origin: draagkracht_core::dossier::Origin| {
            let day = date(desk, &origin.at);
            let values = [("name", origin.pseudonym.as_str()), ("day", &day)];
            paragraph(&desk.with(Text::GiveFrom, &values))
        };
        origins.into_iter().map(of).collect()
    })
}

/// What else can be done with the case in hand: days for a calendar, and giving it away.
pub(super) fn more(desk: Desk) -> Element {
    let days = el("div", "").dynamic(move || {
        if desk.days_to_come().is_empty() {
            return vec![];
        }
        let export =
            action(&desk.t(Text::CalendarAction), Weight::Secondary, "calendar", move || {
                desk.export_calendar();
            });
        vec![
            heading_2(&desk.t(Text::CalendarTitle)),
            paragraph(&desk.t(Text::CalendarWhat)),
            button_group([export]),
        ]
    });
    let give = action(&desk.t(Text::GiveTitle), Weight::Secondary, "give", move || {
        desk.show(Screen::Give);
    });
    el("div", "")
        .child(days)
        .child(heading_2(&desk.t(Text::GiveSection)))
        .child(button_group([give]))
}

pub(super) fn view(desk: Desk) -> Vec<Element> {
    let title = desk.t(Text::GiveTitle);
    let back =
        button_group([action(&desk.t(Text::Back), Weight::Subtle, "back", move || desk.back())]);
    let lent = desk.file_in_hand().is_some_and(|f| f.handed_over().is_ok_and(|l| !l.is_empty()));
    if lent {
        let words = paragraph(&desk.t(Text::GiveWithResident));
        return vec![heading(&title), alert("info", "status", [words]), back];
    }
    let device = RwSignal::new(None::<Device>);
    let made = RwSignal::new(None::<Made>);
    let (whole, input) = area(CODE, &desk.t(Text::GiveCode), &desk.t(Text::GiveCodeHint), "");
    let form = el("form", "")
        .attr("novalidate", "")
        .children([whole, button_group([submit(&desk.t(Text::GiveCheck), "read-device")])]);
    let form = form.on("submit", move |event| {
        event.prevent_default();
        made.set(None);
        desk.read_device(input.text_value(), device);
    });
    vec![
        heading(&title),
        wrong(desk, title, CODE),
        paragraph(&desk.t(Text::GiveWhat)),
        paragraph(&desk.t(Text::GiveOnly)),
        form,
        busy(desk, Text::GiveBusy),
        el("div", "").dynamic(move || match device.get() {
            Some(device) => compare(desk, device, made),
            None => vec![],
        }),
        el("div", "").dynamic(move || made.get().map_or_else(Vec::new, |made| ready(desk, made))),
        back,
    ]
}

/// The fingerprint, and whether it was compared.
fn compare(desk: Desk, device: Device, made: RwSignal<Option<Made>>) -> Vec<Element> {
    let compared = RwSignal::new(false);
    let missing = RwSignal::new(false);
    let words = el("span", "choice__text").text(&desk.t(Text::GiveCompared));
    let tick = choice("checkbox", "compared", "compared", words, false, move |on| {
        compared.set(on);
        missing.set(false);
    });
    let error =
        el("p", "utrecht-form-field-error-message").attr("role", "alert").dynamic(move || {
            let text = missing.get().then(|| desk.t(Text::GiveNotCompared));
            text.map(|text| el("span", "").text(&text)).into_iter().collect()
        });
    let shown = fingerprint(desk, Text::GiveFingerprint, &device.fingerprint);
    let go_on = action(&desk.t(Text::GiveMake), Weight::Primary, "give-now", move || {
        if compared.get_untracked() {
            desk.give_case(device.code.clone(), made);
        } else {
            missing.set(true);
        }
    });
    vec![
        heading_2(&desk.t(Text::GiveCompareTitle)).takes_focus(),
        paragraph(&desk.t(Text::GiveCompare)),
        shown,
        tick,
        error,
        button_group([go_on]),
    ]
}

fn ready(desk: Desk, made: Made) -> Vec<Element> {
    let (file, text) = (made.clone(), made);
    let download =
        action(&desk.t(Text::HandInDownload), Weight::Primary, "download-case", move || {
            desk.download_case(&file);
        });
    let share = files::can_share().then(|| {
        action(&desk.t(Text::HandInShare), Weight::Secondary, "share-case", move || {
            desk.share_case(text.clone());
        })
    });
    let words = [Text::GiveReady, Text::GiveStays].map(|text| paragraph(&desk.t(text)));
    let buttons = button_group([download].into_iter().chain(share));
    vec![alert("info", "status", words.into_iter().chain([buttons]))]
}
