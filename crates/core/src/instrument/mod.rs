//! A questionnaire as data: items, scales, components, norm and assumptions.
//!
//! An [`Instrument`] that exists is right: [`Instrument::load`] has checked it. The app shows
//! any instrument with one renderer; a new one needs a file and its golden cases, no code.

mod builtin;
mod check;
mod compiled;
mod file;
mod load;
mod translation;

pub use builtin::{BUILT_IN, BuiltIn};
pub use compiled::CompiledError;
pub use load::InstrumentError;
pub use translation::{TranslationError, TranslationRef};

use crate::{
    answer::{Answer, Likert},
    decimal::Decimal,
    norm::Norm,
    person::Rater,
};
use serde::{Deserialize, Serialize};
use std::{borrow::Borrow, fmt};

/// The id of an item: its component and its own name, as in `competences.1` or `burden.finances`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ItemId(String);

impl ItemId {
    /// The id written so. Whether an instrument has that item is for [`Instrument::item`] to say.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// As written in files.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for ItemId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Which file an answer was given to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstrumentRef {
    /// Such as `resident.v1`.
    pub id: String,
    /// The number after `.v` in the id.
    pub version: u32,
    /// SHA-256 of the file, in hexadecimal.
    pub hash: String,
    /// The translation it was shown in; absent for the instrument's own language.
    #[serde(default)]
    pub translation: Option<TranslationRef>,
}

/// A questionnaire that has been checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instrument {
    pub(crate) reference: InstrumentRef,
    pub(crate) rater: Rater,
    pub(crate) language: String,
    pub(crate) title: String,
    pub(crate) components: Vec<Component>,
    pub(crate) items: Vec<Item>,
    pub(crate) dont_know: String,
    pub(crate) wont_say: String,
    pub(crate) norm: Norm,
}

/// Items that are scored together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Component {
    /// Such as `competences`, `social_capital`, `burden`.
    pub id: String,
    /// What people call it.
    pub title: String,
    /// The question that every item of it completes.
    pub stem: String,
    /// The scale its items are answered on, such as `agreement`.
    pub(crate) scale: String,
    /// The words for the points 1 to 5, in order.
    pub options: [String; 5],
    /// How its answers become a score.
    pub rule: Rule,
}

/// How the answers to a component become its score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rule {
    /// The mean of the answered items, when at least `needed` are answered.
    Mean {
        /// The least number of answered items.
        needed: u8,
        /// The difference of two means from which one person's change is called clear.
        clear_change: Decimal,
    },
    /// The number of items answered at `from` or above, when at least `needed` are answered.
    Count {
        /// The lowest point that counts.
        from: Likert,
        /// The least number of answered items.
        needed: u8,
    },
}

/// One statement or question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Such as `competences.1`.
    pub id: ItemId,
    /// Where its component stands in [`Instrument::components`].
    pub(crate) component: usize,
    /// The instrument's own words, to the letter.
    pub text: String,
    /// "In gewone woorden": ours, beside an item that needs it.
    pub plain: Option<String>,
    /// The topic of conversation it belongs to; none for a life domain.
    pub topic: Option<Topic>,
    /// Shown with care: not read aloud by itself, not on paper, not in the household view.
    pub sensitive: bool,
}

/// The three topics that capacity is split in for a conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// Personal competences.
    Competences,
    /// The person's own network.
    Network,
    /// Services that are open to everyone ("voorliggend veld").
    LocalProvision,
}

impl Topic {
    /// Every topic, in the order of a conversation.
    pub const ALL: [Self; 3] = [Self::Competences, Self::Network, Self::LocalProvision];
}

impl Instrument {
    /// Which file this is, and in which translation.
    pub fn reference(&self) -> &InstrumentRef {
        &self.reference
    }

    /// Such as `resident.v1`.
    pub fn id(&self) -> &str {
        &self.reference.id
    }

    /// Whose judgement it asks for.
    pub fn rater(&self) -> Rater {
        self.rater
    }

    /// The language it is shown in, as in the `lang` attribute of HTML.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// What people call it.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The components, in the order in which they are asked.
    pub fn components(&self) -> &[Component] {
        &self.components
    }

    /// Every item, in the order in which they are asked.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The item with this id and its place in [`Instrument::items`].
    pub fn item(&self, id: &str) -> Option<(usize, &Item)> {
        self.items.iter().enumerate().find(|(_, item)| item.id.as_str() == id)
    }

    /// The component that an item of this instrument belongs to.
    pub fn component_of(&self, item: &Item) -> &Component {
        &self.components[item.component]
    }

    /// Every answer to an item with its words: the scale in order, then the two that count as missing.
    pub fn answers(&self, item: &Item) -> impl Iterator<Item = (Answer, &str)> {
        let options = self.component_of(item).options.iter().map(String::as_str);
        let all = Likert::ALL.into_iter().map(Answer::Value).zip(options);
        all.chain([(Answer::DontKnow, self.dont_know()), (Answer::WontSay, self.wont_say())])
    }

    /// The items of a component, in order.
    pub fn items_of<'a>(&'a self, component: &'a Component) -> impl Iterator<Item = &'a Item> {
        self.items.iter().filter(move |item| self.components[item.component].id == component.id)
    }

    /// The words of the answer "Weet ik niet".
    pub fn dont_know(&self) -> &str {
        &self.dont_know
    }

    /// The words of the answer "Wil ik niet zeggen".
    pub fn wont_say(&self) -> &str {
        &self.wont_say
    }

    /// The norm that comes with the instrument.
    pub fn norm(&self) -> &Norm {
        &self.norm
    }
}
