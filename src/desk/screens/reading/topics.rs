//! The topics of conversation: each rater beside their own line, never subtracted.

use super::{comparison::in_numbers, remarks::Room, rows::Row, words};
use crate::{
    desk::Desk,
    i18n::Text,
    platform::element::{Element, el},
    widgets::{
        chart::{Figure, figure},
        paragraph,
    },
};
use draagkracht_core::reading::Sides;

pub(super) fn shown(desk: Desk, rows: &[Row], norms: &Sides<String>, room: &Room) -> Vec<Element> {
    let words = Figure {
        name: desk.t(Text::ReadingTopicsTitle),
        sentence: desk.t(Text::ReadingTopicsHint),
        numbers: desk.t(Text::ReadingNumbers),
    };
    let list = el("ol", "reading-rows").children(rows.iter().map(|row| row.shown(desk, room)));
    let line = paragraph(&words::norm(desk, &norms.resident));
    vec![figure(&words, [line, list], in_numbers(desk, &words.name, rows))]
}
