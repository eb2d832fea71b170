//! A list as a `QuestionnaireResponse`. Whom it is about is a random id.

use super::{canonical, extension, identified, system};
use crate::{
    dictionary::Known,
    study::{List, Professional},
};
use draagkracht_core::{
    answer::{Answer, Recorded},
    instrument::{Component, Instrument},
    person::Rater,
};
use serde_json::{Value, json};

/// The `QuestionnaireResponse`.
pub fn resource(known: &Known, list: &List) -> Value {
    let own = &known.own;
    let (case_id, person) = &list.subject;
    let subject = format!("{case_id}/{person}");
    let source = match (own.rater(), &list.manner.professional) {
        (Rater::Resident, _) => Some(identified("Patient", "person", &subject)),
        (Rater::Professional, Professional::Pseudonym(pseudonym)) => {
            Some(identified("Practitioner", "professional", pseudonym))
        }
        (Rater::Professional, _) => None,
    };
    let groups = own.components().iter().map(|component| group(own, component, list));
    let groups: Vec<_> = groups.collect();
    let mut resource = json!({
        "resourceType": "QuestionnaireResponse",
        "id": list.id,
        "language": own.language(),
        "extension": [extension("moment", list.moment.as_str()), extension("rater", own.rater().as_str())],
        "questionnaire": format!("{}|{}", canonical(own.id()), own.reference().version),
        "status": if list.revision > 1 { "amended" } else { "completed" },
        "subject": identified("Patient", "person", &subject),
        "item": groups,
    });
    if let Some(month) = &list.manner.month {
        resource["authored"] = month.as_str().into();
    }
    if let Some(source) = source {
        resource["source"] = source;
    }
    resource
}

fn group(own: &Instrument, component: &Component, list: &List) -> Value {
    let items = own.items().iter().enumerate();
    let items = items.filter(|(_, item)| own.component_of(item).id == component.id);
    let items: Vec<_> = items
        .map(|(at, item)| {
            let mut answered = json!({ "linkId": item.id, "text": item.text });
            if let Some(coding) = coding(own, component, list.answer(at)) {
                answered["answer"] = json!([{ "valueCoding": coding }]);
            }
            answered
        })
        .collect();
    json!({ "linkId": component.id, "text": component.title, "item": items })
}

/// What was answered; nothing for an item that was not asked.
fn coding(own: &Instrument, component: &Component, recorded: Recorded) -> Option<Value> {
    let missing = |code: &str, display: &str| json!({ "system": system(own.id(), "missing"), "code": code, "display": display });
    Some(match recorded.answer()? {
        Answer::DontKnow => missing("dont_know", own.dont_know()),
        Answer::WontSay => missing("wont_say", own.wont_say()),
        Answer::Value(likert) => json!({
            "system": system(own.id(), &component.id),
            "code": likert.value().to_string(),
            "display": component.options[usize::from(likert.value()) - 1],
        }),
    })
}
