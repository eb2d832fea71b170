//! A new vault: a pseudonym, a passphrase, and the recovery code that is shown once.

use super::{
    passphrase::{wrap_by_passphrase, wrong_passphrase},
    said,
};
use crate::{
    desk::{Desk, Screen, shelf::Shelf},
    i18n::Text,
    platform::{persistence, rng},
};
use draagkracht_vault::{
    DataKey, Vault,
    lock::{RecoveryCode, WrappingKey},
    random::uuid_v4,
    wrap::{Wrap, Wraps},
};
use leptos::prelude::*;

/// The most characters of a pseudonym.
const PSEUDONYM: usize = 20;

impl Desk {
    /// Makes a vault and opens it; then the recovery code is shown.
    pub fn make_vault(self, pseudonym: &str, passphrase: String, again: &str) {
        let pseudonym = pseudonym.trim().to_owned();
        let wrong = if pseudonym.is_empty() || pseudonym.chars().count() > PSEUDONYM {
            Some(Text::VaultPseudonymWrong)
        } else if self.label_is_taken(&pseudonym) {
            Some(Text::VaultPseudonymTaken)
        } else {
            wrong_passphrase(&passphrase, again)
        };
        if let Some(wrong) = wrong {
            return self.error.set(Some(self.t(wrong)));
        }
        self.busily(async move {
            if self.is_weak(&passphrase, &pseudonym).await? {
                return Err(Text::VaultPassphraseWeak);
            }
            let device = Shelf::Device(self.store()?);
            let (id, code) = (uuid_v4(rng::fill), RecoveryCode::generate(rng::fill));
            let key = DataKey::generate(rng::fill);
            let by_passphrase = wrap_by_passphrase(id, &passphrase, &key).await?;
            let by_code = Wrap::Recovery {
                sealed: WrappingKey::of_recovery(id, &code).wrap(&key, rng::fill),
            };
            let label = Some(pseudonym.clone());
            let wraps = Wraps { label, wraps: vec![by_passphrase, by_code] };
            let wraps = wraps.to_bytes().map_err(|_| Text::VaultFailed)?;
            let made = Vault::create(device, id, key, wraps, rng::fill).await;
            let vault = made.map_err(|error| said(&error))?;
            persistence::ask();
            self.claim(id).await;
            self.recovery.set(Some(code));
            self.opened(vault).await;
            self.find_vaults().await;
            self.put(Screen::Recovery);
            Ok(())
        });
    }

    fn label_is_taken(self, pseudonym: &str) -> bool {
        self.vaults.with_untracked(|vaults| {
            let labels =
                vaults.iter().filter_map(|vault| vault.wraps.as_ref().ok()?.label.as_ref());
            labels.into_iter().any(|label| label.eq_ignore_ascii_case(pseudonym))
        })
    }
}
