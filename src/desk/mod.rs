//! The professional's side: vaults, cases, lists, what is with the resident, what is handed in.
//!
//! Shares with the resident's parts what is kept and how it looks, and nothing of what they know
//! while they run. Verbs are in the modules beside this one.

mod answering;
mod around;
mod calendar;
mod cases;
mod gate;
mod giving;
mod inviting;
mod lending;
mod opening;
mod plan;
mod practice;
mod reading;
mod receipts;
mod remarking;
mod screens;
mod sending;
mod shelf;
mod uploading;
mod writing;

use around::Around;
pub use opening::start;
pub use screens::Screen;
use sending::key_changed;
pub use shelf::Shelf;
pub use uploading::Sending;

use crate::{
    i18n::{Language, Text, Texts},
    keeping::Saved,
    platform::{history, idb::IdbStore, page},
};
use async_lock::Mutex;
use draagkracht_core::{
    config::Config,
    instrument::Instrument,
    person::{Moment, Person},
    session::Session,
};
use draagkracht_vault::{CaseFile, Vault, lock::RecoveryCode, outbox::Entry, vault::Locked};
use leptos::prelude::*;
use std::rc::Rc;
use uuid::Uuid;

/// Handles to everything that is known; copied freely.
#[derive(Clone, Copy)]
pub struct Desk {
    /// Where the professional is.
    pub screen: RwSignal<Screen>,
    /// A sentence that stays until the next screen.
    pub notice: RwSignal<Option<String>>,
    /// What is wrong with what was filled in.
    pub error: RwSignal<Option<String>>,
    /// Something takes a while.
    pub busy: RwSignal<bool>,
    /// The vaults on this device.
    pub vaults: RwSignal<Vec<Locked>>,
    /// The vault that is being opened.
    pub chosen: RwSignal<Option<Uuid>>,
    /// The cases of the open vault.
    pub files: RwSignal<Vec<CaseFile>>,
    /// How many records cannot be used.
    pub damaged: RwSignal<usize>,
    /// The case in hand.
    pub in_hand: RwSignal<Option<Uuid>>,
    /// The professional's list that is being answered.
    pub list: RwSignal<Option<Session>>,
    /// Whose list is to be handed over, invited for or read, and which moment's.
    pub subject: RwSignal<Option<(Person, Moment)>>,
    /// The page of it; one more than there are is the check.
    pub page: RwSignal<usize>,
    /// Whether the last change is durable.
    pub saved: RwSignal<Saved>,
    /// What is in the outbox.
    pub outbox: RwSignal<Vec<Entry>>,
    /// How far sending it is.
    pub sending: RwSignal<Sending>,
    /// What the organisation published.
    pub config: RwSignal<Option<Config>>,
    /// The recovery code of a new vault, until it is said to be kept.
    pub recovery: RwSignal<Option<RecoveryCode>>,
    /// What goes on around the desk.
    pub around: Around,
    held: StoredValue<Rc<Held>, LocalStorage>,
}

/// What does not change while the page lives, and what is open.
struct Held {
    texts: Texts,
    language: Language,
    professional: Option<Instrument>,
    resident: Option<Instrument>,
    store: Option<IdbStore>,
    courier: uploading::Courier,
    writing: writing::Writing,
    planning: plan::Planning,
    /// Only made-up cases, in memory: this page never opens the database.
    practice: bool,
    /// Locked for the length of one write.
    open: Mutex<Option<Rc<Vault<Shelf>>>>,
    /// Locked from the wish to seal until all is sealed, the question for the newest key among it. Always
    /// before `open`.
    sealing: Mutex<()>,
}

impl Desk {
    fn new(held: Held) -> Self {
        Self {
            screen: RwSignal::new(Screen::Gate),
            notice: RwSignal::new(None),
            error: RwSignal::new(None),
            busy: RwSignal::new(false),
            vaults: RwSignal::new(vec![]),
            chosen: RwSignal::new(None),
            files: RwSignal::new(vec![]),
            damaged: RwSignal::new(0),
            in_hand: RwSignal::new(None),
            list: RwSignal::new(None),
            subject: RwSignal::new(None),
            page: RwSignal::new(0),
            saved: RwSignal::new(Saved::Nothing),
            outbox: RwSignal::new(vec![]),
            sending: RwSignal::new(Sending::No),
            config: RwSignal::new(None),
            recovery: RwSignal::new(None),
            around: Around::new(),
            held: StoredValue::new_local(Rc::new(held)),
        }
    }

    fn held(self) -> Rc<Held> {
        self.held.get_value()
    }

    /// The plan in hand.
    pub fn planning(self) -> plan::Planning {
        self.held.with_value(|held| held.planning)
    }

    /// A text in the professional's language.
    pub fn t(self, text: Text) -> String {
        self.held.with_value(|held| held.texts.get(text).to_owned())
    }

    /// A text with each `{name}` replaced.
    pub fn with(self, text: Text, values: &[(&str, &str)]) -> String {
        self.held.with_value(|held| held.texts.with(text, values))
    }

    /// The language that the desk is shown in.
    pub fn language(self) -> Language {
        self.held.with_value(|held| held.language)
    }

    /// The professional's questionnaire; none when it could not be fetched.
    pub fn professional<T>(self, read: impl FnOnce(&Instrument) -> T) -> Option<T> {
        self.held.with_value(|held| held.professional.as_ref().map(read))
    }

    /// The resident's questionnaire; none when it could not be fetched.
    pub fn resident<T>(self, read: impl FnOnce(&Instrument) -> T) -> Option<T> {
        self.held.with_value(|held| held.resident.as_ref().map(read))
    }

    /// Shows a screen as a new entry of the history.
    pub fn show(self, screen: Screen) {
        if screen.is_for_real_only() && self.refuses_practice() {
            return;
        }
        history::push(screen.name());
        self.change(screen);
    }

    /// Shows a screen in place of the entry that is there.
    pub fn put(self, screen: Screen) {
        if screen.is_for_real_only() && self.refuses_practice() {
            return;
        }
        history::replace(screen.name());
        self.change(screen);
    }

    fn change(self, screen: Screen) {
        self.notice.set(None);
        self.error.set(None);
        if self.screen.get_untracked() != screen {
            self.leave_writing();
            self.screen.set(screen);
        }
    }

    /// To where the professional was before.
    pub fn back(self) {
        if !history::back() {
            self.put(
                if (self.chosen.get_untracked().is_some() || self.is_practice()) && self.is_open() {
                    Screen::Cases
                } else {
                    Screen::Gate
                },
            );
        }
    }

    /// Whether a vault is open.
    pub fn is_open(self) -> bool {
        self.held().open.try_lock().is_none_or(|open| open.is_some())
    }

    /// After the browser's back or forward button: the entry's screen, if it still makes sense.
    fn moved(self, entry: Option<&str>) {
        let asked = entry.and_then(Screen::named).unwrap_or(Screen::Gate);
        let screen = match asked {
            Screen::Tour(_) => asked,
            real if real.is_for_real_only() && self.is_practice() => Screen::Cases,
            locked if locked.is_locked() && !self.is_open() => locked,
            _ if !self.is_open() => Screen::Gate,
            locked if locked.is_locked() => Screen::Cases,
            Screen::List if self.list.with_untracked(Option::is_none) => Screen::Cases,
            screen if screen.is_of_case() && self.in_hand.get_untracked().is_none() => {
                Screen::Cases
            }
            screen => screen,
        };
        self.change(screen);
        if screen != asked {
            history::replace(screen.name());
        }
    }

    /// Locks: what is being written is finished, then the page is loaded anew and nothing is left in
    /// memory.
    pub fn lock(self) {
        leptos::task::spawn_local(async move {
            page::leave_field();
            // Out of sight at once, whatever is still being written.
            page::hide();
            self.close().await;
            history::replace(Screen::Gate.name());
            page::reload();
        });
    }

    /// The case in hand.
    pub fn with_file<T>(self, read: impl FnOnce(&CaseFile) -> T) -> Option<T> {
        let id = self.in_hand.get()?;
        self.files.with(|files| files.iter().find(|file| file.id() == id).map(read))
    }

    /// A copy of a case, to change and keep.
    fn file(self, id: Uuid) -> Option<CaseFile> {
        self.files.with_untracked(|files| files.iter().find(|file| file.id() == id).cloned())
    }

    /// Puts what a case has become in the place of what it was.
    fn put_file(self, file: CaseFile) {
        self.files.update(|files| match files.iter_mut().find(|kept| kept.id() == file.id()) {
            Some(kept) => *kept = file,
            None => files.push(file),
        });
    }
}
