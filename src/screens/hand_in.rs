//! Handing in: the answers, sealed for the organisation, as a file that the person passes on.

use crate::{
    app::App,
    handing_in::HandIn,
    i18n::Text,
    platform::{
        element::{Element, el},
        files,
    },
    widgets::{Weight, action, button_group, heading, paragraph},
};
use leptos::prelude::*;

pub(super) fn view(app: App) -> Vec<Element> {
    // It begins at once where it can.
    app.seal();
    let code = app.response.with_untracked(|r| r.as_ref().map(|r| r.case_code.to_string()));
    let code = app.with(Text::HandInCode, &[("code", &code.unwrap_or_default())]);
    vec![
        heading(&app.t(Text::HandInTitle)),
        paragraph(&code),
        el("div", "").attr("role", "status").dynamic(move || state(app)),
        button_group([action(&app.t(Text::HandInBack), Weight::Subtle, "back", move || {
            app.to_result();
        })]),
    ]
}

fn state(app: App) -> Vec<Element> {
    let words = |text: Text| paragraph(&app.with_organisation(text));
    let one = |text: Text, name: &str, press: fn(App)| {
        button_group([action(&app.t(text), Weight::Primary, name, move || press(app))])
    };
    match app.hand_in.get() {
        HandIn::Unknown | HandIn::Busy => vec![words(Text::HandInBusy)],
        HandIn::NoConsent => {
            vec![words(Text::HandInNoConsent), one(Text::HandInAgree, "agree", App::agree)]
        }
        HandIn::NotPossible => vec![words(Text::HandInNotPossible), words(Text::HandInKept)],
        HandIn::KeyChanged => vec![
            words(Text::HandInKeyChanged),
            one(Text::HandInKeyAccept, "accept-key", App::accept_key),
        ],
        HandIn::BadKey => vec![words(Text::HandInRecipient), words(Text::HandInKept)],
        HandIn::Failed => {
            vec![words(Text::HandInFailed), one(Text::HandInTryAgain, "seal", App::seal)]
        }
        HandIn::Ready { fetched } => {
            let download =
                action(&app.t(Text::HandInDownload), Weight::Primary, "download", move || {
                    app.download();
                });
            let share = files::can_share().then(|| {
                action(&app.t(Text::HandInShare), Weight::Secondary, "share", move || app.share())
            });
            let next = if fetched { Text::HandInDone } else { Text::HandInWhatNext };
            let buttons = button_group([download].into_iter().chain(share));
            vec![words(Text::HandInReady), buttons, words(next)]
        }
    }
}
