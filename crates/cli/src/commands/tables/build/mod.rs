//! The tables themselves, a family a file: from the people of a study to tables as data.

mod agreement;
mod change;
mod conditions;
mod domains;
mod dropouts;
mod interventions;
mod means;
mod nesting;
mod overview;
mod questionnaire;
mod reliability;
mod success;
mod types;

use super::{
    model::{Label, Table},
    study::{Member, Study},
};
use crate::statistics::Undefined;
use draagkracht_core::{
    instrument::Instrument,
    norm::Norm,
    person::{Moment, Rater},
};

/// Both raters, in the order of the report.
const RATERS: [Rater; 2] = [Rater::Resident, Rater::Professional];
/// From the first moment to the last.
const WHOLE: [Moment; 2] = [Moment::T1, Moment::T3];

/// What the tables are made of.
pub struct Sources<'a> {
    /// Everyone who counts.
    pub study: &'a Study<'a>,
    /// Those whom the tables are about: the panel, or everyone.
    pub members: Vec<&'a Member<'a>>,
    /// Both instruments.
    pub instruments: &'a [Instrument],
    /// From which mean on a component is strong, for each rater.
    pub norms: [Norm; 2],
}

impl Sources<'_> {
    fn instrument(&self, rater: Rater) -> Option<&Instrument> {
        self.instruments.iter().find(|instrument| instrument.rater() == rater)
    }

    fn norm(&self, rater: Rater) -> &Norm {
        &self.norms[usize::from(rater == Rater::Professional)]
    }
}

/// Every table, in the order of the report; then ours.
pub fn all(sources: &Sources<'_>) -> Vec<Table> {
    let mut tables = vec![overview::received(sources), reliability::table(sources)];
    tables.extend(means::tables(sources));
    tables.extend(types::tables(sources));
    tables.extend(domains::tables(sources));
    tables.push(questionnaire::attention(sources));
    tables.extend(interventions::tables(sources));
    tables.extend([questionnaire::emphasis(sources), questionnaire::view(sources)]);
    tables.push(questionnaire::influence(sources));
    tables.extend([conditions::scales(sources), conditions::sites(sources)]);
    tables.push(interventions::targeting(sources));
    tables.extend(change::tables(sources));
    tables.extend(agreement::tables(sources));
    tables.push(success::table(sources));
    tables.push(dropouts::table(sources));
    tables.push(nesting::table(sources));
    tables.push(interventions::goals(sources));
    tables.into_iter().map(Table::or_nothing).collect()
}

fn key(key: &'static str) -> Vec<Label> {
    vec![Label::Key(key)]
}

/// A column for each moment, of each of these.
fn by_moment(keys: &[&'static str]) -> Vec<Vec<Label>> {
    let moments = Moment::ALL.into_iter();
    let of = |moment| keys.iter().map(move |key| vec![Label::Key(key), Label::Moment(moment)]);
    moments.flat_map(of).collect()
}

/// The same of a statistic that may not be there.
fn part_of<T: Copy>(
    outcome: Result<T, Undefined>,
    part: impl Fn(T) -> f64,
) -> Result<f64, Undefined> {
    outcome.map(part)
}
