//! A place for someone's own words: it grows, is kept while one types, says how much room is left, and
//! points out what looks like a name, a birth date or a BSN before that is kept.

use crate::{
    desk::Desk,
    i18n::Text,
    platform::{
        clock,
        element::{Element, el},
        idle,
    },
    widgets::{Weight, action},
};
use draagkracht_core::{
    free_text::FreeText,
    personal_data::{Kind, find},
};
use leptos::{prelude::*, task::spawn_local};

/// From so few characters on it is said how many are left.
const NEARLY: usize = 200;
/// How long typing rests before what was found is pointed out, in milliseconds: half a name is no name.
const REST: u32 = 800;
/// So long a text waits for the writer to look at what was pointed out, in milliseconds; then it is written.
const LOOKED: u32 = 20_000;
/// About so many characters stand on a line of a phone.
const LINE: usize = 38;

/// What the place is for.
pub(super) struct OpenText<'a> {
    /// Its id, of which there is one on the screen.
    pub id: &'a str,
    /// What is asked.
    pub label: &'a str,
    /// More about it.
    pub hint: Option<&'a str>,
    /// What stands in it.
    pub text: &'a str,
    /// How many rows it has at least.
    pub rows: usize,
    /// The most characters that can be kept.
    pub most: usize,
}

/// What is known of the place while one types.
#[derive(Clone, Copy)]
struct State {
    desk: Desk,
    /// How many characters there are.
    length: RwSignal<usize>,
    /// What was found in it and not looked at yet.
    found: RwSignal<Vec<(Kind, String)>>,
    typed: RwSignal<u32>,
    most: usize,
}

/// The place; `keep` is told the text at every change, unless it is longer than can be kept.
pub(super) fn open_text(
    desk: Desk,
    place: &OpenText,
    keep: impl Fn(FreeText) + 'static,
) -> Element {
    let state = State {
        desk,
        length: RwSignal::new(place.text.chars().count()),
        found: RwSignal::new(seen(desk, place.text)),
        typed: RwSignal::new(0),
        most: place.most,
    };
    let [hint_id, status_id] = ["hint", "status"].map(|part| format!("{}-{part}", place.id));
    let described = place.hint.map(|_| hint_id.as_str());
    let described: Vec<_> = described.into_iter().chain([status_id.as_str()]).collect();
    let least = place.rows;
    let class = if least > 1 {
        "utrecht-textbox open-text"
    } else {
        "utrecht-textbox open-text open-text--line"
    };
    let area = el("textarea", class)
        .attr("id", place.id)
        .attr("rows", &rows(place.text, least))
        .attr("dir", "auto")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("translate", "no")
        .attr("aria-describedby", &described.join(" "))
        .filled(place.text);
    let (typed, id) = (area.clone(), place.id.to_owned());
    let _ = area.clone().on("input", move |_| {
        let text = plain(&typed.text_value());
        drop(typed.clone().attr("rows", &rows(&text, least)));
        state.take(&id, text, &keep);
    });
    // Left: what is not waiting to be looked at is written at once.
    let _ = area.clone().on("change", move |_| desk.write_now());
    let hint = place
        .hint
        .map(|hint| el("p", "utrecht-form-field-description").attr("id", &hint_id).text(hint));
    let (id, pointed) = (place.id.to_owned(), place.id.to_owned());
    let status = el("p", "open-text__status").attr("id", &status_id).attr("role", "status");
    el("div", "desk-field")
        .child(el("label", "utrecht-form-label").attr("for", place.id).text(place.label))
        .children(hint)
        .child(area)
        .child(status.dynamic(move || state.status(&id)))
        .child(
            el("div", "").attr("aria-live", "polite").dynamic(move || state.pointed_out(&pointed)),
        )
}

/// Without what steers a terminal or a printer and nobody sees; all else as it was typed.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

/// As many rows as the text needs: for browsers that do not let a field grow by itself.
fn rows(text: &str, least: usize) -> String {
    let lines = text.split('\n').map(|line| 1 + line.chars().count() / LINE);
    lines.sum::<usize>().max(least).to_string()
}

/// What is found in a text, without what was looked at and left.
fn seen(desk: Desk, text: &str) -> Vec<(Kind, String)> {
    let year = clock::now().as_str().get(..4).and_then(|year| year.parse().ok());
    let found = find(text, year.unwrap_or_default());
    let left = desk.writing().left;
    let words =
        |found: draagkracht_core::personal_data::Found| (found.kind, text[found.at].to_owned());
    left.with_untracked(|left| {
        found.into_iter().map(words).filter(|(_, words)| !left.contains(words)).collect()
    })
}

impl State {
    fn take(self, id: &str, text: String, keep: &impl Fn(FreeText)) {
        let writing = self.desk.writing();
        writing.last.set(id.to_owned());
        self.length.set(text.chars().count());
        self.typed.update(|typed| *typed += 1);
        let found = seen(self.desk, &text);
        writing.waiting.update(|waiting| {
            if found.is_empty() {
                waiting.remove(id);
            } else {
                waiting.insert(id.to_owned());
            }
        });
        let ticket = self.typed.get_untracked();
        spawn_local(async move {
            idle::sleep(REST).await;
            if self.typed.try_get_untracked() != Some(ticket) {
                return;
            }
            let nothing = found.is_empty();
            self.found.set(found);
            idle::sleep(LOOKED).await;
            if !nothing && self.typed.try_get_untracked() == Some(ticket) {
                // It was seen, and losing it would be worse.
                self.desk.write_all();
            }
        });
        if self.length.get_untracked() <= self.most
            && let Ok(words) = FreeText::try_from(text)
        {
            keep(words);
        }
    }

    fn status(self, id: &str) -> Vec<Element> {
        let (length, desk) = (self.length.get(), self.desk);
        if length > self.most {
            let over = (length - self.most).to_string();
            let text = desk.with(Text::OpenTextLong, &[("count", &over)]);
            return vec![el("span", "utrecht-form-field-error-message").text(&text)];
        }
        let writing = desk.writing();
        let waits = writing.waiting.with(|waiting| waiting.contains(id));
        let kept = match desk.kept() {
            _ if writing.last.with(|last| last != id) => None,
            _ if waits => Some(Text::NotSaved),
            kept => kept,
        };
        let left = self.most - length;
        let left = (left <= NEARLY)
            .then(|| desk.with(Text::OpenTextLeft, &[("count", &left.to_string())]));
        let words = kept.map(|text| desk.t(text)).into_iter().chain(left);
        words.map(|text| el("span", "").text(&text)).collect()
    }

    fn pointed_out(self, id: &str) -> Vec<Element> {
        let desk = self.desk;
        let found = self.found.get();
        if found.is_empty() {
            return vec![];
        }
        let lines = found.iter().map(|(kind, words)| {
            let text = match kind {
                Kind::ServiceNumber => Text::FoundNumber,
                Kind::BirthDate => Text::FoundDate,
                Kind::Name => Text::FoundName,
            };
            let text = desk.with(text, &[("words", words)]);
            el("p", "open-text__found").attr("dir", "auto").attr("translate", "no").text(&text)
        });
        let id = id.to_owned();
        let leave =
            action(&desk.t(Text::FoundLeave), Weight::Secondary, "leave-words", move || {
                let writing = desk.writing();
                let words = self.found.get_untracked().into_iter().map(|(_, words)| words);
                writing.left.update(|left| left.extend(words));
                writing.waiting.update(|waiting| _ = waiting.remove(&id));
                self.found.set(vec![]);
                desk.write_now();
                crate::platform::element::focus(&id);
            });
        let all = lines.chain([el("p", "").text(&desk.t(Text::FoundDo)), leave]);
        vec![el("div", "plan-note").children(all)]
    }
}
