//! One question. Any instrument: what stands here comes from its file.

use crate::{
    app::App,
    i18n::Text,
    widgets::{action, button_group, legend_heading, page_title, problem},
};
use draagkracht_core::{
    answer::{Answer, Likert},
    instrument::{Instrument, Item, ItemId},
    session::Place,
};
use leptos::prelude::*;

const FIRST_OPTION: &str = "option-1";
const OPTION_IDS: [&str; 7] =
    [FIRST_OPTION, "option-2", "option-3", "option-4", "option-5", "option-6", "option-7"];

pub(super) fn view(app: App) -> AnyView {
    // One question, one view: at another question the whole view is made anew.
    let at = Memo::new(move |_| match app.session.with(|s| s.as_ref().map(|s| s.place())) {
        Some(Place::Question(at)) => Some(at),
        _ => None,
    });
    (move || at.get().map(|at| question(app, at))).into_any()
}

fn question(app: App, at: usize) -> AnyView {
    app.with_instrument(|instrument| {
        let Some(item) = instrument.items().get(at) else { return ().into_any() };
        let values = [
            ("number", (at + 1).to_string()),
            ("count", instrument.items().len().to_string()),
        ];
        let progress = app.with(Text::Progress, &values.each_ref().map(|(n, v)| (*n, v.as_str())));
        page_title(&progress);
        let missing = RwSignal::new(false);
        let title = progress.clone();
        let summary = move || {
            missing.get().then(|| {
                page_title(&format!("{} {title}", app.t(Text::ErrorPrefix)));
                let [title, text] = [Text::AnswerMissingTitle, Text::AnswerMissing].map(|t| app.t(t));
                problem(title, text, FIRST_OPTION)
            })
        };
        let id = item.id.clone();
        let next = move || {
            missing.set(false);
            missing.set(!app.next(&id));
        };
        view! {
            <p class="progress">{progress}</p>
            {summary}
            {item.sensitive.then(|| view! { <p class="private-line">{app.t(Text::PrivateLine)}</p> })}
            <form
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                }
            >
                {fieldset(app, instrument, item, at, missing)}
                {button_group(
                    vec![
                        action(app.t(Text::Next), "primary-action", "next", next),
                        action(app.t(Text::Back), "subtle", "back", move || app.back()),
                    ],
                )}
            </form>
        }
        .into_any()
    })
}

fn fieldset(
    app: App,
    instrument: &Instrument,
    item: &Item,
    at: usize,
    missing: RwSignal<bool>,
) -> AnyView {
    let component = instrument.component_of(item);
    let explanation = item.plain.clone().map(|plain| {
        view! {
            <details class="plain-words" on:toggle=move |_| app.use_explanation()>
                <summary>{app.t(Text::PlainWords)}</summary>
                <p class="utrecht-paragraph">{plain}</p>
            </details>
        }
    });
    view! {
        <fieldset class="utrecht-form-fieldset" aria-describedby="answer-error">
            <legend class="utrecht-form-fieldset__legend">
                <span class="stem" id="stem">{component.stem.clone()}</span>
                {legend_heading(item.text.clone())}
            </legend>
            {explanation}
            {move || {
                missing
                    .get()
                    .then(|| {
                        view! {
                            <p class="utrecht-form-field-error-message" id="answer-error">
                                {app.t(Text::AnswerMissing)}
                            </p>
                        }
                    })
            }}
            <div class="choices">{options(app, instrument, item, at)}</div>
        </fieldset>
    }
    .into_any()
}

/// Every answer in the order of the scale, then the two that count as missing.
pub(super) fn answers<'a>(instrument: &'a Instrument, item: &Item) -> [(Answer, &'a str); 7] {
    let [a, b, c, d, e] = &instrument.component_of(item).options;
    let [one, two, three, four, five] = Likert::ALL.map(Answer::Value);
    [
        (one, a),
        (two, b),
        (three, c),
        (four, d),
        (five, e),
        (Answer::DontKnow, instrument.dont_know()),
        (Answer::WontSay, instrument.wont_say()),
    ]
}

fn options(app: App, instrument: &Instrument, item: &Item, at: usize) -> AnyView {
    let chosen = app.session.with_untracked(|s| s.as_ref().and_then(|s| s.answer_to(&item.id)));
    let all = answers(instrument, item).into_iter().zip(OPTION_IDS);
    all.map(|((answer, text), id)| option(app, item.id.clone(), at, id, answer, text, chosen))
        .collect_view()
        .into_any()
}

fn option(
    app: App,
    item: ItemId,
    at: usize,
    id: &'static str,
    answer: Answer,
    text: &str,
    chosen: Option<Answer>,
) -> AnyView {
    let class = if answer.value().is_some() { "choice" } else { "choice choice--missing" };
    view! {
        <label class=class for=id>
            <input
                type="radio"
                class="choice__input"
                id=id
                name=format!("q{}", at + 1)
                checked=chosen == Some(answer)
                on:change=move |_| app.answer(&item, answer)
            />
            <span class="choice__text">{text.to_owned()}</span>
        </label>
    }
    .into_any()
}
