//! One question. Any instrument: what stands here comes from its file.

use super::languages;
use crate::{
    app::App,
    i18n::Text,
    platform::element::{Element, el},
    widgets::{
        Weight, action, button_group, choice, disclosure, legend_heading, page_title, paragraph,
        problem, read_aloud,
    },
};
use draagkracht_core::{
    instrument::{Instrument, Item},
    session::{Place, Session},
};
use leptos::prelude::*;

const FIRST_OPTION: &str = "option-1";
const OPTIONS: [&str; 7] =
    [FIRST_OPTION, "option-2", "option-3", "option-4", "option-5", "option-6", "option-7"];

pub(super) fn view(app: App) -> Vec<Element> {
    // At another question everything is made anew.
    let at = Memo::new(move |_| match app.session.with(|s| s.as_ref().map(Session::place)) {
        Some(Place::Question(at)) => Some(at),
        _ => None,
    });
    let question = el("div", "").dynamic(move || {
        let shown = at.get().and_then(|at| app.instrument(|i| question(app, i, at)).flatten());
        shown.unwrap_or_default()
    });
    vec![question]
}

fn question(app: App, instrument: &Instrument, at: usize) -> Option<Vec<Element>> {
    let item = instrument.items().get(at)?;
    let (number, count) = ((at + 1).to_string(), instrument.items().len().to_string());
    let progress = app.with(Text::Progress, &[("number", &number), ("count", &count)]);
    page_title(&progress);
    let missing = RwSignal::new(false);
    let title = progress.clone();
    let summary = el("div", "").dynamic(move || {
        if !missing.get() {
            return vec![];
        }
        page_title(&format!("{} {title}", app.t(Text::ErrorPrefix)));
        let [title, text] = [Text::AnswerMissingTitle, Text::AnswerMissing].map(|t| app.t(t));
        vec![problem(&title, &text, FIRST_OPTION)]
    });
    let id = item.id.clone();
    let next = move || {
        missing.set(false);
        missing.set(!app.next(&id));
    };
    let line =
        el("div", "progress").child(el("p", "progress__number").text(&progress)).child(saved(app));
    let private = item.sensitive.then(|| el("p", "private-line").text(&app.t(Text::PrivateLine)));
    let options = fieldset(app, instrument, item, at, missing);
    let buttons = button_group([
        action(&app.t(Text::Next), Weight::Primary, "next", next),
        action(&app.t(Text::Back), Weight::Subtle, "back", move || app.back()),
    ]);
    let translation = instrument.reference().translation.as_ref();
    let note = translation.filter(|words| !words.validated).map(|_| languages::note(app));
    let aloud = read_aloud(&app.t(Text::ReadAloud), &app.t(Text::ReadAloudStop));
    let screen =
        [Some(line), Some(summary), Some(aloud), private, Some(options), Some(buttons), note];
    Some(screen.into_iter().flatten().collect())
}

/// Says "Bewaard" only when the answer that is shown is durable.
fn saved(app: App) -> Element {
    el("p", "saved").attr("role", "status").dynamic(move || {
        let Some(text) = app.saved.get().text() else { return vec![] };
        let answered = app.instrument(|i| app.session.with_untracked(|s| s.as_ref()?.here(i)));
        answered.flatten().map(|_| el("span", "").text(&app.t(text))).into_iter().collect()
    })
}

fn fieldset(
    app: App,
    instrument: &Instrument,
    item: &Item,
    at: usize,
    missing: RwSignal<bool>,
) -> Element {
    let component = instrument.component_of(item);
    let legend = el("legend", "utrecht-form-fieldset__legend")
        .child(el("span", "stem").text(&component.stem))
        .child(legend_heading(&item.text));
    let explanation = item.plain.as_ref().map(|plain| {
        disclosure(&app.t(Text::PlainWords), [paragraph(plain)], move || app.use_explanation())
    });
    let error = el("p", "utrecht-form-field-error-message").attr("id", "answer-error");
    let error = error.dynamic(move || {
        let said = missing.get().then(|| el("span", "").text(&app.t(Text::AnswerMissing)));
        said.into_iter().collect()
    });
    el("fieldset", "utrecht-form-fieldset")
        .attr("aria-describedby", "answer-error")
        .child(legend)
        .children(explanation)
        .child(error)
        .child(options(app, instrument, item, at))
}

fn options(app: App, instrument: &Instrument, item: &Item, at: usize) -> Element {
    let chosen = app.session.with_untracked(|s| s.as_ref().and_then(|s| s.answer_to(&item.id)));
    let name = format!("q{}", at + 1);
    let rows = instrument.answers(item).zip(OPTIONS);
    el("div", "choices").children(rows.map(|((answer, text), id)| {
        let item = item.id.clone();
        let words = el("span", "choice__text").text(text);
        let row = choice("radio", &name, id, words, chosen == Some(answer), move |_| {
            app.answer(&item, answer);
        });
        // The two that count as missing stand a little apart.
        row.attr("data-missing", if answer.value().is_some() { "false" } else { "true" })
    }))
}
