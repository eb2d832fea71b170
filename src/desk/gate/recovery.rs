//! The way in by the printed recovery code, under a new passphrase.

use super::passphrase::wrong_passphrase;
use crate::{desk::Desk, i18n::Text};
use draagkracht_vault::{
    lock::{RecoveryCode, RecoveryCodeError, WrappingKey},
    wrap::Wrap,
};
use leptos::prelude::*;

impl Desk {
    /// Opens the chosen vault by its recovery code, and locks it by another passphrase from now on.
    pub fn recover(self, code: &str, passphrase: String, again: &str) {
        let code = match code.parse::<RecoveryCode>() {
            Ok(code) => code,
            Err(RecoveryCodeError::Length(count)) => {
                let count = count.to_string();
                let text = self.with(Text::RecoverLength, &[("count", &count)]);
                return self.error.set(Some(text));
            }
            Err(RecoveryCodeError::Part(part, _)) => {
                let part = part.to_string();
                return self.error.set(Some(self.with(Text::RecoverPart, &[("part", &part)])));
            }
        };
        if let Some(wrong) = wrong_passphrase(&passphrase, again) {
            return self.error.set(Some(self.t(wrong)));
        }
        self.busily(async move {
            let (locked, wraps) = self.locked()?;
            let found = wraps.wraps.iter().find_map(|wrap| match wrap {
                Wrap::Recovery { sealed } => Some(sealed),
                _ => None,
            });
            let sealed = found.ok_or(Text::VaultDamaged)?;
            let key = WrappingKey::of_recovery(locked.id, &code).unwrap(sealed);
            let key = key.map_err(|_| Text::RecoverWrong)?;
            self.lock_by(&locked, wraps, &passphrase, &key).await?;
            self.find_vaults().await;
            self.open(locked.id, key).await
        });
    }
}
