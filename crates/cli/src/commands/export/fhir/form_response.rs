//! Answers to a list that only a professional is asked, as a `QuestionnaireResponse`.

use super::{
    canonical, extension,
    form_questionnaire::{YES_NO, grouped, label, reasons},
    identified, system,
};
use crate::study::{FormList, Professional};
use draagkracht_core::form::{Choice, Field, Form, FormAnswer, Kind};
use serde_json::{Value, json};

/// The `QuestionnaireResponse`. Open questions are not in it unless words are wanted.
pub fn resource(form: &Form, list: &FormList, with_words: bool) -> Value {
    let items = form.sections().iter().enumerate().filter_map(|(at, section)| {
        let items = grouped(form, at, |_, field| {
            (with_words || field.kind != Kind::Text).then(|| item(form, field, list))
        });
        let group = json!({ "linkId": section.id, "text": section.title, "item": items });
        (!items.is_empty()).then_some(group)
    });
    let mut extensions = vec![extension("rater", form.rater().as_str())];
    let mut resource = json!({
        "resourceType": "QuestionnaireResponse",
        "id": list.id,
        "language": form.language(),
        "questionnaire": format!("{}|{}", canonical(form.id()), form.reference().version),
        "status": "completed",
        "item": items.collect::<Vec<_>>(),
    });
    if let Some(about) = &list.about {
        extensions.insert(0, extension("moment", about.moment.as_str()));
        let (case_id, person) = &about.subject;
        resource["subject"] = identified("Patient", "person", &format!("{case_id}/{person}"));
    }
    resource["extension"] = extensions.into();
    if let Professional::Pseudonym(pseudonym) = &list.professional {
        let author = identified("Practitioner", "professional", pseudonym);
        if list.about.is_none() {
            resource["subject"] = author.clone();
        }
        resource["source"] = author;
    }
    resource
}

fn item(form: &Form, field: &Field, list: &FormList) -> Value {
    let mut item = json!({ "linkId": field.id, "text": field.text });
    let answers = list.answers.get(&field.id).map(|answer| answers(form, field, answer));
    // Of several none may have been chosen.
    if let Some(answers) = answers.filter(|answers| !answers.is_empty()) {
        item["answer"] = answers.into();
    }
    item
}

fn answers(form: &Form, field: &Field, answer: &FormAnswer) -> Vec<Value> {
    let system = system(form.id(), field.id.as_str());
    let coding = |code: &str, display: &str| json!({ "valueCoding": { "system": system, "code": code, "display": display } });
    let chosen = |id: &String| {
        let (Kind::One(choices) | Kind::Several(choices)) = &field.kind else { return None };
        let choice = choices.iter().find(|choice| choice.id == *id);
        choice.map(|Choice { id, text }| coding(id, text))
    };
    let [dont_know, wont_say] = reasons(form).map(|reason| json!({ "valueCoding": reason }));
    match answer {
        FormAnswer::Text(words) if words.is_blank() => vec![],
        FormAnswer::Text(words) => vec![json!({ "valueString": words })],
        FormAnswer::YesNo(yes) => {
            let (code, display) = YES_NO[usize::from(!yes)];
            vec![coding(code, display)]
        }
        FormAnswer::Scale(point) => vec![coding(&point.to_string(), &label(&field.kind, *point))],
        FormAnswer::One(id) => chosen(id).into_iter().collect(),
        FormAnswer::Several(ids) => ids.iter().filter_map(chosen).collect(),
        FormAnswer::DontKnow => vec![dont_know],
        FormAnswer::WontSay => vec![wont_say],
    }
}
