//! Answers to a list, and whether they fit it.

use super::{Choice, Field, Form, Kind};
use crate::{free_text::FreeText, instrument::ItemId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// One answer. In JSON `{"scale": 7}`, `{"text": "…"}`, or `"dont_know"`: every form by its name, so
/// that words can be any words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FormAnswer {
    /// Words.
    Text(FreeText),
    /// Yes (true) or no.
    YesNo(bool),
    /// A number on the field's scale.
    Scale(u8),
    /// The id of what was chosen.
    One(String),
    /// The ids of what was chosen; none of them is an answer too.
    Several(BTreeSet<String>),
    /// "Weet ik niet".
    DontKnow,
    /// "Wil ik niet zeggen".
    WontSay,
}

/// Answers by the id of their field. A field without an entry was not asked, or not answered yet.
pub type Answers = BTreeMap<ItemId, FormAnswer>;

/// Why an answer does not fit its list. Says the place, never the answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AnswerError {
    /// A field that the list has not.
    #[error("\"{0}\" has no field \"{1}\"")]
    Field(String, ItemId),
    /// An answer of another kind, outside the scale, or not one of the options.
    #[error("field \"{0}\" cannot be answered so")]
    Answer(ItemId),
    /// An answer to what was not asked, as another answer says.
    #[error("field \"{0}\" is not asked here: it depends on \"{1}\"")]
    NotAsked(ItemId, ItemId),
}

impl Form {
    /// The questions that these answers lead to, in order.
    pub fn asked<'a>(&'a self, answers: &'a Answers) -> impl Iterator<Item = &'a Field> {
        self.fields().iter().filter(|field| is_asked(field, answers))
    }

    /// Whether these answers can be answers to this list, finished or not.
    pub fn check(&self, answers: &Answers) -> Result<(), AnswerError> {
        for (id, answer) in answers {
            let field = self.field(id);
            let field =
                field.ok_or_else(|| AnswerError::Field(self.id().to_owned(), id.clone()))?;
            if !fits(answer, &field.kind) {
                return Err(AnswerError::Answer(id.clone()));
            }
            if let Some(other) = field.only_if.clone().filter(|_| !is_asked(field, answers)) {
                return Err(AnswerError::NotAsked(id.clone(), other));
            }
        }
        Ok(())
    }
}

fn is_asked(field: &Field, answers: &Answers) -> bool {
    field.only_if.as_ref().is_none_or(|other| match answers.get(other) {
        Some(FormAnswer::YesNo(yes)) => *yes,
        Some(FormAnswer::Text(text)) => !text.is_blank(),
        _ => false,
    })
}

fn fits(answer: &FormAnswer, kind: &Kind) -> bool {
    let known = |options: &[Choice], id: &String| options.iter().any(|option| option.id == *id);
    match (answer, kind) {
        (FormAnswer::DontKnow | FormAnswer::WontSay, _)
        | (FormAnswer::Text(_), Kind::Text)
        | (FormAnswer::YesNo(_), Kind::YesNo) => true,
        (FormAnswer::Scale(value), Kind::Scale { from, to, .. }) => (from..=to).contains(&value),
        (FormAnswer::One(id), Kind::One(options)) => known(options, id),
        (FormAnswer::Several(ids), Kind::Several(options)) => {
            ids.iter().all(|id| known(options, id))
        }
        _ => false,
    }
}
