//! What the resident wishes: asked before anything is planned.

use super::{frame, pick, words};
use crate::{
    desk::{
        Desk,
        screens::open_text::{OpenText, open_text},
    },
    i18n::Text,
    platform::element::Element,
};
use draagkracht_core::{free_text::FreeText, plan::ChainStep};

pub(super) fn view(desk: Desk) -> Vec<Element> {
    frame::step(desk, ChainStep::Wish, |plan| {
        let wish = OpenText {
            id: "wish",
            label: &desk.t(Text::PlanWishWords),
            hint: Some(&desk.t(Text::PlanOwnWords)),
            text: &plan.wish.words,
            rows: 3,
            most: FreeText::MAX,
        };
        let topics = desk.t(Text::PlanWishTopics);
        vec![
            open_text(desk, &wish, move |words| desk.type_plan(|plan| plan.wish.words = words)),
            pick::several("topic", &topics, &words::topics(desk), &plan.wish.topics, {
                move |topic, on| {
                    desk.change_plan(|plan| pick::put(&mut plan.wish.topics, topic, on));
                }
            }),
        ]
    })
}
