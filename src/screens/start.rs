//! Welcome: what this is, who sees the answers, that stopping is fine, each in one sentence; the choice of a
//! language; and on an iPhone where to begin.

use super::languages;
use crate::{
    app::App,
    i18n::Text,
    platform::{element::Element, page},
    widgets::{Weight, action, alert, button_group, heading, paragraph},
};

pub(super) fn view(app: App) -> Vec<Element> {
    let mut view = vec![
        heading(&app.t(Text::StartTitle)),
        paragraph(&app.t(Text::StartWhat)),
        paragraph(&app.t(Text::StartWho)),
        paragraph(&app.t(Text::StartStop)),
    ];
    if page::is_ios_tab() {
        let words = [Text::InstallSeparate, Text::InstallHow].map(|text| paragraph(&app.t(text)));
        view.push(alert("info", "note", words));
    }
    view.push(button_group([action(&app.t(Text::StartGo), Weight::Primary, "start", move || {
        app.leave_start();
    })]));
    view.push(languages::choose(app));
    view
}
