//! What stands around every step: where one is, whether it is kept, and the way on.

use super::{View, words};
use crate::{
    desk::{
        Desk,
        screens::{Screen, field::kept},
    },
    i18n::Text,
    platform::element::{Element, el},
    widgets::{Weight, action, button_group, legend_heading, page_title, paragraph},
};
use draagkracht_core::plan::{ChainStep, Plan};
use leptos::prelude::*;

/// A step of the plan in hand.
pub(super) fn step(
    desk: Desk,
    step: ChainStep,
    contents: impl FnOnce(&Plan) -> Vec<Element>,
) -> Vec<Element> {
    let title = desk.t(words::step(step));
    let Some(plan) = desk.plan() else { return gone(desk, &title) };
    let steps = words::steps(desk);
    let at = steps.iter().position(|other| *other == step).unwrap_or_default();
    let (number, count) = ((at + 1).to_string(), steps.len().to_string());
    let place = desk.with(Text::PlanStep, &[("number", &number), ("count", &count)]);
    page_title(&format!("{place}: {title}"));
    let on = match steps.get(at + 1).copied() {
        Some(next) => action(&desk.t(Text::Next), Weight::Primary, "next", move || {
            desk.show(Screen::Plan(View::Step(next)));
        }),
        None => action(&desk.t(Text::PlanReady), Weight::Primary, "next", move || {
            desk.show(Screen::Plan(View::Overview));
        }),
    };
    let overview = action(&desk.t(Text::PlanSteps), Weight::Subtle, "overview", move || {
        desk.show(Screen::Plan(View::Overview));
    });
    let mut all = vec![
        el("div", "progress")
            .child(el("p", "progress__number").text(&place))
            .child(chosen_is_kept(desk)),
        legend_heading(&title),
    ];
    all.extend(contents(&plan));
    all.push(button_group([on, overview]));
    all
}

/// A part of a step, such as one goal.
pub(super) fn part(desk: Desk, title: &str, up: ChainStep, contents: Vec<Element>) -> Vec<Element> {
    page_title(title);
    let back = action(&desk.t(Text::PlanPartDone), Weight::Primary, "done", move || {
        desk.put(Screen::Plan(View::Step(up)));
    });
    let head =
        el("div", "progress").child(el("p", "progress__number").text(&desk.t(words::step(up))));
    let mut all = vec![head.child(chosen_is_kept(desk)), legend_heading(title)];
    all.extend(contents);
    all.push(button_group([back]));
    all
}

/// After the browser's forward button, when another case is in hand.
pub(super) fn gone(desk: Desk, title: &str) -> Vec<Element> {
    page_title(title);
    let back = action(&desk.t(Text::Back), Weight::Primary, "case", move || desk.put(Screen::Case));
    vec![legend_heading(title), paragraph(&desk.t(Text::PlanNotOpen)), button_group([back])]
}

/// Whether the last choice is on the disk. A text says so itself, beside it.
pub(super) fn chosen_is_kept(desk: Desk) -> Element {
    kept(desk, move || desk.writing().last.with(String::is_empty))
}
