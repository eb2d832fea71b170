//! Keeping what is typed: in memory at every key, on the disk once the typing rests for a second, when a
//! field or screen is left, when the page goes out of sight, and when the vault is locked.
//!
//! A text in which something looks like a name, a birth date or a BSN waits until the writer has seen
//! that. It is not lost meanwhile: leaving and locking write it.

use super::{Desk, shelf::Shelf};
use crate::{
    keeping::{self, Saved},
    platform::idle,
};
use draagkracht_core::{form::FormResponse, note::Note, plan::Plan, remark::Remark};
use draagkracht_vault::{Damaged, Paper, Vault, VaultError};
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
    /// What is written at a row of a comparison.
    Remark(Box<Remark>),
}

/// A paper that is drafted here.
pub trait Drafted: Paper + Clone {
    /// The paper in a draft; none when the draft is of another kind.
    fn of(draft: &Draft) -> Option<&Self>;
}

impl Drafted for Plan {
    fn of(draft: &Draft) -> Option<&Self> {
        if let Draft::Plan(plan) = draft { Some(plan) } else { None }
    }
}

impl Drafted for Note {
    fn of(draft: &Draft) -> Option<&Self> {
        if let Draft::Note(note) = draft { Some(note) } else { None }
    }
}

impl Drafted for FormResponse {
    fn of(draft: &Draft) -> Option<&Self> {
        if let Draft::Answers(answers) = draft { Some(answers) } else { None }
    }
}

impl Drafted for Remark {
    fn of(draft: &Draft) -> Option<&Self> {
        if let Draft::Remark(remark) = draft { Some(remark) } else { None }
    }
}

/// The newest of each, with the record of its case; none for what is of no case.
type Drafts = BTreeMap<Uuid, (Option<Uuid>, Draft)>;

/// What is not on the disk yet; copied freely.
#[derive(Clone, Copy)]
pub struct Writing {
    /// The field that was typed in last; empty after a choice.
    pub last: RwSignal<String>,
    /// The fields whose text waits for the writer to look at what it seems to have in it.
    pub waiting: RwSignal<BTreeSet<String>>,
    /// Words that the writer looked at and left.
    pub left: RwSignal<BTreeSet<String>>,
    drafts: RwSignal<Drafts>,
    /// What is being put on the disk right now.
    under_way: RwSignal<Drafts>,
    typed: RwSignal<u32>,
}

impl Draft {
    fn id(&self) -> Uuid {
        match self {
            Self::Plan(plan) => plan.plan_id,
            Self::Note(note) => note.note_id,
            Self::Answers(answers) => answers.response_id,
            Self::Remark(remark) => remark.remark_id,
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
            drafts: RwSignal::new(Drafts::new()),
            under_way: RwSignal::new(Drafts::new()),
            typed: RwSignal::new(0),
        }
    }

    /// Whether this plan, note, list or remark has something that is not on the disk.
    pub fn has(self, id: Uuid) -> bool {
        self.drafts.with_untracked(|drafts| drafts.contains_key(&id))
    }

    /// Whether anything is not on the disk. Follows it.
    pub fn is_behind(self) -> bool {
        self.drafts.with(|drafts| !drafts.is_empty())
    }

    /// Papers of a case, or of none, as they are: what is not on the disk yet in the place of what is.
    pub fn over<P: Drafted>(self, of: Option<Uuid>, mut papers: Vec<P>) -> Vec<P> {
        for drafts in [self.under_way, self.drafts] {
            drafts.with_untracked(|drafts| {
                let of_this = drafts.values().filter(|(case, _)| *case == of);
                for newer in of_this.filter_map(|(_, draft)| P::of(draft)) {
                    match papers.iter_mut().find(|paper| paper.id() == newer.id()) {
                        Some(paper) => paper.clone_from(newer),
                        None => papers.push(newer.clone()),
                    }
                }
            });
        }
        papers
    }
}

impl Desk {
    /// What is being written.
    pub fn writing(self) -> Writing {
        self.held().writing
    }

    /// The papers of a kind in the case in hand, as they are.
    pub fn papers<P: Drafted>(self) -> Result<Vec<P>, Damaged> {
        let Some(file) = self.file_in_hand() else { return Ok(vec![]) };
        Ok(self.writing().over(Some(file.id()), file.papers()?))
    }

    /// What is to be written, in the place of what it was.
    pub(super) fn put_draft(self, draft: Draft) {
        let of = match &draft {
            Draft::Answers(answers) if answers.case.is_none() => None,
            _ => self.in_hand.get_untracked(),
        };
        self.writing().drafts.update(|drafts| _ = drafts.insert(draft.id(), (of, draft)));
        self.saved.update(Saved::begin);
    }

    /// Writes once nothing was typed for a second.
    pub(super) fn write_soon(self) {
        let typed = self.writing().typed;
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
        if self.writing().waiting.with_untracked(BTreeSet::is_empty) {
            self.write_all();
        }
    }

    /// Writes what is not on the disk.
    pub fn write_all(self) {
        let writing = self.writing();
        writing.waiting.update(BTreeSet::clear);
        if writing.drafts.with_untracked(BTreeMap::is_empty) {
            return;
        }
        self.saved.update(Saved::begin);
        spawn_local(async move {
            let held = self.held();
            let open = held.open.lock().await;
            let Some(vault) = &*open else { return };
            // Taken only now: of several calls at once the first writes the newest, and the others nothing.
            let drafts = writing.drafts.try_update(std::mem::take).unwrap_or_default();
            writing.under_way.set(drafts.clone());
            let mut last = Ok(());
            for (id, (of, draft)) in drafts {
                let written = self.write(vault, of, &draft).await;
                if let Err(error) = written {
                    // What was typed meanwhile is newer.
                    writing.drafts.update(|drafts| _ = drafts.entry(id).or_insert((of, draft)));
                    last = Err(error);
                }
            }
            writing.under_way.update(BTreeMap::clear);
            let behind = last.is_ok() && writing.drafts.with_untracked(|d| !d.is_empty());
            self.saved.set(if behind { Saved::Saving } else { keeping::said(&last) });
        });
    }

    /// Leaves what is being written, as when another screen is shown: it is on its way to the disk.
    pub(super) fn leave_writing(self) {
        self.write_all();
        self.writing().last.set(String::new());
    }

    async fn write(
        self,
        vault: &Vault<Shelf>,
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
            Draft::Remark(remark) if remark.words.is_blank() => {
                vault.remove_paper::<Remark>(&mut file, remark.remark_id).await
            }
            Draft::Remark(remark) => vault.save_paper(&mut file, &**remark).await,
        };
        match &written {
            Ok(()) => self.put_file(file),
            Err(_) => self.read_again(vault, id).await,
        }
        written
    }
}
