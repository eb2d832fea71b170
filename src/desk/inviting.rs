//! An invitation for the resident's own phone: a link that carries case code, person and moment.

use super::Desk;
use crate::{
    i18n::Text,
    platform::{page, sharing},
};
use draagkracht_core::invitation::Invitation;
use leptos::{prelude::*, task::spawn_local};

impl Desk {
    /// The invitation to the list that was asked for, and the link that carries it.
    pub fn invitation(self) -> Option<(Invitation, String)> {
        let (person, moment) = self.subject.get_untracked()?;
        let code = self.file_in_hand()?.case()?.case_code;
        let invitation = Invitation { code, person, moment };
        let link = format!("{}#{invitation}", page::address()?);
        Some((invitation, link))
    }

    /// Puts a text on the clipboard and says so in `done`'s words.
    pub fn copy(self, text: String, done: Text) {
        spawn_local(async move {
            let said =
                if sharing::copy(&text).await.is_ok() { done } else { Text::InviteCopyFailed };
            self.notice.set(Some(self.t(said)));
        });
    }

    /// Opens the share sheet with a link.
    pub fn share_link(self, link: String) {
        spawn_local(async move {
            if sharing::share_link(&self.t(Text::AppName), &link).await.is_err() {
                self.notice.set(Some(self.t(Text::InviteShareFailed)));
            }
        });
    }
}
