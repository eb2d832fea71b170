//! How much cases of one professional are alike. The report does not model it; every test here takes
//! cases for independent, so it is said how far they are from that.

use super::{RATERS, Sources, key, part_of};
use crate::{
    commands::tables::model::{Label, Table, Value, Variable},
    statistics::intraclass,
};
use draagkracht_core::person::Moment;
use std::collections::BTreeMap;

/// At the start, of cases whose professional is known.
pub fn table(sources: &Sources<'_>) -> Table {
    let mut table =
        Table::new("nesting", ["n", "professionals", "icc", "f", "p"].map(key).to_vec());
    for rater in RATERS {
        for variable in Variable::ALL {
            let mut groups: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
            for member in &sources.members {
                let score = member.score(rater, Moment::T1, variable);
                if let Some((professional, score)) = member.professional.zip(score) {
                    groups.entry(professional).or_default().push(score);
                }
            }
            let groups: Vec<Vec<f64>> = groups.into_values().collect();
            let n = groups.iter().map(Vec::len).sum();
            let found = intraclass(&groups);
            let values = vec![
                Value::Cases(n),
                Value::Cases(groups.len()),
                Value::statistic(part_of(found, |found| found.icc), n),
                Value::statistic(part_of(found, |found| found.f), n),
                Value::Probability(part_of(found, |found| found.p), n),
            ];
            table.row(vec![Label::Rater(rater), Label::Variable(variable)], values);
        }
    }
    table.note("nesting")
}
