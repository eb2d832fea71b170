//! Choosing one or several, in any form that a plan has.

use crate::{
    desk::Desk,
    i18n::Text,
    platform::element::{Element, el},
    widgets::{Weight, action, alert, button_group, choice, paragraph},
};
use leptos::prelude::*;
use std::collections::BTreeSet;

/// One of these. Nothing is chosen beforehand.
pub(super) fn one<T: Copy + PartialEq + 'static>(
    name: &str,
    legend: &str,
    options: &[(T, String)],
    chosen: Option<T>,
    then: impl Fn(T) + Clone + 'static,
) -> Element {
    let rows = options.iter().enumerate().map(|(at, (value, text))| {
        let (value, then) = (*value, then.clone());
        let words = el("span", "choice__text").text(text);
        let id = format!("{name}-{}", at + 1);
        choice("radio", name, &id, words, chosen == Some(value), move |_| then(value))
    });
    group(legend, rows)
}

/// Any number of these.
pub(super) fn several<T: Copy + Ord + 'static>(
    name: &str,
    legend: &str,
    options: &[(T, String)],
    ticked: &BTreeSet<T>,
    then: impl Fn(T, bool) + Clone + 'static,
) -> Element {
    let rows = options.iter().enumerate().map(|(at, (value, text))| {
        let (value, then) = (*value, then.clone());
        let words = el("span", "choice__text").text(text);
        let id = format!("{name}-{}", at + 1);
        choice("checkbox", &id, &id, words, ticked.contains(&value), move |on| then(value, on))
    });
    group(legend, rows)
}

/// Puts one in a set, or takes it out: what a tick says.
pub(super) fn put<T: Ord>(set: &mut BTreeSet<T>, value: T, on: bool) {
    if on {
        set.insert(value);
    } else {
        set.remove(&value);
    }
}

/// Removing, in two presses: what the first and the second say, and what is warned of between them.
pub(super) fn removal(
    desk: Desk,
    [remove, yes]: [String; 2],
    warning: impl Fn() -> Option<String> + 'static,
    then: impl Fn() + Clone + 'static,
) -> Element {
    let sure = RwSignal::new(false);
    el("div", "").dynamic(move || {
        if !sure.get() {
            let remove = action(&remove, Weight::Subtle, "remove", move || sure.set(true));
            return vec![button_group([remove])];
        }
        let warning = warning().map(|text| alert("info", "alert", [paragraph(&text)]));
        let yes = action(&yes, Weight::Secondary, "remove-now", then.clone());
        let no = action(&desk.t(Text::PlanKeep), Weight::Primary, "keep", move || sure.set(false));
        warning.into_iter().chain([button_group([no, yes])]).collect()
    })
}

/// Buttons that each add something of their own kind.
pub(super) fn add<T: Copy + 'static>(
    name: &str,
    legend: &str,
    options: &[(T, String)],
    then: impl Fn(T) + Clone + 'static,
) -> Element {
    let buttons = options.iter().map(|(value, text)| {
        let (value, then) = (*value, then.clone());
        action(text, Weight::Secondary, name, move || then(value))
    });
    let id = format!("{name}-legend");
    el("div", "plan-add")
        .attr("role", "group")
        .attr("aria-labelledby", &id)
        .child(el("p", "plan-add__legend").attr("id", &id).text(legend))
        .child(el("div", "plan-add__options").children(buttons))
}

/// A group under its question.
pub(super) fn group(legend: &str, rows: impl IntoIterator<Item = Element>) -> Element {
    let legend =
        el("legend", "utrecht-form-fieldset__legend").child(el("span", "desk-item").text(legend));
    el("fieldset", "utrecht-form-fieldset desk-question")
        .child(legend)
        .child(el("div", "choices plan-choices").children(rows))
}
