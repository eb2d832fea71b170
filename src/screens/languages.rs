//! The choice of a language. Each stands there by its own name, for who cannot read the others; what
//! was never studied or checked is said beside it.

use crate::{
    app::App,
    i18n::{Language, Text},
    platform::element::{Element, el},
    widgets::{Weight, action},
};

pub(super) fn choose(app: App) -> Element {
    let now = app.language();
    let buttons = Language::ALL.map(|language| {
        let choose = move || app.set_language(language);
        let button = action(language.name(), Weight::Subtle, "language", choose);
        let current = if language == now { "true" } else { "false" };
        button.attr("lang", language.tag()).attr("aria-current", current)
    });
    let group = el("div", "languages").attr("role", "group");
    let group = group.attr("aria-label", &app.t(Text::HelpLanguageTitle)).children(buttons);
    el("section", "").child(group).child(note(app))
}

/// That the questions were studied in Dutch, and translations were not even checked.
pub(super) fn note(app: App) -> Element {
    el("p", "utrecht-form-field-description").text(&app.t(Text::Translated))
}
