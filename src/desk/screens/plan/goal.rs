//! One goal: its words, whose idea it is, whether the resident agrees, and what the checks ask.

use super::{View, frame, overview::place_of, pick, remarks, words};
use crate::{
    desk::{
        Desk,
        screens::{
            Screen,
            open_text::{OpenText, open_text},
        },
    },
    i18n::Text,
    platform::element::Element,
};
use draagkracht_core::{
    free_text::FreeText,
    plan::{About, ChainStep, Goal, GoalId},
};
use leptos::prelude::*;

pub(super) fn view(desk: Desk) -> Vec<Element> {
    let title = desk.t(Text::GoalTitle);
    let (plan, id) = (desk.plan(), desk.planning().goal.get_untracked());
    let found = plan.as_ref().zip(id);
    let found = found.and_then(|(plan, id)| plan.goals.iter().find(|goal| goal.id == id));
    let Some(goal) = found else { return frame::gone(desk, &title) };
    let id = goal.id;
    let change = move |change: &dyn Fn(&mut Goal)| {
        desk.change_plan(|plan| plan.goals.iter_mut().filter(|g| g.id == id).for_each(change));
    };
    let words_of = OpenText {
        id: "goal",
        label: &desk.t(Text::GoalWords),
        hint: Some(&desk.t(Text::GoalWordsHint)),
        text: &goal.words,
        rows: 3,
        most: FreeText::MAX,
    };
    let place = open_text(desk, &words_of, move |words| {
        desk.type_plan(|plan| {
            if let Some(goal) = plan.goals.iter_mut().find(|goal| goal.id == id) {
                goal.words = words;
            }
        });
    });
    let here = move |about: About, check: &str| {
        about == About::Goal(id) && place_of(about, check) == ChainStep::Goals
    };
    let idea = pick::one("idea", &desk.t(Text::GoalIdea), &words::ideas(desk), Some(goal.idea), {
        move |idea| change(&|goal| goal.idea = idea)
    });
    let agrees = pick::one(
        "agrees",
        &desk.t(Text::GoalAgrees),
        &words::agrees(desk),
        Some(goal.resident_agrees),
        move |agrees| change(&|goal| goal.resident_agrees = agrees),
    );
    let contents = vec![place, remarks::about(desk, here), idea, agrees, remove(desk, id)];
    frame::part(desk, &title, ChainStep::Goals, contents)
}

/// Removing a goal: what was agreed for it stays, and it is said how much that is.
fn remove(desk: Desk, id: GoalId) -> Element {
    let asked = [Text::GoalRemove, Text::GoalRemoveYes].map(|text| desk.t(text));
    let warning = move || {
        let agreed = desk.plan().map(|plan| plan.agreements_for(id)).unwrap_or_default();
        Some(if agreed == 0 {
            desk.t(Text::GoalRemoveSure)
        } else {
            desk.with(Text::GoalRemoveAgreed, &[("count", &agreed.to_string())])
        })
    };
    pick::removal(desk, asked, warning, move || {
        desk.change_plan(|plan| plan.remove_goal(id));
        desk.put(Screen::Plan(View::Step(ChainStep::Goals)));
    })
}
