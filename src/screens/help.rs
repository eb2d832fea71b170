//! Help by people, and what makes the app easier to read.

use crate::{
    app::App,
    i18n::{Language, Text},
    platform::{page, prefs},
    widgets::{action, button_group, heading, heading_2, link, paragraph},
};
use leptos::prelude::*;

const SIZES: [(&str, Text); 3] = [
    ("normal", Text::HelpSizeNormal),
    ("large", Text::HelpSizeLarge),
    ("larger", Text::HelpSizeLarger),
];

pub(super) fn view(app: App) -> AnyView {
    view! {
        {heading(app.t(Text::HelpTitle))}
        {paragraph(app.t(Text::HelpNobody))}
        <ul class="plain-list">
            <li>{link(app.t(Text::HelpDanger), "tel:112".to_owned())}</li>
            <li>{link(app.t(Text::HelpHome), "tel:08002000".to_owned())}</li>
        </ul>
        {move || organisation(app)}
        {heading_2(app.t(Text::HelpSizeTitle))}
        {sizes(app)}
        {heading_2(app.t(Text::HelpLanguageTitle))}
        {language(app)}
        {heading_2(app.t(Text::HelpDataTitle))}
        {paragraph(app.t(Text::HelpData))}
        {button_group(
            vec![
                action(app.t(Text::HelpDataTitle), "secondary-action", "data", move || app.to_data()),
                action(app.t(Text::ToQuestions), "primary-action", "back", move || app.back()),
            ],
        )}
    }
    .into_any()
}

fn organisation(app: App) -> Option<AnyView> {
    let organisation = app.config.with(|c| c.config.as_ref().map(|c| c.organisation.clone()))?;
    let phone = organisation.phone.map(|phone| {
        let digits: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        let call = app.with(Text::HelpPhone, &[("phone", &phone)]);
        view! { <p class="utrecht-paragraph">{link(call, format!("tel:{digits}"))}</p> }
    });
    Some(
        view! {
            {heading_2(app.t(Text::HelpOrganisationTitle))}
            {paragraph(format!("{}. {}", organisation.name, organisation.help))}
            {phone}
        }
        .into_any(),
    )
}

fn sizes(app: App) -> AnyView {
    let chosen = prefs::text_size();
    let option = |(size, text): (&'static str, Text)| {
        let checked = chosen.as_deref().unwrap_or("normal") == size;
        view! {
            <label class="choice" for=size>
                <input
                    type="radio"
                    class="choice__input"
                    name="size"
                    id=size
                    checked=checked
                    on:change=move |_| {
                        page::set_text_size(size);
                        prefs::set_text_size(size);
                    }
                />
                <span class="choice__text">{app.t(text)}</span>
            </label>
        }
    };
    view! {
        <div class="choices" role="radiogroup" aria-label=app.t(Text::HelpSizeTitle)>
            {SIZES.map(option).collect_view()}
        </div>
    }
    .into_any()
}

fn language(app: App) -> AnyView {
    let now = app.language();
    let other = now.other();
    let translated = (now != Language::Dutch).then(|| paragraph(app.t(Text::HelpNotValidated)));
    view! {
        {translated}
        <button
            type="button"
            class="utrecht-button utrecht-button--secondary-action"
            lang=other.tag()
            on:click=move |_| app.set_language(other)
        >
            {app.t(Text::OtherLanguage)}
        </button>
    }
    .into_any()
}
