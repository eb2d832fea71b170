//! Both raters beside one another, where both lists are complete in what was opened: each list may have
//! come in a bundle of its own.

use draagkracht_core::{
    person::Moment,
    reading::{Comparison, Newest, Reading, Subject},
    response::Response,
};
use serde::Serialize;

/// A comparison, and whom it is about.
#[derive(Debug, Serialize)]
pub struct ComparisonLine {
    #[serde(flatten)]
    subject: Subject,
    moment: Moment,
    #[serde(flatten)]
    comparison: Comparison,
}

/// The comparisons among responses, by case, person and moment.
pub fn of(responses: &[Response], reading: &Reading<'_>) -> Vec<ComparisonLine> {
    let newest = Newest::of(responses);
    let mut lines = Vec::new();
    for subject in newest.subjects() {
        for moment in Moment::ALL {
            // What is still waited for is no line: the records say which lists there are.
            if let Ok(comparison) = Comparison::at(reading, &newest, subject, moment) {
                lines.push(ComparisonLine { subject: subject.clone(), moment, comparison });
            }
        }
    }
    lines
}
