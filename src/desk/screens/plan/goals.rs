//! What is to be reached: every goal, and a new one by whose idea it is.

use super::{View, frame, overview::place_of, pick, remarks, words};
use crate::{
    desk::{Desk, screens::Screen},
    i18n::Text,
    platform::element::{Element, el},
    widgets::paragraph,
};
use draagkracht_core::{
    free_text::FreeText,
    plan::{About, Agrees, ChainStep, Goal},
};
use leptos::prelude::*;

pub(super) fn view(desk: Desk) -> Vec<Element> {
    frame::step(desk, ChainStep::Goals, |plan| {
        let rows = plan.goals.iter().map(|goal| el("li", "").child(row(desk, goal)));
        let goals = el("ul", "plan-cards").children(rows);
        let new = pick::add("goal", &desk.t(Text::GoalNew), &words::ideas(desk), move |idea| {
            desk.change_plan(|plan| {
                let (id, words) = (plan.next_goal(), FreeText::default());
                let resident_agrees = Agrees::NotAsked;
                plan.goals.push(Goal { id, words, idea, resident_agrees, followed: vec![] });
                desk.planning().goal.set(Some(id));
            });
            desk.show(Screen::Plan(View::Goal));
        });
        let whole =
            |about, check: &str| place_of(about, check) == ChainStep::Goals && about == About::Plan;
        vec![paragraph(&desk.t(Text::GoalsHint)), goals, remarks::about(desk, whole), new]
    })
}

fn row(desk: Desk, goal: &Goal) -> Element {
    let id = goal.id;
    let idea = words::ideas(desk).into_iter().find(|(idea, _)| *idea == goal.idea);
    let agrees =
        words::agrees(desk).into_iter().find(|(agrees, _)| *agrees == goal.resident_agrees);
    let said: Vec<_> =
        [idea.map(|(_, text)| text), agrees.map(|(_, text)| text)].into_iter().flatten().collect();
    let asked = remarks::count(desk, |about, check| {
        about == About::Goal(id) && place_of(about, check) == ChainStep::Goals
    });
    el("button", "plan-card")
        .attr("type", "button")
        .attr("data-action", "goal")
        .child(
            el("span", "plan-card__title")
                .attr("dir", "auto")
                .attr("translate", "no")
                .text(&words::goal(desk, goal)),
        )
        .child(el("span", "plan-card__said").text(&said.join(" · ")))
        .children(asked.map(|asked| el("span", "plan-step__asked").text(&asked)))
        .on_press(move || {
            desk.planning().goal.set(Some(id));
            desk.show(Screen::Plan(View::Goal));
        })
}
