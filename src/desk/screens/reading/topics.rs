//! The topics of conversation: each rater beside their own line, never subtracted.

use super::{comparison::in_numbers, rows::Row, words};
use crate::{
    desk::Desk,
    i18n::Text,
    platform::element::{Element, el},
    widgets::{
        chart::{Figure, figure},
        paragraph,
    },
};
use draagkracht_core::reading::{Sides, place_row::PlaceRow};

pub(super) fn shown(desk: Desk, topics: &[PlaceRow], norms: &Sides<String>) -> Vec<Element> {
    let rows: Vec<_> = topics.iter().map(|row| Row::of_place(desk, row)).collect();
    let words = Figure {
        name: desk.t(Text::ReadingTopicsTitle),
        sentence: desk.t(Text::ReadingTopicsHint),
        numbers: desk.t(Text::ReadingNumbers),
    };
    let list = el("ol", "reading-rows").children(rows.iter().map(|row| row.shown(desk)));
    let line = paragraph(&words::norm(desk, &norms.resident));
    vec![figure(&words, [line, list], in_numbers(desk, &words.name, &rows))]
}
