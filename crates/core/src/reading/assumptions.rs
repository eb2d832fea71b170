//! What reading answers rests on beside the instruments: numbers that the report does not publish,
//! each with its reason, as data in `assumptions/reading.v1.json`.

use crate::{
    answer::Likert,
    decimal::{Decimal, Ratio},
    header::Header,
};
use serde::Deserialize;

const FORMAT: &str = "draagkracht-assumptions";
const VERSION: u32 = 1;
const BUILT_IN: &str = include_str!("../../assumptions/reading.v1.json");

/// A number that was assumed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assumed<T> {
    /// The number.
    pub value: T,
    /// What it means.
    pub text: String,
    /// Why this one.
    pub reason: String,
}

/// An assumption without a number.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Other {
    /// What it is about.
    pub about: String,
    /// What is assumed.
    pub text: String,
    /// Why.
    pub reason: String,
}

/// Every assumption, checked.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assumptions {
    #[serde(rename = "format")]
    _format: String,
    #[serde(rename = "version")]
    _version: u32,
    /// Such as `reading.v1`.
    pub id: String,
    /// From which answer on an item of capacity is a strength.
    pub strength_from: Assumed<Likert>,
    /// Within how many item's steps a mean is close to its cut-off, 1 or more.
    pub close_steps: Assumed<u8>,
    /// Which share of a topic's items must be answered, more than 0 and at most 1.
    pub topic_share: Assumed<Decimal>,
    /// From how many points on two answers to a life domain differ, 1 to 4.
    pub domain_difference: Assumed<u8>,
    /// The ones without a number.
    pub others: Vec<Other>,
}

/// What is wrong with a file of assumptions.
#[derive(Debug, thiserror::Error)]
pub enum AssumptionsError {
    /// Not JSON, or not of the form.
    #[error("the assumptions cannot be read: {0}")]
    Form(#[from] serde_json::Error),
    /// Another kind of file, or a newer version of it.
    #[error("this is \"{0}\" version {1}; assumptions are \"draagkracht-assumptions\" version 1")]
    Version(String, u32),
    /// A text or a reason is empty.
    #[error("assumption \"{0}\" has no text or no reason")]
    Empty(String),
    /// A number that makes no sense.
    #[error("assumption \"{0}\" is {1}, and must be {2}")]
    Range(&'static str, String, &'static str),
}

impl Assumptions {
    /// Those of this release.
    pub fn built_in() -> Result<Self, AssumptionsError> {
        Self::load(BUILT_IN.as_bytes())
    }

    /// Reads and checks a file.
    pub fn load(json: &[u8]) -> Result<Self, AssumptionsError> {
        let header: Header = serde_json::from_slice(json)?;
        if header.format != FORMAT || header.version != VERSION {
            return Err(AssumptionsError::Version(header.format, header.version));
        }
        let read: Self = serde_json::from_slice(json)?;
        read.numbers()?;
        read.texts()?;
        Ok(read)
    }

    fn numbers(&self) -> Result<(), AssumptionsError> {
        let share = &self.topic_share.value;
        let (steps, difference) = (self.close_steps.value, self.domain_difference.value);
        let wrong = |name, value: &dyn ToString, range| {
            Err(AssumptionsError::Range(name, value.to_string(), range))
        };
        if share.ratio() <= Ratio::whole(0) || share.ratio() > Ratio::whole(1) {
            return wrong("topic_share", share, "more than 0 and at most 1");
        }
        if steps == 0 {
            return wrong("close_steps", &steps, "1 or more");
        }
        if !(1..=4).contains(&difference) {
            return wrong("domain_difference", &difference, "1 to 4");
        }
        Ok(())
    }

    fn texts(&self) -> Result<(), AssumptionsError> {
        let numbers = [
            ("strength_from", &self.strength_from.text, &self.strength_from.reason),
            ("close_steps", &self.close_steps.text, &self.close_steps.reason),
            ("topic_share", &self.topic_share.text, &self.topic_share.reason),
            ("domain_difference", &self.domain_difference.text, &self.domain_difference.reason),
        ];
        let others = self.others.iter().map(|o| (o.about.as_str(), &o.text, &o.reason));
        let empty = |text: &str| text.trim().is_empty();
        match numbers.into_iter().chain(others).find(|(_, t, reason)| empty(t) || empty(reason)) {
            Some((about, ..)) => Err(AssumptionsError::Empty(about.to_owned())),
            None => Ok(()),
        }
    }
}
