//! A list of the professional's as data: a page a section, then every answer once more. No list has code
//! of its own here.

use crate::{
    desk::Desk,
    i18n::Text,
    platform::{
        element::{Element, el},
        page,
    },
    widgets::{
        Weight, action, alert, button_group, heading_2, legend_heading, page_title, paragraph,
    },
};
use draagkracht_core::form::{Field, Form, FormResponse, Subject};
use leptos::prelude::*;
use std::sync::Arc;

mod answer;
mod field;

pub(super) fn view(desk: Desk) -> Vec<Element> {
    vec![el("div", "").dynamic(move || {
        let at = desk.page.get();
        let answers = desk.planning().answers.get_untracked();
        let form = answers.as_ref().and_then(|answers| desk.form_of(answers));
        let Some((form, answers)) = form.map(Arc::new).zip(answers) else {
            return super::frame::gone(desk, &desk.t(Text::FormGone));
        };
        if at < form.sections().len() {
            part(desk, &form, &answers, at)
        } else {
            check(desk, &form, &answers)
        }
    })]
}

fn part(desk: Desk, form: &Arc<Form>, answers: &FormResponse, at: usize) -> Vec<Element> {
    let section = &form.sections()[at];
    let (number, count) = ((at + 1).to_string(), form.sections().len().to_string());
    let progress = desk.with(Text::ListPage, &[("number", &number), ("count", &count)]);
    page_title(&format!("{progress}: {}", section.title));
    let mut all = vec![
        el("div", "progress")
            .child(el("p", "progress__number").text(&progress))
            .child(super::frame::chosen_is_kept(desk)),
        legend_heading(&section.title),
    ];
    if at == 0 {
        let text = match form.subject() {
            Subject::Case => Text::FormFromPlan,
            Subject::Rater => Text::FormAboutYou,
        };
        all.push(alert("info", "note", [paragraph(&desk.with_organisation(text))]));
        let translated = form.reference().translation.is_some();
        all.extend(translated.then(|| paragraph(&desk.t(Text::Translated))));
    }
    all.extend(section.stem.iter().map(|stem| paragraph(stem)));
    let mut row = None;
    for field in form.fields().iter().filter(|field| field.section == at) {
        // Several questions about one row stand under its name.
        if field.row != row && is_of_many(form, field) {
            let name = field.row.map(|row| section.rows[row].text.as_str()).unwrap_or_default();
            all.push(heading_2(&page::capitalised(name)));
        }
        row = field.row;
        all.push(field::shown(desk, form, answers, field));
    }
    // What waits on this page to be looked at would hold up the next.
    let turn = move |to: usize| {
        desk.write_all();
        desk.page.set(to);
    };
    let back = move || if at == 0 { desk.back() } else { turn(at - 1) };
    all.push(button_group([
        action(&desk.t(Text::Next), Weight::Primary, "next", move || turn(at + 1)),
        action(&desk.t(Text::Back), Weight::Subtle, "back", back),
    ]));
    all
}

/// Every answer, before it is said that the list is ready. A question may stay without one.
fn check(desk: Desk, form: &Arc<Form>, answers: &FormResponse) -> Vec<Element> {
    let title = desk.t(Text::ListCheckTitle);
    page_title(&title);
    let sections = form.sections().iter().enumerate().map(|(at, section)| {
        let asked = form.asked(&answers.answers).filter(|field| field.section == at);
        let rows = asked.map(|field| {
            let words = answers.answers.get(&field.id);
            let words = words.map(|answer| answer::words(desk, form, field, answer));
            let words = words.unwrap_or_else(|| desk.t(Text::ListNoAnswer));
            el("div", "answers__row")
                .child(el("dt", "").text(&question(form, field)))
                .child(el("dd", "").attr("dir", "auto").text(&words))
        });
        let change = action(&desk.t(Text::CheckChange), Weight::Secondary, "change", move || {
            desk.page.set(at);
        });
        let label = format!("{}: {}", desk.t(Text::CheckChange), section.title);
        el("section", "")
            .child(heading_2(&section.title))
            .child(el("dl", "answers").children(rows))
            .child(change.attr("aria-label", &label))
    });
    let sections: Vec<_> = sections.collect();
    let complete = action(&desk.t(Text::ListComplete), Weight::Primary, "complete", move || {
        desk.complete_answers();
    });
    let later = action(&desk.t(Text::ListLater), Weight::Subtle, "later", move || desk.back());
    let kept = el("div", "progress").child(super::frame::chosen_is_kept(desk));
    let head = [kept, legend_heading(&title)];
    let foot = [button_group([complete, later])];
    head.into_iter().chain(sections).chain(foot).collect()
}

/// What is asked, with the row that it is asked of.
fn question(form: &Form, field: &Field) -> String {
    let Some(row) = field.row.map(|row| form.sections()[field.section].rows[row].text.as_str())
    else {
        return field.text.clone();
    };
    let row = page::capitalised(row);
    if is_of_many(form, field) { format!("{row}: {}", field.text) } else { row }
}

/// Whether several questions are asked of this one's row.
fn is_of_many(form: &Form, field: &Field) -> bool {
    let of_row = |other: &&Field| other.section == field.section && other.row == field.row;
    field.row.is_some() && form.fields().iter().filter(of_row).count() > 1
}
