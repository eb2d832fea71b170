//! The question that it begins with, in the resident's words, and who asked it.

use super::{frame, pick, words};
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
    widgets::paragraph,
};
use draagkracht_core::{free_text::FreeText, plan::ChainStep};

/// Where a chain begins: who asked.
pub(super) fn begin(desk: Desk) -> Element {
    let intro = paragraph(&desk.t(Text::PlanBegin));
    let pick = pick::add("asker", &desk.t(Text::PlanAsker), &words::askers(desk), move |asker| {
        desk.begin_plan(asker);
        desk.show(Screen::Plan(super::View::Step(ChainStep::Request)));
    });
    el("div", "").child(intro).child(pick)
}

pub(super) fn view(desk: Desk) -> Vec<Element> {
    frame::step(desk, ChainStep::Request, |plan| {
        let words_of = OpenText {
            id: "request",
            label: &desk.t(Text::PlanRequestWords),
            hint: Some(&desk.t(Text::PlanOwnWords)),
            text: &plan.request.words,
            rows: 3,
            most: FreeText::MAX,
        };
        let who = desk.t(Text::PlanAsker);
        let asked_by = Some(plan.request.asked_by);
        vec![
            open_text(desk, &words_of, move |words| {
                desk.type_plan(|plan| plan.request.words = words);
            }),
            pick::one("asker", &who, &words::askers(desk), asked_by, move |asker| {
                desk.change_plan(|plan| plan.request.asked_by = asker);
            }),
        ]
    })
}
