//! Handing in: the answers, sealed for the organisation, as a file that the person passes on.

use crate::{
    app::App,
    handing_in::HandIn,
    i18n::Text,
    platform::files,
    widgets::{action, button_group, heading, paragraph, paragraphs},
};
use leptos::prelude::*;

pub(super) fn view(app: App) -> AnyView {
    let code = app.with_response(|_, response| {
        let code = response.case_code.to_string();
        paragraph(app.with(Text::HandInCode, &[("code", &code)]))
    });
    view! {
        {heading(app.t(Text::HandInTitle))}
        {code}
        <div role="status">{move || state(app)}</div>
        {button_group(
            vec![
                action(app.t(Text::HandInBack), "subtle", "back", move || app.back()),
            ],
        )}
    }
    .into_any()
}

fn state(app: App) -> AnyView {
    let words = |text: Text| app.with_organisation(text);
    match app.hand_in.get() {
        HandIn::Unknown | HandIn::Busy => paragraph(app.t(Text::HandInBusy)),
        HandIn::NoConsent => view! {
            {paragraph(words(Text::HandInNoConsent))}
            {one(app, Text::HandInAgree, "agree", move || {
                app.set_consents(|given| given.support = true);
                app.seal();
            })}
        }
        .into_any(),
        HandIn::NotPossible => {
            paragraphs([words(Text::HandInNotPossible), app.t(Text::HandInKept)])
        }
        HandIn::KeyChanged => view! {
            {paragraph(words(Text::HandInKeyChanged))}
            {one(app, Text::HandInKeyAccept, "accept-key", move || app.accept_key())}
        }
        .into_any(),
        HandIn::BadKey => paragraphs([words(Text::HandInRecipient), app.t(Text::HandInKept)]),
        HandIn::Failed => view! {
            {paragraph(app.t(Text::HandInFailed))}
            {one(app, Text::HandInTryAgain, "seal", move || app.seal())}
        }
        .into_any(),
        HandIn::Ready { fetched } => ready(app, fetched),
    }
}

fn ready(app: App, fetched: bool) -> AnyView {
    let mut buttons =
        vec![action(app.t(Text::HandInDownload), "primary-action", "download", move || {
            app.download();
        })];
    if files::can_share() {
        let share = move || app.share();
        buttons.push(action(app.t(Text::HandInShare), "secondary-action", "share", share));
    }
    view! {
        {paragraph(app.with_organisation(Text::HandInReady))}
        {button_group(buttons)}
        {paragraph(app.t(if fetched { Text::HandInDone } else { Text::HandInWhatNext }))}
    }
    .into_any()
}

fn one(app: App, text: Text, name: &'static str, press: impl Fn() + 'static) -> AnyView {
    button_group(vec![action(app.t(text), "primary-action", name, press)])
}
