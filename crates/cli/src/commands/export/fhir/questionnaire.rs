//! An instrument as a Questionnaire: its items to the letter, English beside them.

use super::{ORDINAL, canonical, system, translated};
use crate::dictionary::Known;
use draagkracht_core::instrument::{Component, Item};
use serde_json::{Value, json};

/// The Questionnaire.
pub fn resource(known: &Known) -> Value {
    let own = &known.own;
    let components = own.components().iter().zip(known.english.components());
    let items: Vec<_> =
        components.map(|(component, english)| group(known, component, english)).collect();
    json!({
        "resourceType": "Questionnaire",
        "id": own.id(),
        "language": own.language(),
        "url": canonical(own.id()),
        "version": own.reference().version.to_string(),
        "title": own.title(),
        "_title": translated(known.english.title()),
        "status": "active",
        "subjectType": ["Patient"],
        "copyright": known.sources.source,
        "item": items,
    })
}

fn group(known: &Known, component: &Component, english: &Component) -> Value {
    let items = known.own.items_of(component).zip(known.english.items_of(english));
    let stem = json!({
        "linkId": format!("{}.stem", component.id),
        "text": component.stem,
        "_text": translated(&english.stem),
        "type": "display",
    });
    let questions = items.map(|(item, translation)| question(known, component, item, translation));
    let items: Vec<_> = std::iter::once(stem).chain(questions).collect();
    json!({
        "linkId": component.id,
        "text": component.title,
        "_text": translated(&english.title),
        "type": "group",
        "item": items,
    })
}

fn question(known: &Known, component: &Component, item: &Item, english: &Item) -> Value {
    let own = &known.own;
    let points = component.options.iter().zip(1..).map(|(words, point): (_, u8)| {
        json!({ "valueCoding": {
            "extension": [{ "url": ORDINAL, "valueDecimal": point }],
            "system": system(own.id(), &component.id),
            "code": point.to_string(),
            "display": words,
        } })
    });
    let reasons = [("dont_know", own.dont_know()), ("wont_say", own.wont_say())];
    let reasons = reasons.map(|(code, display)| {
        let system = system(own.id(), "missing");
        json!({ "valueCoding": { "system": system, "code": code, "display": display } })
    });
    let options: Vec<_> = points.chain(reasons).collect();
    json!({
        "linkId": item.id,
        "text": item.text,
        "_text": translated(&english.text),
        "type": "choice",
        "answerOption": options,
    })
}
