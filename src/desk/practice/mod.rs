//! Practising: made-up cases in a vault in memory, in a page that never opens the database. Nothing of it is
//! written, sealed or sent, and all of it is gone when the page is loaded anew.

mod cases;
mod lists;
mod plan;

use super::{Desk, Screen, shelf::Shelf};
use crate::{
    i18n::Text,
    platform::{history, page, rng},
};
use draagkracht_vault::{DataKey, Vault, VaultError, random::uuid_v4};
use leptos::{prelude::*, task::spawn_local};
use std::rc::Rc;

/// The entry of the history that a page which is for practising begins with.
const ENTRY: &str = "desk-practice";

/// Whether the page that begins is for practising.
pub(super) fn was_asked_for() -> bool {
    history::current().as_deref() == Some(ENTRY)
}

impl Screen {
    /// Whether what can be done there makes sense with a real case only.
    pub(super) fn is_for_real_only(self) -> bool {
        use Screen::{
            Give, HandOver, Import, Invitation, NewVault, Outbox, Recover, Unlock, Vault,
        };
        matches!(
            self,
            NewVault | Unlock | Recover | HandOver | Invitation | Give | Import | Outbox | Vault
        )
    }
}

impl Desk {
    /// Whether this page is for practising.
    pub fn is_practice(self) -> bool {
        self.held.with_value(|held| held.practice)
    }

    /// Says, while practising, that this can be done with a real case only.
    pub(super) fn refuses_practice(self) -> bool {
        if self.is_practice() {
            self.notice.set(Some(self.t(Text::PracticeRefused)));
        }
        self.is_practice()
    }

    /// What the last write means for the person; what one practises with is not kept on the disk. Follows it.
    pub(super) fn kept(self) -> Option<Text> {
        let text = self.saved.get().text();
        text.map(|text| match text {
            Text::Saved if self.is_practice() => Text::PracticeKept,
            text => text,
        })
    }

    /// Leaves for a page to practise in; a vault that is open is locked first.
    pub fn practise(self) {
        spawn_local(async move {
            page::leave_field();
            page::hide();
            self.close().await;
            history::replace(ENTRY);
            page::reload();
        });
    }

    /// Makes the cases and shows them.
    pub(super) async fn begin_practice(self) {
        match self.made_up().await {
            Ok(vault) => {
                self.read_cases(&vault).await;
                *self.held().open.lock().await = Some(Rc::new(vault));
                self.screen.set(Screen::Cases);
            }
            Err(_) => self.notice.set(Some(self.t(Text::TroubleLoad))),
        }
        history::replace(self.screen.get_untracked().name());
    }

    async fn made_up(self) -> Result<Vault<Shelf>, VaultError> {
        let (id, key) = (uuid_v4(rng::fill), DataKey::generate(rng::fill));
        // No way to open it again: there is none to keep.
        let vault = Vault::create(Shelf::for_practice(), id, key, vec![], rng::fill).await?;
        for case in cases::ALL {
            self.make_up(&vault, case).await?;
        }
        Ok(vault)
    }
}
