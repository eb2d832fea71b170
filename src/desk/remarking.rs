//! What is written at the rows of a comparison: kept as one types, and at the latest when the vault locks.

use super::Desk;
use crate::{
    keeping::{self, Saved},
    platform::{clock, idb::IdbStore, idle},
};
use draagkracht_core::{
    person::{Moment, Person},
    remark::{About, Remark, Words},
};
use draagkracht_vault::{CaseFile, Damaged, Vault, VaultError};
use leptos::{prelude::*, task::spawn_local};
use uuid::Uuid;

/// How long nothing is typed before it is written, in milliseconds: a write a word, not a letter.
const QUIET: u32 = 600;

/// What the desk knows of it.
#[derive(Clone, Copy)]
pub struct Remarking {
    /// The row that was last written at.
    pub last: RwSignal<Option<About>>,
    /// What was typed and is not durable yet, in order.
    waiting: RwSignal<Vec<Waiting>>,
}

/// One of them. It is of the case that was in hand as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Waiting {
    case: Uuid,
    person: Person,
    moment: Moment,
    about: About,
    words: Words,
}

impl Remarking {
    /// Nothing was written.
    pub fn new() -> Self {
        Self { last: RwSignal::new(None), waiting: RwSignal::new(vec![]) }
    }

    /// Whether something is not durable yet.
    pub fn waits(self) -> bool {
        self.waiting.with_untracked(|waiting| !waiting.is_empty())
    }
}

impl Waiting {
    fn is_at(&self, other: &Self) -> bool {
        let at = |w: &Self| (w.case, w.person.clone(), w.moment, w.about);
        at(self) == at(other)
    }
}

impl Desk {
    /// What is written at the rows of a comparison.
    pub fn remarking(self) -> Remarking {
        self.held().remarks
    }

    /// What was said at the rows of somebody's comparison, with what is typed and not yet written. Empty
    /// while that comparison may not be seen.
    pub fn remarks(self, person: &Person, moment: Moment) -> Result<Vec<Remark>, Damaged> {
        let Some(file) = self.file_in_hand().filter(|_| self.may_be_seen(person, moment)) else {
            return Ok(vec![]);
        };
        let mut remarks = file.papers::<Remark>()?;
        for waiting in self.remarking().waiting.get_untracked() {
            if waiting.case == file.id() {
                match remarks.iter_mut().find(|remark| waiting.is_of(remark)) {
                    Some(remark) => remark.words = waiting.words,
                    None => remarks.push(waiting.into_new()),
                }
            }
        }
        remarks.retain(|remark| remark.person == *person && remark.moment == moment);
        Ok(remarks)
    }

    /// Takes what stands at a row now, and keeps it once nothing more is typed for a moment.
    pub fn remark(self, person: Person, moment: Moment, about: About, words: Words) {
        let Some(case) = self.in_hand.get_untracked() else { return };
        let typed = Waiting { case, person, moment, about, words };
        self.saved.set(Saved::Saving);
        self.remarking().last.set(Some(about));
        self.remarking().waiting.update(|waiting| {
            waiting.retain(|other| !other.is_at(&typed));
            waiting.push(typed.clone());
        });
        spawn_local(async move {
            idle::sleep(QUIET).await;
            // What was typed since then has a quiet moment of its own.
            if self.remarking().waiting.with_untracked(|waiting| waiting.contains(&typed)) {
                self.write_remarks().await;
            }
        });
    }

    /// Keeps now what was typed.
    pub fn keep_remarks(self) {
        if self.remarking().waits() {
            spawn_local(self.write_remarks());
        }
    }

    async fn write_remarks(self) {
        let held = self.held();
        let open = held.open.lock().await;
        let Some(vault) = &*open else { return };
        for waiting in self.remarking().waiting.get_untracked() {
            // One whose case was removed has nowhere to be kept, and waits no longer.
            if let Some(mut file) = self.file(waiting.case) {
                if let Err(error) = write(vault, &mut file, waiting.clone()).await {
                    self.read_again(vault, waiting.case).await;
                    return self.saved.set(keeping::said(&Err(error)));
                }
                self.put_file(file);
            }
            // What was typed meanwhile at the same row is another, and is still to be written.
            self.remarking().waiting.update(|still| still.retain(|other| *other != waiting));
            if !self.remarking().waits() {
                self.saved.set(Saved::Durable);
            }
        }
    }
}

/// One that has become empty is removed: nothing was said.
async fn write(
    vault: &Vault<IdbStore>,
    file: &mut CaseFile,
    waiting: Waiting,
) -> Result<(), VaultError> {
    let kept = file.papers::<Remark>()?.into_iter().find(|remark| waiting.is_of(remark));
    match kept {
        Some(kept) if waiting.words.is_blank() => {
            vault.remove_paper::<Remark>(file, kept.remark_id).await
        }
        Some(kept) if kept.words == waiting.words => Ok(()),
        Some(kept) => vault.save_paper(file, &kept.with(waiting.words, clock::now())).await,
        None if waiting.words.is_blank() => Ok(()),
        None => vault.save_paper(file, &waiting.into_new()).await,
    }
}

impl Waiting {
    fn is_of(&self, remark: &Remark) -> bool {
        remark.is_at(&self.person, self.moment, self.about)
    }

    fn into_new(self) -> Remark {
        let Self { person, moment, about, words, .. } = self;
        let now = clock::now();
        Remark {
            remark_id: clock::new_id(),
            person,
            moment,
            about,
            words,
            written: now.clone(),
            changed: now,
        }
    }
}
