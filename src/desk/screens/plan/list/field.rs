//! One question of a list, in the form that its kind asks for.

use super::{answer, is_of_many, question};
use crate::{
    desk::{
        Desk,
        screens::open_text::{OpenText, open_text},
    },
    platform::element::{Element, el},
    widgets::choice,
};
use draagkracht_core::{
    form::{Field, Form, FormAnswer, FormResponse, Kind},
    free_text::FreeText,
};
use leptos::prelude::*;
use std::{collections::BTreeSet, sync::Arc};

/// The question, while other answers lead to it.
pub(super) fn shown(
    desk: Desk,
    form: &Arc<Form>,
    answers: &FormResponse,
    field: &Field,
) -> Element {
    if field.only_if.is_none() {
        return asked(desk, form, answers, field);
    }
    let (form, field) = (form.clone(), field.clone());
    let (list, id) = (form.clone(), field.id.clone());
    let is_asked = Memo::new(move |_| {
        desk.planning().answers.with(|answers| {
            let answers = answers.as_ref().map(|answers| &answers.answers);
            answers.is_some_and(|answers| list.asked(answers).any(|field| field.id == id))
        })
    });
    el("div", "plan-if").dynamic(move || {
        let answers = desk.planning().answers.get_untracked().filter(|_| is_asked.get());
        answers.map(|answers| asked(desk, &form, &answers, &field)).into_iter().collect()
    })
}

fn asked(desk: Desk, form: &Arc<Form>, answers: &FormResponse, field: &Field) -> Element {
    let given = answers.answers.get(&field.id);
    match &field.kind {
        Kind::Text => text(desk, form, field, given),
        Kind::Several(options) => {
            let chosen = match given {
                Some(FormAnswer::Several(chosen)) => chosen.clone(),
                _ => BTreeSet::new(),
            };
            let chosen = RwSignal::new(chosen);
            let rows = options.iter().enumerate().map(|(at, option)| {
                let (id, option_id) = (field.id.clone(), option.id.clone());
                let words = el("span", "choice__text").text(&option.text);
                let element = format!("{}-{}", field.id, at + 1);
                let ticked = chosen.with_untracked(|chosen| chosen.contains(&option.id));
                choice("checkbox", &element, &element, words, ticked, move |on| {
                    chosen.update(|chosen| {
                        if on {
                            chosen.insert(option_id.clone());
                        } else {
                            chosen.remove(&option_id);
                        }
                    });
                    let answer = FormAnswer::Several(chosen.get_untracked());
                    desk.answer_field(&id, Some(answer));
                })
            });
            group(form, field, "", rows)
        }
        Kind::YesNo | Kind::Scale { .. } | Kind::One(_) => one(desk, form, field, given),
    }
}

fn text(desk: Desk, form: &Form, field: &Field, given: Option<&FormAnswer>) -> Element {
    let words = match given {
        Some(FormAnswer::Text(words)) => words.to_string(),
        _ => String::new(),
    };
    let place = OpenText {
        id: field.id.as_str(),
        label: &question(form, field),
        hint: None,
        text: &words,
        rows: 3,
        most: FreeText::MAX,
    };
    let id = field.id.clone();
    open_text(desk, &place, move |words| desk.type_field(&id, FormAnswer::Text(words)))
}

/// One of a few: every possible answer has its row, also "Weet ik niet".
fn one(desk: Desk, form: &Form, field: &Field, given: Option<&FormAnswer>) -> Element {
    let all = answer::possible(desk, form, field);
    let long = matches!(&field.kind, Kind::Scale { labels, .. } if labels.len() == 2);
    let rows = all.into_iter().enumerate().map(|(at, (value, words))| {
        let id = field.id.clone();
        let missing = matches!(value, FormAnswer::DontKnow | FormAnswer::WontSay);
        let chosen = given == Some(&value);
        let words = el("span", "choice__text").text(&words);
        let element = format!("{}-{}", field.id, at + 1);
        choice("radio", field.id.as_str(), &element, words, chosen, move |_| {
            desk.answer_field(&id, Some(value.clone()));
        })
        .attr("data-missing", if missing { "true" } else { "false" })
    });
    let class = match &field.kind {
        Kind::YesNo => "plan-pair",
        _ if long => "plan-scale",
        _ => "",
    };
    group(form, field, class, rows)
}

fn group(
    form: &Form,
    field: &Field,
    class: &str,
    rows: impl IntoIterator<Item = Element>,
) -> Element {
    let legend = el("legend", "utrecht-form-fieldset__legend").children(asked_of(form, field));
    el("fieldset", "utrecht-form-fieldset desk-question")
        .child(legend)
        .child(el("div", &format!("choices plan-choices {class}")).children(rows))
}

/// The question; the name of its row, which stands above it, is said again to who does not see it.
fn asked_of(form: &Form, field: &Field) -> Vec<Element> {
    let whole = question(form, field);
    if !is_of_many(form, field) {
        return vec![el("span", "desk-item").text(&whole)];
    }
    let row = whole.strip_suffix(&field.text).unwrap_or_default();
    let row = el("span", "visually-hidden").text(row);
    vec![row, el("span", "desk-item").text(&field.text)]
}
