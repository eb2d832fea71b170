//! What the person does on the way through the list: each step changes what is known, keeps it,
//! and moves to the next screen.

use crate::{
    app::{App, Given, Invited},
    i18n::Language,
    keeping::Saved,
    platform::{clock, history, page, prefs, rng},
    screens::Screen,
};
use draagkracht_core::{
    answer::Answer,
    case_code::CaseCode,
    instrument::ItemId,
    invitation::Invitation,
    response::Identity,
    session::{Place, Session},
};
use leptos::{prelude::*, task::spawn_local};

impl App {
    /// From welcome to what happens with the answers.
    pub fn leave_start(self) {
        self.show(Screen::Consents);
    }

    /// To the code, or with an invitation straight to the first question.
    pub fn leave_consents(self) {
        self.begun.set_value(true);
        if self.session.with_untracked(Option::is_some) {
            return self.show(self.screen_of_session());
        }
        match self.invitation.get_untracked() {
            Invited::By(invitation) => self.begin(invitation),
            Invited::No | Invited::Wrongly => self.show(Screen::Code),
        }
    }

    /// Whether a wrong link has to be spoken of; once.
    pub fn take_invitation_problem(self) -> Option<()> {
        let wrong = self.invitation.with_untracked(|i| *i == Invited::Wrongly);
        wrong.then(|| self.invitation.set(Invited::No))
    }

    /// Begins without a code: a new one is drawn.
    pub fn begin_without_code(self) {
        let mut random = [0; 7];
        rng::fill(&mut random);
        self.begin(Invitation::of(CaseCode::from_random(random)));
    }

    /// Begins a list, and keeps it from the first moment.
    pub fn begin(self, invitation: Invitation) {
        let session = self.instrument(|instrument| {
            let identity = Identity {
                response_id: clock::new_id(),
                case_id: clock::new_id(),
                case_code: invitation.code,
                person: invitation.person,
                rater: instrument.rater(),
                pseudonym: None,
                moment: invitation.moment,
                started: clock::now(),
            };
            Session::begin(identity, instrument)
        });
        self.response.set(None);
        self.session.set(session);
        self.save();
        self.show(Screen::Question);
        self.work_offline();
    }

    /// Records an answer and keeps it.
    pub fn answer(self, item: &ItemId, answer: Answer) {
        self.step(|session, instrument| session.answer(instrument, item, answer).is_ok());
    }

    /// Notes that an explanation was read.
    pub fn use_explanation(self) {
        self.step(|session, _| {
            session.use_explanation();
            true
        });
    }

    /// To the next question or the check; `false` when this one has no answer yet.
    pub fn next(self, item: &ItemId) -> bool {
        let answered =
            |s: &Option<Session>| s.as_ref().is_some_and(|s| s.answer_to(item).is_some());
        if !self.session.with_untracked(answered) {
            return false;
        }
        self.step(|session, instrument| session.next(instrument).is_ok());
        self.show(self.screen_of_session());
        true
    }

    /// The person says that every answer is right. The second part completes the list.
    pub fn finish(self) {
        spawn_local(async move {
            self.keeper().settle().await;
            if !matches!(self.saved.get_untracked(), Saved::Full | Saved::Failed) {
                self.show(Screen::Result);
            }
        });
    }

    /// From the check to one question.
    pub fn change(self, item: &ItemId) {
        self.step(|session, instrument| session.change(instrument, item).is_ok());
        self.show(Screen::Question);
    }

    /// To where the person was before.
    pub fn back(self) {
        if history::back() {
            return;
        }
        // The page was opened here: there is nothing of ours before it in the history.
        if matches!(self.screen.get_untracked(), Screen::Question | Screen::Check)
            && self.step(Session::back)
        {
            self.put(self.screen_of_session());
        } else {
            self.put(self.home());
        }
    }

    /// Where the list stands: a question, the check, or what came of it.
    pub fn home(self) -> Screen {
        if !self.begun.get_value() {
            Screen::Consents
        } else if self.session.with_untracked(Option::is_some) {
            self.screen_of_session()
        } else if self.response.with_untracked(Option::is_some) {
            Screen::Result
        } else {
            Screen::Start
        }
    }

    /// To help and settings.
    pub fn to_help(self) {
        if self.screen.get_untracked() != Screen::Help {
            self.show(Screen::Help);
        }
    }

    /// The tablet goes back to the professional, or a professional comes: the third part asks for the
    /// passphrase.
    pub fn to_professional(self) {
        prefs::set_part("professional");
        spawn_local(async move {
            self.keeper().settle().await;
            page::reload();
        });
    }

    /// To the person's own data.
    pub fn to_data(self) {
        self.show(Screen::Data);
    }

    /// To what the list says.
    pub fn to_result(self) {
        self.show(Screen::Result);
    }

    /// To handing in.
    pub fn to_hand_in(self) {
        self.show(Screen::HandIn);
    }

    /// Changes a consent; it holds from now on.
    pub fn set_consents(self, change: impl FnOnce(&mut Given)) {
        self.consents.update(change);
        self.save_consents();
    }

    /// Changes the language: the other one's words are fetched with the page.
    pub fn set_language(self, language: Language) {
        prefs::set_language(language.tag());
        spawn_local(async move {
            self.keeper().settle().await;
            page::reload();
        });
    }

    /// After the browser's back or forward button: the entry's screen, if it still makes sense.
    pub fn moved(self, entry: Option<&str>) {
        self.notice.set(None);
        let (name, place) =
            entry.unwrap_or_default().split_once('/').unwrap_or((entry.unwrap_or_default(), ""));
        let place = match name {
            "question" => place.parse().ok().map(Place::Question),
            "check" => Some(Place::Check),
            _ => None,
        };
        let answering = self.session.with_untracked(Option::is_some);
        let screen = match (name, place) {
            (_, Some(place)) if answering => {
                self.step(|session, instrument| session.go_to(instrument, place));
                self.screen_of_session()
            }
            ("help", _) => Screen::Help,
            ("data", _) => Screen::Data,
            ("hand-in", _) if self.may_hand_in() => Screen::HandIn,
            ("consents", _) if !answering => Screen::Consents,
            ("code", _) if !answering => Screen::Code,
            ("start", _) if !answering => Screen::Start,
            _ => self.home(),
        };
        self.put(screen);
    }

    /// Whether there is something to hand in here: what a professional handed over goes back first.
    fn may_hand_in(self) -> bool {
        self.response.with_untracked(Option::is_some) && prefs::lent().is_none()
    }

    /// Shows a screen as a new entry of the history.
    pub(crate) fn show(self, screen: Screen) {
        self.notice.set(None);
        history::push(&self.entry(screen));
        self.change_screen(screen);
    }

    /// Shows a screen in place of the entry that is there.
    pub(crate) fn put(self, screen: Screen) {
        history::replace(&self.entry(screen));
        self.change_screen(screen);
    }

    fn change_screen(self, screen: Screen) {
        if !(self.part().has)(screen) {
            return self.to_other_part();
        }
        if self.screen.get_untracked() != screen {
            self.screen.set(screen);
        }
    }

    fn entry(self, screen: Screen) -> String {
        match (screen, self.place()) {
            (Screen::Question, Some(Place::Question(at))) => format!("question/{at}"),
            _ => screen.name().to_owned(),
        }
    }

    fn place(self) -> Option<Place> {
        self.session.with_untracked(|s| s.as_ref().map(Session::place))
    }

    fn screen_of_session(self) -> Screen {
        match self.place() {
            Some(Place::Check) => Screen::Check,
            _ => Screen::Question,
        }
    }

    /// Takes a step in the session and keeps it; says whether it was possible.
    fn step(
        self,
        take: impl FnOnce(&mut Session, &draagkracht_core::instrument::Instrument) -> bool,
    ) -> bool {
        let taken = self.instrument(|instrument| {
            let mut taken = false;
            self.session.update(|session| {
                taken = session.as_mut().is_some_and(|session| take(session, instrument));
            });
            taken
        });
        let taken = taken.unwrap_or(false);
        if taken {
            self.save();
        }
        taken
    }
}
