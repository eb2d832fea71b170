//! One intervention: what is done, of which kind, who takes part, small steps, and what was agreed.

use super::{View, frame, pick, words};
use crate::{
    desk::{
        Desk,
        screens::{
            Screen,
            open_text::{OpenText, open_text},
        },
    },
    i18n::Text,
    platform::element::{Element, el},
    widgets::{Weight, action, button_group, disclosure},
};
use draagkracht_core::{
    free_text::FreeText,
    plan::{ChainStep, GoalId, Intervention, InterventionId, Plan},
};
use leptos::prelude::*;

mod agreed;

/// Changes this intervention, if it is still there.
#[derive(Clone, Copy)]
struct Of {
    desk: Desk,
    id: InterventionId,
}

impl Of {
    /// As it is now. Follows nothing.
    fn now(self) -> Option<Intervention> {
        self.desk.plan()?.interventions.into_iter().find(|one| one.id == self.id)
    }

    fn change(self, change: impl FnOnce(&mut Intervention)) {
        self.desk.change_plan(|plan| self.find(plan, change));
    }

    fn write(self, change: impl FnOnce(&mut Intervention)) {
        self.desk.type_plan(|plan| self.find(plan, change));
    }

    fn find(self, plan: &mut Plan, change: impl FnOnce(&mut Intervention)) {
        if let Some(one) = plan.interventions.iter_mut().find(|one| one.id == self.id) {
            change(one);
        }
    }
}

pub(super) fn view(desk: Desk) -> Vec<Element> {
    let title = desk.t(Text::ActionTitle);
    let (plan, id) = (desk.plan(), desk.planning().action.get_untracked());
    let of = id.map(|id| Of { desk, id });
    let Some(((plan, of), one)) = plan.zip(of).zip(of.and_then(Of::now)) else {
        return frame::gone(desk, &title);
    };
    let what = OpenText {
        id: "action",
        label: &desk.t(Text::ActionWords),
        hint: Some(&desk.t(Text::ActionWordsHint)),
        text: &one.words,
        rows: 2,
        most: FreeText::MAX,
    };
    let contents = vec![
        open_text(desk, &what, move |words| of.write(|one| one.words = words)),
        pick::several("actor", &desk.t(Text::ActionActors), &words::actors(desk), &one.actors, {
            move |actor, on| {
                of.change(|one| pick::put(&mut one.actors, actor, on));
            }
        }),
        agreed::agreements(of),
        agreed::steps(of),
        more(of, &plan, &one),
    ];
    frame::part(desk, &title, ChainStep::Actions, contents)
}

/// What is right already for most: its kind, what it is aimed at, for which goals; order and removing.
fn more(of: Of, plan: &Plan, one: &Intervention) -> Element {
    let desk = of.desk;
    let kind = Some(one.intervention_type);
    let kind = pick::one("kind", &desk.t(Text::ActionKind), &words::kinds(desk), kind, {
        move |kind| of.change(|one| one.intervention_type = kind)
    });
    let aimed = desk.t(Text::ActionDomains);
    let domains = pick::several("domain", &aimed, &words::domains(desk), &one.domains, {
        move |domain, on| {
            of.change(|one| pick::put(&mut one.domains, domain, on));
        }
    });
    let goals: Vec<(GoalId, String)> =
        plan.goals.iter().map(|goal| (goal.id, words::goal(desk, goal))).collect();
    let several = goals.len() > 1 || one.goals.is_empty();
    let goals = pick::several("for-goal", &desk.t(Text::ActionGoals), &goals, &one.goals, {
        move |goal, on| {
            of.change(|one| pick::put(&mut one.goals, goal, on));
        }
    });
    let first = action(&desk.t(Text::ActionFirst), Weight::Secondary, "first", move || {
        desk.change_plan(|plan| {
            if let Some(at) = plan.interventions.iter().position(|one| one.id == of.id) {
                plan.interventions[..=at].rotate_right(1);
            }
        });
        desk.put(Screen::Plan(View::Step(ChainStep::Actions)));
    });
    let is_first = plan.interventions.first().is_some_and(|other| other.id == of.id);
    let first = (!is_first).then(|| button_group([first]));
    let goals = several.then_some(goals);
    let rest = [kind].into_iter().chain(first).chain([remove(of)]);
    el("div", "plan-more").child(domains).children(goals).child(disclosure(
        &desk.t(Text::ActionMore),
        rest,
        || {},
    ))
}

fn remove(of: Of) -> Element {
    let desk = of.desk;
    let asked = [Text::ActionRemove, Text::ActionRemoveYes].map(|text| desk.t(text));
    pick::removal(
        desk,
        asked,
        || None,
        move || {
            desk.change_plan(|plan| plan.remove_intervention(of.id));
            desk.put(Screen::Plan(View::Step(ChainStep::Actions)));
        },
    )
}
