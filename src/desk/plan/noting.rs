//! The guide for the two conversations about the approach, and the professional's notes by theme.
//!
//! A note has no field for its theme: it begins with a line that names it, such as `#reach`.

use crate::{
    desk::{Desk, writing::Draft},
    i18n::Text,
    platform::clock,
};
use draagkracht_core::{
    free_text::FreeText,
    note::{self, Note},
};
use leptos::prelude::*;
use std::num::NonZeroU32;

/// One of the two conversations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Interview {
    /// Finding out what is going on, at the start.
    First,
    /// Looking back on the approach, at the last moment.
    Last,
}

/// What a conversation is about, with open questions: after tables 4.1 and 4.3 (the first) and section
/// 4.2 (the last). The words are ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// What a note about it begins with, after `#`.
    pub name: &'static str,
    /// Its heading.
    pub title: Text,
    /// What can be asked.
    pub questions: &'static [Text],
}

const FIRST: [Theme; 6] = [
    theme("reach", Text::GuideReach, &[Text::GuideReachAsk, Text::GuideReachMore]),
    theme("problem", Text::GuideProblem, &[Text::GuideProblemAsk, Text::GuideProblemMore]),
    theme("approach", Text::GuideApproach, &[Text::GuideApproachAsk, Text::GuideApproachMore]),
    theme("competences", Text::GuideOwn, &[Text::GuideOwnAsk, Text::GuideOwnMore]),
    theme("network", Text::GuideNetwork, &[Text::GuideNetworkAsk, Text::GuideNetworkMore]),
    theme("local_provision", Text::GuideLocal, &[Text::GuideLocalAsk, Text::GuideLocalMore]),
];

const LAST: [Theme; 4] = [
    theme("done", Text::GuideDone, &[Text::GuideDoneAsk, Text::GuideDoneMore]),
    theme("influence", Text::GuideInfluence, &[Text::GuideInfluenceAsk, Text::GuideInfluenceMore]),
    theme("circumstances", Text::GuideAround, &[Text::GuideAroundAsk, Text::GuideAroundMore]),
    theme("onward", Text::GuideOnward, &[Text::GuideOnwardAsk, Text::GuideOnwardMore]),
];

const fn theme(name: &'static str, title: Text, questions: &'static [Text]) -> Theme {
    Theme { name, title, questions }
}

impl Interview {
    /// What it is about, in order.
    pub fn themes(self) -> &'static [Theme] {
        match self {
            Self::First => &FIRST,
            Self::Last => &LAST,
        }
    }
}

impl Theme {
    fn line(self) -> String {
        format!("#{}\n", self.name)
    }

    /// The most characters that a note about it can have.
    pub fn room(self) -> usize {
        FreeText::MAX - self.line().chars().count()
    }

    /// What a note says of it; none when the note is of another theme.
    pub fn said(self, note: &Note) -> Option<&str> {
        note.words.strip_prefix(&self.line())
    }
}

impl Desk {
    /// The note about a theme at the moment in hand.
    pub fn note_of(self, theme: Theme) -> Option<Note> {
        let (person, _) = self.subject.get_untracked()?;
        let moment = self.planning().moment.get_untracked();
        let notes: Vec<Note> = self.papers().ok()?;
        let is_it = |note: &Note| note.person == person && note.moment == moment;
        notes.into_iter().find(|note| is_it(note) && theme.said(note).is_some())
    }

    /// A note that is not written yet.
    pub fn new_note(self) -> Option<Note> {
        let (person, _) = self.subject.get_untracked()?;
        let case = self.file_in_hand()?.case()?.clone();
        let now = clock::now();
        Some(Note {
            format: note::FORMAT.to_owned(),
            version: note::VERSION,
            note_id: clock::new_id(),
            case_id: case.case_id,
            case_code: case.case_code,
            person,
            pseudonym: self.pseudonym(),
            moment: self.planning().moment.get_untracked(),
            revision: NonZeroU32::MIN,
            written: now.clone(),
            changed: now,
            words: FreeText::default(),
            hand_in: false,
        })
    }

    /// What was typed about a theme. An empty note is none: it is removed.
    pub fn type_note(self, kept: RwSignal<Option<Note>>, theme: Theme, words: &FreeText) {
        let line = if words.is_blank() { String::new() } else { theme.line() };
        // Shorter than the most that a text can have: the field has less room.
        let Ok(words) = FreeText::try_from([line.as_str(), words].concat()) else { return };
        self.change_note(kept, |note| note.words = words);
        self.write_soon();
    }

    /// Whether the note goes along to the organisation.
    pub fn hand_note_in(self, kept: RwSignal<Option<Note>>, hand_in: bool) {
        self.change_note(kept, |note| note.hand_in = hand_in);
        self.write_now();
    }

    fn change_note(self, kept: RwSignal<Option<Note>>, change: impl FnOnce(&mut Note)) {
        let Some(mut note) = kept.get_untracked().or_else(|| self.new_note()) else { return };
        change(&mut note);
        note.changed = clock::now().max(note.changed);
        if kept.with_untracked(Option::is_some) && !self.writing().has(note.note_id) {
            note.revision = note.revision.saturating_add(1);
        }
        kept.set(Some(note.clone()));
        self.put_draft(Draft::Note(Box::new(note)));
    }
}
