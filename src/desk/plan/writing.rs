//! Keeping what is typed: in memory at every key, on the disk once the typing rests for a second, when a
//! field or screen is left, when the page goes out of sight, and when the vault is locked.
//!
//! A text in which something looks like a name, a birth date or a BSN waits until the writer has seen
//! that. It is not lost meanwhile: leaving and locking write it.

use crate::{
    desk::Desk,
    keeping::{self, Saved},
    platform::{idb::IdbStore, idle},
};
use draagkracht_core::{form::FormResponse, note::Note, plan::Plan};
use draagkracht_vault::{Vault, VaultError};
use leptos::{prelude::*, task::spawn_local};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// How long typing rests before it is written, in milliseconds.
const REST: u32 = 1_000;

/// Something that is being written, as a whole.
#[derive(Debug, Clone)]
pub enum Draft {
    /// A plan.
    Plan(Box<Plan>),
    /// A note.
    Note(Box<Note>),
    /// Answers to a list of the professional's.
    Answers(Box<FormResponse>),
}

/// What is not on the disk yet; copied freely.
#[derive(Clone, Copy)]
pub struct Writing {
    /// The field that was typed in last; empty after a choice.
    pub last: RwSignal<String>,
    /// The fields whose text waits for the writer to look at what it seems to have in it.
    pub waiting: RwSignal<BTreeSet<String>>,
    /// Words that the writer looked at and left.
    pub left: RwSignal<BTreeSet<String>>,
    /// The newest of each, with the record of its case; none for what is of no case.
    drafts: RwSignal<BTreeMap<Uuid, (Option<Uuid>, Draft)>>,
    typed: RwSignal<u32>,
}

impl Draft {
    fn id(&self) -> Uuid {
        match self {
            Self::Plan(plan) => plan.plan_id,
            Self::Note(note) => note.note_id,
            Self::Answers(answers) => answers.response_id,
        }
    }
}

impl Writing {
    /// Nothing is being written.
    pub fn new() -> Self {
        Self {
            last: RwSignal::new(String::new()),
            waiting: RwSignal::new(BTreeSet::new()),
            left: RwSignal::new(BTreeSet::new()),
            drafts: RwSignal::new(BTreeMap::new()),
            typed: RwSignal::new(0),
        }
    }

    /// Whether this plan, note or list has something that is not on the disk.
    pub fn has(self, id: Uuid) -> bool {
        self.drafts.with_untracked(|drafts| drafts.contains_key(&id))
    }

    /// Whether anything is not on the disk. Follows it.
    pub fn is_behind(self) -> bool {
        self.drafts.with(|drafts| !drafts.is_empty())
    }
}

impl Desk {
    /// What is to be written, in the place of what it was.
    pub(super) fn put_draft(self, draft: Draft) {
        let of = match &draft {
            Draft::Answers(answers) if answers.case.is_none() => None,
            _ => self.in_hand.get_untracked(),
        };
        self.planning().writing.drafts.update(|drafts| _ = drafts.insert(draft.id(), (of, draft)));
        self.saved.set(Saved::Saving);
    }

    /// Writes once nothing was typed for a second.
    pub(super) fn write_soon(self) {
        let typed = self.planning().writing.typed;
        typed.update(|typed| *typed += 1);
        let ticket = typed.get_untracked();
        spawn_local(async move {
            idle::sleep(REST).await;
            if typed.get_untracked() == ticket {
                self.planning().rest.update(|rest| *rest += 1);
                self.write_now();
            }
        });
    }

    /// Writes what is not on the disk, unless a text waits to be looked at.
    pub fn write_now(self) {
        if self.planning().writing.waiting.with_untracked(BTreeSet::is_empty) {
            self.write_all();
        }
    }

    /// Writes what is not on the disk.
    pub fn write_all(self) {
        let writing = self.planning().writing;
        writing.waiting.update(BTreeSet::clear);
        if writing.drafts.with_untracked(BTreeMap::is_empty) {
            return;
        }
        self.saved.set(Saved::Saving);
        spawn_local(async move {
            let held = self.held();
            let open = held.open.lock().await;
            let Some(vault) = &*open else { return };
            // Taken only now: of several calls at once the first writes the newest, and the others nothing.
            let drafts = writing.drafts.try_update(std::mem::take).unwrap_or_default();
            let mut last = Ok(());
            for (id, (of, draft)) in drafts {
                let written = self.write(vault, of, &draft).await;
                if let Err(error) = written {
                    // What was typed meanwhile is newer.
                    writing.drafts.update(|drafts| _ = drafts.entry(id).or_insert((of, draft)));
                    last = Err(error);
                }
            }
            let behind = last.is_ok() && writing.drafts.with_untracked(|d| !d.is_empty());
            self.saved.set(if behind { Saved::Saving } else { keeping::said(&last) });
        });
    }

    async fn write(
        self,
        vault: &Vault<IdbStore>,
        of: Option<Uuid>,
        draft: &Draft,
    ) -> Result<(), VaultError> {
        if let (None, Draft::Answers(answers)) = (of, draft) {
            return vault.save_own_answers(answers).await;
        }
        // A case that was removed meanwhile has no plan any more.
        let Some(mut file) = of.and_then(|id| self.file(id)) else { return Ok(()) };
        let id = file.id();
        let written = match draft {
            Draft::Plan(plan) => vault.save_paper(&mut file, &**plan).await,
            Draft::Note(note) if note.words.is_blank() => {
                vault.remove_paper::<Note>(&mut file, note.note_id).await
            }
            Draft::Note(note) => vault.save_paper(&mut file, &**note).await,
            Draft::Answers(answers) => vault.save_paper(&mut file, &**answers).await,
        };
        match &written {
            Ok(()) => self.put_file(file),
            Err(_) => self.read_again(vault, id).await,
        }
        written
    }
}
