//! The means of a list's sections, such as the working conditions' scales (section 4.2.5).

use super::{Answers, Field, Form, FormAnswer, Kind};
use crate::decimal::Ratio;
use std::collections::BTreeMap;

/// The mean of a section's answers, after those that are reversed were turned: high is favourable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FormMean {
    /// The sum of the values.
    pub sum: u16,
    /// How many fields were answered with a value.
    pub answered: u8,
    /// Whether those are enough to speak of a mean.
    pub scored: bool,
}

impl FormMean {
    /// The exact mean, or `None` when too few were answered.
    pub fn mean(self) -> Option<Ratio> {
        let mean = Ratio::new(i32::from(self.sum), u32::from(self.answered));
        mean.filter(|_| self.scored)
    }
}

impl Form {
    /// The mean of each section that has one, by the section's id.
    pub fn means(&self, answers: &Answers) -> BTreeMap<String, FormMean> {
        let sections = self.sections().iter().enumerate();
        let means = sections.filter_map(|(at, section)| {
            let needed = section.mean_needs?;
            let mut mean = FormMean { sum: 0, answered: 0, scored: false };
            for field in self.fields().iter().filter(|field| field.section == at) {
                if let Some(value) = favourable(field, answers) {
                    mean.sum += u16::from(value);
                    mean.answered += 1;
                }
            }
            mean.scored = mean.answered >= needed;
            Some((section.id.clone(), mean))
        });
        means.collect()
    }
}

/// The value of an answer, counted from the end that makes high favourable.
fn favourable(field: &Field, answers: &Answers) -> Option<u8> {
    match (answers.get(&field.id), &field.kind) {
        (Some(FormAnswer::Scale(value)), Kind::Scale { from, to, .. }) => {
            Some(if field.reversed { (from + to).saturating_sub(*value) } else { *value })
        }
        _ => None,
    }
}
