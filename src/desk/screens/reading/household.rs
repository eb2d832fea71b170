//! The members of the household beside one another: for the professional alone, without safety.

use super::{
    View,
    frame::{about, of_case},
    types::type_words,
    words,
};
use crate::{
    desk::Desk,
    i18n::Text,
    platform::element::{Element, el},
    widgets::{
        chart::{Bar, Column, Figure, Side, bars, figure, table},
        heading_2, paragraph,
    },
};
use draagkracht_core::{
    person::{Moment, Rater},
    reading::{
        Household,
        household::{HouseholdRow, HouseholdView},
    },
};

pub(super) fn view(desk: Desk) -> Vec<Element> {
    of_case(desk, View::Household, Text::ReadingHouseholdTitle, |_, moment| {
        Some(read(desk, moment).map_or_else(
            || vec![paragraph(&desk.t(Text::ReadingHouseholdFew))],
            |household| shown(desk, &household),
        ))
    })
}

/// Whether more than one member answered at the moment in hand.
pub(super) fn is_there(desk: Desk) -> bool {
    about(desk).is_some_and(|(_, moment)| read(desk, moment).is_some())
}

fn read(desk: Desk, moment: Moment) -> Option<Household> {
    desk.read_case(|reading, newest| Household::of(reading, newest, moment, Rater::Professional))?
}

fn shown(desk: Desk, household: &Household) -> Vec<Element> {
    let names: Vec<_> = household
        .members
        .iter()
        .map(|member| {
            let person = member.subject.person.to_string();
            desk.with(Text::CaseMember, &[("person", &person)])
        })
        .collect();
    let words = Figure {
        name: desk.t(Text::ReadingHouseholdTitle),
        sentence: desk.t(Text::ReadingDomainsHint),
        numbers: desk.t(Text::ReadingNumbers),
    };
    let rows = household.domains.iter().map(|row| one(desk, &names, row));
    let list = el("ol", "reading-rows").children(rows);
    let members = household.members.iter().zip(&names).map(|(member, name)| {
        let words = type_words(desk, member.placement.capacity_type);
        paragraph(&format!("{name}: {words}"))
    });
    [Text::ReadingHouseholdOnly, Text::ReadingHouseholdSafety]
        .map(|text| paragraph(&desk.t(text)))
        .into_iter()
        .chain([heading_2(&desk.t(Text::ReadingDomainsTitle))])
        .chain([figure(&words, [list], numbers(desk, &names, household))])
        .chain([heading_2(&desk.t(Text::ReadingTypesTitle))])
        .chain(members)
        .collect()
}

fn said(view: HouseholdView) -> (Text, Text) {
    match view {
        HouseholdView::Agree { .. } => (Text::ReadingHouseholdSame, Text::ReadingAskSame),
        HouseholdView::Differ { .. } => (Text::ReadingHouseholdDiffer, Text::ReadingAskHousehold),
        HouseholdView::TooFew => (Text::ReadingHouseholdFew, Text::ReadingAskNotAsked),
    }
}

fn one(desk: Desk, names: &[String], row: &HouseholdRow) -> Element {
    let (view, question) = said(row.view);
    let levels = names.iter().zip(&row.levels).map(|(name, level)| Bar {
        // All are residents; the names tell them apart.
        side: Side::Resident,
        who: name.clone(),
        share: words::level_share(*level),
        line: None,
        words: words::level(desk, &row.item, *level),
    });
    el("li", "reading-row")
        .child(el("h3", "reading-name").text(&words::item(desk, &row.item)))
        .child(bars(&levels.collect::<Vec<_>>()))
        .child(
            el("p", "reading-said")
                .child(el("span", "").text(&desk.t(view)))
                .child(el("strong", "reading-ask").text(&desk.t(question))),
        )
}

fn numbers(desk: Desk, names: &[String], household: &Household) -> Element {
    let rows: Vec<_> =
        household.domains.iter().map(|row| (words::item(desk, &row.item), false)).collect();
    let mut columns: Vec<Column> = names
        .iter()
        .enumerate()
        .map(|(at, name)| {
            let cells = household.domains.iter().map(|row| {
                let level = row.levels.get(at).copied();
                level.map_or_else(String::new, |level| words::level(desk, &row.item, level))
            });
            (name.clone(), cells.collect())
        })
        .collect();
    let together = household.domains.iter().map(|row| desk.t(said(row.view).0)).collect();
    columns.push((desk.t(Text::ReadingTogether), together));
    let name = desk.t(Text::ReadingHouseholdTitle);
    table(&name, &desk.t(Text::ReadingPart), &rows, &columns)
}
