//! The guide for a conversation: theme by theme open questions, and room for notes that stay here unless
//! the professional says that they go along.

use super::frame;
use crate::{
    desk::{
        Desk,
        plan::{Interview, Theme},
        screens::{
            Screen,
            open_text::{OpenText, open_text},
        },
    },
    i18n::Text,
    platform::element::{Element, el},
    widgets::{
        Weight, action, alert, button_group, choice, disclosure, heading_2, legend_heading, list,
        page_title, paragraph,
    },
};
use leptos::prelude::*;

pub(super) fn view(desk: Desk, interview: Interview) -> Vec<Element> {
    let title = desk.t(match interview {
        Interview::First => Text::GuideFirst,
        Interview::Last => Text::GuideLast,
    });
    if desk.new_note().is_none() {
        return frame::gone(desk, &title);
    }
    page_title(&title);
    let overview = action(&desk.t(Text::PlanSteps), Weight::Subtle, "overview", move || {
        desk.show(Screen::Plan(super::View::Overview));
    });
    let mut all = vec![
        el("div", "progress").child(frame::chosen_is_kept(desk)),
        legend_heading(&title),
        alert("info", "note", [paragraph(&desk.t(Text::GuideNotes))]),
    ];
    all.extend(interview.themes().iter().map(|one| theme(desk, *one)));
    all.push(button_group([overview]));
    all
}

fn theme(desk: Desk, theme: Theme) -> Element {
    let kept = RwSignal::new(desk.note_of(theme));
    let note = kept.get_untracked();
    let questions = theme.questions.iter().map(|text| el("span", "").text(&desk.t(*text)));
    let place = OpenText {
        id: theme.name,
        label: &desk.with(Text::GuideNote, &[("theme", &desk.t(theme.title))]),
        hint: None,
        text: note.as_ref().and_then(|note| theme.said(note)).unwrap_or_default(),
        rows: 3,
        most: theme.room(),
    };
    let place = open_text(desk, &place, move |words| desk.type_note(kept, theme, &words));
    let words = desk.with_organisation(Text::GuideHandIn);
    let words = el("span", "choice__text").text(&words);
    let id = format!("hand-in-{}", theme.name);
    let along = note.as_ref().is_some_and(|note| note.hand_in);
    let tick = choice("checkbox", &id, &id, words, along, move |on| desk.hand_note_in(kept, on));
    let open = disclosure(&desk.t(Text::GuideWrite), [place, tick], || {});
    let open = if note.is_some() { open.attr("open", "") } else { open };
    el("section", "plan-goal")
        .child(heading_2(&desk.t(theme.title)))
        .child(list(questions))
        .child(open)
}
