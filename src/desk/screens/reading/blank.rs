//! A blank questionnaire for the printer: the same words in the same order as on the screen.

use super::{
    View,
    frame::{marked, on_paper},
};
use crate::{
    desk::{Desk, screens::Screen},
    i18n::Text,
    platform::element::{Element, el},
    widgets::{Weight, action, button_group, heading, heading_2, paragraph},
};
use draagkracht_core::{
    instrument::{Instrument, Item},
    person::{Moment, Rater},
};

pub(super) fn view(desk: Desk, rater: Rater) -> Vec<Element> {
    let sheet = match rater {
        Rater::Resident => desk.resident(|list| sheet(desk, list)),
        Rater::Professional => desk.professional(|list| sheet(desk, list)),
    };
    let title = match rater {
        Rater::Resident => Text::ReadingBlankResident,
        Rater::Professional => Text::ReadingBlankProfessional,
    };
    let foot =
        button_group([action(&desk.t(Text::CaseBack), Weight::Subtle, "cases", move || {
            desk.put(Screen::Cases);
        })]);
    let (without, print, safety) = on_paper(desk, true, None);
    let sheet = sheet.unwrap_or_else(|| paragraph(&desk.t(Text::ReadingDamaged)));
    let sheet = marked(el("div", "sheet").child(sheet).child(without), "data-safety", safety);
    vec![heading(&desk.t(title)), ways(desk, rater), print, sheet, foot]
}

/// To the other list.
fn ways(desk: Desk, here: Rater) -> Element {
    let lists = [
        (Text::ReadingBlankResident, Rater::Resident),
        (Text::ReadingBlankProfessional, Rater::Professional),
    ];
    let buttons = lists.map(|(text, rater)| {
        let view = View::Blank(rater);
        let way = action(&desk.t(text), Weight::Secondary, view.name(), move || {
            desk.put(Screen::Reading(view));
        });
        if rater == here { way.attr("aria-current", "page") } else { way }
    });
    el("nav", "reading-ways").attr("aria-label", &desk.t(Text::ReadingBlank)).children(buttons)
}

fn sheet(desk: Desk, list: &Instrument) -> Element {
    let moments = Moment::ALL.map(|moment| box_with(moment.as_str()));
    let head = el("p", "blank-head")
        .child(el("span", "blank-code").text(&desk.t(Text::ReadingBlankCode)))
        .children(moments);
    let count = list.items().len();
    let parts = list.components().iter().map(|component| {
        let items = list.items_of(component).map(|item| question(desk, list, item, count));
        el("section", "")
            .child(heading_2(&component.title))
            .child(paragraph(&component.stem))
            .children(items)
    });
    el("div", "blank").child(head).child(paragraph(&desk.t(Text::ReadingBlankHint))).children(parts)
}

fn question(desk: Desk, list: &Instrument, item: &Item, count: usize) -> Element {
    let number = list.item(item.id.as_str()).map_or(0, |(at, _)| at + 1).to_string();
    let progress = desk.with(Text::Progress, &[("number", &number), ("count", &count.to_string())]);
    let options = list.answers(item).map(|(_, words)| box_with(words));
    el("div", if item.sensitive { "blank-question off-paper" } else { "blank-question" })
        .child(el("p", "blank-number").text(&progress))
        .child(el("p", "blank-item").text(&item.text))
        .child(el("p", "blank-options").children(options))
}

/// A box to tick, with its words.
fn box_with(words: &str) -> Element {
    let tick = el("span", "blank-box").attr("aria-hidden", "true").text("☐");
    el("span", "blank-option").child(tick).child(el("span", "").text(words))
}
