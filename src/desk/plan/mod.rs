//! From question to goals: the plan in hand, notes, and lists for the professional. What is typed is in
//! memory at once and on the disk a moment later ([`super::writing`]).

mod asking;
mod noting;
mod remarks;
mod sending;
mod weighing;

pub use asking::List;
pub use noting::{Interview, Theme};
pub use remarks::Remark;
pub use sending::PlanWay;
pub(super) use sending::{ids_of, left_of};
pub use weighing::Weighing;

use super::{Desk, Screen, cases::standing, screens::PlanView, writing::Draft};
use crate::platform::clock;
use draagkracht_core::{
    form::FormResponse,
    free_text::FreeText,
    person::{Moment, Person},
    plan::{Asker, Checks, GoalId, Identity, InterventionId, Occasion, Plan, Request},
};
use draagkracht_vault::CaseFile;
use leptos::prelude::*;
use std::rc::Rc;
use uuid::Uuid;

/// Handles to what is being written; copied freely.
#[derive(Clone, Copy)]
pub struct Planning {
    /// The plan as it stands on the screen.
    pub plan: RwSignal<Option<Plan>>,
    /// The moment that this conversation belongs to; none between two of them and after the third.
    pub moment: RwSignal<Option<Moment>>,
    /// The goal on the screen.
    pub goal: RwSignal<Option<GoalId>>,
    /// The intervention on the screen.
    pub action: RwSignal<Option<InterventionId>>,
    /// The list of the professional's on the screen.
    pub answers: RwSignal<Option<FormResponse>>,
    /// A list that was never written.
    fresh: RwSignal<Option<Uuid>>,
    /// Rises when what was typed has come to rest: only then the checks look again.
    pub rest: RwSignal<u32>,
    /// The record of the case that all of it is of.
    of: RwSignal<Option<Uuid>>,
    checks: StoredValue<Option<Rc<Checks>>, LocalStorage>,
}

impl Planning {
    /// Nothing is in hand.
    pub fn new() -> Self {
        Self {
            plan: RwSignal::new(None),
            moment: RwSignal::new(None),
            goal: RwSignal::new(None),
            action: RwSignal::new(None),
            answers: RwSignal::new(None),
            fresh: RwSignal::new(None),
            rest: RwSignal::new(0),
            of: RwSignal::new(None),
            checks: StoredValue::new_local(None),
        }
    }
}

impl Desk {
    /// Shows the newest chain of a person, or where one begins.
    pub fn open_plan(self, person: &Person) {
        let Some(file) = self.file_in_hand() else { return };
        let moment = moment_of(&file, person);
        self.subject.set(Some((person.clone(), moment)));
        self.planning().moment.set(Some(moment));
        self.planning().of.set(Some(file.id()));
        self.planning().plan.set(self.chains().pop());
        self.show(Screen::Plan(PlanView::Overview));
    }

    /// Takes the plan and the list that are in hand off the table: what is kept may be another now.
    pub(super) fn put_plan_away(self) {
        self.planning().plan.set(None);
        self.planning().answers.set(None);
    }

    /// Shows another chain of the same person.
    pub fn open_chain(self, plan: Uuid) {
        if let Some(plan) = self.chains().into_iter().find(|kept| kept.plan_id == plan) {
            self.planning().plan.set(Some(plan));
        }
    }

    /// The chains of the person in hand, the oldest first. One that cannot be read is counted where the
    /// case is read.
    pub fn chains(self) -> Vec<Plan> {
        let Some((person, _)) = self.subject.get_untracked() else { return vec![] };
        let mut plans: Vec<Plan> = self.papers().unwrap_or_default();
        plans.retain(|plan| plan.person == person);
        plans.sort_by(|a, b| a.begun.at.cmp(&b.begun.at));
        plans
    }

    /// Begins a chain; it goes on from the one before it, if there is one.
    pub fn begin_plan(self, asked_by: Asker) {
        let Some((person, _)) = self.subject.get_untracked() else { return };
        let Some(case) = self.file_in_hand().and_then(|file| file.case().cloned()) else { return };
        let identity = Identity {
            plan_id: clock::new_id(),
            case_id: case.case_id,
            case_code: case.case_code,
            person,
            pseudonym: self.pseudonym(),
        };
        let request = Request { words: FreeText::default(), asked_by };
        let mut plan = Plan::begin(identity, self.occasion(), request);
        plan.follows = self.chains().last().map(|before| before.plan_id);
        self.planning().plan.set(Some(plan.clone()));
        self.put_draft(Draft::Plan(Box::new(plan)));
        self.write_now();
    }

    /// This conversation: its moment, and the time.
    pub fn occasion(self) -> Occasion {
        Occasion { moment: self.planning().moment.get_untracked(), at: clock::now() }
    }

    /// The plan in hand, unless another case is. Follows nothing.
    pub fn plan(self) -> Option<Plan> {
        let of_this = self.planning().of.get_untracked() == self.in_hand.get_untracked();
        self.planning().plan.get_untracked().filter(|_| of_this)
    }

    /// Changes the plan and writes it.
    pub fn change_plan(self, change: impl FnOnce(&mut Plan)) {
        self.writing().last.set(String::new());
        self.update_plan(change);
        self.planning().rest.update(|rest| *rest += 1);
        self.write_now();
    }

    /// Changes what was typed in the plan; it is written once the typing rests.
    pub fn type_plan(self, change: impl FnOnce(&mut Plan)) {
        self.update_plan(change);
        self.write_soon();
    }

    fn update_plan(self, change: impl FnOnce(&mut Plan)) {
        if self.plan().is_none() {
            return;
        }
        let mut kept = None;
        self.planning().plan.update(|plan| {
            let Some(plan) = plan else { return };
            let before = plan.clone();
            change(plan);
            if *plan == before {
                return;
            }
            plan.changed = clock::now().max(before.changed);
            if !self.writing().has(plan.plan_id) {
                plan.revision = plan.revision.saturating_add(1);
            }
            kept = Some(plan.clone());
        });
        if let Some(plan) = kept {
            self.put_draft(Draft::Plan(Box::new(plan)));
        }
    }
}

/// The last moment of which there is any list of somebody: a plan is made with it on the table.
fn moment_of(file: &CaseFile, person: &Person) -> Moment {
    let last = standing(file, |case| {
        let answered = case.responses.iter().filter(|r| r.person == *person).map(|r| r.moment);
        let begun = case.sessions.iter().map(|session| session.identity());
        let begun = begun.filter(|list| list.person == *person).map(|list| list.moment);
        answered.chain(begun).max()
    });
    last.flatten().unwrap_or(Moment::T1)
}
