//! The records of a bundle, and the lines that they are written as.

use draagkracht_core::{
    case::Case, form::FormResponse, note::Note, plan::Plan, response::Response,
};
use serde::Serialize;

/// What a bundle carries.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contents {
    /// The lines of `cases.ndjson`.
    pub cases: Vec<Case>,
    /// The lines of `responses.ndjson`.
    pub responses: Vec<Response>,
    /// The lines of `plans.ndjson`.
    pub plans: Vec<Plan>,
    /// The lines of `notes.ndjson`: those that the professional wants to hand in, no others.
    pub notes: Vec<Note>,
    /// The lines of `form_responses.ndjson`. Those about the professionals themselves go in a bundle
    /// without cases.
    pub form_responses: Vec<FormResponse>,
}

/// One record a line, each line with its end.
pub(crate) fn to_lines<T: Serialize>(records: &[T]) -> Result<Vec<u8>, serde_json::Error> {
    let mut lines = Vec::new();
    for record in records {
        serde_json::to_writer(&mut lines, record)?;
        lines.push(b'\n');
    }
    Ok(lines)
}
