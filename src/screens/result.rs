//! A first result in words: what goes well, then what weighs. No grade, no verdict, no decimals.

use crate::{
    app::App,
    i18n::Text,
    platform::{
        element::{Element, el},
        page, prefs,
    },
    widgets::{
        Weight, action, button_group,
        chart::{Side, bar},
        choice, disclosure, heading, heading_2, list, paragraph, read_aloud,
    },
};
use draagkracht_core::{
    answer::Answer,
    instrument::{Component, Instrument},
    report::{Capacity, Domain, Report, Severe},
    score::ComponentScore,
};
use leptos::prelude::*;

pub(super) fn view(app: App) -> Vec<Element> {
    let told = app.instrument(|instrument| {
        app.response.with_untracked(|response| {
            let report = Report::of(instrument, instrument.norm(), response.as_ref()?);
            Some([good(app, instrument, &report), heavy(app, instrument, &report)])
        })
    });
    let lent = prefs::lent().is_some();
    let (text, name) =
        if lent { (Text::GiveBack, "professional") } else { (Text::ResultHandIn, "hand-in") };
    let next = move || if lent { app.to_professional() } else { app.to_hand_in() };
    let aloud = read_aloud(&app.t(Text::ReadAloud), &app.t(Text::ReadAloudStop));
    let head = [heading(&app.t(Text::ResultTitle)), paragraph(&app.t(Text::ResultTalk)), aloud];
    let buttons = button_group([
        action(&app.t(text), Weight::Primary, name, next),
        action(&app.t(Text::Print), Weight::Secondary, "print", page::print),
    ]);
    let sheet = el("div", "").children(told.flatten().into_iter().flatten());
    let safety = safety_on_paper(app, sheet.clone());
    head.into_iter().chain([sheet, safety, buttons]).collect()
}

/// What was said about safety is not printed, unless the person asks.
fn safety_on_paper(app: App, sheet: Element) -> Element {
    let words = el("span", "choice__text").text(&app.t(Text::PrintSafety));
    let tick = choice("checkbox", "print-safety", "print-safety", words, false, move |on| {
        drop(sheet.clone().attr("data-safety", if on { "on-paper" } else { "off" }));
    });
    el("div", "no-paper").child(tick)
}

fn good(app: App, instrument: &Instrument, report: &Report) -> Element {
    let section = el("section", "good").child(heading_2(&app.t(Text::ResultGoodTitle)));
    let section = if report.strengths.is_empty() {
        section.child(paragraph(&app.t(Text::ResultGoodNone)))
    } else {
        let words = report.strengths.iter().filter_map(|id| instrument.item(id.as_str()));
        let words = words.map(|(_, item)| el("span", "").text(&item.text));
        section.child(paragraph(&app.t(Text::ResultGood))).child(list(words))
    };
    let levels = report.capacity.iter().filter_map(|capacity| level(app, instrument, capacity));
    let how = report.capacity.iter().filter_map(|capacity| counted(app, instrument, capacity));
    let points = paragraph(&app.t(Text::ResultHowPoints));
    section.children(levels).child(disclosure(
        &app.t(Text::ResultHow),
        [points].into_iter().chain(how),
        || (),
    ))
}

fn heavy(app: App, instrument: &Instrument, report: &Report) -> Element {
    let part = |title: Text, belongs: &dyn Fn(&Domain) -> bool| {
        let domains = report.burden.iter().filter(|domain| belongs(domain));
        let rows: Vec<_> = domains.filter_map(|domain| words(app, instrument, domain)).collect();
        let none = rows.is_empty();
        (none, [heading_2(&app.t(title)), list(rows)])
    };
    let valued = |domain: &Domain| domain.answer.and_then(Answer::value).is_some();
    let (none, [title, severe]) = part(Text::ResultHeavyTitle, &|d| d.severe);
    let severe = if none { paragraph(&app.t(Text::ResultHeavyNone)) } else { severe };
    let others = [
        part(Text::ResultLightTitle, &|d| !d.severe && valued(d)),
        part(Text::ResultOpenTitle, &|d| !valued(d)),
    ];
    let others = others.into_iter().filter(|(none, _)| !none).flat_map(|(_, part)| part);
    // "At least none" says nothing.
    let severe_count = report.severe.filter(|severe| severe.count > 0 || !severe.at_least);
    let count = severe_count.map(|severe| count(app, severe, report.burden.len()));
    el("section", "heavy")
        .children([title, severe])
        // A number with safety in it could tell what was said about safety.
        .children(count.map(|text| el("div", "off-paper").child(paragraph(&text))))
        .children(others)
}

fn component<'a>(instrument: &'a Instrument, capacity: &Capacity) -> Option<&'a Component> {
    instrument.components().iter().find(|component| component.id == capacity.component)
}

/// A component's mean as the nearest point of its scale, in the scale's own words, with a bar.
fn level(app: App, instrument: &Instrument, capacity: &Capacity) -> Option<Element> {
    let component = component(instrument, capacity)?;
    let title = ("component", component.title.as_str());
    let text = match nearest(component, capacity.score) {
        Some(option) => app.with(Text::ResultLevel, &[title, ("option", option)]),
        None => app.with(Text::ResultNoLevel, &[title]),
    };
    let mean = match capacity.score {
        ComponentScore::Mean { sum, answered, scored: true, .. } => {
            Some(f64::from(sum) / f64::from(answered))
        }
        _ => None,
    };
    Some(el("div", "domain").child(el("p", "result-words").text(&text)).child(drawn(mean)))
}

/// A bar for a point of a scale of 1 to 5; its words stand above it.
fn drawn(point: Option<f64>) -> Element {
    bar(Side::Resident, point.map(|point| (point - 1.0) * 25.0), None)
}

fn nearest(component: &Component, score: ComponentScore) -> Option<&str> {
    let ComponentScore::Mean { sum, answered, scored: true, .. } = score else { return None };
    let (sum, answered) = (usize::from(sum), usize::from(answered));
    // Rounded to the nearest point, halves up; points count from 1.
    let point = (2 * sum + answered) / (2 * answered);
    component.options.get(point - 1).map(String::as_str)
}

fn counted(app: App, instrument: &Instrument, capacity: &Capacity) -> Option<Element> {
    let ComponentScore::Mean { sum, answered, items, .. } = capacity.score else { return None };
    let [sum, answered, items] =
        [u32::from(sum), u32::from(answered), u32::from(items)].map(|n| n.to_string());
    let title = component(instrument, capacity)?.title.as_str();
    let values = [("component", title), ("answered", &answered), ("items", &items), ("sum", &sum)];
    Some(paragraph(&app.with(Text::ResultHowMean, &values)))
}

fn count(app: App, severe: Severe, items: usize) -> String {
    let text = if severe.at_least { Text::ResultCountAtLeast } else { Text::ResultCount };
    app.with(text, &[("count", &severe.count.to_string()), ("items", &items.to_string())])
}

/// A life domain, and how much it weighs in the words of the scale.
fn words(app: App, instrument: &Instrument, domain: &Domain) -> Option<Element> {
    let (_, item) = instrument.item(domain.item.as_str())?;
    let row = el("div", if item.sensitive { "off-paper" } else { "" });
    let words = el("span", "domain");
    let Some(value) = domain.answer.and_then(Answer::value) else {
        return Some(row.child(words.text(&item.text)));
    };
    let options = &instrument.component_of(item).options;
    let level = options.get(usize::from(value.value() - 1))?;
    let text = app.with(Text::ResultDomain, &[("domain", &item.text), ("level", level)]);
    Some(row.child(words.text(&text)).child(drawn(Some(value.value().into()))))
}
