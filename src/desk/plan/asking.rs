//! The professional's lists with other questions: about the case (`case.v1`), filled with what the plan
//! knows, and about their own work (`conditions.v1`).

use crate::{
    desk::{Desk, Screen, screens::PlanView, writing::Draft},
    platform::clock,
};
use draagkracht_core::{
    case_questionnaire,
    form::{AboutCase, Answers, Form, FormAnswer, FormResponse},
    instrument::ItemId,
    person::Moment,
};
use leptos::{prelude::*, task::spawn_local};

/// A list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// About the case in hand.
    Case,
    /// About the professional's own work.
    Conditions,
}

impl List {
    fn id(self) -> &'static str {
        match self {
            Self::Case => case_questionnaire::ID,
            Self::Conditions => "conditions.v1",
        }
    }
}

impl Desk {
    /// The list of these answers in the professional's language.
    pub fn form_of(self, answers: &FormResponse) -> Option<Form> {
        Form::in_language(&answers.form.id, self.language().tag())
    }

    /// Begins a list, or goes on with it.
    pub fn open_list(self, list: List) {
        self.page.set(0);
        match list {
            List::Case => self.show_list(list, self.case_answers(list)),
            List::Conditions => spawn_local(async move {
                let held = self.held();
                let open = held.open.lock().await;
                let Some(vault) = &*open else { return };
                let all = vault.own_answers().await.unwrap_or_default();
                drop(open);
                let of_list = |kept: &FormResponse| kept.form.id == list.id();
                let read = all.into_iter().filter_map(Result::ok).collect();
                let kept = self.writing().over(None, read).into_iter().rfind(of_list);
                self.show_list(list, kept);
            }),
        }
    }

    fn case_answers(self, list: List) -> Option<FormResponse> {
        let (person, _) = self.subject.get_untracked()?;
        let kept: Vec<FormResponse> = self.papers().ok()?;
        let about = |case: &AboutCase| case.person == person && case.moment == self.list_moment();
        let of_person = |kept: &FormResponse| {
            kept.form.id == list.id() && kept.case.as_ref().is_some_and(about)
        };
        kept.into_iter().rfind(of_person)
    }

    /// The moment that a list is asked at: each has its own; a conversation after the last counts for it.
    fn list_moment(self) -> Moment {
        self.planning().moment.get_untracked().unwrap_or(Moment::T3)
    }

    fn show_list(self, list: List, kept: Option<FormResponse>) {
        let Some(answers) = kept.or_else(|| self.new_answers(list)) else { return };
        self.planning().answers.set(Some(answers));
        self.show(Screen::Plan(PlanView::List));
    }

    fn new_answers(self, list: List) -> Option<FormResponse> {
        let form = Form::in_language(list.id(), self.language().tag())?;
        let (case, known) = match list {
            List::Conditions => (None, Answers::new()),
            List::Case => {
                let case = self.file_in_hand()?.case()?.clone();
                let (person, _) = self.subject.get_untracked()?;
                let moment = self.list_moment();
                let about =
                    AboutCase { case_id: case.case_id, case_code: case.case_code, person, moment };
                let known = self.plan().as_ref().map(case_questionnaire::prefill);
                (Some(about), known.unwrap_or_default())
            }
        };
        let (id, now) = (clock::new_id(), clock::now());
        self.planning().fresh.set(Some(id));
        Some(FormResponse::begin(id, &form, case, self.pseudonym(), known, now))
    }

    /// Gives an answer, or takes it away; what it makes pointless goes with it.
    pub fn answer_field(self, field: &ItemId, answer: Option<FormAnswer>) {
        self.writing().last.set(String::new());
        self.change_answers(field, answer);
        self.write_now();
    }

    /// The same for what is being typed.
    pub fn type_field(self, field: &ItemId, answer: FormAnswer) {
        self.change_answers(field, Some(answer));
        self.write_soon();
    }

    fn change_answers(self, field: &ItemId, answer: Option<FormAnswer>) {
        let Some(kept) = self.planning().answers.get_untracked() else { return };
        let Some(form) = self.form_of(&kept) else { return };
        let mut answers = kept.answers.clone();
        // The screen offers only what fits.
        if form.put(&mut answers, field, answer).is_ok() && answers != kept.answers {
            self.revise(&kept, answers, false);
        }
    }

    fn revise(self, kept: &FormResponse, answers: Answers, ready: bool) {
        let now = clock::now().max(kept.changed.clone());
        let mut revised = kept.revised(answers, ready, now);
        // What was never on the disk is no revision of its own.
        let fresh = self.planning().fresh.get_untracked() == Some(kept.response_id);
        if fresh || self.writing().has(kept.response_id) {
            revised.revision = kept.revision;
        }
        self.planning().fresh.set(None);
        self.planning().answers.set(Some(revised.clone()));
        self.put_draft(Draft::Answers(Box::new(revised)));
    }

    /// Says that the list is ready.
    pub fn complete_answers(self) {
        let Some(kept) = self.planning().answers.get_untracked() else { return };
        self.revise(&kept, kept.answers.clone(), true);
        self.write_all();
        if kept.case.is_none() {
            spawn_local(self.send_off());
        }
        self.back();
    }
}
