//! The professional's own cases together: what is due, types, severe domains, where pictures differ.

use super::words::{self, RATERS};
use crate::{
    desk::{
        Desk,
        cases::standing,
        screens::{Screen, cases::schedule},
    },
    i18n::Text,
    platform::{
        clock,
        element::{Element, el},
    },
    widgets::{
        Weight, action, button_group,
        chart::{Bar, Column, Figure, bars, figure, table},
        heading, heading_2, paragraph,
    },
};
use draagkracht_core::{
    person::Rater,
    reading::{
        Caseload, Missing, Sides,
        caseload::{CaseLine, Seen},
        totals::{DomainCount, TypeCount},
    },
    standing::Due,
};
use draagkracht_vault::CaseFile;
use leptos::prelude::*;
use uuid::Uuid;

pub(super) fn view(desk: Desk) -> Vec<Element> {
    let head = heading(&desk.t(Text::ReadingOverviewTitle));
    let foot =
        button_group([action(&desk.t(Text::CaseBack), Weight::Subtle, "cases", move || {
            desk.put(Screen::Cases);
        })]);
    let Some(caseload) = desk.read_all(Caseload::of) else {
        return vec![head, paragraph(&desk.t(Text::ReadingDamaged)), foot];
    };
    if caseload.cases.is_empty() {
        return vec![head, paragraph(&desk.t(Text::ReadingNotThere)), foot];
    }
    let own = |case: &&CaseLine| matches!(case.pictures.professional, Seen::Shown { .. });
    let lists = caseload.cases.iter().filter(own).count();
    vec![
        head,
        paragraph(&desk.t(Text::ReadingForYou)),
        heading_2(&desk.t(Text::ReadingOverviewCases)),
        paragraph(&desk.t(Text::ReadingOverviewHint)),
        el("ul", "desk-cases").children(caseload.cases.iter().map(|case| line(desk, case))),
        heading_2(&desk.t(Text::ReadingOverviewTypes)),
        types(desk, &caseload.types, lists),
        heading_2(&desk.t(Text::ReadingOverviewDomains)),
        domains(desk, &caseload.domains, lists),
        foot,
    ]
}

/// The file of a case, and whether something of it is due.
fn found(desk: Desk, case_id: Uuid) -> Option<(Uuid, bool)> {
    let is_it = |file: &&CaseFile| file.case().is_some_and(|case| case.case_id == case_id);
    desk.files.with_untracked(|files| {
        let file = files.iter().find(is_it)?;
        let due = standing(file, |case| {
            let next = case.next_moment()?;
            Some(case.due(next, schedule(desk), &clock::now()) != Due::Later)
        });
        Some((file.id(), due.flatten().unwrap_or_default()))
    })
}

/// One case: a button to it, and what is to be seen of it.
fn line(desk: Desk, case: &CaseLine) -> Element {
    let found = found(desk, case.subject.case_id);
    let who = [("person", case.subject.person.to_string()), ("moment", case.moment.to_string())];
    let who = who.each_ref().map(|(name, value)| (*name, value.as_str()));
    let differ = case.tally.map(|tally| {
        let items = tally.agree + tally.differ + tally.missing;
        let count = [("count", tally.differ.to_string()), ("items", items.to_string())];
        let count = count.each_ref().map(|(name, value)| (*name, value.as_str()));
        format!("{}: {}", desk.t(Text::ReadingOverviewDiffer), desk.with(Text::ReadingOf, &count))
    });
    let due = found.filter(|(_, due)| *due).map(|_| desk.t(Text::ReadingOverviewDue));
    let told = RATERS.map(|rater| {
        format!("{}: {}", words::who(desk, rater), seen(desk, rater, case.pictures.of(rater)))
    });
    let lines = [Some(desk.with(Text::ReadingWho, &who)), due, differ].into_iter().flatten();
    let lines = lines.chain(told).map(|line| el("span", "desk-case__line").text(&line));
    let button = el("button", "desk-case")
        .attr("type", "button")
        .attr("data-action", "case")
        .child(
            el("span", "desk-case__code")
                .attr("translate", "no")
                .text(&case.subject.case_code.to_string()),
        )
        .child(el("span", "desk-case__lines").children(lines))
        .on_press(move || {
            if let Some((id, _)) = found {
                desk.open_case(id);
            }
        });
    el("li", "").child(button)
}

fn seen(desk: Desk, rater: Rater, seen: &Seen) -> String {
    match (seen, rater) {
        (Seen::Waiting, _) => desk.t(Text::ReadingWaiting),
        (Seen::Missing(Missing::NotThere), _) => desk.t(Text::ReadingNotThere),
        (Seen::Missing(Missing::Unfinished), _) => desk.t(Text::ReadingUnfinished),
        (Seen::Missing(Missing::OtherInstrument(_)), _) => desk.t(Text::ReadingOtherVersion),
        (Seen::Shown { placement, severe }, _) => {
            let group = group(desk, placement.capacity_type.map(u8::from));
            let heavy = desk.t(Text::ReadingOverviewSevere).to_lowercase();
            format!("{group}, {heavy}: {}", words::severe(desk, *severe))
        }
    }
}

fn group(desk: Desk, number: Option<u8>) -> String {
    match number {
        Some(number) => desk.with(Text::ReadingTypeGroup, &[("number", &number.to_string())]),
        None => desk.t(Text::ReadingNoType),
    }
}

fn types(desk: Desk, counts: &[TypeCount], lists: usize) -> Element {
    let rows = counts.iter().map(|count| {
        let number = count.capacity_type.map(u8::from);
        let words = super::types::type_words(desk, count.capacity_type);
        let name =
            number.map_or_else(|| words.clone(), |_| format!("{}: {words}", group(desk, number)));
        (group(desk, number), name, count.cases)
    });
    let all = |rater: Rater| counts.iter().map(|count| *count.cases.of(rater)).sum();
    let all = Sides { resident: all(Rater::Resident), professional: all(Rater::Professional) };
    counted(
        desk,
        Text::ReadingOverviewTypes,
        lists,
        rows.map(|(short, name, counts)| (short, name, counts, all)),
    )
}

fn domains(desk: Desk, counts: &[DomainCount], lists: usize) -> Element {
    let rows = counts.iter().map(|count| {
        let name = words::item(desk, &count.item);
        (name.clone(), name, count.severe, count.answered)
    });
    counted(desk, Text::ReadingOverviewDomains, lists, rows)
}

/// Bars of how often, of how many, for each rater, and a table of the same.
fn counted(
    desk: Desk,
    title: Text,
    lists: usize,
    rows: impl Iterator<Item = (String, String, Sides<usize>, Sides<usize>)>,
) -> Element {
    let rows: Vec<_> = rows.collect();
    let of = |count: usize, all: usize| {
        desk.with(Text::ReadingOf, &[("count", &count.to_string()), ("items", &all.to_string())])
    };
    let drawn = rows.iter().map(|(_, name, counts, answered)| {
        let bar = |rater: Rater| {
            let (count, answered) = (*counts.of(rater), *answered.of(rater));
            // A caseload: exact.
            #[expect(clippy::cast_precision_loss, reason = "some tens of cases")]
            let share = (count > 0).then(|| count as f64 * 100.0 / answered as f64);
            Bar {
                side: words::side(rater),
                who: words::who(desk, rater),
                share,
                line: None,
                words: of(count, answered),
            }
        };
        el("li", "reading-row")
            .child(el("h3", "reading-name").text(name))
            .child(bars(&RATERS.map(bar)))
    });
    let words = Figure {
        name: desk.t(title),
        sentence: desk.with(Text::ReadingOverviewSentence, &[("cases", &lists.to_string())]),
        numbers: desk.t(Text::ReadingNumbers),
    };
    let list = el("ol", "reading-rows").children(drawn);
    let names: Vec<_> = rows.iter().map(|(short, ..)| (short.clone(), false)).collect();
    let columns = RATERS.map(|rater| -> Column {
        let cells =
            rows.iter().map(|(.., counts, answered)| of(*counts.of(rater), *answered.of(rater)));
        (words::who(desk, rater), cells.collect())
    });
    figure(&words, [list], table(&words.name, &desk.t(Text::ReadingPart), &names, &columns))
}
