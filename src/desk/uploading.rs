//! The outbox on its way to the organisation, and its receipts on their way back; a vault need not be
//! open for either.

use super::{Desk, Screen};
use crate::{
    platform::{clock, idle, prefs, upload},
    settings,
    uploading::{self, Receipt, Refusal},
};
use draagkracht_vault::outbox::{self, Entry, State};
use leptos::{prelude::*, task::spawn_local};
use std::cell::Cell;
use uuid::Uuid;

/// The first and the longest wait before trying again, in seconds.
const WAIT: [u32; 2] = [15, 600];

/// How far sending is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sending {
    /// Nothing is being sent.
    No,
    /// One is.
    Busy {
        /// Which.
        bundle: Uuid,
        /// How much of it, in percent.
        percent: u32,
    },
    /// It stopped. What was not taken still waits.
    Stopped(Refusal),
}

/// What this page does by itself about the outbox.
#[derive(Default)]
pub(super) struct Courier {
    /// The person asked to send: it goes on until everything is sent.
    asked: Cell<bool>,
    /// How long was waited before the last try, in seconds.
    waited: Cell<u32>,
    /// One is under way.
    busy: Cell<bool>,
    /// Counts the tries: one that was overtaken by another is dropped.
    tries: Cell<u32>,
}

impl Desk {
    /// Sends whatever waits, one after another, and goes on when the connection returns.
    pub fn send_all(self) {
        self.held().courier.asked.set(true);
        self.try_sending();
    }

    /// Sends by itself from now on, or not any more.
    pub fn set_sends_by_itself(self, by_itself: bool) {
        prefs::set_sends_by_itself(by_itself);
        self.send_by_itself();
    }

    /// Sends one bundle again that was sent before and of which nothing was heard.
    pub fn send_again(self, bundle: Uuid) {
        spawn_local(async move {
            let Some(entry) = self.entry(bundle) else { return };
            let Some((folder, _)) = self.place().await else { return };
            if self.send_one(&entry, &folder).await.is_ok() {
                self.sending.set(Sending::No);
            }
            self.read_outbox().await;
        });
    }

    /// Remembers what the organisation's server asks for, and tries with it.
    pub fn set_token(self, token: &str) {
        prefs::set_token(token.trim());
        self.send_all();
    }

    /// Sends if the person wanted it to go by itself, and asks for receipts.
    pub(super) fn send_by_itself(self) {
        let held = self.held();
        if prefs::sends_by_itself() || held.courier.asked.get() {
            held.courier.waited.set(0);
            self.try_sending();
        } else {
            spawn_local(self.ask_for_receipts());
        }
    }

    /// From now on, whenever the connection returns.
    pub(super) fn watch_connection(self) {
        upload::on_connection(move || self.send_by_itself());
    }

    fn try_sending(self) {
        if self.held().courier.busy.replace(true) {
            return;
        }
        spawn_local(async move {
            let stopped = self.send_waiting().await;
            self.held().courier.busy.set(false);
            if stopped.is_some_and(Refusal::passes) {
                self.try_later();
            }
            self.ask_for_receipts().await;
        });
    }

    fn try_later(self) {
        let held = self.held();
        let courier = &held.courier;
        let [first, longest] = WAIT;
        let wait = (courier.waited.get() * 2).clamp(first, longest);
        let number = courier.tries.get() + 1;
        courier.waited.set(wait);
        courier.tries.set(number);
        spawn_local(async move {
            idle::sleep(wait * 1000).await;
            if self.held().courier.tries.get() == number {
                self.try_sending();
            }
        });
    }

    /// Sends all that waits; why it stopped, if it did.
    async fn send_waiting(self) -> Option<Refusal> {
        let (folder, _) = self.place().await?;
        let held = self.held();
        held.courier.tries.set(held.courier.tries.get() + 1);
        self.sending.set(Sending::No);
        self.read_outbox().await;
        let waiting = |entry: &Entry| entry.state == State::Waiting;
        let mut all = self.outbox.get_untracked();
        all.retain(waiting);
        let mut stopped = None;
        for entry in all {
            if let Err(refusal) = self.send_one(&entry, &folder).await {
                stopped = Some(refusal);
                // Too large is a fault of this one only.
                if refusal != Refusal::TooLarge {
                    break;
                }
            }
            self.read_outbox().await;
        }
        if let Some(refusal) = stopped {
            self.sending.set(Sending::Stopped(refusal));
            return stopped;
        }
        self.sending.set(Sending::No);
        held.courier.asked.set(false);
        held.courier.waited.set(0);
        None
    }

    async fn send_one(self, entry: &Entry, folder: &str) -> Result<(), Refusal> {
        let bundle = entry.bundle_id;
        self.sending.set(Sending::Busy { bundle, percent: 0 });
        let progress = move |percent| self.sending.set(Sending::Busy { bundle, percent });
        let put = uploading::put(entry, folder, prefs::token().as_deref(), progress).await;
        match put {
            Ok(()) => {
                if let Ok(store) = self.store() {
                    // Not noting that it was taken only means that it is sent again.
                    let _ = outbox::mark_handed_in(&store, bundle, clock::now()).await;
                }
            }
            Err(refusal) => self.sending.set(Sending::Stopped(refusal)),
        }
        put
    }

    /// Looks whether the organisation has signed for what was sent.
    pub(super) async fn ask_for_receipts(self) {
        let Ok(store) = self.store() else { return };
        self.read_outbox().await;
        let sent = |entry: &Entry| matches!(entry.state, State::HandedIn { .. });
        let mut all = self.outbox.get_untracked();
        all.retain(sent);
        if all.is_empty() {
            return;
        }
        let Some((folder, key)) = self.place().await else { return };
        for entry in all {
            let receipt =
                uploading::fetch_receipt(&store, &folder, entry.bundle_id, key.as_deref()).await;
            match receipt {
                Receipt::Received | Receipt::NotYet => {}
                Receipt::Failed => break,
                // Elsewhere it would stand beside what somebody is filling in.
                other if self.screen.get_untracked() == Screen::Outbox => self.say_receipt(other),
                _ => {}
            }
        }
        self.read_outbox().await;
    }

    /// Where bundles go and whose receipts count; none when they are handed in as files.
    async fn place(self) -> Option<(String, Option<String>)> {
        let (config, _) = settings::newest().await;
        if config.is_some() {
            self.config.set(config);
        }
        self.config.with_untracked(|config| {
            let config = config.as_ref()?;
            Some((config.upload.as_ref()?.url.clone(), config.receipt_key.clone()))
        })
    }

    /// A bundle of the outbox.
    pub(super) fn entry(self, bundle: Uuid) -> Option<Entry> {
        self.outbox.with_untracked(|entries| {
            entries.iter().find(|entry| entry.bundle_id == bundle).cloned()
        })
    }
}
