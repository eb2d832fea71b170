//! The tablet goes to the resident and comes back: a list in a vault of its own, under a session key.

use super::{Desk, answering::identity, cases::standing, gate::said, shelf::Shelf};
use crate::{
    i18n::Text,
    platform::{browser_key, history, page, prefs, rng},
};
use draagkracht_core::{
    dossier::Cell,
    person::{Mode, Moment, Person, Rater},
    session::Session,
};
use draagkracht_vault::{
    CaseFile, Vault, VaultError,
    vault::wrap_of,
    wrap::{Wrap, Wraps},
};
use leptos::{prelude::*, task::spawn_local};
use uuid::Uuid;

impl Desk {
    /// Gives the tablet to the resident: their list goes to a vault of its own, the page forgets this
    /// one's key and shows the resident's questions.
    pub fn hand_over(self, person: Person, moment: Moment, mode: Mode) {
        let Some(id) = self.in_hand.get_untracked() else { return };
        spawn_local(async move {
            let held = self.held();
            let mut open = held.open.lock().await;
            let (Some(vault), Some(file)) = (open.clone(), self.file(id)) else { return };
            match self.lend(&vault, file, person, moment, mode).await {
                Ok(lent) => {
                    prefs::set_lent(Some(&lent.to_string()));
                    prefs::set_part("questions");
                    drop(open.take());
                    history::replace("question");
                    page::set_title("Draagkracht");
                    page::reload();
                }
                Err(wrong) => self.error.set(Some(self.t(wrong))),
            }
        });
    }

    async fn lend(
        self,
        vault: &Vault<Shelf>,
        mut file: CaseFile,
        person: Person,
        moment: Moment,
        mode: Mode,
    ) -> Result<Uuid, Text> {
        let cell = Cell { person, moment, rater: Rater::Resident };
        let case = file.case().cloned().ok_or(Text::VaultDamaged)?;
        let dossier = file.dossier().ok().flatten().ok_or(Text::VaultDamaged)?;
        let begun = standing(&file, |case| case.session(&cell).cloned()).flatten();
        let first = || self.resident(|list| Session::begin(identity(&case, &cell, None), list));
        let mut session = begun.or_else(first).ok_or(Text::TroubleLoad)?;
        session.set_mode(mode);
        let created = case.created.clone();
        let theirs = dossier.case_of(&cell.person, case.case_id, case.case_code, created);
        let theirs = theirs.map_err(|_| Text::VaultDamaged)?;
        let store = self.store()?;
        let (key, wrap) = browser_key::create(&store).await.map_err(|_| Text::TroubleRefused)?;
        let lent = vault.hand_over(&mut file, theirs, session, &key, vec![wrap]).await;
        lent.map_err(|error| said(&error))
    }

    /// Takes back whatever is with a resident, with what they filled in so far.
    pub(super) async fn take_back_all(self) {
        let held = self.held();
        let open = held.open.lock().await;
        let Some(vault) = &*open else { return };
        // Few cases are with a resident: the others are not copied.
        let lent: Vec<(Uuid, Uuid)> = self.files.with_untracked(|files| {
            let of = |file: &CaseFile| {
                let id = file.id();
                file.handed_over().unwrap_or_default().into_iter().map(move |h| (id, h.vault))
            };
            files.iter().flat_map(of).collect()
        });
        for (id, lent) in lent {
            let Some(mut file) = self.file(id) else { continue };
            match self.take_back(vault, &mut file, lent).await {
                Ok(()) => {
                    if prefs::lent() == Some(lent.to_string()) {
                        prefs::set_lent(None);
                    }
                    self.put_file(file);
                    self.in_hand.set(Some(id));
                    self.queue(vault, id).await;
                }
                Err(error) => self.error.set(Some(self.t(said(&error)))),
            }
        }
    }

    async fn take_back(
        self,
        vault: &Vault<Shelf>,
        file: &mut CaseFile,
        lent: Uuid,
    ) -> Result<(), VaultError> {
        let store = vault.store().clone();
        let wraps = wrap_of(&store, lent).await?.ok_or(VaultError::NoVault(lent))?;
        let wraps = Wraps::from_bytes(&wraps).map_err(|_| VaultError::NoVault(lent))?.wraps;
        let (mut way_back, mut browser_key) = (None, None);
        for wrap in &wraps {
            match wrap {
                Wrap::Vault { sealed, .. } => way_back = vault.lent_key(lent, sealed),
                Wrap::BrowserKey { key_id, .. } => browser_key = Some(*key_id),
                _ => {}
            }
        }
        let key = way_back.ok_or(VaultError::NotHandedOver)?;
        let theirs: Vault<Shelf> = Vault::open(store.clone(), lent, key, rng::fill).await?;
        let mut dossier = file.dossier()?.ok_or(VaultError::NoDossier)?;
        for case in theirs.cases().await?.into_iter().flatten() {
            if let Some(case) = case.case() {
                // A member whose label is not in the household any more keeps what they said before.
                let _ = dossier.set_consents(&case.person, case.consents.clone());
            }
        }
        vault.take_back(file, &theirs, &dossier).await?;
        if let (Some(key_id), Ok(store)) = (browser_key, self.store()) {
            // A key that opens nothing any more does no harm where it stays.
            let _ = store.remove_key(key_id).await;
        }
        Ok(())
    }
}
