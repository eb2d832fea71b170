//! What the organisation published, and the last good copy of it.
//!
//! Always asked of the network first. What cannot be read never replaces what could. Sealing needs
//! all of it, checked by the core; the questions only show whom it is about.

use crate::{
    app::App,
    i18n::Text,
    platform::{fetch, json::Json, prefs},
};
use draagkracht_core::config::{Config, Organisation};
use leptos::prelude::*;

/// What is known of the organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// Whom people know it as, and where they find help.
    pub about: Option<Organisation>,
    /// To whom a bundle is sealed; empty when handing in is not possible.
    pub recipients: Vec<String>,
    /// The folder that bundles are put in; none: they are handed in as files.
    pub folder: Option<String>,
    /// What receipts are checked with.
    pub receipt_key: Option<String>,
}

impl App {
    /// Finds out whom the questions are for, to show it.
    pub async fn load_about(self) {
        self.settings
            .update(|settings| settings.about = prefs::config().and_then(|json| about(&json)));
        if let Some(json) = published().await {
            match about(&json) {
                Some(about) => self.settings.update(|settings| settings.about = Some(about)),
                None => self.say_unreadable(),
            }
        }
    }

    /// Takes the last good copy, then asks for a newer one; checks all of it.
    pub async fn load_config(self) {
        if let Some(kept) = kept() {
            self.settings.set(kept.into());
        }
        let (newest, unreadable) = newest().await;
        if let Some(newest) = newest {
            self.settings.set(newest.into());
        }
        if unreadable {
            self.say_unreadable();
        }
    }

    /// To whom a bundle is sealed: as published now or, without a connection, as last known. Asked
    /// anew each time, so that nothing is sealed to a key that was replaced.
    pub async fn recipients(self) -> Vec<String> {
        self.load_config().await;
        self.settings.with_untracked(|settings| settings.recipients.clone())
    }

    fn say_unreadable(self) {
        let known = self.settings.with_untracked(|settings| settings.about.is_some());
        self.notice.set(Some(if known { Text::ConfigBad } else { Text::ConfigBadNone }));
    }
}

impl From<Config> for Settings {
    fn from(config: Config) -> Self {
        Self {
            about: Some(config.organisation),
            recipients: config.recipients,
            folder: config.upload.map(|upload| upload.url),
            receipt_key: config.receipt_key,
        }
    }
}

/// The last good copy.
pub fn kept() -> Option<Config> {
    Config::load(prefs::config()?.as_bytes()).ok()
}

/// What is published now or, without a connection, the last good copy; and whether what is published
/// now cannot be read.
pub async fn newest() -> (Option<Config>, bool) {
    let Some(json) = published().await else { return (kept(), false) };
    match Config::load(json.as_bytes()) {
        Ok(config) => {
            prefs::set_config(&json);
            (Some(config), false)
        }
        Err(_) => (kept(), true),
    }
}

async fn published() -> Option<String> {
    String::from_utf8(fetch::latest("config.json").await.ok()?).ok()
}

/// Read by the browser: the checks are with who seals.
fn about(json: &str) -> Option<Organisation> {
    let about = Json::parse(json)?.field("organisation")?;
    let text = |name| about.field(name)?.text();
    Some(Organisation { name: text("name")?, help: text("help")?, phone: text("phone") })
}

/// Whether the organisation's key is another than the one that was known; the first is known from now.
pub fn key_changed(recipients: &[String]) -> bool {
    if let Some(known) = prefs::known_recipients() {
        return known != recipients;
    }
    prefs::set_known_recipients(recipients);
    false
}
