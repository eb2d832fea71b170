//! Handing in: the answers, sealed for the organisation, as a file that the person passes on.

use crate::{
    app::App,
    handing_in::HandIn,
    i18n::Text,
    platform::{
        element::{Element, el},
        files,
    },
    uploading::Refusal,
    widgets::{Weight, action, alert, button_group, heading, paragraph},
};
use draagkracht_vault::Way;
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
        HandIn::Ready(way) => {
            let next = match way {
                Way::Received => Text::HandInReceived,
                Way::HandedIn => Text::HandInDone,
                Way::OnlyHere | Way::Waiting => Text::HandInWhatNext,
            };
            vec![words(Text::HandInReady), buttons(app, way), words(next)]
        }
        HandIn::Sending => vec![words(Text::HandInSending)],
        HandIn::NotSent(refusal) => {
            let text = match refusal {
                Refusal::Unreachable => Text::HandInUnreachable,
                _ => Text::HandInRefused,
            };
            vec![alert("error", "alert", [words(text)]), buttons(app, Way::Waiting)]
        }
    }
}

/// Every way for the file to leave this device.
fn buttons(app: App, way: Way) -> Element {
    let uploads = app.settings.with(|settings| settings.folder.is_some());
    let send = (uploads && way != Way::Received).then(|| {
        let text = app.t(Text::HandInSend);
        action(&text, Weight::Primary, "send", move || app.send())
    });
    let weight = if send.is_some() { Weight::Secondary } else { Weight::Primary };
    let download = action(&app.t(Text::HandInDownload), weight, "download", move || app.download());
    let share = files::can_share().then(|| {
        action(&app.t(Text::HandInShare), Weight::Secondary, "share", move || app.share())
    });
    button_group(send.into_iter().chain([download]).chain(share))
}
