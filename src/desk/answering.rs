//! The professional's own list: begun, answered page by page, completed, changed later.

use super::{Desk, Screen, cases::standing};
use crate::{
    i18n::Text,
    keeping::{self, Kept, Saved},
    platform::clock,
};
use draagkracht_core::{
    answer::Answer,
    case::Case,
    dossier::Cell,
    instrument::ItemId,
    person::{Moment, Person, Rater},
    response::Identity,
    session::Session,
};
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
        let (Some((session, response, unblinded)), Some(case)) = (found, file.case()) else {
            return;
        };
        let begun = session.is_some();
        let session = self.professional(|list| match (session, response) {
            (Some(session), _) => session.resume(list).map(|()| session),
            (None, Some(response)) => Session::reopen(&response, list),
            (None, None) => Ok(Session::begin(identity(case, &cell, self.pseudonym()), list)),
        });
        let Some(Ok(mut session)) = session else {
            return self.notice.set(Some(self.t(Text::TroubleOtherList)));
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

    /// Keeps the list as it is now; also for another try after one that failed.
    pub fn save_list(self) {
        let Some(session) = self.list.get_untracked() else { return };
        let Some(id) = self.in_hand.get_untracked() else { return };
        self.saved.update(Saved::begin);
        spawn_local(async move {
            let held = self.held();
            let open = held.open.lock().await;
            let (Some(vault), Some(mut file)) = (&*open, self.file(id)) else { return };
            // Of several changes at once the last is written by each: the same bytes do no harm. Another
            // list may be on the screen by now.
            let session = self.shown(&session).unwrap_or(session);
            let kept = keeping::save(vault, &mut file, &session).await;
            match &kept {
                Ok(_) => self.put_file(file),
                Err(_) => self.read_again(vault, id).await,
            }
            match (&kept, self.shown(&session)) {
                (Ok(Kept::Joined(joined)), Some(shown)) => {
                    // What was answered meanwhile goes over what was joined; its own write comes after this.
                    self.list.set(Some(shown.join(Some(&session), joined.clone())));
                    self.notice.set(Some(self.t(Text::TroubleConflict)));
                }
                (Ok(Kept::Completed), Some(_)) => {
                    self.list.set(None);
                    self.put(Screen::Case);
                    self.notice.set(Some(self.t(Text::TroubleConflict)));
                }
                _ => {}
            }
            self.saved.set(keeping::said(&kept.map(drop)));
        });
    }

    /// The list on the screen, if it is this one.
    fn shown(self, session: &Session) -> Option<Session> {
        let id = session.identity().response_id;
        self.list.get_untracked().filter(|shown| shown.identity().response_id == id)
    }

    /// Completes the list: from now on it stands.
    pub fn complete_list(self) {
        let Some(session) = self.list.get_untracked() else { return };
        let completed =
            self.professional(|list| session.complete(list, list.norm(), clock::now()).ok());
        let Some(response) = completed.flatten() else { return };
        self.keep(move |vault, file| async move {
            let Some(mut file) = file else { return Ok(None) };
            vault.complete(&mut file, response, None).await?;
            // Only now: until it is durable the answers stay on the screen.
            self.list.set(None);
            if self.screen.get_untracked() == Screen::List {
                self.back();
            }
            Ok(Some(file))
        });
    }
}

/// Whose judgement, of which case and moment, a list that begins now will be.
pub(super) fn identity(case: &Case, cell: &Cell, pseudonym: Option<String>) -> Identity {
    Identity {
        response_id: clock::new_id(),
        case_id: case.case_id,
        case_code: case.case_code,
        person: cell.person.clone(),
        rater: cell.rater,
        pseudonym,
        moment: cell.moment,
        started: clock::now(),
    }
}
