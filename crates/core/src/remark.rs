//! What was said at a row where two pictures stand beside each other: what each said of it, what was seen
//! (the third perspective: the behaviour that was observed), and whether the resident wants to talk
//! about it. It is kept in the vault, and goes to a colleague with the case; no bundle has it.

use crate::{
    free_text::{FreeText, NotFreeText},
    instrument::{ItemId, Topic},
    life_domain::LifeDomain,
    person::{Moment, Person},
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Which row of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// A life domain, which both raters were asked about.
    Domain(LifeDomain),
    /// A topic of conversation.
    Topic(Topic),
}

impl About {
    /// The row of a life domain's item, such as `burden.finances`; `None` for any other item.
    pub fn item(item: &ItemId) -> Option<Self> {
        LifeDomain::of_item(item).map(Self::Domain)
    }
}

/// What there is to say of a row. Without anything it is [`Words::is_blank`].
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// What was said in the conversation.
    pub said: FreeText,
    /// What was seen: how it went, not what one thinks of it.
    pub observed: FreeText,
    /// The resident wants to talk about this.
    pub talk: bool,
}

impl Words {
    /// Whether there is nothing to keep.
    pub fn is_blank(&self) -> bool {
        self.said.is_blank() && self.observed.is_blank() && !self.talk
    }
}

/// A remark. There is one for each person, moment and row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remark {
    /// A random UUID, version 7.
    pub remark_id: Uuid,
    /// The person in the household whom the comparison is about.
    pub person: Person,
    /// The moment of the comparison.
    pub moment: Moment,
    /// The row of it.
    pub about: About,
    /// What there is to say of it.
    pub words: Words,
    /// When it was first written.
    pub written: Timestamp,
    /// When it was last changed, not before it was written.
    pub changed: Timestamp,
}

impl Remark {
    /// Whether it is at this row of this comparison.
    pub fn is_at(&self, person: &Person, moment: Moment, about: About) -> bool {
        self.person == *person && self.moment == moment && self.about == about
    }

    /// The same with other words, changed now. A clock that was put back does not make it older than
    /// it is.
    #[must_use]
    pub fn with(self, words: Words, now: Timestamp) -> Self {
        let changed = now.max(self.changed);
        Self { words, changed, ..self }
    }

    /// Whether it was not changed before it was written.
    pub fn is_sound(&self) -> bool {
        self.changed >= self.written
    }

    /// This one with what another says at the same row: each paragraph is there once, and a mark of either
    /// holds. An error when both together are too long.
    pub fn join(&self, other: &Self) -> Result<Self, NotFreeText> {
        let newer = if other.changed > self.changed { other } else { self };
        Ok(Self {
            words: Words {
                said: both(&self.words.said, &other.words.said)?,
                observed: both(&self.words.observed, &other.words.observed)?,
                talk: self.words.talk || other.words.talk,
            },
            written: self.written.clone().min(other.written.clone()),
            changed: newer.changed.clone(),
            ..self.clone()
        })
    }
}

/// The paragraphs of both, those of `this` first.
fn both(this: &FreeText, other: &FreeText) -> Result<FreeText, NotFreeText> {
    let paragraphs = |text: &str| text.split("\n\n").map(|one| one.trim().to_owned()).collect();
    let (here, there): (Vec<String>, Vec<String>) = (paragraphs(this), paragraphs(other));
    let is_new = |one: &&String| !one.is_empty() && !here.contains(one);
    let new: Vec<_> = there.iter().filter(is_new).cloned().collect();
    if new.is_empty() {
        return Ok(this.clone());
    }
    if here.iter().all(|one| one.is_empty() || there.contains(one)) {
        return Ok(other.clone());
    }
    [this.trim_end(), &new.join("\n\n")].join("\n\n").try_into()
}
