//! From a completed list to a sealed file in the person's hands.
//!
//! What is to be sealed is written down first and replaced by the sealed bytes later, so that
//! whatever was interrupted goes on where it was.

use crate::{
    app::App,
    bundling,
    keeping::{Open, Saved, said},
    platform::{clock, files, idb::IdbStore, prefs},
    settings,
    uploading::{self, Receipt, Refusal},
};
use draagkracht_core::{
    case::Case,
    response::Response,
    sealing::{self, FailureCode, Outcome},
};
use draagkracht_vault::{
    CaseFile, Revision, Way,
    outbox::{self, Entry, State},
};
use leptos::{prelude::*, task::spawn_local};
use uuid::Uuid;

/// How far handing in is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HandIn {
    /// It was not asked for yet.
    Unknown,
    /// The file is being made.
    Busy,
    /// The person did not agree to it.
    NoConsent,
    /// The organisation published no key.
    NotPossible,
    /// The organisation's key is another than last time.
    KeyChanged,
    /// The organisation's key is none.
    BadKey,
    /// Something else went wrong; trying again may help.
    Failed,
    /// The file is there, and so far on its way.
    Ready(Way),
    /// It is being sent.
    Sending,
    /// It was not taken.
    NotSent(Refusal),
}

impl App {
    /// Completes the list that the person said is right: from now on it stands, and is sealed if
    /// the person agreed. Says how it could not be kept; `None` too when there is nothing to complete.
    pub async fn complete(self) -> Option<Saved> {
        let keeper = self.keeper();
        let mut open = keeper.open().await;
        let completed = self.instrument(|instrument| {
            let session = self.session.get_untracked()?;
            session.complete(instrument, instrument.norm(), clock::now()).ok()
        });
        let Open { vault: Some(vault), file: Some(file), .. } = &mut *open else { return None };
        let response = completed.flatten()?;
        // What a professional handed over is sealed in the professional's vault.
        let own = prefs::lent().is_none() && self.consents.get_untracked().support;
        let job = own.then(|| bundling::job(Revision::of(&response)));
        let kept = vault.complete(file, response.clone(), job).await;
        if kept.is_err() {
            return Some(said(&kept));
        }
        self.session.set(None);
        self.response.set(Some(response));
        None
    }

    /// Goes on with what was interrupted, without a word where it cannot.
    pub async fn resume_sealing(self) {
        let keeper = self.keeper();
        let pending = {
            let open = keeper.open().await;
            open.file.as_ref().is_some_and(|file| file.pending_jobs().next().is_some())
        };
        if pending {
            self.hand_in.set(self.sealed().await);
        }
    }

    /// Seals the completed list, unless it was sealed already.
    pub fn seal(self) {
        self.hand_in.set(HandIn::Busy);
        spawn_local(async move {
            let sealed = self.sealed().await;
            self.hand_in.set(sealed);
            if sealed == HandIn::Ready(Way::HandedIn) {
                self.load_config().await;
                self.ask_for_receipt().await;
            }
        });
    }

    /// The person agrees after all.
    pub fn agree(self) {
        self.set_consents(|given| given.support = true);
        self.seal();
    }

    /// The person says that the organisation's new key is right.
    pub fn accept_key(self) {
        spawn_local(async move {
            prefs::set_known_recipients(&self.recipients().await);
            self.seal();
        });
    }

    /// Sends the file to the organisation.
    pub fn send(self) {
        self.hand_in.set(HandIn::Sending);
        spawn_local(async move {
            let (Some((store, entry)), Some(folder)) = (self.sealed_entry().await, self.folder())
            else {
                return self.hand_in.set(HandIn::Failed);
            };
            // A place of its own, for who has no token.
            let folder = [folder.trim_end_matches('/'), "/resident"].concat();
            self.hand_in.set(match uploading::put(&entry, &folder, None, |_| {}).await {
                Ok(()) => {
                    // Not noting that it was sent only means that the screen asks again.
                    let _ = outbox::mark_handed_in(&store, entry.bundle_id, clock::now()).await;
                    HandIn::Ready(Way::HandedIn)
                }
                Err(refusal) => HandIn::NotSent(refusal),
            });
        });
    }

    /// Looks whether the organisation signed for what was sent.
    async fn ask_for_receipt(self) {
        let (Some((store, entry)), Some(folder)) = (self.sealed_entry().await, self.folder())
        else {
            return;
        };
        let key = self.settings.with_untracked(|settings| settings.receipt_key.clone());
        if uploading::fetch_receipt(&store, &folder, entry.bundle_id, key.as_deref()).await
            == Receipt::Received
        {
            self.hand_in.set(HandIn::Ready(Way::Received));
        }
    }

    /// The newest bundle of the completed list. Nothing stays locked: the network may take its time.
    async fn sealed_entry(self) -> Option<(IdbStore, Entry)> {
        let keeper = self.keeper();
        let open = keeper.open().await;
        let (store, file) = (open.store.as_ref()?, open.file.as_ref()?);
        let entry = newest(store, file, self.response.get_untracked().as_ref()).await?;
        Some((store.clone(), entry))
    }

    fn folder(self) -> Option<String> {
        self.settings.with_untracked(|settings| settings.folder.clone())
    }

    /// Hands the file to the person.
    pub fn download(self) {
        self.hand_over(false);
    }

    /// Opens the share sheet with the file as text.
    pub fn share(self) {
        self.hand_over(true);
    }

    fn hand_over(self, share: bool) {
        spawn_local(async move {
            let keeper = self.keeper();
            let open = keeper.open().await;
            let (Some(store), Some(file)) = (&open.store, &open.file) else { return };
            let handed = match newest(store, file, self.response.get_untracked().as_ref()).await {
                Some(entry) if share => shared(&entry).await.map(|done| done.then_some(entry)),
                Some(entry) => files::download(&format!("{}.age", entry.bundle_id), &entry.bytes)
                    .map(|()| Some(entry))
                    .map_err(|_| ()),
                None => Err(()),
            };
            match handed {
                Ok(Some(entry)) => {
                    // Not noting that it was taken only means that the screen asks again.
                    let _ = outbox::mark_handed_in(store, entry.bundle_id, clock::now()).await;
                    self.hand_in.set(HandIn::Ready(Way::HandedIn));
                }
                Ok(None) => {}
                Err(()) => self.hand_in.set(HandIn::Failed),
            }
        });
    }

    async fn sealed(self) -> HandIn {
        let keeper = self.keeper();
        let mut open = keeper.open().await;
        let Open { store: Some(store), vault: Some(vault), file: Some(file) } = &mut *open else {
            return HandIn::Failed;
        };
        let Some(response) = self.response.get_untracked() else { return HandIn::Failed };
        let Some(case) = file.case().cloned() else { return HandIn::Failed };
        if !case.consents.support.given {
            return HandIn::NoConsent;
        }
        // One that is still to be sealed was asked for later, as when a consent changed.
        let pending = file.pending_jobs().any(|job| job.covers(&response));
        if !pending && let Some(entry) = newest(store, file, Some(&response)).await {
            return HandIn::Ready(match entry.state {
                State::Waiting => Way::Waiting,
                State::HandedIn { .. } => Way::HandedIn,
                State::Received { .. } => Way::Received,
            });
        }
        let recipients = self.recipients().await;
        if recipients.is_empty() {
            return HandIn::NotPossible;
        }
        if settings::key_changed(&recipients) {
            return HandIn::KeyChanged;
        }
        match bundling::seal(vault, file, case, response, recipients).await {
            Ok(()) => HandIn::Ready(Way::Waiting),
            Err(Some(FailureCode::RecipientInvalid | FailureCode::NoRecipient)) => HandIn::BadKey,
            Err(_) => HandIn::Failed,
        }
    }
}

/// The newest bundle with this response that was made after the consents last changed.
async fn newest(store: &IdbStore, file: &CaseFile, response: Option<&Response>) -> Option<Entry> {
    let response = response?;
    let Case { consents, .. } = file.case()?;
    let since = (&consents.support.since).max(&consents.research.since);
    let made: Vec<Uuid> = file
        .sealed()
        .iter()
        .filter(|job| job.covers(response) && job.created >= *since)
        .map(|job| job.bundle_id)
        .collect();
    let entries = outbox::list(store).await.ok()?;
    entries.into_iter().flatten().rfind(|entry| made.contains(&entry.bundle_id))
}

async fn shared(entry: &Entry) -> Result<bool, ()> {
    let (outcome, _) =
        bundling::work(sealing::Job::Armor, Some(&entry.bytes)).await.map_err(|_| ())?;
    let Outcome::Armored { text } = outcome else { return Err(()) };
    files::share(&format!("{}.age.txt", entry.bundle_id), &text).await.map_err(|_| ())
}
