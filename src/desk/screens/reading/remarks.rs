//! Room at each row of the comparison for what was said and what could be seen, and the resident's mark:
//! this is what I want to talk about.

use super::{
    leads::{Lead, titled},
    remark_fields::fields,
    rows::Row,
};
use crate::{
    desk::Desk,
    i18n::Text,
    platform::element::{Element, el},
    widgets::{choice, heading_2, paragraph},
};
use draagkracht_core::{
    instrument::Topic,
    person::{Moment, Person},
    remark::{About, Words},
};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What stands at the rows of one comparison.
#[derive(Clone)]
pub(super) struct Room {
    pub desk: Desk,
    person: Person,
    moment: Moment,
    /// None when it cannot be read: then nothing is written over it.
    words: Option<RwSignal<BTreeMap<About, Words>>>,
}

impl Room {
    pub(super) fn of(desk: Desk, person: &Person, moment: Moment) -> Self {
        let remarks = desk.remarks(person, moment).ok();
        let words = remarks.map(|remarks| {
            let at_rows = remarks.into_iter().map(|remark| (remark.about, remark.words));
            RwSignal::new(at_rows.collect())
        });
        Self { desk, person: person.clone(), moment, words }
    }

    /// What stands at a row; the caller follows it.
    pub(super) fn words(&self, about: About) -> Words {
        let found = self.words.map(|words| words.with(|words| words.get(&about).cloned()));
        found.flatten().unwrap_or_default()
    }

    /// Changes what stands at a row. The caller has it written.
    pub(super) fn change(&self, about: About, change: impl FnOnce(&mut Words)) {
        let Some(all) = self.words else { return };
        let mut words = untrack(|| self.words(about));
        change(&mut words);
        all.update(|all| _ = all.insert(about, words.clone()));
        self.desk.remark(&self.person, self.moment, about, words);
    }

    /// The room at a row, and what is in it on paper.
    pub(super) fn at(&self, row: &Row) -> Vec<Element> {
        let Some(about) = row.about.filter(|_| self.words.is_some()) else { return vec![] };
        let room = el("div", "reading-remark no-paper")
            .attr("role", "group")
            .attr("aria-labelledby", &id(about, "row"))
            .children(fields(self, about));
        vec![room, self.kept(about)]
    }

    fn kept(&self, about: About) -> Element {
        let (room, desk) = (self.clone(), self.desk);
        el("div", "reading-kept").attr("translate", "no").dynamic(move || {
            let words = room.words(about);
            let line = |label: Text, text: &str| {
                let label = el("strong", "").text(&format!("{}: ", desk.t(label)));
                el("p", "").child(label).child(el("span", "").text(text))
            };
            let talk = words.talk.then(|| el("p", "").text(&desk.t(Text::RemarkTalk)));
            let said = (!words.said.is_blank()).then(|| line(Text::RemarkSaid, &words.said));
            let seen =
                (!words.observed.is_blank()).then(|| line(Text::RemarkObserved, &words.observed));
            [talk, said, seen].into_iter().flatten().collect()
        })
    }

    /// What the resident wants to talk about, with what to ask about it, in the order of the rows.
    pub(super) fn to_talk_about(&self, leads: &[Lead]) -> Element {
        let (room, desk, leads) = (self.clone(), self.desk, leads.to_vec());
        if room.words.is_none() {
            return paragraph(&desk.t(Text::ReadingDamaged));
        }
        el("div", "reading-talk").dynamic(move || {
            let marked: Vec<_> = leads.iter().filter(|lead| room.words(lead.about).talk).collect();
            if marked.is_empty() {
                return vec![];
            }
            vec![titled(desk, heading_2(&desk.t(Text::RemarkListTitle)), marked)]
        })
    }

    /// How to get something in that list, while nothing is.
    pub(super) fn hint(&self) -> Element {
        let (room, desk) = (self.clone(), self.desk);
        el("div", "no-paper").dynamic(move || {
            let any = room.words.is_none_or(|words| words.with(|all| all.values().any(|w| w.talk)));
            if any { vec![] } else { vec![paragraph(&desk.t(Text::RemarkListHint))] }
        })
    }
}

/// The tick for the paper, and whether what was written goes on it: only when it is asked for.
pub(super) fn on_paper(desk: Desk) -> (Element, RwSignal<bool>) {
    let printed = RwSignal::new(false);
    let words = el("span", "choice__text").text(&desk.t(Text::RemarkPrint));
    let tick = choice("checkbox", "print-remarks", "print-remarks", words, false, move |on| {
        printed.set(on);
    });
    (tick, printed)
}

/// A row's heading: the short list above leads to it.
pub(super) fn heading(row: &Row) -> Element {
    let heading = el("h3", "reading-name").text(&row.name);
    match row.about {
        Some(about) => heading.attr("id", &id(about, "row")).attr("tabindex", "-1"),
        None => heading,
    }
}

/// The id of a part of a row in the page.
pub(super) fn id(about: About, part: &str) -> String {
    let row = match about {
        About::Domain(domain) => domain.as_str(),
        About::Topic(Topic::Competences) => "topic-competences",
        About::Topic(Topic::Network) => "topic-network",
        About::Topic(Topic::LocalProvision) => "topic-local",
    };
    [part, "-", row].concat()
}
