//! From completed lists to sealed bundles, and from the outbox to the organisation.

use super::{Desk, cases::standing, shelf::Shelf};
use crate::{
    bundling,
    i18n::Text,
    platform::{clock, files, prefs},
    settings,
};
use draagkracht_core::{
    case::Case, config::Config, dossier::Cell, instrument::Instrument, person::Rater,
    response::Response, sealing::FailureCode,
};
use draagkracht_vault::{CaseFile, Job, Revision, Vault, outbox, received::Way};
use leptos::{prelude::*, task::spawn_local};
use uuid::Uuid;

impl Desk {
    /// Writes down, for every completed list that may be handed in, that it is to be sealed.
    pub(super) async fn queue(self, vault: &Vault<Shelf>, id: Uuid) {
        let Some(mut file) = self.file(id).filter(|_| !self.is_practice()) else { return };
        let responses = unqueued(&file);
        if responses.is_empty() {
            return;
        }
        for response in responses {
            let job = bundling::job(Revision::of(&response));
            if vault.add_job(&mut file, job).await.is_err() {
                // It is done at the next unlock.
                return self.read_again(vault, id).await;
            }
        }
        self.put_file(file);
    }

    /// The first response that is to be sealed, with its case.
    fn pending(self, file: &CaseFile) -> Option<(Response, Case)> {
        let (dossier, case) = (file.dossier().ok()??, file.case()?);
        let agreed = |response: &Response| dossier.has_agreed(&response.person);
        let response = file.pending_jobs().find_map(|job| {
            let completed = file.responses().find(|response| job.covers(response)).cloned();
            completed.or_else(|| self.draft(file, job)).filter(agreed)
        })?;
        let case = dossier
            .case_of(&response.person, case.case_id, case.case_code, case.created.clone())
            .ok()?;
        Some((response, case))
    }

    /// The list that a job wants as a draft, as it is now.
    fn draft(self, file: &CaseFile, job: &Job) -> Option<Response> {
        let wanted = job.responses.first()?;
        let session = file.sessions().find(|s| s.identity().response_id == wanted.response_id)?;
        let draft = |list: &Instrument| session.draft(list, list.norm()).ok();
        let draft = match session.identity().rater {
            Rater::Resident => self.resident(draft),
            Rater::Professional => self.professional(draft),
        };
        Some(Response { revision: wanted.revision, ..draft.flatten()? })
    }

    /// Asks what the organisation publishes now. The same again makes no screen anew.
    pub(super) async fn renew_config(self) {
        let (config, _) = settings::newest().await;
        if config.is_some() && self.config.with_untracked(|known| *known != config) {
            self.config.set(config);
        }
    }

    /// Seals whatever is to be sealed, when the organisation's key is known and is the one of before.
    pub(super) async fn send_off(self) {
        if self.is_practice() {
            return;
        }
        let held = self.held();
        let _sealing = held.sealing.lock().await;
        let waiting: Vec<Uuid> = self.files.with_untracked(|files| {
            let waits = |file: &&CaseFile| {
                file.pending_jobs().next().is_some() || !unqueued(file).is_empty()
            };
            files.iter().filter(waits).map(CaseFile::id).collect()
        });
        if waiting.is_empty() && !self.own_waits().await {
            return self.read_outbox().await;
        }
        self.renew_config().await;
        let config = self.config.get_untracked();
        let Some(config) = config.filter(|c| !c.recipients.is_empty() && !key_changed(c)) else {
            return;
        };
        let recipients = &config.recipients;
        let open = held.open.lock().await;
        let Some(vault) = &*open else { return };
        for id in waiting {
            self.queue(vault, id).await;
            while let Some(mut file) = self.file(id)
                && let Some((response, case)) = self.pending(&file)
            {
                let sealed = bundling::seal(vault, &mut file, case, response, recipients.clone());
                match sealed.await {
                    Ok(()) => self.put_file(file),
                    Err(wrong) => {
                        let bad = matches!(
                            wrong,
                            Some(FailureCode::RecipientInvalid | FailureCode::NoRecipient)
                        );
                        let text = if bad { Text::HandInRecipient } else { Text::OutboxNotSealed };
                        self.notice.set(Some(self.with_organisation(text)));
                        self.read_again(vault, id).await;
                        // A key that is none is so for every case; another case may be well.
                        if bad {
                            return;
                        }
                        break;
                    }
                }
            }
            if self.seal_papers(vault, id, recipients).await.is_err() {
                self.notice.set(Some(self.with_organisation(Text::OutboxNotSealed)));
                self.read_again(vault, id).await;
            }
        }
        if let Some(recipient) = config.conditions_recipient
            && self.seal_own(vault, &recipient).await.is_err()
        {
            self.notice.set(Some(self.with_organisation(Text::OutboxNotSealed)));
        }
        drop(open);
        self.read_outbox().await;
        self.send_by_itself();
    }

    /// The professional says that the organisation's new key is right.
    pub fn accept_key(self) {
        let Some(config) = self.config.get_untracked() else { return };
        prefs::set_known_recipients(&config.recipients);
        if let Some(recipient) = &config.conditions_recipient {
            prefs::set_known_conditions_recipient(recipient);
        }
        spawn_local(self.send_off());
    }

    /// How many lists, completed or not, exist on this device only. None of them shows while the vault is
    /// locked.
    pub fn only_here(self) -> usize {
        let left = |way: Way| matches!(way, Way::HandedIn | Way::Received);
        self.outbox.with(|outbox| {
            let of = |file: &CaseFile| {
                let newest = file.newest().filter(|r| !left(file.way_of(r, outbox))).count();
                newest + file.sessions().count() + file.handed_over().map_or(0, |lent| lent.len())
            };
            self.files.with(|files| files.iter().map(of).sum())
        })
    }

    /// Hands in a list that is being answered, as it is now. What comes later is its next revision.
    pub fn send_draft(self, cell: &Cell) {
        if self.refuses_practice() {
            return;
        }
        let cell = cell.clone();
        self.keep(move |vault, file| async move {
            let Some(mut file) = file else { return Ok(None) };
            let found = standing(&file, |case| case.session(&cell).cloned()).flatten();
            let Some(mut session) = found else { return Ok(None) };
            let revision = session.manner().revision;
            let response_id = session.identity().response_id;
            // First the list becomes the next revision: what is sealed is never also what comes later.
            session.begin_next_revision();
            vault.save_session(&mut file, &session).await?;
            // The one that was on the screen is of the revision before.
            self.list.set(None);
            vault.add_job(&mut file, bundling::job(Revision { response_id, revision })).await?;
            Ok(Some(file))
        });
    }

    /// Hands a bundle to the person as a file.
    pub fn download(self, bundle: Uuid) {
        let Some(entry) = self.entry(bundle) else { return };
        if files::download(&format!("{bundle}.age"), &entry.bytes).is_err() {
            return self.error.set(Some(self.t(Text::HandInFailed)));
        }
        // Where it can be sent too, it still waits for that.
        if self.config.with_untracked(|c| c.as_ref().is_some_and(|c| c.upload.is_some())) {
            return;
        }
        spawn_local(async move {
            if let Ok(store) = self.store() {
                // Not noting that it was taken only means that the screen asks again.
                let _ = outbox::mark_handed_in(&store, bundle, clock::now()).await;
                self.read_outbox().await;
            }
        });
    }

    /// A text with the organisation's name in it.
    pub fn with_organisation(self, text: Text) -> String {
        let name = self.config.with(|config| config.as_ref().map(|c| c.organisation.name.clone()));
        let name = name.unwrap_or_else(|| self.t(Text::OrganisationUnknown));
        crate::platform::page::capitalised(&self.with(text, &[("organisation", &name)]))
    }
}

/// Whether a key that the organisation published is another than the one that was known; the first is
/// known from now.
pub(super) fn key_changed(config: &Config) -> bool {
    let changed = settings::key_changed(&config.recipients);
    let Some(recipient) = &config.conditions_recipient else { return changed };
    if let Some(known) = prefs::known_conditions_recipient().filter(|known| !known.is_empty()) {
        return changed || known != *recipient;
    }
    if !changed {
        prefs::set_known_conditions_recipient(recipient);
    }
    changed
}

/// Completed lists that may be handed in and are not on their way: whose person agreed.
fn unqueued(file: &CaseFile) -> Vec<Response> {
    let Some(dossier) = file.dossier().ok().flatten() else { return vec![] };
    let agreed = |response: &&Response| dossier.has_agreed(&response.person);
    let on_their_way = |response: &Response| {
        file.pending_jobs().any(|job| job.covers(response))
            || file.sealed().iter().any(|job| job.covers(response))
    };
    file.newest().filter(agreed).filter(|r| !on_their_way(r)).cloned().collect()
}
