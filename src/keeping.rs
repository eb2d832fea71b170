//! Keeping what the person does: one write after another, each durable before the next, and the
//! latest state always written last.

use crate::{
    app::App,
    bundling,
    i18n::Text,
    platform::{
        browser_key::{self, BrowserKeyError},
        clock, history,
        idb::IdbStore,
        prefs, rng,
    },
};
use async_lock::{Mutex, MutexGuard};
use draagkracht_core::{
    case::{Case, Consent, Consents},
    response::Response,
    session::Session,
    store::{Store, StoreError},
};
use draagkracht_vault::{
    CaseFile, Revision, Vault, VaultError,
    vault::{self, OWN, wrap_of},
    wrap::Wraps,
};
use leptos::{prelude::*, task::spawn_local};
use std::cell::Cell;

/// Entries of the history that tell the first part what the second did: everything was wiped, there
/// was no room to complete the list, or completing it failed otherwise.
pub const WIPED: &str = "wiped";
/// See [`WIPED`].
pub const FULL: &str = "full";
/// See [`WIPED`].
pub const FAILED: &str = "failed";

/// Whether the last change is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// There is nothing to say about it.
    Nothing,
    /// It is being written.
    Saving,
    /// It is durable.
    Durable,
    /// There was no room.
    Full,
    /// Writing failed in another way.
    Failed,
}

impl Saved {
    /// A write begins. What could not be kept is said until it is.
    pub fn begin(&mut self) {
        if !matches!(self, Self::Full | Self::Failed) {
            *self = Self::Saving;
        }
    }

    /// What is said of it beside what was changed; nothing until it is known.
    pub fn text(self) -> Option<Text> {
        match self {
            Self::Durable => Some(Text::Saved),
            Self::Full | Self::Failed => Some(Text::NotSaved),
            Self::Nothing | Self::Saving => None,
        }
    }
}

/// What keeps the answers: the store, the vault in it once there is one, and the case in hand.
#[derive(Default)]
pub struct Keeper {
    open: Mutex<Open>,
    /// How many changes were asked to be kept, and how many are.
    asked: Cell<u32>,
    kept: Cell<u32>,
}

/// What is open; locked for the length of one write.
#[derive(Default)]
pub struct Open {
    /// None where the browser refused one.
    pub store: Option<IdbStore>,
    /// None before the first list is begun.
    pub vault: Option<Vault<IdbStore>>,
    /// The case of the list that is shown.
    pub file: Option<CaseFile>,
}

impl Keeper {
    /// With what was found when the app was opened.
    pub fn new(open: Open) -> Self {
        Self { open: Mutex::new(open), ..Self::default() }
    }

    /// What is open, when nobody else is writing.
    pub async fn open(&self) -> MutexGuard<'_, Open> {
        self.open.lock().await
    }

    /// Returns when everything that was asked to be kept has been tried.
    pub async fn settle(&self) {
        drop(self.open.lock().await);
    }
}

impl App {
    /// Keeps the list as it is now; of several calls at once the last state is written.
    pub fn save(self) {
        let keeper = self.keeper();
        let ticket = keeper.asked.get() + 1;
        keeper.asked.set(ticket);
        self.saved.update(Saved::begin);
        spawn_local(async move {
            let mut open = keeper.open().await;
            if keeper.kept.get() >= ticket {
                return;
            }
            let up_to = keeper.asked.get();
            let Some(session) = self.session.get_untracked() else {
                return self.saved.set(Saved::Nothing);
            };
            let saved = self.write(&mut open, &session).await;
            match &saved {
                Ok(Kept::Joined(joined)) => {
                    // What was answered meanwhile goes over what was joined.
                    let now = self.session.get_untracked();
                    let joined = match now {
                        Some(now) => now.join(Some(&session), joined.clone()),
                        None => joined.clone(),
                    };
                    self.session.set(Some(joined));
                    self.notice.set(Some(Text::TroubleConflict));
                }
                Ok(Kept::Completed) => {
                    let id = session.identity().response_id;
                    let file = open.file.as_ref();
                    let completed =
                        file.and_then(|file| file.responses().find(|r| r.response_id == id));
                    self.session.set(None);
                    self.response.set(completed.cloned());
                    self.put(self.home());
                }
                _ => {}
            }
            let saved = saved.map(drop);
            if saved.is_ok() {
                keeper.kept.set(up_to);
            }
            if keeper.asked.get() == up_to {
                self.saved.set(said(&saved));
            }
        });
    }

    /// Keeps the consents of the case in hand, if there is one yet; a completed list is sealed anew with
    /// them.
    pub fn save_consents(self) {
        let keeper = self.keeper();
        spawn_local(async move {
            let mut open = keeper.open().await;
            if let Open { vault: Some(vault), file: Some(file), .. } = &mut *open
                && let Some(case) = file.case()
            {
                let case = Case { consents: self.consents_now(&case.consents), ..case.clone() };
                let response =
                    self.response.get_untracked().filter(|_| case.consents.support.given);
                let waits = |r: &Response| file.pending_jobs().any(|job| job.covers(r));
                let job = response.filter(|r| !waits(r)).map(|r| bundling::job(Revision::of(&r)));
                let saved = vault.save_case(file, case, job).await;
                if saved.is_err() {
                    self.saved.set(said(&saved));
                }
            }
        });
    }

    /// Counts the lists that are kept here.
    pub fn count_lists(self) {
        let keeper = self.keeper();
        spawn_local(async move {
            let open = keeper.open().await;
            if let Some(vault) = &open.vault
                && let Ok(cases) = vault.cases().await
            {
                let lists = |file: &CaseFile| file.sessions().count() + file.responses().count();
                self.lists.set(cases.iter().flatten().map(lists).sum());
            }
        });
    }

    /// Removes everything of the person from this device, for good; all there is, but for the vaults of
    /// professionals who share it.
    pub fn wipe(self) {
        let keeper = self.keeper();
        spawn_local(async move {
            let mut open = keeper.open().await;
            let Some(store) = open.store.clone() else { return };
            match remove_own(&store, open.vault.take()).await {
                Ok(()) => {
                    open.file = None;
                    prefs::forget();
                    drop(open);
                    // The first part says so: it begins anew, knowing nothing.
                    history::push(WIPED);
                    self.to_other_part();
                }
                Err(_) => self.notice.set(Some(Text::TroubleStore)),
            }
        });
    }

    async fn write(self, open: &mut Open, session: &Session) -> Result<Kept, VaultError> {
        if open.vault.is_none() {
            open.vault = Some(make_vault(open.store.clone()).await?);
        }
        let Open { vault: Some(vault), file, .. } = open else { return Ok(Kept::Asis) };
        match file {
            Some(file) if holds(file, session) => save(vault, file, session).await,
            Some(file) if file.case().is_some_and(|c| c.case_id == session.identity().case_id) => {
                let begun = vault.begin_session(file, session.clone()).await;
                if let Err(VaultError::Store(StoreError::Conflict { .. })) = &begun {
                    // Another tab wrote to the case; what it wrote stays, beside this.
                    *file = vault.case(file.id()).await??;
                    vault.begin_session(file, session.clone()).await?;
                } else {
                    begun?;
                }
                Ok(Kept::Asis)
            }
            _ => {
                *file = Some(vault.begin(self.new_case(session), session.clone()).await?);
                Ok(Kept::Asis)
            }
        }
    }

    fn new_case(self, session: &Session) -> Case {
        let identity = session.identity();
        Case {
            format: draagkracht_core::case::FORMAT.to_owned(),
            version: draagkracht_core::case::VERSION,
            case_id: identity.case_id,
            case_code: identity.case_code,
            person: identity.person.clone(),
            created: identity.started.clone(),
            consents: self.consents_now(&Consents::none(&identity.started)),
        }
    }

    /// The consents as ticked; one that did not change keeps the time since when it holds.
    fn consents_now(self, before: &Consents) -> Consents {
        let given = self.consents.get_untracked();
        let now = |before: &Consent, given: bool| {
            if before.given == given {
                before.clone()
            } else {
                Consent { given, since: clock::now() }
            }
        };
        Consents {
            support: now(&before.support, given.support),
            research: now(&before.research, given.research),
        }
    }
}

/// What became of a list that was to be kept.
pub enum Kept {
    /// It is as it was given.
    Asis,
    /// Another tab wrote first: its answers and the given ones are both kept, as this list.
    Joined(Session),
    /// Another tab completed it: the given answers are not kept.
    Completed,
}

/// Keeps a list that was begun before, whatever another tab did to it meanwhile.
pub async fn save(
    vault: &Vault<impl Store>,
    file: &mut CaseFile,
    ours: &Session,
) -> Result<Kept, VaultError> {
    if !holds(file, ours) && !has_completed(file, ours) {
        // It could not be begun before, for want of room perhaps.
        return vault.begin_session(file, ours.clone()).await.map(|()| Kept::Asis);
    }
    match vault.save_session(file, ours).await {
        Err(VaultError::Store(StoreError::Conflict { .. })) => {}
        kept => return kept.map(|()| Kept::Asis),
    }
    let id = ours.identity().response_id;
    let of = |file: &CaseFile| file.sessions().find(|s| s.identity().response_id == id).cloned();
    let before = of(file);
    *file = vault.case(file.id()).await??;
    let Some(theirs) = of(file) else { return Ok(Kept::Completed) };
    let joined = ours.clone().join(before.as_ref(), theirs);
    vault.save_session(file, &joined).await?;
    Ok(Kept::Joined(joined))
}

/// The vault of this device's owner, made when there is first something to keep.
async fn make_vault(store: Option<IdbStore>) -> Result<Vault<IdbStore>, VaultError> {
    let store = store.ok_or_else(|| StoreError::Refused(String::new()))?;
    let (key, wrap) = browser_key::create(&store).await.map_err(refused)?;
    let wrap = Wraps::new(wrap).to_bytes().map_err(|_| VaultError::Unwritable)?;
    match Vault::create(store.clone(), OWN, key, wrap, rng::fill).await {
        Err(VaultError::Store(StoreError::Conflict { .. })) => {
            // Another tab made it a moment ago: that one it is.
            let wrap = wrap_of(&store, OWN).await?.unwrap_or_default();
            let key = browser_key::unwrap(&store, &wrap).await.map_err(refused)?;
            Vault::open(store, OWN, key, rng::fill).await
        }
        made => made,
    }
}

async fn remove_own(store: &IdbStore, vault: Option<Vault<IdbStore>>) -> Result<(), VaultError> {
    if !vault::has_others(store, OWN).await? {
        return Ok(store.wipe().await?);
    }
    match vault {
        Some(vault) => vault.remove().await,
        None => Ok(vault::remove_closed(store, OWN).await?),
    }
}

fn refused(error: BrowserKeyError) -> StoreError {
    match error {
        BrowserKeyError::Store(error) => error,
        _ => StoreError::Refused(String::new()),
    }
}

fn holds(file: &CaseFile, session: &Session) -> bool {
    let id = session.identity().response_id;
    file.sessions().any(|kept| kept.identity().response_id == id)
}

/// Whether this revision of the list was completed already.
fn has_completed(file: &CaseFile, session: &Session) -> bool {
    let (id, revision) = (session.identity().response_id, session.manner().revision);
    file.responses().any(|r| r.response_id == id && r.revision >= revision)
}

/// What a write means for the person.
pub fn said(saved: &Result<(), VaultError>) -> Saved {
    match saved {
        Ok(()) => Saved::Durable,
        Err(VaultError::Store(StoreError::Full)) => Saved::Full,
        Err(_) => Saved::Failed,
    }
}
