//! What is done, goal by goal; what is for no goal, last.

use super::{View, frame, overview::place_of, pick, remarks, words};
use crate::{
    desk::{
        Desk,
        screens::{Screen, cases::date},
    },
    i18n::Text,
    platform::element::{Element, el},
    widgets::{disclosure, paragraph},
};
use draagkracht_core::{
    free_text::FreeText,
    plan::{About, ChainStep, Goal, GoalId, Intervention, InterventionType, Plan},
    timestamp::Timestamp,
};
use leptos::prelude::*;
use std::collections::BTreeSet;

pub(super) fn view(desk: Desk) -> Vec<Element> {
    frame::step(desk, ChainStep::Actions, |plan| {
        let mut all = vec![];
        if plan.goals.is_empty() {
            all.push(paragraph(&desk.t(Text::ActionsNoGoal)));
        }
        all.extend(plan.goals.iter().map(|goal| of_goal(desk, plan, goal)));
        let loose: Vec<_> = plan.interventions.iter().filter(|i| i.goals.is_empty()).collect();
        if !loose.is_empty() {
            let title = el("h2", "utrecht-heading-2").text(&desk.t(Text::ActionsLoose));
            all.push(el("section", "").child(title).child(cards(desk, &loose)));
        }
        // What is about a goal stands with it.
        all.push(remarks::about(desk, |about, check| {
            place_of(about, check) == ChainStep::Actions && !matches!(about, About::Goal(_))
        }));
        all
    })
}

fn of_goal(desk: Desk, plan: &Plan, goal: &Goal) -> Element {
    let title = words::goal(desk, goal);
    let title =
        el("h2", "utrecht-heading-2").attr("dir", "auto").attr("translate", "no").text(&title);
    let here: Vec<_> = plan.interventions.iter().filter(|i| i.goals.contains(&goal.id)).collect();
    let id = goal.id;
    let name = format!("action-{}", id.0);
    let new = pick::add(&name, &desk.t(Text::ActionKind), &words::kinds(desk), move |kind| {
        add(desk, id, kind);
    });
    // Where there is something already, adding is out of the way.
    let new =
        if here.is_empty() { new } else { disclosure(&desk.t(Text::ActionNew), [new], || {}) };
    let asked = remarks::about(desk, move |about, check| {
        place_of(about, check) == ChainStep::Actions && about == About::Goal(id)
    });
    let section = el("section", "plan-goal").child(title).child(cards(desk, &here));
    section.child(asked).child(new)
}

fn add(desk: Desk, goal: GoalId, intervention_type: InterventionType) {
    desk.change_plan(|plan| {
        let id = plan.next_intervention();
        desk.planning().action.set(Some(id));
        plan.interventions.push(Intervention {
            id,
            goals: [goal].into(),
            intervention_type,
            words: FreeText::default(),
            domains: BTreeSet::new(),
            actors: BTreeSet::new(),
            steps: vec![],
            agreements: vec![],
        });
    });
    desk.show(Screen::Plan(View::Action));
}

fn cards(desk: Desk, shown: &[&Intervention]) -> Element {
    el("ul", "plan-cards").children(shown.iter().map(|one| el("li", "").child(card(desk, one))))
}

fn card(desk: Desk, one: &Intervention) -> Element {
    let id = one.id;
    let actors: Vec<_> = words::actors(desk)
        .into_iter()
        .filter(|(actor, _)| one.actors.contains(actor))
        .map(|(_, text)| text)
        .collect();
    let agreed = one.agreements.iter().map(|agreement| {
        let who = words::actor(desk, agreement.who);
        let day = agreement.when.as_ref().map(|day| day_of(desk, &day.to_string()));
        let parts = [Some(who), Some(agreement.what.to_string()), day].into_iter().flatten();
        let line = parts.filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(" · ");
        el("span", "plan-card__said").attr("dir", "auto").attr("translate", "no").text(&line)
    });
    let title = words::named(desk, &one.words, one.intervention_type);
    el("button", "plan-card")
        .attr("type", "button")
        .attr("data-action", "action")
        .child(
            el("span", "plan-card__title").attr("dir", "auto").attr("translate", "no").text(&title),
        )
        .child(el("span", "plan-card__said").text(&actors.join(", ")))
        .children(agreed)
        .on_press(move || {
            desk.planning().action.set(Some(id));
            desk.show(Screen::Plan(View::Action));
        })
}

/// A day as people write it.
pub(super) fn day_of(desk: Desk, day: &str) -> String {
    // Noon: the same day wherever the device is.
    let time = Timestamp::try_from(format!("{day}T12:00:00Z"));
    time.map_or_else(|_| day.to_owned(), |time| date(desk, &time))
}
