//! A file a screen. A screen shows what the app knows and hands on what the person does; it never
//! keeps, fetches or seals anything itself.

mod check;
mod code;
mod consents;
mod data;
mod hand_in;
mod help;
mod languages;
mod question;
mod result;
mod start;
mod trouble;

use crate::{app::App, platform::element::Element};
use leptos::prelude::*;

/// Every screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// Welcome.
    Start,
    /// What happens with the answers, and the two consents.
    Consents,
    /// The case code.
    Code,
    /// The question at the session's place.
    Question,
    /// Every answer, before finishing.
    Check,
    /// What the answers say.
    Result,
    /// Handing in.
    HandIn,
    /// Help and settings.
    Help,
    /// The person's own data: consents, wiping.
    Data,
    /// Something that the person must know before going on.
    Trouble(Trouble),
}

/// What can stand in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The questions or texts could not be fetched.
    Load,
    /// The browser does not let us keep anything.
    Refused,
    /// What is kept was written by a newer app.
    Newer,
    /// What is kept cannot be read.
    Damaged,
    /// The key that opens what is kept is gone.
    KeyGone,
    /// The answers were given to another version of the questions.
    OtherList,
    /// The store failed in another way.
    Store,
}

impl Screen {
    /// The screen outside the questions that has this name in the history.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Result, Self::HandIn, Self::Help, Self::Data].into_iter().find(|s| s.name() == name)
    }

    /// Its name in the history. A question's number goes with it, never what it asks.
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Consents => "consents",
            Self::Code => "code",
            Self::Question => "question",
            Self::Check => "check",
            Self::Result => "result",
            Self::HandIn => "hand-in",
            Self::Help => "help",
            Self::Data => "data",
            Self::Trouble(_) => "trouble",
        }
    }
}

/// The screens of the first part.
pub fn questions(app: App) -> Vec<Element> {
    match app.screen.get() {
        Screen::Start => start::view(app),
        Screen::Consents => consents::view(app),
        Screen::Code => code::view(app),
        Screen::Question => question::view(app),
        Screen::Check => check::view(app),
        Screen::Help => help::view(app),
        Screen::Trouble(trouble) => trouble::view(app, trouble),
        Screen::Result | Screen::HandIn | Screen::Data => vec![],
    }
}

/// The screens of the second part.
pub fn outcome(app: App) -> Vec<Element> {
    match app.screen.get() {
        Screen::Result => result::view(app),
        Screen::HandIn => hand_in::view(app),
        Screen::Data => data::view(app),
        Screen::Help => help::view(app),
        Screen::Trouble(trouble) => trouble::view(app, trouble),
        Screen::Start | Screen::Consents | Screen::Code | Screen::Question | Screen::Check => {
            vec![]
        }
    }
}
