//! What the app knows while it runs, as signals that screens read. Verbs are in the modules beside
//! this one: `opening`, `journey`, `keeping`, `handing_in`, `settings`.

use crate::{
    handing_in::HandIn,
    i18n::{Language, Text, Texts},
    keeping::{Keeper, Saved},
    part::Part,
    platform::{page, service_worker::Offline},
    screens::Screen,
    settings::Settings,
};
use draagkracht_core::{
    instrument::Instrument, invitation::Invitation, response::Response, session::Session,
};
use leptos::prelude::*;
use std::rc::Rc;

/// Handles to everything that is known; copied freely.
#[derive(Clone, Copy)]
pub struct App {
    /// Where the person is.
    pub screen: RwSignal<Screen>,
    /// The list that is being answered.
    pub session: RwSignal<Option<Session>>,
    /// The list that was completed last.
    pub response: RwSignal<Option<Response>>,
    /// What the person agreed to.
    pub consents: RwSignal<Given>,
    /// Whether the last change is durable.
    pub saved: RwSignal<Saved>,
    /// What the organisation published.
    pub settings: RwSignal<Settings>,
    /// How far handing in is.
    pub hand_in: RwSignal<HandIn>,
    /// What the service worker said last.
    pub offline: RwSignal<Option<Offline>>,
    /// How many lists are kept on this device.
    pub lists: RwSignal<usize>,
    /// A sentence that stays until the next screen.
    pub notice: RwSignal<Option<Text>>,
    /// The link that the person came by, until a list is begun.
    pub invitation: RwSignal<Invited>,
    /// Whether what happens with the answers was told already.
    pub begun: StoredValue<bool>,
    words: StoredValue<Words>,
    keeper: StoredValue<Rc<Keeper>, LocalStorage>,
    part: Part,
}

/// The two consents as they are ticked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Given {
    /// For the person's own support.
    pub support: bool,
    /// For research.
    pub research: bool,
}

/// How the person came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Invited {
    /// Without a link.
    No,
    /// By a link that is right.
    By(Invitation),
    /// By a link that is wrong, which was not said yet.
    Wrongly,
}

/// The words of the interface and of the questions, in one language.
pub struct Words {
    /// The interface.
    pub texts: Texts,
    /// The questions; none when they could not be fetched.
    pub instrument: Option<Instrument>,
    /// The language of both.
    pub language: Language,
}

impl App {
    /// Nothing is known yet but the words and the store.
    pub fn new(part: Part, words: Words, keeper: Keeper) -> Self {
        Self {
            screen: RwSignal::new(Screen::Start),
            session: RwSignal::new(None),
            response: RwSignal::new(None),
            consents: RwSignal::new(Given::default()),
            saved: RwSignal::new(Saved::Nothing),
            settings: RwSignal::new(Settings::default()),
            hand_in: RwSignal::new(HandIn::Unknown),
            offline: RwSignal::new(None),
            lists: RwSignal::new(0),
            notice: RwSignal::new(None),
            invitation: RwSignal::new(Invited::No),
            begun: StoredValue::new(true),
            words: StoredValue::new(words),
            keeper: StoredValue::new_local(Rc::new(keeper)),
            part,
        }
    }

    /// A text in the person's language.
    pub fn t(self, text: Text) -> String {
        self.words.with_value(|words| words.texts.get(text).to_owned())
    }

    /// A text with each `{name}` replaced.
    pub fn with(self, text: Text, values: &[(&str, &str)]) -> String {
        self.words.with_value(|words| words.texts.with(text, values))
    }

    /// A text with the organisation's name in it, at the start of a sentence with a capital.
    pub fn with_organisation(self, text: Text) -> String {
        let name = self.settings.with(|s| s.about.as_ref().map(|about| about.name.clone()));
        let name = name.unwrap_or_else(|| self.t(Text::OrganisationUnknown));
        let words = self.with(text, &[("organisation", &name)]);
        page::capitalised(&words)
    }

    /// The language that the app is shown in.
    pub fn language(self) -> Language {
        self.words.with_value(|words| words.language)
    }

    /// Reads the instrument; `None` when it could not be fetched.
    pub fn instrument<T>(self, read: impl FnOnce(&Instrument) -> T) -> Option<T> {
        self.words.with_value(|words| words.instrument.as_ref().map(read))
    }

    /// The part of the app that this is.
    pub fn part(self) -> Part {
        self.part
    }

    /// What keeps the answers.
    pub fn keeper(self) -> Rc<Keeper> {
        self.keeper.get_value()
    }
}
