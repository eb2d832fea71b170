//! Where an instrument's parts come from: what its file says, and scoring has no need of.

use crate::error::CliError;
use draagkracht_core::instrument::{BUILT_IN, BuiltIn, Instrument};
use serde::Deserialize;

/// What an instrument's file says of its sources.
#[derive(Debug, Clone, Deserialize)]
pub struct Sources {
    /// Of the instrument.
    pub source: String,
    components: Vec<Component>,
    /// What the source does not publish, what stands in its place, and why.
    pub assumptions: Vec<Assumption>,
}

/// Something that the source does not publish.
#[derive(Debug, Clone, Deserialize)]
pub struct Assumption {
    /// The part of the file that it is about.
    pub about: String,
    /// What stands in its place.
    pub text: String,
    /// Why.
    pub reason: String,
}

#[derive(Debug, Clone, Deserialize)]
struct Component {
    id: String,
    source: String,
}

/// An instrument, its English words, and its sources.
pub struct Known {
    /// In its own language.
    pub own: Instrument,
    /// In English; where there is no translation, in its own language.
    pub english: Instrument,
    /// Where its parts come from.
    pub sources: Sources,
}

impl Known {
    /// Every instrument of this program, in the order of [`BUILT_IN`].
    pub fn all() -> Result<Vec<Self>, CliError> {
        BUILT_IN.iter().map(Self::of).collect()
    }

    fn of(built_in: &BuiltIn) -> Result<Self, CliError> {
        let program = |error: String| CliError::Program(error);
        let own = Instrument::load(built_in.json.as_bytes()).map_err(|e| program(e.to_string()))?;
        let english = match built_in.translations.iter().find(|(language, _)| *language == "en") {
            Some((_, json)) => own.clone().translate(json.as_bytes()),
            None => Ok(own.clone()),
        };
        let sources = serde_json::from_str(built_in.json).map_err(|e| program(e.to_string()))?;
        Ok(Self { own, english: english.map_err(|e| program(e.to_string()))?, sources })
    }

    /// Where a component comes from.
    pub fn source_of(&self, component: &str) -> &str {
        let found = self.sources.components.iter().find(|known| known.id == component);
        found.map_or("", |component| &component.source)
    }
}
