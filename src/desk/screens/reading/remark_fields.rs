//! What is filled in at a row: a mark, and two places to write in that open when they are asked for.

use super::remarks::{Room, id};
use crate::{
    desk::screens::{
        field::kept,
        open_text::{OpenText, open_text},
    },
    i18n::Text,
    platform::element::{Element, el},
    widgets::{choice, disclosure},
};
use draagkracht_core::{
    free_text::FreeText,
    remark::{About, Words},
};
use leptos::prelude::*;

/// The fields of a row, each change of which is kept.
pub(super) fn fields(room: &Room, about: About) -> [Element; 3] {
    let desk = room.desk;
    let before = untrack(|| room.words(about));
    let is_open = !before.said.is_blank() || !before.observed.is_blank();
    let places = [
        place(room, about, "said", &before.said, |words, said| words.said = said),
        place(room, about, "observed", &before.observed, |words, seen| words.observed = seen),
    ];
    let written = disclosure(&desk.t(Text::RemarkOpen), places, || ());
    let written = if is_open { written.attr("open", "") } else { written };
    let talk = id(about, "talk");
    let saved = kept(desk, {
        let talk = talk.clone();
        move || desk.writing().last.with(|last| *last == talk)
    });
    [mark(room, about, talk, before.talk), written, saved]
}

fn mark(room: &Room, about: About, id: String, before: bool) -> Element {
    let (room, desk, of) = (room.clone(), room.desk, id.clone());
    let words = el("span", "choice__text").text(&desk.t(Text::RemarkTalk));
    choice("checkbox", &of, &of, words, before, move |talk| {
        desk.writing().last.set(id.clone());
        room.change(about, |words| words.talk = talk);
        desk.write_now();
    })
}

fn place(
    room: &Room,
    about: About,
    part: &str,
    text: &str,
    put: fn(&mut Words, FreeText),
) -> Element {
    let (room, desk) = (room.clone(), room.desk);
    let (label, hint) = match part {
        "said" => (Text::RemarkSaid, Text::RemarkSaidHint),
        _ => (Text::RemarkObserved, Text::RemarkObservedHint),
    };
    let place = OpenText {
        id: &id(about, part),
        label: &desk.t(label),
        hint: Some(&desk.t(hint)),
        text,
        rows: 3,
        most: FreeText::MAX,
    };
    open_text(desk, &place, move |typed| {
        room.change(about, |words| put(words, typed));
        desk.write_soon();
    })
}
