//! The professional's list: a page a component, several items on it, then every answer once more.

use super::{Screen, field::kept};
use crate::{
    desk::Desk,
    i18n::Text,
    platform::element::{Element, el},
    widgets::{
        Weight, action, button_group, choice, disclosure, heading, heading_2, legend_heading,
        page_title, paragraph, problem,
    },
};
use draagkracht_core::instrument::{Component, Instrument, Item};
use leptos::prelude::*;

pub(super) fn view(desk: Desk) -> Vec<Element> {
    let missing = RwSignal::new(None::<String>);
    let page = el("div", "").dynamic(move || {
        missing.set(None);
        let at = desk.page.get();
        let shown = desk.professional(|list| match list.components().get(at) {
            Some(component) => questions(desk, list, component, at, missing),
            None => check(desk, list),
        });
        shown.unwrap_or_default()
    });
    vec![page]
}

fn questions(
    desk: Desk,
    list: &Instrument,
    component: &Component,
    at: usize,
    missing: RwSignal<Option<String>>,
) -> Vec<Element> {
    let pages = list.components().len();
    let (number, count) = ((at + 1).to_string(), pages.to_string());
    let progress = desk.with(Text::ListPage, &[("number", &number), ("count", &count)]);
    page_title(&format!("{progress}: {}", component.title));
    let summary = el("div", "").dynamic(move || {
        missing.get().map_or_else(Vec::new, |id| {
            let [title, text] = [Text::AnswerMissingTitle, Text::ListMissing].map(|t| desk.t(t));
            vec![problem(&title, &text, &id)]
        })
    });
    let ids: Vec<_> = list.items_of(component).map(|item| item.id.clone()).collect();
    let next = move || {
        let open = desk.list.with_untracked(|session| {
            let session = session.as_ref()?;
            ids.iter().find(|id| session.answer_to(id).is_none()).cloned()
        });
        match open {
            Some(open) => {
                missing.set(None);
                missing.set(Some(format!("{open}-1")));
            }
            None => desk.page.set(at + 1),
        }
    };
    let back = move || if at == 0 { desk.back() } else { desk.page.set(at - 1) };
    let rows = list.items_of(component).map(|item| question(desk, list, item));
    vec![
        el("div", "progress")
            .child(el("p", "progress__number").text(&progress))
            .child(kept(desk, || true)),
        legend_heading(&component.title),
        paragraph(&component.stem),
        summary,
        el("div", "").children(rows).child(button_group([
            action(&desk.t(Text::Next), Weight::Primary, "next", next),
            action(&desk.t(Text::Back), Weight::Subtle, "back", back),
        ])),
    ]
}

fn question(desk: Desk, list: &Instrument, item: &Item) -> Element {
    let chosen = desk.list.with_untracked(|s| s.as_ref().and_then(|s| s.answer_to(&item.id)));
    let rows = list.answers(item).enumerate().map(|(at, (answer, text))| {
        let id = item.id.clone();
        let words = el("span", "choice__text").text(text);
        let option = format!("{}-{}", item.id, at + 1);
        let row =
            choice("radio", item.id.as_str(), &option, words, chosen == Some(answer), move |_| {
                desk.answer(&id, answer);
            });
        row.attr("data-missing", if answer.value().is_some() { "false" } else { "true" })
    });
    let legend = el("legend", "utrecht-form-fieldset__legend")
        .child(el("span", "desk-item").text(&item.text));
    let explanation = item
        .plain
        .as_ref()
        .map(|plain| disclosure(&desk.t(Text::PlainWords), [paragraph(plain)], || {}));
    el("fieldset", "utrecht-form-fieldset desk-question")
        .child(legend)
        .children(explanation)
        .child(el("div", "choices desk-choices").children(rows))
}

/// Every answer, before completing.
fn check(desk: Desk, list: &Instrument) -> Vec<Element> {
    let sections = list.components().iter().enumerate().map(|(at, component)| {
        let rows = list.items_of(component).map(|item| {
            let given = desk.list.with(|s| s.as_ref().and_then(|s| s.answer_to(&item.id)));
            let words = list.answers(item).find(|(answer, _)| Some(*answer) == given);
            let none = desk.t(Text::ListNoAnswer);
            let words = words.map_or(none.as_str(), |(_, text)| text);
            el("div", "answers__row")
                .child(el("dt", "").text(&item.text))
                .child(el("dd", "").text(words))
        });
        let change = action(&desk.t(Text::CheckChange), Weight::Secondary, "change", move || {
            desk.page.set(at);
        });
        let label = format!("{}: {}", desk.t(Text::CheckChange), component.title);
        el("section", "")
            .child(heading_2(&component.title))
            .child(el("dl", "answers").children(rows))
            .child(change.attr("aria-label", &label))
    });
    let sections: Vec<_> = sections.collect();
    let complete = el("div", "").dynamic(move || {
        let all = desk.professional(|list| {
            desk.list.with(|s| {
                let session = s.as_ref()?;
                let answered = |item: &Item| session.answer_to(&item.id).is_some();
                Some(list.items().iter().all(answered))
            })
        });
        if all.flatten().unwrap_or_default() {
            let complete =
                action(&desk.t(Text::ListComplete), Weight::Primary, "complete", move || {
                    desk.complete_list();
                });
            let later = action(&desk.t(Text::ListLater), Weight::Subtle, "later", move || {
                desk.put(Screen::Case);
            });
            vec![button_group([complete, later])]
        } else {
            vec![paragraph(&desk.t(Text::ListIncomplete))]
        }
    });
    [heading(&desk.t(Text::ListCheckTitle))].into_iter().chain(sections).chain([complete]).collect()
}
