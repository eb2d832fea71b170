//! Choosing one or several, in any form that a plan has.

use crate::{
    platform::element::{Element, el},
    widgets::{Weight, action, choice},
};
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
