//! What stands on every screen: the name, help, the way out, and what the person must know now.

use crate::{
    app::App,
    i18n::Text,
    keeping::Saved,
    platform::{history, service_worker, service_worker::Offline},
    screens,
    widgets::{action, paragraph},
};
use leptos::prelude::*;

/// The whole app.
pub fn view(app: App) -> impl IntoView {
    view! {
        <header class="app-header">
            <p class="app-header__name">{app.t(Text::AppName)}</p>
            {action(app.t(Text::Help), "subtle", "help", move || app.to_help())}
            {action(app.t(Text::LeaveNow), "secondary-action", "leave", history::leave)}
        </header>
        <main class="app-main">
            {move || trouble(app)} {move || app.notice.get().map(|text| note(app.t(text)))}
            {move || new_version(app)} {move || screens::current(app)}
        </main>
        <footer class="app-footer">
            <p
                role="status"
                class="app-footer__offline"
                prop:textContent=move || {
                    app.offline.get().map(|_| app.t(Text::WorksOffline)).unwrap_or_default()
                }
            ></p>
        </footer>
    }
}

fn note(text: String) -> AnyView {
    view! {
        <div class="utrecht-alert utrecht-alert--info" role="status">
            <div class="utrecht-alert__content">{paragraph(text)}</div>
        </div>
    }
    .into_any()
}

/// The last change could not be kept: what to do about it, on whatever screen.
fn trouble(app: App) -> Option<AnyView> {
    let texts: &[Text] = match app.saved.get() {
        Saved::Full => &[Text::TroubleFull, Text::TroubleFullDo],
        Saved::Failed => &[Text::TroubleSave],
        Saved::Nothing | Saved::Saving | Saved::Durable => return None,
    };
    Some(
        view! {
            <div class="utrecht-alert utrecht-alert--error" role="alert">
                <div class="utrecht-alert__content">
                    {texts.iter().map(|text| paragraph(app.t(*text))).collect_view()}
                    {action(app.t(Text::SaveAgain), "primary-action", "save", move || app.save())}
                </div>
            </div>
        }
        .into_any(),
    )
}

fn new_version(app: App) -> Option<AnyView> {
    (app.offline.get() == Some(Offline::NewVersion)).then(|| {
        view! {
            <div class="utrecht-alert utrecht-alert--info" role="status">
                <div class="utrecht-alert__content">
                    {paragraph(app.t(Text::NewVersion))}
                    {action(
                        app.t(Text::NewVersionTake),
                        "secondary-action",
                        "new-version",
                        service_worker::take_new_version,
                    )}
                </div>
            </div>
        }
        .into_any()
    })
}
