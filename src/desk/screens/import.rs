//! Taking a case from a colleague: a file, whom it came from, and what came of it.

use super::{
    cases::date,
    device::fingerprint,
    field::{busy, wrong},
};
use crate::{
    desk::{Desk, giving::Taken},
    i18n::Text,
    platform::element::{Element, el},
    widgets::{Weight, action, alert, button_group, heading, heading_2, paragraph, submit},
};
use draagkracht_core::sealing::OpenedCase;
use leptos::prelude::*;

const FILE: &str = "case-file";

pub(super) fn view(desk: Desk) -> Vec<Element> {
    let title = desk.t(Text::ImportTitle);
    let opened = RwSignal::new(None::<OpenedCase>);
    let taken = RwSignal::new(None::<Taken>);
    vec![
        heading(&title),
        wrong(desk, title, FILE),
        el("div", "").dynamic(move || match (taken.get(), opened.get()) {
            (Some(taken), _) => done(desk, &taken),
            (None, Some(case)) => ask(desk, case, opened, taken),
            (None, None) => choose(desk, opened),
        }),
        busy(desk, Text::GiveBusy),
        button_group([action(&desk.t(Text::Back), Weight::Subtle, "back", move || desk.back())]),
    ]
}

fn choose(desk: Desk, opened: RwSignal<Option<OpenedCase>>) -> Vec<Element> {
    let hint = format!("{FILE}-hint");
    // No filter on the name: phones rename what comes by message.
    let input = el("input", "desk-file")
        .attr("id", FILE)
        .attr("type", "file")
        .attr("aria-describedby", &hint);
    let words = desk.t(Text::ImportFileHint);
    let field = el("div", "desk-field").children([
        el("label", "utrecht-form-label").attr("for", FILE).text(&desk.t(Text::ImportFile)),
        el("p", "utrecht-form-field-description").attr("id", &hint).text(&words),
        input.clone(),
    ]);
    let open = button_group([submit(&desk.t(Text::ImportOpen), "open-case")]);
    let form = el("form", "").attr("novalidate", "").children([field, open]);
    let form = form.on("submit", move |event| {
        event.prevent_default();
        desk.open_case_file(input.clone(), opened);
    });
    vec![paragraph(&desk.t(Text::ImportWhat)), form]
}

/// Whom it came from is for the person to be sure of: nothing in the file proves the name.
fn ask(
    desk: Desk,
    case: OpenedCase,
    opened: RwSignal<Option<OpenedCase>>,
    taken: RwSignal<Option<Taken>>,
) -> Vec<Element> {
    let code = case.contents.case.case_code.to_string();
    let day = date(desk, &case.created);
    let from = [("code", code.as_str()), ("name", &case.pseudonym), ("day", &day)];
    let shown = fingerprint(desk, Text::ImportFingerprint, &case.fingerprint);
    vec![
        heading_2(&desk.with(Text::ImportFrom, &from)).attr("translate", "no").takes_focus(),
        shown,
        paragraph(&desk.t(Text::ImportCompare)),
        button_group([
            action(&desk.t(Text::ImportTake), Weight::Primary, "take-case", move || {
                desk.take_case(case.clone(), taken);
            }),
            action(&desk.t(Text::ImportLeave), Weight::Secondary, "leave-case", move || {
                opened.set(None);
            }),
        ]),
    ]
}

fn done(desk: Desk, taken: &Taken) -> Vec<Element> {
    let id = taken.id;
    let told = taken
        .told
        .iter()
        .map(|(text, count)| paragraph(&desk.with(*text, &[("count", &count.to_string())])));
    vec![
        alert("info", "status", told).takes_focus(),
        button_group([action(&desk.t(Text::ImportToCase), Weight::Primary, "case", move || {
            desk.open_case(id);
        })]),
    ]
}
