//! The records of a bundle, and the lines that they are written as.

use draagkracht_core::{case::Case, response::Response};
use serde::Serialize;

/// What a bundle carries. Plans and notes have no record yet: their files are empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contents {
    /// The lines of `cases.ndjson`.
    pub cases: Vec<Case>,
    /// The lines of `responses.ndjson`.
    pub responses: Vec<Response>,
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
