//! What stands around every picture: its heading, whom it is about, the way to the others, printing.

use super::View;
use crate::{
    desk::{Desk, screens::Screen},
    i18n::Text,
    platform::{
        element::{Element, el},
        page,
    },
    widgets::{Weight, action, button_group, choice, heading, paragraph},
};
use draagkracht_core::person::{Moment, Person};
use leptos::prelude::*;

/// Whose answers are in hand, and of which moment.
pub(super) fn about(desk: Desk) -> Option<(Person, Moment)> {
    desk.subject.get_untracked()
}

/// A screen about the case in hand. The person and the moment are those that were chosen.
pub(super) fn of_case(
    desk: Desk,
    here: View,
    title: Text,
    contents: impl FnOnce(&Person, Moment) -> Option<Vec<Element>>,
) -> Vec<Element> {
    let head = heading(&desk.t(title));
    let Some((person, moment)) = about(desk) else {
        return vec![head, paragraph(&desk.t(Text::ReadingClosed)), foot(desk)];
    };
    let code = desk.file_in_hand().and_then(|f| f.case().map(|c| c.case_code.to_string()));
    let code = desk.with(Text::CaseTitle, &[("code", &code.unwrap_or_default())]);
    let who = [("person", person.to_string()), ("moment", moment.to_string())];
    let who = who.each_ref().map(|(name, value)| (*name, value.as_str()));
    let whose = el("p", "reading-whose")
        .child(el("span", "").attr("translate", "no").text(&code))
        .child(el("span", "").text(&desk.with(Text::ReadingWho, &who)));
    // Asked again here: the browser's forward button leads to a screen, too.
    let seen = desk.may_be_seen(&person, moment).then(|| contents(&person, moment));
    let contents = match seen {
        None => vec![paragraph(&desk.t(Text::ReadingClosed))],
        Some(None) => vec![paragraph(&desk.t(Text::ReadingDamaged))],
        Some(Some(contents)) => contents,
    };
    // The other two have nothing of safety to print.
    let asks = !matches!(here, View::Types | View::Household);
    // Only the comparison has room for remarks.
    let remarks = (here == View::Comparison).then(|| super::remarks::on_paper(desk));
    let (tick, with_remarks) = remarks.unzip();
    let printed = on_paper(desk, asks, tick);
    let sheet = el("div", "sheet").child(whose).children(contents).child(printed.0);
    let mut sheet = marked(sheet, "data-safety", printed.2);
    if let Some(remarks) = with_remarks {
        sheet = marked(sheet, "data-remarks", remarks);
    }
    vec![head, ways(desk, here), sheet, printed.1, foot(desk)]
}

/// To the other pictures of the same case.
fn ways(desk: Desk, here: View) -> Element {
    let all = [
        (Text::ReadingComparison, View::Comparison),
        (Text::ReadingTypes, View::Types),
        (Text::ReadingBalance, View::Balance),
        (Text::ReadingDevelopment, View::Development),
        (Text::ReadingHousehold, View::Household),
    ];
    let several = super::household::is_there(desk);
    let shown = all.into_iter().filter(|(_, view)| *view != View::Household || several);
    let buttons = shown.map(|(text, view)| {
        let way = action(&desk.t(text), Weight::Secondary, view.name(), move || {
            // In place: one step back is the case, wherever one looked.
            desk.put(Screen::Reading(view));
        });
        if view == here { way.attr("aria-current", "page") } else { way }
    });
    el("nav", "reading-ways").attr("aria-label", &desk.t(Text::ReadingParts)).children(buttons)
}

fn foot(desk: Desk) -> Element {
    button_group([action(&desk.t(Text::ReadingBack), Weight::Subtle, "case", move || {
        desk.put(Screen::Case);
    })])
}

/// A line for the paper, the buttons with what else there is to tick, and whether safety goes on it.
pub(super) fn on_paper(
    desk: Desk,
    asks: bool,
    more: Option<Element>,
) -> (Element, Element, RwSignal<bool>) {
    let safety = RwSignal::new(false);
    let without = el("p", "only-paper").dynamic(move || {
        let line = desk.t(Text::ReadingPaperWithout);
        if safety.get() { vec![] } else { vec![el("span", "").text(&line)] }
    });
    let words = el("span", "choice__text").text(&desk.t(Text::PrintSafety));
    let tick = choice("checkbox", "print-safety", "print-safety", words, false, move |on| {
        safety.set(on);
    });
    let print = action(&desk.t(Text::Print), Weight::Secondary, "print", page::print);
    (
        without,
        el("div", "reading-print")
            .children(asks.then_some(tick))
            .children(more)
            .child(button_group([print])),
        safety,
    )
}

/// The sheet, told by this attribute whether something goes on paper.
pub(super) fn marked(sheet: Element, name: &'static str, printed: RwSignal<bool>) -> Element {
    let told = sheet.clone();
    Effect::new(move |_| {
        drop(told.clone().attr(name, if printed.get() { "on-paper" } else { "off" }));
    });
    sheet
}
