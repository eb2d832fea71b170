//! The outbox on its way to the organisation, and its receipts on their way back; a vault need not be
//! open for either.

use super::{Desk, Screen, gate::said};
use crate::{
    platform::{clock, idle, prefs, upload},
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

    /// Sends a bundle again that was sent before and of which nothing was heard: it waits with the others.
    pub fn send_again(self, bundle: Uuid) {
        spawn_local(async move {
            let Ok(store) = self.store() else { return };
            match outbox::wait_again(&store, bundle).await {
                Ok(()) => {
                    self.read_outbox().await;
                    self.send_all();
                }
                Err(error) => self.error.set(Some(self.t(said(&error)))),
            }
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
        let mut stopped = None;
        let mut tried = vec![];
        // Meanwhile another may be sealed, or is to be sent again.
        while let Some(entry) = self.next_waiting(&tried) {
            tried.push(entry.bundle_id);
            if let Err(refusal) = self.send_one(&entry, &folder).await {
                stopped = Some(refusal);
                // Too large is a fault of this one only.
                if refusal != Refusal::TooLarge {
                    break;
                }
            }
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

    fn next_waiting(self, tried: &[Uuid]) -> Option<Entry> {
        let next = |e: &&Entry| e.state == State::Waiting && !tried.contains(&e.bundle_id);
        self.outbox.with_untracked(|entries| entries.iter().find(next).cloned())
    }

    async fn send_one(self, entry: &Entry, folder: &str) -> Result<(), Refusal> {
        let bundle = entry.bundle_id;
        self.sending.set(Sending::Busy { bundle, percent: 0 });
        let progress = move |percent| self.sending.set(Sending::Busy { bundle, percent });
        let put = uploading::put(entry, folder, prefs::token().as_deref(), progress).await;
        match put {
            Ok(()) => {
                let at = clock::now();
                if let Ok(store) = self.store() {
                    // Not noting that it was taken only means that it is sent again.
                    let _ = outbox::mark_handed_in(&store, bundle, at.clone()).await;
                }
                // Shown without reading, and hashing, the whole outbox once more for each.
                self.outbox.update(|entries| {
                    if let Some(entry) = entries.iter_mut().find(|e| e.bundle_id == bundle) {
                        entry.state = State::HandedIn { at };
                    }
                });
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
        self.renew_config().await;
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
