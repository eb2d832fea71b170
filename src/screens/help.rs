//! Help by people, and what makes the app easier to read.

use super::languages;
use crate::{
    app::App,
    i18n::Text,
    platform::{
        element::{Element, el},
        page, prefs,
    },
    widgets::{Weight, action, button_group, choice, heading, heading_2, link, list, paragraph},
};
use leptos::prelude::*;

const SIZES: [(&str, Text); 3] = [
    ("normal", Text::HelpSizeNormal),
    ("large", Text::HelpSizeLarge),
    ("larger", Text::HelpSizeLarger),
];

pub(super) fn view(app: App) -> Vec<Element> {
    vec![
        heading(&app.t(Text::HelpTitle)),
        paragraph(&app.t(Text::HelpNobody)),
        list([
            link(&app.t(Text::HelpDanger), "tel:112"),
            link(&app.t(Text::HelpHome), "tel:08002000"),
        ]),
        el("section", "").dynamic(move || organisation(app)),
        heading_2(&app.t(Text::HelpSizeTitle)),
        sizes(app),
        heading_2(&app.t(Text::HelpLanguageTitle)),
        languages::choose(app),
        install(app),
        own_data(app),
    ]
}

/// On a professional's tablet nothing but giving it back: what is on it is not this person's alone.
fn own_data(app: App) -> Element {
    let lent = prefs::lent().is_some();
    let back = action(&app.t(Text::Back), Weight::Primary, "back", move || app.back());
    let data =
        action(&app.t(Text::HelpDataTitle), Weight::Secondary, "data", move || app.to_data());
    let text = if lent { Text::GiveBack } else { Text::HelpProfessional };
    let professional = action(&app.t(text), Weight::Subtle, "professional", move || {
        app.to_professional();
    });
    let section = el("section", "");
    if lent {
        return section.child(button_group([back, professional]));
    }
    section.children([
        heading_2(&app.t(Text::HelpDataTitle)),
        paragraph(&app.t(Text::HelpData)),
        button_group([back, data, professional]),
    ])
}

fn organisation(app: App) -> Vec<Element> {
    app.settings.with(|settings| {
        let Some(organisation) = &settings.about else { return vec![] };
        let phone = organisation.phone.as_ref().map(|phone| {
            let dial: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
            let call = app.with(Text::HelpPhone, &[("phone", phone)]);
            el("p", "utrecht-paragraph").child(link(&call, &format!("tel:{dial}")))
        });
        let about = [
            heading_2(&app.t(Text::HelpOrganisationTitle)),
            paragraph(&format!("{}. {}", organisation.name, organisation.help)),
        ];
        about.into_iter().chain(phone).collect()
    })
}

fn sizes(app: App) -> Element {
    let now = prefs::text_size();
    let now = now.as_deref().unwrap_or("normal");
    let rows = SIZES.map(|(size, text)| {
        let words = el("span", "choice__text").text(&app.t(text));
        choice("radio", "size", size, words, now == size, move |_| {
            page::set_text_size(size);
            prefs::set_text_size(size);
        })
    });
    let group = el("div", "choices").attr("role", "radiogroup");
    group.attr("aria-label", &app.t(Text::HelpSizeTitle)).children(rows)
}

/// How the app comes on the home screen; where it is there already, the style hides it.
fn install(app: App) -> Element {
    let how = if page::is_ios_tab() { Text::InstallHow } else { Text::InstallMenu };
    el("section", "install")
        .child(heading_2(&app.t(Text::InstallTitle)))
        .child(paragraph(&app.t(how)))
}
