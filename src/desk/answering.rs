//! The professional's own list: begun, answered page by page, completed, changed later.

use super::{Desk, Screen, cases::standing};
use crate::{
    keeping::{Saved, said},
    platform::clock,
};
use draagkracht_core::{
    answer::Answer,
    dossier::Cell,
    instrument::ItemId,
    person::{Moment, Person, Rater},
    response::Identity,
    session::Session,
};
use draagkracht_vault::{Vault, VaultError};
use leptos::{prelude::*, task::spawn_local};

impl Desk {
    /// Begins the professional's list about a person at a moment, or goes on with it, or opens the
    /// completed one again to change it.
    pub fn answer_list(self, person: Person, moment: Moment) {
        let cell = Cell { person, moment, rater: Rater::Professional };
        let Some(file) = self.file_in_hand() else { return };
        let found = standing(&file, |case| {
            let unblinded = case.is_unblinded(&cell);
            (case.session(&cell).cloned(), case.response(&cell).cloned(), unblinded)
        });
        let Some((session, response, unblinded)) = found else { return };
        let begun = session.is_some();
        let session = self.professional(|list| match (session, response) {
            (Some(session), _) => session.resume(list).map(|()| session),
            (None, Some(response)) => Session::reopen(&response, list),
            (None, None) => Ok(self.first(&cell, list)),
        });
        let Some(Ok(mut session)) = session else {
            return self.notice.set(Some(self.t(crate::i18n::Text::TroubleOtherList)));
        };
        if unblinded {
            session.set_unblinded();
        }
        let complete = session.manner().revision > 1;
        self.page.set(if complete { usize::MAX } else { 0 });
        self.list.set(Some(session.clone()));
        self.show(Screen::List);
        if !begun {
            self.keep(|vault, file| async move {
                let Some(mut file) = file else { return Ok(None) };
                vault.begin_session(&mut file, session).await?;
                Ok(Some(file))
            });
        }
    }

    fn first(self, cell: &Cell, list: &draagkracht_core::instrument::Instrument) -> Session {
        let pseudonym = self.pseudonym();
        let case = self.with_file(|file| file.case().cloned()).flatten();
        // A file without a case is never in hand: its screen has no lists.
        let (case_id, case_code) = case.map_or_else(
            || (clock::new_id(), draagkracht_core::case_code::CaseCode::from_random([0; 7])),
            |case| (case.case_id, case.case_code),
        );
        let identity = Identity {
            response_id: clock::new_id(),
            case_id,
            case_code,
            person: cell.person.clone(),
            rater: cell.rater,
            pseudonym,
            moment: cell.moment,
            started: clock::now(),
        };
        Session::begin(identity, list)
    }

    /// Whose vault is open.
    pub fn pseudonym(self) -> Option<String> {
        let chosen = self.chosen.get_untracked()?;
        self.vaults.with_untracked(|vaults| {
            let vault = vaults.iter().find(|vault| vault.id == chosen)?;
            vault.wraps.as_ref().ok()?.label.clone()
        })
    }

    /// Records an answer and keeps it.
    pub fn answer(self, item: &ItemId, answer: Answer) {
        self.list.update(|list| {
            let Some(session) = list else { return };
            self.professional(|instrument| session.answer(instrument, item, answer).ok());
        });
        self.save_list();
    }

    fn save_list(self) {
        let Some(session) = self.list.get_untracked() else { return };
        self.saved.set(Saved::Saving);
        spawn_local(async move {
            let held = self.held();
            let open = held.open.lock().await;
            let (Some(vault), Some(mut file)) = (&*open, self.file_in_hand()) else { return };
            // Of several changes at once the last is written by each: the same bytes do no harm.
            let session = self.list.get_untracked().unwrap_or(session);
            let kept = save(vault, &mut file, &session).await;
            if kept.is_ok() {
                self.put_file(file);
            }
            self.saved.set(said(&kept));
        });
    }

    /// Completes the list: from now on it stands.
    pub fn complete_list(self) {
        let Some(session) = self.list.get_untracked() else { return };
        let completed =
            self.professional(|list| session.complete(list, list.norm(), clock::now()).ok());
        let Some(response) = completed.flatten() else { return };
        self.keep(|vault, file| async move {
            let Some(mut file) = file else { return Ok(None) };
            vault.complete(&mut file, response, None).await?;
            Ok(Some(file))
        });
        self.list.set(None);
        self.back();
    }
}

async fn save(
    vault: &Vault<crate::platform::idb::IdbStore>,
    file: &mut draagkracht_vault::CaseFile,
    session: &Session,
) -> Result<(), VaultError> {
    use draagkracht_core::store::StoreError::Conflict;
    match vault.save_session(file, session).await {
        Err(VaultError::Store(Conflict { .. })) => {
            // Another tab wrote this case: its state is read again, and this answer goes over it.
            *file = vault.case(file.id()).await??;
            vault.save_session(file, session).await
        }
        kept => kept,
    }
}
