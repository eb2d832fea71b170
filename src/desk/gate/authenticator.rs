//! The way in by what the device recognises: added beside the passphrase, never instead of it.

use super::{passphrase::by_passphrase, said};
use crate::{
    desk::{Desk, Screen},
    i18n::Text,
    platform::{
        authenticator::{self, AuthenticatorError},
        rng,
    },
};
use draagkracht_vault::{
    DataKey,
    lock::WrappingKey,
    vault::{self, Locked},
    wrap::{Wrap, Wraps},
};
use leptos::prelude::*;

const SALT: usize = 32;

impl Desk {
    /// Whether the chosen vault also opens by an authenticator of this device.
    pub fn opens_by_device(self) -> bool {
        let chosen = self.chosen.get();
        self.vaults.with(|vaults| {
            let vault = vaults.iter().find(|vault| Some(vault.id) == chosen);
            vault.and_then(|vault| vault.wraps.as_ref().ok()).is_some_and(|w| found(w).is_some())
        })
    }

    /// Opens the chosen vault by the device.
    pub fn unlock_by_device(self) {
        self.busily(async move {
            let (locked, wraps) = self.locked()?;
            let Some(Wrap::Authenticator { credential_id, salt, sealed }) = found(&wraps) else {
                return Err(Text::PasskeyOther);
            };
            let secret = authenticator::secret(credential_id, salt).await;
            let secret = secret.map_err(sentence)?;
            let key = WrappingKey::of_authenticator(locked.id, &secret).unwrap(sealed);
            self.open(locked.id, key.map_err(|_| Text::PasskeyOther)?).await
        });
    }

    /// Lets the open vault be opened by this device too, for whoever knows its passphrase.
    pub fn add_device(self, passphrase: String) {
        self.busily(async move {
            let (locked, mut wraps, key) = self.by_passphrase_again(&passphrase).await?;
            let mut salt = vec![0; SALT];
            rng::fill(&mut salt);
            let name = wraps.label.clone().unwrap_or_default();
            let made = authenticator::create(&name, &salt).await.map_err(sentence)?;
            let sealed =
                WrappingKey::of_authenticator(locked.id, &made.secret).wrap(&key, rng::fill);
            let credential_id = made.credential_id;
            wraps.wraps.retain(|wrap| !is_authenticator(wrap));
            wraps.wraps.push(Wrap::Authenticator { credential_id, salt, sealed });
            self.rewrapped(&locked, &wraps, Text::PasskeyAdded).await
        });
    }

    /// Lets it be opened by this device no more.
    pub fn remove_device(self, passphrase: String) {
        self.busily(async move {
            let (locked, mut wraps, _) = self.by_passphrase_again(&passphrase).await?;
            wraps.wraps.retain(|wrap| !is_authenticator(wrap));
            self.rewrapped(&locked, &wraps, Text::PasskeyRemoved).await
        });
    }

    /// The open vault as it is locked now and its key; fails where the passphrase is another, so that
    /// there is always one beside the device.
    async fn by_passphrase_again(self, passphrase: &str) -> Result<(Locked, Wraps, DataKey), Text> {
        self.find_vaults().await;
        let (locked, wraps) = self.locked()?;
        let key = by_passphrase(locked.id, &wraps, passphrase).await?.ok_or(Text::UnlockWrong)?;
        Ok((locked, wraps, key))
    }

    async fn rewrapped(self, locked: &Locked, wraps: &Wraps, done: Text) -> Result<(), Text> {
        let rewrapped = vault::rewrap(&self.store()?, locked, wraps).await;
        rewrapped.map_err(|error| said(&error))?;
        self.find_vaults().await;
        self.put(Screen::Vault);
        // The form that was sent is another now: the screen is made anew, its heading takes the focus.
        self.screen.notify();
        self.notice.set(Some(self.t(done)));
        Ok(())
    }
}

fn found(wraps: &Wraps) -> Option<&Wrap> {
    wraps.wraps.iter().find(|wrap| is_authenticator(wrap))
}

fn is_authenticator(wrap: &Wrap) -> bool {
    matches!(wrap, Wrap::Authenticator { .. })
}

fn sentence(error: AuthenticatorError) -> Text {
    match error {
        AuthenticatorError::NotAvailable => Text::PasskeyNotAvailable,
        AuthenticatorError::Cancelled => Text::PasskeyCancelled,
        AuthenticatorError::NoSecret => Text::PasskeyNoSecret,
    }
}
