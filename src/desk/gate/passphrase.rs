//! The way in by a passphrase, and another passphrase in its place.

use super::said;
use crate::{
    bundling::work,
    desk::{Desk, Screen},
    i18n::Text,
    platform::{prefs, rng},
};
use draagkracht_core::sealing::{Job, Outcome, Strength};
use draagkracht_vault::{
    DataKey,
    lock::WrappingKey,
    vault::{self, Locked},
    wrap::{Cost, Wrap, Wraps},
};
use leptos::prelude::*;
use uuid::Uuid;

/// The fewest characters of a passphrase.
const SHORTEST: usize = 12;
const SALT: usize = 16;

impl Desk {
    /// Opens the chosen vault by its passphrase.
    pub fn unlock(self, passphrase: String) {
        self.busily(async move {
            let (locked, wraps) = self.locked()?;
            wait_after(prefs::tries(locked.id)).await;
            let key = by_passphrase(locked.id, &wraps, &passphrase).await?;
            let Some(key) = key else {
                prefs::set_tries(locked.id, prefs::tries(locked.id) + 1);
                return Err(Text::UnlockWrong);
            };
            self.open(locked.id, key).await
        });
    }

    /// Locks the open vault by another passphrase from now on, for whoever knows the one it has.
    pub fn change_passphrase(self, now: String, passphrase: String, again: &str) {
        if let Some(wrong) = wrong_passphrase(&passphrase, again) {
            return self.error.set(Some(self.t(wrong)));
        }
        self.busily(async move {
            self.find_vaults().await;
            let (locked, wraps) = self.locked()?;
            let key = by_passphrase(locked.id, &wraps, &now).await?.ok_or(Text::UnlockWrong)?;
            self.lock_by(&locked, wraps, &passphrase, &key).await?;
            self.put(Screen::Vault);
            self.notice.set(Some(self.t(Text::VaultPassphraseChanged)));
            Ok(())
        });
    }

    /// Replaces the passphrase of a vault by another that is strong enough.
    pub(super) async fn lock_by(
        self,
        locked: &Locked,
        mut wraps: Wraps,
        passphrase: &str,
        key: &DataKey,
    ) -> Result<(), Text> {
        let label = wraps.label.clone().unwrap_or_default();
        if self.is_weak(passphrase, &label).await? {
            return Err(Text::VaultPassphraseWeak);
        }
        let by_passphrase = wrap_by_passphrase(locked.id, passphrase, key).await?;
        wraps.wraps.retain(|wrap| !matches!(wrap, Wrap::Passphrase { .. }));
        wraps.wraps.insert(0, by_passphrase);
        let rewrapped = vault::rewrap(&self.store()?, locked, &wraps).await;
        rewrapped.map_err(|error| said(&error))
    }

    pub(super) async fn is_weak(self, passphrase: &str, pseudonym: &str) -> Result<bool, Text> {
        let known = vec![pseudonym.to_owned(), "draagkracht".to_owned()];
        let job = Job::Strength { passphrase: passphrase.to_owned(), known };
        match work(job, None).await {
            Ok((Outcome::Strength(strength), _)) => Ok(strength == Strength::Weak),
            _ => Err(Text::VaultFailed),
        }
    }
}

/// A vault's data key, or none when the passphrase is another.
pub(super) async fn by_passphrase(
    id: Uuid,
    wraps: &Wraps,
    passphrase: &str,
) -> Result<Option<DataKey>, Text> {
    let found = wraps.wraps.iter().find_map(|wrap| match wrap {
        Wrap::Passphrase { cost, salt, sealed } => Some((cost, salt, sealed)),
        _ => None,
    });
    let (cost, salt, sealed) = found.ok_or(Text::VaultDamaged)?;
    let argon2 = derive(passphrase, salt, *cost).await?;
    Ok(WrappingKey::of_passphrase(id, &argon2).unwrap(sealed).ok())
}

async fn derive(passphrase: &str, salt: &[u8], cost: Cost) -> Result<Vec<u8>, Text> {
    let Cost { memory, passes, lanes } = cost;
    let (passphrase, salt) = (passphrase.to_owned(), salt.to_vec());
    match work(Job::Derive { passphrase, salt, memory, passes, lanes }, None).await {
        Ok((Outcome::Derived, key)) => Ok(key),
        _ => Err(Text::VaultFailed),
    }
}

pub(super) async fn wrap_by_passphrase(
    id: Uuid,
    passphrase: &str,
    key: &DataKey,
) -> Result<Wrap, Text> {
    let mut salt = vec![0; SALT];
    rng::fill(&mut salt);
    let argon2 = derive(passphrase, &salt, Cost::PASSPHRASE).await?;
    let sealed = WrappingKey::of_passphrase(id, &argon2).wrap(key, rng::fill);
    Ok(Wrap::Passphrase { cost: Cost::PASSPHRASE, salt, sealed })
}

pub(super) fn wrong_passphrase(passphrase: &str, again: &str) -> Option<Text> {
    if passphrase.chars().count() < SHORTEST {
        Some(Text::VaultPassphraseShort)
    } else if passphrase != again {
        Some(Text::VaultPassphraseOther)
    } else {
        None
    }
}

/// After each wrong try the next takes longer: none, then 2, 4, 8 … up to 60 seconds.
async fn wait_after(tries: u32) {
    if tries > 1 {
        let seconds = 2_u32.saturating_pow(tries - 1).min(60);
        crate::platform::idle::sleep(seconds * 1000).await;
    }
}
