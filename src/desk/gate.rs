//! Making a vault and opening one: the only code that ever holds a passphrase, for as long as a form
//! is sent.

use super::{Desk, Screen};
use crate::{
    bundling::work,
    i18n::Text,
    platform::{idb::IdbStore, idle, persistence, prefs, rng},
};
use draagkracht_core::sealing::{Job, Outcome, Strength};
use draagkracht_vault::{
    DataKey, Vault, VaultError,
    lock::{RecoveryCode, RecoveryCodeError, WrappingKey},
    random::uuid_v4,
    vault::{self, Locked},
    wrap::{Cost, Wrap, Wraps},
};
use leptos::{prelude::*, task::spawn_local};
use std::rc::Rc;
use uuid::Uuid;

/// The fewest characters of a passphrase.
const SHORTEST: usize = 12;
/// The most characters of a pseudonym.
const PSEUDONYM: usize = 20;
const SALT: usize = 16;

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
            let store = self.store()?;
            let (id, code) = (uuid_v4(rng::fill), RecoveryCode::generate(rng::fill));
            let key = DataKey::generate(rng::fill);
            let by_passphrase = wrap_by_passphrase(id, &passphrase, &key).await?;
            let by_code = Wrap::Recovery {
                sealed: WrappingKey::of_recovery(id, &code).wrap(&key, rng::fill),
            };
            let label = Some(pseudonym.clone());
            let wraps = Wraps { label, wraps: vec![by_passphrase, by_code] };
            let wraps = wraps.to_bytes().map_err(|_| Text::VaultFailed)?;
            let made = Vault::create(store, id, key, wraps, rng::fill).await;
            let vault = made.map_err(|error| said(&error))?;
            persistence::ask();
            self.recovery.set(Some(code));
            self.opened(vault).await;
            self.find_vaults().await;
            self.put(Screen::Recovery);
            Ok(())
        });
    }

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
    async fn lock_by(
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

    async fn open(self, id: Uuid, key: DataKey) -> Result<(), Text> {
        prefs::set_tries(id, 0);
        let vault = Vault::open(self.store()?, id, key, rng::fill).await;
        let vault = vault.map_err(|error| said(&error))?;
        self.opened(vault).await;
        self.put(Screen::Cases);
        self.take_back_all().await;
        self.send_off().await;
        Ok(())
    }

    async fn opened(self, vault: Vault<IdbStore>) {
        self.chosen.set(Some(vault.id()));
        self.read_cases(&vault).await;
        *self.held().open.lock().await = Some(Rc::new(vault));
        let lock = self.config.with_untracked(|config| config.as_ref().map(|c| c.lock));
        let lock = lock.unwrap_or_default();
        idle::watch(lock.idle_seconds, lock.hidden_seconds, move || self.lock());
    }

    /// Runs something that takes a while, and says what went wrong with it.
    pub(super) fn busily(self, run: impl Future<Output = Result<(), Text>> + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.error.set(None);
        spawn_local(async move {
            let done = run.await;
            self.busy.set(false);
            if let Err(wrong) = done {
                self.error.set(Some(self.t(wrong)));
            }
        });
    }

    fn label_is_taken(self, pseudonym: &str) -> bool {
        self.vaults.with_untracked(|vaults| {
            let labels =
                vaults.iter().filter_map(|vault| vault.wraps.as_ref().ok()?.label.as_ref());
            labels.into_iter().any(|label| label.eq_ignore_ascii_case(pseudonym))
        })
    }

    async fn is_weak(self, passphrase: &str, pseudonym: &str) -> Result<bool, Text> {
        let known = vec![pseudonym.to_owned(), "draagkracht".to_owned()];
        let job = Job::Strength { passphrase: passphrase.to_owned(), known };
        match work(job, None).await {
            Ok((Outcome::Strength(strength), _)) => Ok(strength == Strength::Weak),
            _ => Err(Text::VaultFailed),
        }
    }

    pub(super) fn store(self) -> Result<IdbStore, Text> {
        self.held().store.clone().ok_or(Text::TroubleRefused)
    }

    async fn find_vaults(self) {
        if let Ok(store) = self.store() {
            self.vaults.set(vault::all(&store).await.unwrap_or_default());
        }
    }

    /// The chosen vault and the ways to open it.
    fn locked(self) -> Result<(Locked, Wraps), Text> {
        let id = self.chosen.get_untracked();
        let vaults = self.vaults.get_untracked();
        let locked = vaults.into_iter().find(|vault| Some(vault.id) == id);
        let locked = locked.ok_or(Text::VaultDamaged)?;
        let wraps = locked.wraps.clone().map_err(|_| Text::VaultDamaged)?;
        Ok((locked, wraps))
    }
}

/// A vault's data key, or none when the passphrase is another.
async fn by_passphrase(id: Uuid, wraps: &Wraps, passphrase: &str) -> Result<Option<DataKey>, Text> {
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

async fn wrap_by_passphrase(id: Uuid, passphrase: &str, key: &DataKey) -> Result<Wrap, Text> {
    let mut salt = vec![0; SALT];
    rng::fill(&mut salt);
    let argon2 = derive(passphrase, &salt, Cost::PASSPHRASE).await?;
    let sealed = WrappingKey::of_passphrase(id, &argon2).wrap(key, rng::fill);
    Ok(Wrap::Passphrase { cost: Cost::PASSPHRASE, salt, sealed })
}

fn wrong_passphrase(passphrase: &str, again: &str) -> Option<Text> {
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

/// What a failure to keep means for the person.
pub(super) fn said(error: &VaultError) -> Text {
    use draagkracht_core::store::StoreError::{Conflict, Full, Newer, Refused};
    match error {
        VaultError::Store(Full) => Text::TroubleFull,
        VaultError::Store(Refused(_)) => Text::TroubleRefused,
        VaultError::Store(Newer) => Text::TroubleNewer,
        VaultError::Store(Conflict { .. }) => Text::DeskConflict,
        VaultError::Damaged(_) => Text::VaultDamaged,
        _ => Text::TroubleStore,
    }
}
