//! Making a vault and opening one: the only code that ever holds a passphrase, for as long as a form
//! is sent. A file a way to open; here what all of them come to.

mod authenticator;
mod making;
mod passphrase;
mod recovery;

use super::{Desk, Screen, shelf::Shelf};
use crate::{
    i18n::Text,
    platform::{idb::IdbStore, idle, prefs, rng},
};
use draagkracht_vault::{
    DataKey, Vault, VaultError,
    vault::{self, Locked},
    wrap::Wraps,
};
use leptos::{prelude::*, task::spawn_local};
use std::rc::Rc;
use uuid::Uuid;

impl Desk {
    async fn open(self, id: Uuid, key: DataKey) -> Result<(), Text> {
        prefs::set_tries(id, 0);
        if let Some(key) = self.has_to_itself(id, key).await {
            return self.open_here(id, key).await;
        }
        // That screen says that the vault is open elsewhere, and offers to take it over.
        if self.screen.get_untracked() != Screen::Unlock {
            self.put(Screen::Unlock);
        }
        Ok(())
    }

    /// Opens a vault that no other tab has open.
    pub(in crate::desk) async fn open_here(self, id: Uuid, key: DataKey) -> Result<(), Text> {
        let device = Shelf::Device(self.store()?);
        let vault = Vault::open(device, id, key, rng::fill).await;
        let vault = vault.map_err(|error| {
            // Otherwise it would seem to be open in a tab: this one.
            Self::unclaim(id);
            said(&error)
        })?;
        self.opened(vault).await;
        self.put(Screen::Cases);
        self.take_back_all().await;
        self.send_off().await;
        Ok(())
    }

    async fn opened(self, vault: Vault<Shelf>) {
        self.chosen.set(Some(vault.id()));
        self.yield_when_asked(vault.id());
        self.read_cases(&vault).await;
        *self.held().open.lock().await = Some(Rc::new(vault));
        let lock = self.config.with_untracked(|config| config.as_ref().map(|c| c.lock));
        let lock = lock.unwrap_or_default();
        idle::watch(lock.idle_seconds, lock.hidden_seconds, move || self.lock());
        self.look_at_room().await;
    }

    /// Runs something that takes a while, and says what went wrong with it.
    pub(in crate::desk) fn busily(self, run: impl Future<Output = Result<(), Text>> + 'static) {
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

    pub(in crate::desk) fn store(self) -> Result<IdbStore, Text> {
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

/// What a failure to keep means for the person.
pub(in crate::desk) fn said(error: &VaultError) -> Text {
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
