//! A file a screen of the desk. A screen shows what the desk knows and hands on what is done.

mod around;
mod authenticator;
mod case;
mod cases;
mod device;
mod field;
mod gate;
mod give;
mod hand_over;
mod import;
mod invitation;
mod list;
mod open_text;
mod outbox;
mod plan;
mod reading;
mod recovery;
mod tour;
mod vault;

pub use plan::View as PlanView;
pub use reading::View;
pub use tour::Stop;

use super::Desk;
use crate::{
    i18n::Text,
    keeping::Saved,
    platform::{
        element::{Element, el},
        page, prefs,
    },
    widgets::{Weight, action, alert, paragraph},
};
use leptos::prelude::*;

/// Every screen of the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// Whose vault.
    Gate,
    /// Making a vault.
    NewVault,
    /// Opening the chosen vault.
    Unlock,
    /// Opening it by its recovery code.
    Recover,
    /// The recovery code of a new vault.
    Recovery,
    /// The cases.
    Cases,
    /// The case in hand.
    Case,
    /// The professional's list.
    List,
    /// Giving the tablet to the resident.
    HandOver,
    /// An invitation for the resident's own phone.
    Invitation,
    /// Giving the case to a colleague.
    Give,
    /// Taking a case from a colleague.
    Import,
    /// What waits to be handed in.
    Outbox,
    /// The open vault itself.
    Vault,
    /// What the answers say.
    Reading(View),
    /// From question to goals.
    Plan(PlanView),
    /// The first minutes.
    Tour(Stop),
}

const ALL: [Screen; 14] = [
    Screen::Gate,
    Screen::NewVault,
    Screen::Unlock,
    Screen::Recover,
    Screen::Recovery,
    Screen::Cases,
    Screen::Case,
    Screen::List,
    Screen::HandOver,
    Screen::Invitation,
    Screen::Give,
    Screen::Import,
    Screen::Outbox,
    Screen::Vault,
];

impl Screen {
    /// Its name in the history: never a code or an id.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gate => "desk",
            Self::NewVault => "desk-new",
            Self::Unlock => "desk-unlock",
            Self::Recover => "desk-recover",
            Self::Recovery => "desk-recovery",
            Self::Cases => "desk-cases",
            Self::Case => "desk-case",
            Self::List => "desk-list",
            Self::HandOver => "desk-hand-over",
            Self::Invitation => "desk-invitation",
            Self::Give => "desk-give",
            Self::Import => "desk-import",
            Self::Outbox => "desk-outbox",
            Self::Vault => "desk-vault",
            Self::Reading(view) => view.name(),
            Self::Plan(view) => view.name(),
            Self::Tour(stop) => stop.name(),
        }
    }

    /// The screen of this name.
    pub fn named(name: &str) -> Option<Self> {
        let all = ALL.into_iter().chain(View::ALL.map(Self::Reading));
        let all = all.chain(PlanView::ALL.map(Self::Plan)).chain(Stop::ALL.map(Self::Tour));
        all.into_iter().find(|screen| screen.name() == name)
    }

    /// Whether it is shown while no vault is open, and only then.
    pub fn is_locked(self) -> bool {
        matches!(self, Self::Gate | Self::NewVault | Self::Unlock | Self::Recover)
    }

    /// Whether it is about the case in hand.
    pub fn is_of_case(self) -> bool {
        match self {
            Self::Case | Self::List | Self::HandOver | Self::Invitation | Self::Give => true,
            Self::Reading(view) => view.is_of_case(),
            Self::Plan(view) => view.is_of_case(),
            _ => false,
        }
    }
}

/// Fills the page with the desk.
pub fn fill(desk: Desk, root: Element) -> Element {
    let header = el("header", "app-header")
        .child(el("p", "app-header__name").text(&desk.t(Text::AppName)))
        .child(el("div", "desk-header").dynamic(move || buttons(desk)));
    let main = el("main", "app-main desk-main").children(tour::made_up(desk)).children([
        el("div", "").dynamic(move || trouble(desk)),
        el("div", "").dynamic(move || said(desk)),
        el("div", "").dynamic(move || around::new_version(desk)),
        el("div", "screen").dynamic(move || show(desk)),
    ]);
    root.children([header, main])
}

/// Locking is always in reach; who has nothing open can go back to the questions.
fn buttons(desk: Desk) -> Vec<Element> {
    if desk.is_practice() {
        let stop = desk.t(Text::PracticeStop);
        return vec![action(&stop, Weight::Secondary, "stop", move || desk.lock())];
    }
    let screen = desk.screen.get();
    if screen.is_locked() || matches!(screen, Screen::Tour(_)) && !desk.is_open() {
        return vec![action(&desk.t(Text::DeskToQuestions), Weight::Subtle, "questions", || {
            prefs::set_part("questions");
            page::reload();
        })];
    }
    vec![action(&desk.t(Text::DeskLock), Weight::Secondary, "lock", move || desk.lock())]
}

fn trouble(desk: Desk) -> Vec<Element> {
    let texts: &[Text] = match desk.saved.get() {
        Saved::Full => &[Text::TroubleFull, Text::TroubleFullDo],
        Saved::Failed => &[Text::TroubleSave],
        Saved::Nothing | Saved::Saving | Saved::Durable => &[],
    };
    let mut alerts: Vec<_> = texts.iter().map(|text| paragraph(&desk.t(*text))).collect();
    if desk.damaged.get() > 0 {
        alerts.push(paragraph(&desk.t(Text::DamagedBeside)));
    }
    let failed = matches!(desk.saved.get(), Saved::Full | Saved::Failed);
    if failed && desk.list.with_untracked(Option::is_some) {
        alerts.push(action(&desk.t(Text::SaveAgain), Weight::Primary, "save", move || {
            desk.save_list();
        }));
    }
    if failed && desk.writing().is_behind() {
        alerts.push(action(&desk.t(Text::SaveAgain), Weight::Primary, "save-writing", move || {
            desk.write_all();
        }));
    }
    if alerts.is_empty() { vec![] } else { vec![alert("error", "alert", alerts)] }
}

fn said(desk: Desk) -> Vec<Element> {
    let text = desk.notice.get().map(|text| paragraph(&text));
    let said = text.map(|text| alert("info", "status", [text]));
    // What one practises with refuses what stands anywhere on a screen: there it has to be seen.
    let said = said.map(|said| if desk.is_practice() { said.takes_focus() } else { said });
    said.into_iter().collect()
}

fn show(desk: Desk) -> Vec<Element> {
    match desk.screen.get() {
        Screen::Gate => gate::view(desk),
        Screen::NewVault => gate::new(desk),
        Screen::Unlock => gate::unlock(desk),
        Screen::Recover => gate::recover(desk),
        Screen::Recovery => recovery::view(desk),
        Screen::Cases => cases::view(desk),
        Screen::Case => case::view(desk),
        Screen::List => list::view(desk),
        Screen::HandOver => hand_over::view(desk),
        Screen::Invitation => invitation::view(desk),
        Screen::Give => give::view(desk),
        Screen::Import => import::view(desk),
        Screen::Outbox => outbox::view(desk),
        Screen::Vault => vault::view(desk),
        Screen::Reading(view) => reading::view(desk, view),
        Screen::Plan(view) => plan::view(desk, view),
        Screen::Tour(stop) => tour::view(desk, stop),
    }
}
