//! What goes on around the desk: another tab with the same vault, a newer app that waits, a device that is
//! nearly full.

use super::{Desk, Screen};
use crate::{
    i18n::Text,
    platform::{
        history, idle, page,
        service_worker::{self, Offline},
        storage, tabs,
    },
    room::Room,
};
use draagkracht_vault::DataKey;
use futures::future::{Either, select};
use leptos::{prelude::*, task::spawn_local};
use std::pin::pin;
use uuid::Uuid;

/// The entry of the history that says why this tab locked: another took the vault over.
const TAKEN: &str = "desk-taken";
/// How long the key of a vault that is open elsewhere waits for an answer, in milliseconds.
const UNDECIDED: u32 = 60_000;
/// How long locking waits for what is being written or sealed, in milliseconds.
const UNLOCKED_AT_MOST: u32 = 5_000;

/// What the desk knows of it.
#[derive(Clone, Copy)]
pub struct Around {
    /// The vault that was unlocked here while another tab has it open, and its key.
    pub elsewhere: RwSignal<Option<(Uuid, DataKey)>>,
    /// A newer app waits.
    pub newer: RwSignal<bool>,
    /// There is little room left.
    pub scarce: RwSignal<bool>,
}

impl Around {
    /// Nothing is known yet.
    pub fn new() -> Self {
        Self {
            elsewhere: RwSignal::new(None),
            newer: RwSignal::new(false),
            scarce: RwSignal::new(false),
        }
    }
}

impl Desk {
    /// Takes a vault for this tab, unless another has it open; says whether this one has it now.
    pub(super) async fn claim(self, id: Uuid) -> bool {
        tabs::hold(&lock_of(id)).await
    }

    /// Leaves a vault that this tab took to others.
    pub(super) fn unclaim(id: Uuid) {
        tabs::release(&lock_of(id));
    }

    /// The key, when this tab has the vault to itself; otherwise the person is asked what to do, and the key
    /// waits for a minute.
    pub(super) async fn has_to_itself(self, id: Uuid, key: DataKey) -> Option<DataKey> {
        if self.claim(id).await {
            return Some(key);
        }
        let elsewhere = self.around.elsewhere;
        elsewhere.set(Some((id, key)));
        spawn_local(async move {
            idle::sleep(UNDECIDED).await;
            elsewhere.set(None);
        });
        None
    }

    /// Whether the chosen vault was unlocked here while another tab has it open.
    pub fn is_open_elsewhere(self) -> bool {
        let chosen = self.chosen.get();
        self.around
            .elsewhere
            .with(|waits| waits.as_ref().is_some_and(|(id, _)| Some(*id) == chosen))
    }

    /// Goes on here with a vault that another tab has open: that one keeps what it has, and locks.
    pub fn take_over(self) {
        let Some((id, key)) = self.around.elsewhere.try_update(Option::take).flatten() else {
            return;
        };
        self.busily(async move {
            if !tabs::take_over(&lock_of(id)).await {
                return Err(Text::TabsSilent);
            }
            self.open_here(id, key).await
        });
    }

    /// Gives the open vault up when another tab asks for it.
    pub(super) fn yield_when_asked(self, id: Uuid) {
        tabs::on_asked(&lock_of(id), move || {
            spawn_local(async move {
                self.close().await;
                history::replace(TAKEN);
                page::reload();
            });
        });
    }

    /// Once the desk is shown: why it was locked, if another tab did.
    pub(super) fn say_why_locked(self, entry: Option<&str>) {
        if entry == Some(TAKEN) {
            self.notice.set(Some(self.t(Text::TabsTaken)));
        }
    }

    /// Keeps the app for when there is no connection; a newer one waits until the person says so.
    pub(super) fn keep_app(self) {
        service_worker::keep(
            move |offline| self.around.newer.set(offline == Offline::NewVersion),
            move || self.close(),
        );
    }

    /// Whether to say that a newer app waits: not in the middle of a list.
    pub fn may_renew(self) -> bool {
        self.around.newer.get() && self.screen.get() != Screen::List
    }

    /// Looks how much room there is left.
    pub(super) async fn look_at_room(self) {
        let room = storage::room().await;
        self.around.scarce.set(room.is_some_and(Room::is_scarce));
    }

    /// Finishes what is being written, with what stands in a field that was not left yet, and lets go
    /// of the key. For right before the page is loaded anew.
    pub(super) async fn close(self) {
        page::leave_field();
        self.write_all();
        // What that asked to be kept has to get its turn first.
        idle::sleep(0).await;
        // What was just completed is sealed first. A seal that hangs does not keep the desk open: what is
        // written is whole either way.
        let held = self.held();
        let finished = pin!(async {
            let sealing = held.sealing.lock().await;
            (sealing, held.open.lock().await)
        });
        let patience = pin!(idle::sleep(UNLOCKED_AT_MOST));
        if let Either::Left(((_sealing, mut open), _)) = select(finished, patience).await {
            drop(open.take());
        }
        page::set_title("Draagkracht");
    }
}

fn lock_of(vault: Uuid) -> String {
    format!("draagkracht.vault.{vault}")
}
