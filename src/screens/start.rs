//! Welcome: what this is, what it is for, and that stopping is fine.

use crate::{
    app::App,
    i18n::Text,
    platform::element::Element,
    widgets::{Weight, action, button_group, heading, paragraph},
};

pub(super) fn view(app: App) -> Vec<Element> {
    vec![
        heading(&app.t(Text::StartTitle)),
        paragraph(&app.t(Text::StartWhat)),
        paragraph(&app.t(Text::StartWhy)),
        paragraph(&app.t(Text::StartStop)),
        button_group([action(&app.t(Text::StartGo), Weight::Primary, "start", move || {
            app.leave_start();
        })]),
    ]
}
