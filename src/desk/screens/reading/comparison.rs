//! Both raters beside one another: the life domains, then the topics of conversation.

use super::{
    View,
    frame::of_case,
    leads::{self, Lead},
    remarks::Room,
    rows::Row,
    topics,
    words::{self, RATERS},
};
use crate::{
    desk::Desk,
    i18n::Text,
    platform::element::{Element, el},
    widgets::{
        alert,
        chart::{Figure, figure, table},
        disclosure, heading_2, paragraph,
    },
};
use draagkracht_core::{
    person::{Mode, Rater},
    reading::{
        Comparison, Missing, Sides, Source, Waiting,
        domain_row::{DomainRow, DomainView},
    },
};

pub(super) fn view(desk: Desk) -> Vec<Element> {
    of_case(desk, View::Comparison, Text::ReadingCompareTitle, |person, moment| {
        let subject = desk.subject(person)?;
        let compared =
            desk.read_case(|reading, newest| Comparison::at(reading, newest, &subject, moment))?;
        Some(match compared {
            Ok(comparison) => shown(desk, &comparison, &Room::of(desk, person, moment)),
            Err(waiting) => alone(desk, &waiting),
        })
    })
}

fn shown(desk: Desk, comparison: &Comparison, room: &Room) -> Vec<Element> {
    let domains: Vec<_> = comparison.domains.iter().map(|row| Row::of_domain(desk, row)).collect();
    let topics: Vec<_> = comparison.topics.iter().map(|row| Row::of_place(desk, row)).collect();
    let mut all = vec![paragraph(&desk.t(Text::ReadingCompareIntro))];
    all.extend(manner(desk, &comparison.sources.resident));
    all.extend(safety(desk, &comparison.domains));
    let leads: Vec<_> = domains.iter().chain(&topics).filter_map(Lead::to).collect();
    all.push(room.to_talk_about(&leads));
    all.extend(leads::largest(desk, comparison, &domains));
    all.push(room.hint());
    all.push(heading_2(&desk.t(Text::ReadingDomainsTitle)));
    all.push(in_domains(desk, comparison, &domains, room));
    all.push(heading_2(&desk.t(Text::ReadingTopicsTitle)));
    all.extend(topics::shown(desk, &topics, &comparison.norms, room));
    all
}

/// How the resident's list was answered, where not by the resident alone.
pub(super) fn manner(desk: Desk, source: &Source) -> Option<Element> {
    let text = match source.mode {
        Mode::Alone => return None,
        Mode::ReadAloud => Text::ReadingModeReadAloud,
        Mode::Helped => Text::ReadingModeHelped,
        Mode::ByProxy => Text::ReadingModeByProxy,
    };
    Some(paragraph(&desk.t(text)))
}

/// The pointer to the Meldcode, where safety is severe to either. Never on paper by itself.
fn safety(desk: Desk, domains: &[DomainRow]) -> Option<Element> {
    let severe = |row: &DomainRow| row.levels.resident.severe || row.levels.professional.severe;
    let pointed = domains.iter().any(|row| row.sensitive && severe(row));
    pointed.then(|| meldcode(desk))
}

pub(super) fn meldcode(desk: Desk) -> Element {
    // The resident looks at this too, and perhaps somebody else at the table.
    let text = alert("info", "note", [paragraph(&desk.t(Text::ReadingSafety))]);
    el("div", "off-paper").child(disclosure(&desk.t(Text::ReadingSafetyFor), [text], || {}))
}

fn in_domains(desk: Desk, comparison: &Comparison, rows: &[Row], room: &Room) -> Element {
    let same = |row: &&DomainRow| row.view == DomainView::Agree { by: 0 };
    let same = comparison.domains.iter().filter(same).count();
    let counts = [
        ("same", same),
        ("nearly", comparison.tally.agree - same),
        ("differ", comparison.tally.differ),
        ("items", rows.len()),
    ]
    .map(|(name, count)| (name, count.to_string()));
    let counts = counts.each_ref().map(|(name, count)| (*name, count.as_str()));
    let words = Figure {
        name: desk.t(Text::ReadingDomainsTitle),
        sentence: desk.with(Text::ReadingTally, &counts),
        numbers: desk.t(Text::ReadingNumbers),
    };
    let severe = comparison.severe.map(|severe| words::severe(desk, *severe));
    let severe = [("resident", severe.resident.as_str()), ("professional", &severe.professional)];
    // A number with safety in it could tell what was said about safety.
    let severe =
        el("p", "utrecht-paragraph off-paper").text(&desk.with(Text::ReadingSevere, &severe));
    let hint = paragraph(&desk.t(Text::ReadingDomainsHint));
    let list = el("ol", "reading-rows").children(rows.iter().map(|row| row.shown(desk, room)));
    figure(&words, [severe, hint, list], in_numbers(desk, &words.name, rows))
}

/// The same rows as a table.
pub(super) fn in_numbers(desk: Desk, name: &str, rows: &[Row]) -> Element {
    let names: Vec<_> = rows.iter().map(|row| (row.name.clone(), row.hidden)).collect();
    let mut columns: Vec<_> = RATERS
        .map(|rater| {
            let cells = rows.iter().map(|row| row.sides.of(rater).counted.clone());
            (words::who(desk, rater), cells.collect())
        })
        .into();
    let together = rows.iter().map(|row| desk.t(row.view)).collect();
    columns.push((desk.t(Text::ReadingTogether), together));
    table(name, &desk.t(Text::ReadingPart), &names, &columns)
}

/// One list will not come: what there is stands in the other pictures.
fn alone(desk: Desk, Waiting(missing): &Waiting) -> Vec<Element> {
    missing_of(desk, missing).into_iter().map(|text| paragraph(&text)).collect()
}

fn missing_of(desk: Desk, missing: &Sides<Option<Missing>>) -> Vec<String> {
    let text = |rater: Rater| {
        let text = match (missing.of(rater).as_ref()?, rater) {
            (Missing::OtherInstrument(_), _) => Text::ReadingOtherVersion,
            (_, Rater::Resident) => Text::ReadingAbsentResident,
            (_, Rater::Professional) => Text::ReadingAbsentProfessional,
        };
        Some(desk.t(text))
    };
    RATERS.into_iter().filter_map(text).collect()
}
