//! A field to type in, and what is wrong with a form.

use crate::{
    desk::Desk,
    i18n::Text,
    platform::element::{Element, el},
    widgets::{page_title, problem},
};
use leptos::prelude::*;

/// A labelled field: the whole, and the input in it. `kind` is `text`, `password` or `search`.
pub(super) fn field(id: &str, kind: &str, label: &str, hint: Option<&str>) -> (Element, Element) {
    let input = el("input", "utrecht-textbox")
        .attr("id", id)
        .attr("type", kind)
        .attr("autocomplete", "off")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .attr("translate", "no");
    (labelled(id, label, hint, input.clone()), input)
}

/// A labelled place for more than a line.
pub(super) fn area(id: &str, label: &str, hint: &str, text: &str) -> (Element, Element) {
    let input = el("textarea", "utrecht-textbox desk-area")
        .attr("id", id)
        .attr("rows", "3")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("translate", "no")
        .filled(text);
    (labelled(id, label, Some(hint), input.clone()), input)
}

fn labelled(id: &str, label: &str, hint: Option<&str>, input: Element) -> Element {
    let hint_id = format!("{id}-hint");
    let input = if hint.is_some() { input.attr("aria-describedby", &hint_id) } else { input };
    let hint =
        hint.map(|hint| el("p", "utrecht-form-field-description").attr("id", &hint_id).text(hint));
    el("div", "desk-field")
        .child(el("label", "utrecht-form-label").attr("for", id).text(label))
        .children(hint)
        .child(input)
}

/// Whether the last change is on the disk, where that change was.
pub(super) fn kept(desk: Desk, was_here: impl Fn() -> bool + 'static) -> Element {
    el("p", "saved").attr("role", "status").dynamic(move || {
        let text = desk.kept().filter(|_| was_here());
        text.map(|text| el("span", "").text(&desk.t(text))).into_iter().collect()
    })
}

/// What is wrong with a form; it leads to its first field, and the page's title says so.
pub(super) fn wrong(desk: Desk, title: String, first: &'static str) -> Element {
    el("div", "").dynamic(move || {
        desk.error.get().map_or_else(Vec::new, |text| {
            page_title(&format!("{} {title}", desk.t(Text::ErrorPrefix)));
            vec![problem(&desk.t(Text::FormProblem), &text, first)]
        })
    })
}

/// Says that something takes a while.
pub(super) fn busy(desk: Desk, text: Text) -> Element {
    el("p", "utrecht-paragraph").attr("role", "status").dynamic(move || {
        desk.busy.get().then(|| el("span", "").text(&desk.t(text))).into_iter().collect()
    })
}
