//! What is filled in at a row: a mark, and two places to write in that open when they are asked for.

use super::remarks::{Room, id};
use crate::{
    desk::{Desk, screens::field::area},
    i18n::Text,
    keeping::Saved,
    platform::{
        clock,
        element::{Element, el},
    },
    widgets::{choice, disclosure},
};
use draagkracht_core::{
    free_text::FreeText,
    personal_data,
    remark::{About, Words},
};
use leptos::prelude::*;
use std::rc::Rc;

/// The fields of a row, each change of which is kept.
pub(super) fn fields(room: &Room, about: About) -> [Element; 3] {
    let desk = room.desk;
    let before = untrack(|| room.words(about));
    let [long, personal] = [false; 2].map(RwSignal::new);
    let talk = RwSignal::new(before.talk);
    let place = |part: &str, label: Text, hint: Text, words: &FreeText| {
        area(&id(about, part), &desk.t(label), &desk.t(hint), words)
    };
    let (said, said_input) = place("said", Text::RemarkSaid, Text::RemarkSaidHint, &before.said);
    let (observed, observed_input) =
        place("observed", Text::RemarkObserved, Text::RemarkObservedHint, &before.observed);
    let inputs = [said_input, observed_input];
    let (typed_in, room) = (inputs.clone(), room.clone());
    let typed: Rc<dyn Fn()> = Rc::new(move || {
        let [Some(said), Some(observed)] = typed_in.each_ref().map(text) else {
            return long.set(true);
        };
        long.set(false);
        personal.set([&said, &observed].into_iter().any(|text| names_someone(text)));
        room.write(about, Words { said, observed, talk: talk.get_untracked() });
    });
    for input in inputs {
        let typed = typed.clone();
        let _ = input
            .on("input", move |_| typed())
            // Leaving a field is the last moment that is sure to come.
            .on("blur", move |_| desk.keep_remarks());
    }
    let words = el("span", "choice__text").text(&desk.t(Text::RemarkTalk));
    let mark = choice("checkbox", "talk", &id(about, "talk"), words, before.talk, move |on| {
        talk.set(on);
        typed();
        desk.keep_remarks();
    });
    let open = !before.said.is_blank() || !before.observed.is_blank();
    let wrong =
        said_when(desk, "utrecht-form-field-error-message", "alert", Text::RemarkLong, long);
    let hint = said_when(desk, "remark-hint", "status", Text::RemarkPersonal, personal);
    let written = disclosure(&desk.t(Text::RemarkOpen), [said, observed, wrong, hint], || ());
    let written = if open { written.attr("open", "") } else { written };
    [mark, written, saved(desk, about)]
}

/// What stands in a field; `None` when it is too long. What no key types is left out.
fn text(input: &Element) -> Option<FreeText> {
    let typed = input.text_value();
    let seen = typed.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t'));
    FreeText::try_from(seen.collect::<String>()).ok()
}

fn names_someone(text: &str) -> bool {
    // The year is the first four digits: a timestamp has no other form.
    let now = clock::now();
    let this_year = now.as_str().get(..4).and_then(|year| year.parse().ok()).unwrap_or_default();
    !personal_data::find(text, this_year).is_empty()
}

fn said_when(desk: Desk, class: &str, role: &str, words: Text, is_so: RwSignal<bool>) -> Element {
    el("p", class).attr("role", role).dynamic(move || {
        is_so.get().then(|| el("span", "").text(&desk.t(words))).into_iter().collect()
    })
}

/// Whether the last change at this row is durable.
fn saved(desk: Desk, about: About) -> Element {
    el("p", "saved").attr("role", "status").dynamic(move || {
        let text = match desk.saved.get() {
            _ if desk.remarking().last.get() != Some(about) => return vec![],
            Saved::Durable => Text::Saved,
            Saved::Full | Saved::Failed => Text::NotSaved,
            Saved::Nothing | Saved::Saving => return vec![],
        };
        vec![el("span", "").text(&desk.t(text))]
    })
}
