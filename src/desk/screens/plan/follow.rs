//! At a later moment: how each goal stands, in the eyes of both; circumstances before persons.

use super::{frame, pick, words};
use crate::{
    desk::{
        Desk,
        screens::{
            open_text::{OpenText, open_text},
            reading,
        },
    },
    i18n::Text,
    platform::element::{Element, el},
    widgets::paragraph,
};
use draagkracht_core::{
    free_text::FreeText,
    person::Rater,
    plan::{ChainStep, Followed, Goal, GoalId, Reached},
};
use leptos::prelude::*;
use std::collections::BTreeSet;

pub(super) fn view(desk: Desk) -> Vec<Element> {
    frame::step(desk, ChainStep::Follow, |plan| {
        let goals = plan.goals.iter().map(|goal| of_goal(desk, goal));
        [paragraph(&desk.t(Text::FollowHint))].into_iter().chain(goals).collect()
    })
}

fn of_goal(desk: Desk, goal: &Goal) -> Element {
    let title = words::goal(desk, goal);
    let title =
        el("h2", "utrecht-heading-2").attr("dir", "auto").attr("translate", "no").text(&title);
    let raters = [Rater::Resident, Rater::Professional];
    let of = |rater| Of { desk, id: goal.id, rater };
    el("section", "plan-goal").child(title).children(raters.map(|rater| said(of(rater))))
}

/// One goal in the eyes of one of the two, now.
#[derive(Clone, Copy)]
struct Of {
    desk: Desk,
    id: GoalId,
    rater: Rater,
}

impl Of {
    fn now(self) -> Option<Followed> {
        let (plan, on) = (self.desk.plan()?, self.desk.occasion());
        let goal = plan.goals.into_iter().find(|goal| goal.id == self.id)?;
        goal.followed.into_iter().find(|f| f.rater == self.rater && f.on.is(&on))
    }

    fn reached(self, reached: Reached) {
        let (rater, on) = (self.rater, self.desk.occasion());
        self.desk.change_plan(|plan| {
            let Some(goal) = plan.goals.iter_mut().find(|goal| goal.id == self.id) else { return };
            let mut now = goal.followed.iter_mut().filter(|f| f.rater == rater && f.on.is(&on));
            if let Some(now) = now.next() {
                now.reached = reached;
            } else {
                let (circumstances, why) = (BTreeSet::new(), FreeText::default());
                goal.followed.push(Followed { on, rater, reached, circumstances, why });
            }
        });
    }

    fn find(self, goals: &mut [Goal], change: impl FnOnce(&mut Followed)) {
        let on = self.desk.occasion();
        let goal = goals.iter_mut().find(|goal| goal.id == self.id);
        let mut all = goal.into_iter().flat_map(|goal| &mut goal.followed);
        if let Some(now) = all.find(|f| f.rater == self.rater && f.on.is(&on)) {
            change(now);
        }
    }

    /// An id on the screen.
    fn id(self, name: &str) -> String {
        format!("{name}-{}-{}", self.id.0, self.rater)
    }
}

fn said(of: Of) -> Element {
    let desk = of.desk;
    let now = of.now();
    // Why is asked once it is said how far it is.
    let answered = RwSignal::new(now.is_some());
    let who = reading::words::who(desk, of.rater);
    let question = desk.with(Text::FollowReached, &[("who", &who)]);
    let chosen = now.map(|now| now.reached);
    let reached =
        pick::one(&of.id("reached"), &question, &words::reached(desk), chosen, move |reached| {
            of.reached(reached);
            answered.set(true);
        });
    let why = el("div", "").dynamic(move || if answered.get() { why(of) } else { vec![] });
    el("div", "plan-follow").child(reached).child(why)
}

fn why(of: Of) -> Vec<Element> {
    let desk = of.desk;
    let Some(now) = of.now() else { return vec![] };
    let around = pick::several(
        &of.id("around"),
        &desk.t(Text::FollowAround),
        &words::circumstances(desk),
        &now.circumstances,
        move |circumstance, on| {
            desk.change_plan(|plan| {
                of.find(&mut plan.goals, |now| {
                    pick::put(&mut now.circumstances, circumstance, on);
                });
            });
        },
    );
    let why = OpenText {
        id: &of.id("why"),
        label: &desk.t(Text::FollowWhy),
        hint: None,
        text: &now.why,
        rows: 2,
        most: FreeText::MAX,
    };
    let why = open_text(desk, &why, move |words| {
        desk.type_plan(|plan| of.find(&mut plan.goals, |now| now.why = words));
    });
    vec![around, why]
}
