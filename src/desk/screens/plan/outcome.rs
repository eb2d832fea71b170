//! What came out of the clarification ("vraagverheldering").

use super::frame;
use crate::{
    desk::{
        Desk,
        screens::open_text::{OpenText, open_text},
    },
    i18n::Text,
    platform::element::{Element, el},
};
use draagkracht_core::{free_text::FreeText, plan::ChainStep};

pub(super) fn view(desk: Desk) -> Vec<Element> {
    frame::step(desk, ChainStep::Outcome, |plan| {
        let outcome = OpenText {
            id: "outcome",
            label: &desk.t(Text::PlanOutcomeWords),
            hint: Some(&desk.t(Text::PlanOutcomeHint)),
            text: &plan.outcome,
            rows: 3,
            most: FreeText::MAX,
        };
        let asked = said(desk, Text::PlanRequest, &plan.request.words);
        let wished = said(desk, Text::PlanWish, &plan.wish.words);
        let place = open_text(desk, &outcome, move |words| {
            desk.type_plan(|plan| plan.outcome = words);
        });
        [asked, wished].into_iter().flatten().chain([place]).collect()
    })
}

/// What was said before, to look at while one writes.
pub(super) fn said(desk: Desk, title: Text, words: &str) -> Option<Element> {
    let quote = el("p", "plan-quote").attr("dir", "auto").attr("translate", "no").text(words);
    let title = el("p", "plan-quote__title").text(&desk.t(title));
    (!words.trim().is_empty()).then(|| el("div", "").child(title).child(quote))
}
