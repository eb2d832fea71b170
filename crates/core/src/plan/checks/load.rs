//! From the bytes of a file to [`Checks`] that make sense.

use super::{Check, Checks, When, words::Signs};
use crate::header::Header;
use std::collections::{BTreeMap, BTreeSet};

const FORMAT: &str = "draagkracht-plan-checks";
const BUILT_IN: &str = include_str!("../../../plan/checks.v1.json");

/// What is wrong with a file of checks.
#[derive(Debug, thiserror::Error)]
pub enum ChecksError {
    /// Not JSON, or not of the form; says which line and what was expected.
    #[error("the checks cannot be read: {0}")]
    Form(#[from] serde_json::Error),
    /// Another kind of file, or another version.
    #[error("this is \"{0}\" version {1}; checks are \"{FORMAT}\" version 1")]
    Version(String, u32),
    /// A text that people see, or a reason, is empty.
    #[error("{0} is empty")]
    Empty(String),
    /// Two checks with one id.
    #[error("check \"{0}\" is there twice")]
    Twice(String),
    /// A check that looks for a reading that is not in the file.
    #[error("check \"{0}\" looks for the reading \"{1}\", which is not in the file")]
    Reading(String, String),
    /// A share of words that is none.
    #[error("check \"{0}\" asks for {1} of every 100 words, which is not 1 to 100")]
    Percent(String, u8),
    /// A reading without signs never speaks.
    #[error("the reading \"{0}\" has no signs")]
    NoSigns(String),
}

impl Checks {
    /// The checks of this release.
    pub fn built_in() -> Result<Self, ChecksError> {
        Self::load(BUILT_IN.as_bytes())
    }

    /// Reads a file of checks.
    pub fn load(json: &[u8]) -> Result<Self, ChecksError> {
        let header: Header = serde_json::from_slice(json)?;
        if header.format != FORMAT || header.version != 1 {
            return Err(ChecksError::Version(header.format, header.version));
        }
        let checks: Self = serde_json::from_slice(json)?;
        let mut ids = BTreeSet::new();
        for check in &checks.checks {
            if !ids.insert(&check.id) {
                return Err(ChecksError::Twice(check.id.clone()));
            }
            check.makes_sense(&checks.readings)?;
        }
        checks.lists_make_sense()?;
        Ok(checks)
    }

    fn lists_make_sense(&self) -> Result<(), ChecksError> {
        let lists = [&self.small_words.reason, &self.skipped_at_the_start.reason];
        let mut reasons = self.readings.values().flat_map(Signs::reasons).chain(lists);
        if reasons.any(|reason| reason.trim().is_empty()) {
            return Err(ChecksError::Empty("the reason for a list of words".to_owned()));
        }
        match self.readings.iter().find(|(_, signs)| signs.is_empty()) {
            Some((name, _)) => Err(ChecksError::NoSigns(name.clone())),
            None => Ok(()),
        }
    }
}

impl Check {
    fn makes_sense(&self, readings: &BTreeMap<String, Signs>) -> Result<(), ChecksError> {
        let id = &self.id;
        let texts =
            [("question", &self.question), ("finding", &self.finding), ("source", &self.source)];
        if let Some((field, _)) = texts.into_iter().find(|(_, text)| text.trim().is_empty()) {
            return Err(ChecksError::Empty(format!("check \"{id}\": {field}")));
        }
        match &self.when {
            When::GoalReadsAs(name) if !readings.contains_key(name) => {
                Err(ChecksError::Reading(id.clone(), name.clone()))
            }
            When::GoalRepeatsRequest { percent } if !(1..=100).contains(percent) => {
                Err(ChecksError::Percent(id.clone(), *percent))
            }
            _ => Ok(()),
        }
    }
}
