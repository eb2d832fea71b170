//! The app in two parts, each its own wasm: the first question needs nothing of what comes after
//! the last. They share everything that is kept; going from one to the other loads the page anew.

use crate::{
    app::App,
    platform::{element::Element, page, prefs},
    screens::{self, Screen},
};
use leptos::task::spawn_local;

/// A part of the app. What a part does not name is not in its wasm.
#[derive(Clone, Copy)]
pub struct Part {
    /// As `public/boot.js` knows it, and the other part's.
    names: [&'static str; 2],
    /// Its screens.
    pub(crate) show: fn(App) -> Vec<Element>,
    /// Whether a screen is one of them.
    pub(crate) has: fn(Screen) -> bool,
    /// What it does once it is shown.
    pub(crate) begin: fn(App),
}

impl Part {
    /// From welcome to the check: the first load.
    pub const QUESTIONS: Self = Self {
        names: ["questions", "outcome"],
        show: screens::questions,
        has: |screen| !matches!(screen, Screen::Result | Screen::HandIn | Screen::Data),
        begin: App::begin_questions,
    };

    /// What came of the answers, handing in, the person's own data.
    pub const OUTCOME: Self = Self {
        names: ["outcome", "questions"],
        show: screens::outcome,
        has: |screen| {
            use Screen::{Data, HandIn, Help, Result, Trouble};
            matches!(screen, Result | HandIn | Data | Help | Trouble(_))
        },
        begin: App::begin_outcome,
    };
}

impl App {
    /// Loads the other part, which finds its screen in the history's entry.
    pub(crate) fn to_other_part(self) {
        prefs::set_part(self.part().names[1]);
        spawn_local(async move {
            self.keeper().settle().await;
            page::reload();
        });
    }
}
