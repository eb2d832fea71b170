//! Cases: reading them, making one, and what the professional notes of one.

use super::{Desk, Screen, gate::said, shelf::Shelf};
use crate::{
    bundling,
    i18n::Text,
    keeping,
    platform::{clock, rng},
};
use draagkracht_core::{
    case::Consent,
    case_code::CaseCode,
    dossier::{Cell, Dossier},
    person::Person,
    response::Response,
    session::Session,
    standing::Standing,
};
use draagkracht_vault::{CaseFile, Job, Revision, Vault, VaultError, outbox};
use leptos::{prelude::*, task::spawn_local};
use std::rc::Rc;
use uuid::Uuid;

impl Desk {
    /// Reads every case of a vault that was just opened.
    pub(super) async fn read_cases(self, vault: &Vault<Shelf>) {
        let (mut files, mut damaged) = (vec![], 0);
        match vault.cases().await {
            Ok(cases) => {
                for case in cases {
                    match case {
                        Ok(file) => {
                            damaged += file.damaged().len();
                            files.push(file);
                        }
                        Err(_) => damaged += 1,
                    }
                }
            }
            Err(_) => damaged += 1,
        }
        self.files.set(files);
        self.damaged.set(damaged);
    }

    /// Makes a case with a new code, and shows it.
    pub fn new_case(self) {
        self.keep(|vault, _| async move {
            let now = clock::now();
            let dossier = Dossier::new(&now);
            let case_code = free_code(&vault).await?;
            let case = dossier.case_of(dossier.asked(), clock::new_id(), case_code, now);
            let case = case.map_err(|_| VaultError::NoDossier)?;
            Ok(Some(vault.new_case(case, &dossier).await?))
        });
    }

    /// Shows a case.
    pub fn open_case(self, id: Uuid) {
        self.in_hand.set(Some(id));
        self.show(Screen::Case);
    }

    /// Changes the dossier of the case in hand, and keeps it.
    pub fn change_dossier(self, change: impl FnOnce(&mut Dossier) + 'static) {
        self.keep(|vault, file| async move {
            let Some(mut file) = file else { return Ok(None) };
            let mut dossier = file.dossier()?.ok_or(VaultError::NoDossier)?;
            change(&mut dossier);
            vault.save_dossier(&mut file, &dossier).await?;
            Ok(Some(file))
        });
    }

    /// Records what a member agreed to, as they said it to the professional.
    pub fn set_consent(self, person: Person, support: Option<bool>, research: Option<bool>) {
        self.keep(move |vault, file| async move {
            let Some(mut file) = file else { return Ok(None) };
            let mut dossier = file.dossier()?.ok_or(VaultError::NoDossier)?;
            let Some(member) = dossier.member(&person) else { return Ok(None) };
            let mut consents = member.consents.clone();
            let now = clock::now();
            if let Some(given) = support {
                consents.support = Consent { given, since: now.clone() };
            }
            if let Some(given) = research {
                consents.research = Consent { given, since: now };
            }
            let agreed = consents.support.given;
            // The member is there: it was found a moment ago.
            let _ = dossier.set_consents(&person, consents);
            vault.save_dossier(&mut file, &dossier).await?;
            if !agreed {
                // What only waits is not sent any more.
                for bundle in sealed_of(&file, &person) {
                    outbox::withdraw(vault.store(), bundle).await?;
                }
            }
            // What was sealed before says what they agreed to before: it is sealed anew.
            let sealed = |r: &&Response| file.sealed().iter().any(|job| job.covers(r));
            let theirs = file.newest().filter(|r| agreed && r.person == person);
            let anew: Vec<_> = theirs.filter(sealed).map(Revision::of).collect();
            for revision in anew {
                vault.add_job(&mut file, bundling::job(revision)).await?;
            }
            Ok(Some(file))
        });
    }

    /// Declares that a list will not come, or that it may come after all.
    pub fn set_absent(self, cell: Cell, absent: bool) {
        self.change_dossier(move |dossier| dossier.set_absent(cell, absent, clock::now()));
    }

    /// Removes the case in hand from this device.
    pub fn remove_case(self) {
        let desk = self;
        // The one that the person was warned of, whatever is in hand once it is this one's turn.
        let Some(id) = self.in_hand.get_untracked() else { return };
        spawn_local(async move {
            let held = desk.held();
            let open = held.open.lock().await;
            let Some(vault) = &*open else { return };
            let Some(file) = desk.file(id) else { return };
            match vault.remove_case(file).await {
                Ok(()) => {
                    desk.files.update(|files| files.retain(|file| file.id() != id));
                    if desk.in_hand.get_untracked() == Some(id) {
                        desk.in_hand.set(None);
                        desk.put_plan_away();
                        desk.put(Screen::Cases);
                    }
                    desk.notice.set(Some(desk.t(Text::CaseRemoved)));
                }
                Err(error) => desk.error.set(Some(desk.t(said(&error)))),
            }
            drop(open);
            desk.read_outbox().await;
        });
    }

    /// Takes a case as it is kept: of several writes the first may have been done.
    pub(super) async fn read_again(self, vault: &Vault<Shelf>, id: Uuid) {
        // What cannot be read now stays as it was known.
        if let Ok(Ok(file)) = vault.case(id).await {
            self.put_file(file);
        }
    }

    /// A copy of the case in hand, to change and keep.
    pub(in crate::desk) fn file_in_hand(self) -> Option<CaseFile> {
        self.file(self.in_hand.get_untracked()?)
    }

    /// Changes the case in hand in the vault; what it has become is shown once it is durable. A new
    /// case becomes the one in hand.
    pub(super) fn keep<F>(
        self,
        change: impl FnOnce(Rc<Vault<Shelf>>, Option<CaseFile>) -> F + 'static,
    ) where
        F: Future<Output = Result<Option<CaseFile>, VaultError>>,
    {
        self.saved.update(keeping::Saved::begin);
        // Which case is meant is known now: another may be in hand once it is this change's turn.
        let in_hand = self.in_hand.get_untracked();
        spawn_local(async move {
            let held = self.held();
            let open = held.open.lock().await;
            let Some(vault) = &*open else { return };
            match change(vault.clone(), in_hand.and_then(|id| self.file(id))).await {
                Ok(Some(file)) => {
                    let id = file.id();
                    let is_new = self.file(id).is_none();
                    self.put_file(file);
                    self.saved.set(keeping::Saved::Durable);
                    if is_new && self.in_hand.get_untracked() == in_hand {
                        self.open_case(id);
                    }
                    self.queue(vault, id).await;
                }
                Ok(None) => self.saved.set(keeping::Saved::Nothing),
                Err(error) => {
                    if let Some(id) = in_hand {
                        self.read_again(vault, id).await;
                    }
                    self.saved.set(keeping::said(&Err(error.clone())));
                    self.error.set(Some(self.t(said(&error))));
                }
            }
            drop(open);
            self.send_off().await;
        });
    }
}

/// Every bundle that a list about this person went into, completed or not, or what was written of them.
fn sealed_of(file: &CaseFile, person: &Person) -> Vec<Uuid> {
    let completed = file.responses().filter(|r| r.person == *person).map(|r| r.response_id);
    let begun = file.sessions().map(Session::identity).filter(|i| i.person == *person);
    let written = super::plan::ids_of(file, person);
    let lists: Vec<_> = completed.chain(begun.map(|i| i.response_id)).chain(written).collect();
    let theirs = |job: &&Job| job.responses.iter().any(|r| lists.contains(&r.response_id));
    file.sealed().iter().filter(theirs).map(|job| job.bundle_id).collect()
}

/// How far a case is, for whoever reads it.
pub(super) fn standing<T>(file: &CaseFile, read: impl FnOnce(Standing) -> T) -> Option<T> {
    let (dossier, case) = (file.dossier().ok()??, file.case()?);
    let sessions: Vec<_> = file.sessions().collect();
    let responses: Vec<_> = file.responses().collect();
    Some(read(Standing {
        dossier: &dossier,
        created: &case.created,
        sessions: &sessions,
        responses: &responses,
    }))
}

/// A code that no case of this vault has yet.
pub(super) async fn free_code(vault: &Vault<Shelf>) -> Result<CaseCode, VaultError> {
    loop {
        let mut random = [0; 7];
        rng::fill(&mut random);
        let code = CaseCode::from_random(random);
        if vault.find(&code).await??.is_empty() {
            return Ok(code);
        }
    }
}
