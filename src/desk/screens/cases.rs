//! Every case at a glance: what is due, begun, complete, on its way.

use super::{Screen, around, field::field, reading, tour};
use crate::{
    desk::{Desk, cases::standing},
    i18n::Text,
    platform::{
        clock,
        element::{Element, el},
    },
    widgets::{Weight, action, button_group, choice, heading, paragraph},
};
use draagkracht_core::{
    person::Moment,
    standing::{Due, Progress, Schedule, Standing},
    timestamp::Timestamp,
};
use draagkracht_vault::{CaseFile, Way, outbox::Entry};
use leptos::prelude::*;
use uuid::Uuid;

/// What the list shows of a case.
struct Row {
    id: Uuid,
    code: String,
    note: String,
    state: String,
    archived: bool,
    /// What is most urgent comes first.
    order: (Due, String),
}

pub(super) fn view(desk: Desk) -> Vec<Element> {
    let sought = RwSignal::new(String::new());
    let archived = RwSignal::new(false);
    let (search, input) = field("search", "search", &desk.t(Text::CasesSearch), None);
    let typed = input.clone();
    let _ = input.on("input", move |_| sought.set(typed.value().to_lowercase()));
    let words = el("span", "choice__text").text(&desk.t(Text::CasesArchived));
    let show_archived =
        choice("checkbox", "archived", "archived", words, false, move |on| archived.set(on));
    let rows = el("div", "").dynamic(move || {
        let (sought, archived) = (sought.get(), archived.get());
        let mut rows: Vec<Row> = desk.files.with(|files| {
            desk.outbox.with(|outbox| files.iter().filter_map(|f| row(desk, f, outbox)).collect())
        });
        let all = rows.len();
        rows.retain(|row| {
            row.archived == archived
                && (plain(&row.code).contains(&plain(&sought))
                    || row.note.to_lowercase().contains(&sought))
        });
        rows.sort_by(|a, b| a.order.cmp(&b.order));
        if rows.is_empty() {
            let text = if all == 0 { Text::CasesNone } else { Text::CasesNotFound };
            return vec![paragraph(&desk.t(text))];
        }
        vec![el("ul", "desk-cases").children(rows.iter().map(|row| shown(desk, row)))]
    });
    let outbox = el("div", "").dynamic(move || {
        let waiting = desk.outbox.with(Vec::len).to_string();
        let outbox = desk.with(Text::CasesOutbox, &[("count", &waiting)]);
        vec![action(&outbox, Weight::Secondary, "outbox", move || desk.show(Screen::Outbox))]
    });
    vec![
        heading(&desk.t(Text::CasesTitle)),
        around::scarce(desk),
        if desk.is_practice() {
            paragraph(&desk.t(Text::PracticeChoose))
        } else {
            button_group([
                action(&desk.t(Text::CasesNew), Weight::Primary, "new-case", move || {
                    desk.new_case();
                }),
                outbox,
            ])
        },
        search,
        rows,
        show_archived,
        el("div", "desk-tools")
            .children(reading::buttons(desk))
            .children(of_the_vault(desk).into_iter().filter(|_| !desk.is_practice()))
            .children(tour::buttons(desk)),
    ]
}

fn of_the_vault(desk: Desk) -> [Element; 2] {
    [(Text::ImportTitle, "import", Screen::Import), (Text::VaultTitle, "vault", Screen::Vault)].map(
        |(text, name, screen)| {
            action(&desk.t(text), Weight::Subtle, name, move || desk.show(screen))
        },
    )
}

/// As people type a code: without dashes, in any case.
fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase()
}

fn shown(desk: Desk, row: &Row) -> Element {
    let id = row.id;
    let button = el("button", "desk-case")
        .attr("type", "button")
        .attr("data-action", "case")
        .child(el("span", "desk-case__code").attr("translate", "no").text(&row.code))
        .child(el("span", "desk-case__state").text(&row.state))
        .on_press(move || desk.open_case(id));
    let note = (!row.note.is_empty()).then(|| {
        el("span", "desk-case__note").attr("translate", "no").text(&first_line(&row.note))
    });
    el("li", "").child(button.children(note))
}

fn first_line(note: &str) -> String {
    note.lines().next().unwrap_or_default().chars().take(60).collect()
}

fn row(desk: Desk, file: &CaseFile, outbox: &[Entry]) -> Option<Row> {
    let dossier = file.dossier().ok()??;
    let code = file.case()?.case_code.to_string();
    let (due, state) = standing(file, |case| state(desk, file, &case, outbox))?;
    Some(Row {
        id: file.id(),
        order: (due, code.clone()),
        code,
        note: dossier.note().to_owned(),
        state,
        archived: dossier.archived,
    })
}

/// In words, what is to be done about a case.
fn state(desk: Desk, file: &CaseFile, case: &Standing, outbox: &[Entry]) -> (Due, String) {
    if !file.handed_over().unwrap_or_default().is_empty() {
        return (Due::Now, desk.t(Text::StateWithResident));
    }
    let on_way = file.newest().map(|response| file.way_of(response, outbox)).min();
    // What is made up goes nowhere: nothing is said of its way.
    let on_way = on_way.filter(|_| !desk.is_practice());
    let Some(moment) = case.next_moment() else {
        return (Due::Later, arrived(desk, on_way));
    };
    let due = case.due(moment, schedule(desk), &clock::now());
    let begun = begun(case, moment);
    let text = match (due, begun) {
        (_, true) => Text::StateBegun,
        (Due::Overdue, _) => Text::StateOverdue,
        (Due::Now, _) => Text::StateDue,
        (Due::Later, _) => Text::StateLater,
    };
    let day = date(desk, &case.day(moment, schedule(desk)));
    let text = desk.with(text, &[("moment", moment.as_str()), ("day", &day)]);
    let due = if begun { Due::Now } else { due };
    let arrived = on_way.map(|way| arrived(desk, Some(way)));
    (due, [Some(text), arrived].into_iter().flatten().collect::<Vec<_>>().join(" "))
}

fn begun(case: &Standing, moment: Moment) -> bool {
    use draagkracht_core::{dossier::Cell, person::Rater};
    let person = case.dossier.asked().clone();
    let cell = Cell { person, moment, rater: Rater::Resident };
    let progress = [case.progress(&cell), case.progress(&cell.other())];
    progress.iter().any(|p| matches!(p, Progress::Begun(_) | Progress::Complete(_)))
}

fn arrived(desk: Desk, way: Option<Way>) -> String {
    desk.t(match way {
        None => Text::StateDone,
        Some(Way::OnlyHere) => Text::WayOnlyHere,
        Some(Way::Waiting) => Text::WayWaiting,
        Some(Way::HandedIn) => Text::WayHandedIn,
        Some(Way::Received) => Text::WayReceived,
    })
}

/// The organisation's own moments, or about one and two years.
pub(super) fn schedule(desk: Desk) -> Schedule {
    desk.config.with(|config| config.as_ref().map(|config| config.schedule)).unwrap_or_default()
}

/// A day as it is written in the professional's language.
pub(super) fn date(desk: Desk, day: &Timestamp) -> String {
    clock::day(day, desk.language().tag())
}
