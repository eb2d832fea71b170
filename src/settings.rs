//! What the organisation published, and the last good copy of it.
//!
//! Always asked of the network first. What cannot be read never replaces what could.

use crate::{
    app::App,
    i18n::Text,
    platform::{fetch, prefs},
};
use draagkracht_core::config::Config;
use leptos::prelude::*;

/// What is known of the organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// The last `config.json` that could be read.
    pub config: Option<Config>,
    /// Whether asking for it came to an end.
    pub asked: bool,
}

impl App {
    /// Takes the last good copy, then asks for a newer one.
    pub async fn load_config(self) {
        let kept = prefs::config().and_then(|json| Config::load(json.as_bytes()).ok());
        if let Some(kept) = kept {
            self.config.update(|settings| settings.config = Some(kept));
        }
        if let Ok(bytes) = fetch::latest("config.json").await {
            match Config::load(&bytes) {
                Ok(config) => {
                    prefs::set_config(&String::from_utf8_lossy(&bytes));
                    self.config.update(|settings| settings.config = Some(config));
                }
                Err(_) => self.notice.set(Some(match self.config.with(|s| s.config.is_some()) {
                    true => Text::ConfigBad,
                    false => Text::ConfigBadNone,
                })),
            }
        }
        self.config.update(|settings| settings.asked = true);
    }

    /// Waits until it is known what the organisation published; asks again where it was not.
    pub async fn settled_config(self) {
        if self.recipients().is_empty() {
            self.load_config().await;
        }
    }

    /// To whom a bundle is sealed; empty when handing in is not possible.
    pub fn recipients(self) -> Vec<String> {
        let recipients = |s: &Settings| s.config.as_ref().map(|c| c.recipients.clone());
        self.config.with_untracked(recipients).unwrap_or_default()
    }
}
