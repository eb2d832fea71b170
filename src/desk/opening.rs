//! Opening the desk: the words, both questionnaires, the vaults on this device.

use super::{
    Desk, Held, Screen, plan::Planning, practice, screens::Stop, uploading::Courier,
    writing::Writing,
};
use crate::{
    i18n::{ALL, Language, Texts},
    platform::{
        element, fetch, history,
        idb::{IdbStore, Notice, schema},
        idle, page, prefs,
    },
    settings,
};
use async_lock::Mutex;
use draagkracht_core::instrument::Instrument;
use draagkracht_vault::{outbox, vault};
use leptos::{prelude::*, task::spawn_local};

/// Opens the desk in the page.
pub fn start() {
    mount_to_body(run);
}

fn run() {
    let owner = Owner::current().unwrap_or_default();
    let practice = practice::was_asked_for();
    spawn_local(async move {
        page::add_style("professional.css");
        let language = Language::from_tag(&prefs::language().unwrap_or_default());
        let language = language.of_professional();
        page::set_language(language.tag(), language.direction());
        page::set_text_size(&prefs::text_size().unwrap_or_else(|| "normal".to_owned()));
        let (texts, professional, resident, store) = futures::join!(
            texts(language),
            instrument("professional.v1", language),
            instrument("resident.v1", language),
            async { if practice { None } else { store().await } }
        );
        let Some(texts) = texts else { return page::show_start_failed() };
        let held = || Held {
            texts,
            language,
            professional,
            resident,
            store,
            courier: Courier::default(),
            writing: Writing::new(),
            planning: Planning::new(),
            practice,
            open: Mutex::new(None),
            sealing: Mutex::new(()),
        };
        owner.with(|| Desk::new(held())).begin(&owner);
    });
}

async fn texts(language: Language) -> Option<Texts> {
    let part = |key: String| async move { String::from_utf8(fetch::asset(&key).await.ok()?).ok() };
    let resident = part(["texts/", language.tag()].concat()).await?;
    let professional = part(["texts/professional.", language.tag()].concat()).await?;
    Texts::load(&[resident, professional].join("\n"), ALL).ok()
}

async fn instrument(id: &str, language: Language) -> Option<Instrument> {
    let key = ["instrument/", id, ".", language.tag()].concat();
    Instrument::from_compiled(&fetch::asset(&key).await.ok()?).ok()
}

async fn store() -> Option<IdbStore> {
    let opened = IdbStore::open(schema::NAME, |notice| match notice {
        Notice::GivenUp => page::reload(),
        Notice::Blocked => {}
    });
    opened.await.ok()
}

impl Desk {
    async fn find(self) {
        let held = self.held();
        if let Some(store) = &held.store {
            self.vaults.set(vault::all(store).await.unwrap_or_default());
            self.read_outbox().await;
        }
    }

    /// Reads the outbox; it can be read while every vault is locked.
    pub(super) async fn read_outbox(self) {
        let held = self.held();
        let Some(store) = &held.store else { return };
        if let Ok(entries) = outbox::list(store).await {
            self.outbox.set(entries.into_iter().flatten().collect());
        }
        self.look_at_room().await;
    }

    /// The gate; before there is any vault, once, what this is.
    fn first_screen(self) -> Screen {
        let new = self.vaults.with_untracked(Vec::is_empty) && !prefs::toured();
        if new { Screen::Tour(Stop::What) } else { Screen::Gate }
    }

    fn begin(self, owner: &Owner) {
        let owner = owner.clone();
        spawn_local(async move {
            self.config.set(settings::kept());
            self.find().await;
            let told = history::current();
            if self.is_practice() {
                self.begin_practice().await;
            } else {
                self.screen.set(self.first_screen());
                history::replace(self.screen.get_untracked().name());
            }
            owner.with(|| {
                history::on_move(move |entry| self.moved(entry.as_deref()));
                if let Some(root) = element::root() {
                    drop(super::screens::fill(self, root));
                }
            });
            self.say_why_locked(told.as_deref());
            self.keep_app();
            idle::on_hidden(move || self.write_all());
            self.renew_config().await;
            if !self.is_practice() {
                self.watch_connection();
                self.send_by_itself();
            }
        });
    }
}
