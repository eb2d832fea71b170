//! Table 2.3: how reliable each scale is. Burden is an index, not a scale, and has no alpha.

use super::{RATERS, Sources, by_moment};
use crate::{
    commands::tables::model::{Label, Table, Value, Variable},
    statistics::cronbach_alpha,
};
use draagkracht_core::person::Moment;

/// Over people who answered every item of the scale.
pub fn table(sources: &Sources<'_>) -> Table {
    let mut table = Table::new("alpha", by_moment(&["n", "alpha"]));
    for rater in RATERS {
        let Some(instrument) = sources.instrument(rater) else { continue };
        for variable in Variable::CAPACITY {
            let mut values = Vec::new();
            for moment in Moment::ALL {
                let lists = sources.members.iter().filter_map(|m| m.list(rater, moment));
                let people: Vec<_> =
                    lists.filter_map(|list| list.items(instrument, variable)).collect();
                let alpha = cronbach_alpha(&people);
                let n = people.len();
                values.extend([Value::Cases(n), Value::statistic(alpha, n)]);
            }
            table.row(vec![Label::Rater(rater), Label::Variable(variable)], values);
        }
    }
    table.note("alpha_complete").note("alpha_rules")
}
