//! A first result in words: what goes well, then what weighs. No grade, no verdict, no decimals.

use crate::{
    app::App,
    i18n::Text,
    widgets::{action, button_group, heading, heading_2, paragraph},
};
use draagkracht_core::{
    answer::Answer,
    instrument::{Component, Instrument, ItemId},
    report::{Capacity, Domain, Report, Severe},
    response::Response,
    score::ComponentScore,
};
use leptos::prelude::*;

pub(super) fn view(app: App) -> AnyView {
    app.with_response(|instrument, response| {
        let report = Report::of(instrument, instrument.norm(), response);
        view! {
            {heading(app.t(Text::ResultTitle))}
            {paragraph(app.t(Text::ResultTalk))}
            <section>{good(app, instrument, &report)}</section>
            <section>{heavy(app, instrument, &report)}</section>
            {how(app, instrument, response)}
            {button_group(
                vec![
                    action(
                        app.t(Text::ResultHandIn),
                        "primary-action",
                        "hand-in",
                        move || app.to_hand_in(),
                    ),
                ],
            )}
        }
        .into_any()
    })
}

fn good(app: App, instrument: &Instrument, report: &Report) -> AnyView {
    let (lead, strengths) = if report.strengths.is_empty() {
        (Text::ResultGoodNone, None)
    } else {
        let words = |id: &ItemId| words(instrument, id);
        (Text::ResultGood, Some(list(report.strengths.iter().filter_map(words).collect())))
    };
    let levels = report.capacity.iter().map(|capacity| paragraph(level(app, instrument, capacity)));
    view! {
        {heading_2(app.t(Text::ResultGoodTitle))}
        {paragraph(app.t(lead))}
        {strengths}
        {levels.collect_view()}
    }
    .into_any()
}

fn heavy(app: App, instrument: &Instrument, report: &Report) -> AnyView {
    let (severe, rest): (Vec<_>, Vec<_>) = report.burden.iter().partition(|domain| domain.severe);
    let (light, open): (Vec<_>, Vec<_>) =
        rest.into_iter().partition(|domain| domain.answer.and_then(Answer::value).is_some());
    let domains = |domains: Vec<&Domain>| {
        list(
            domains
                .into_iter()
                .filter_map(|domain| domain_words(app, instrument, domain))
                .collect(),
        )
    };
    let part = |title, rows: Vec<&Domain>| {
        (!rows.is_empty()).then(|| view! { {heading_2(app.t(title))} {domains(rows)} })
    };
    view! {
        {heading_2(app.t(Text::ResultHeavyTitle))}
        {if severe.is_empty() {
            paragraph(app.t(Text::ResultHeavyNone))
        } else {
            domains(severe)
        }}
        {part(Text::ResultLightTitle, light)}
        {part(Text::ResultOpenTitle, open)}
        {report.severe.map(|severe| paragraph(count(app, severe, report.burden.len())))}
    }
    .into_any()
}

fn how(app: App, instrument: &Instrument, response: &Response) -> AnyView {
    let means = instrument.components().iter().filter_map(|component| {
        let ComponentScore::Mean { sum, answered, items, .. } =
            *response.score.components.get(&component.id)?
        else {
            return None;
        };
        let [sum, answered, items] =
            [u32::from(sum), u32::from(answered), u32::from(items)].map(|n| n.to_string());
        let values = [
            ("component", component.title.as_str()),
            ("answered", &answered),
            ("items", &items),
            ("sum", &sum),
        ];
        Some(paragraph(app.with(Text::ResultHowMean, &values)))
    });
    view! {
        <details class="plain-words">
            <summary>{app.t(Text::ResultHow)}</summary>
            {paragraph(app.t(Text::ResultHowPoints))}
            {means.collect_view()}
        </details>
    }
    .into_any()
}

/// A component's mean as the nearest point of its scale, in the scale's own words.
fn level(app: App, instrument: &Instrument, capacity: &Capacity) -> String {
    let component = instrument.components().iter().find(|c| c.id == capacity.component);
    let Some(component) = component else { return String::new() };
    match nearest(component, capacity.score) {
        Some(option) => {
            app.with(Text::ResultLevel, &[("component", &component.title), ("option", option)])
        }
        None => app.with(Text::ResultNoLevel, &[("component", &component.title)]),
    }
}

fn nearest(component: &Component, score: ComponentScore) -> Option<&str> {
    let ComponentScore::Mean { sum, answered, scored: true, .. } = score else { return None };
    let (sum, answered) = (usize::from(sum), usize::from(answered));
    // Rounded to the nearest point, halves up; points count from 1.
    let point = (2 * sum + answered) / (2 * answered);
    component.options.get(point - 1).map(String::as_str)
}

fn count(app: App, severe: Severe, items: usize) -> String {
    let text = if severe.at_least { Text::ResultCountAtLeast } else { Text::ResultCount };
    app.with(text, &[("count", &severe.count.to_string()), ("items", &items.to_string())])
}

fn words(instrument: &Instrument, id: &ItemId) -> Option<String> {
    instrument.item(id.as_str()).map(|(_, item)| item.text.clone())
}

fn domain_words(app: App, instrument: &Instrument, domain: &Domain) -> Option<String> {
    let (_, item) = instrument.item(domain.item.as_str())?;
    let value = domain.answer.and_then(Answer::value);
    let Some(value) = value else { return Some(item.text.clone()) };
    let options = &instrument.component_of(item).options;
    let level = options.get(usize::from(value.value() - 1))?.to_lowercase();
    Some(app.with(Text::ResultDomain, &[("domain", &item.text), ("level", &level)]))
}

fn list(rows: Vec<String>) -> AnyView {
    let rows = rows.into_iter().map(|row| view! { <li>{row}</li> });
    view! { <ul class="plain-list">{rows.collect_view()}</ul> }.into_any()
}
