//! Whether those who left differ from those who stayed, on the six core variables at the start.

use super::{RATERS, Sources, key, part_of};
use crate::{
    commands::tables::model::{Label, Table, Value, Variable},
    statistics::{mean, welch},
};
use draagkracht_core::person::{Moment, Rater};

/// Everyone of whom there is a list at the start, whomever the other tables are about.
pub fn table(sources: &Sources<'_>) -> Table {
    let names = ["n_panel", "mean_panel", "n_dropouts", "mean_dropouts"];
    let names = names.into_iter().chain(["difference", "t", "df", "p"]);
    let mut table = Table::new("dropouts", names.map(key).collect());
    for rater in RATERS {
        for variable in Variable::ALL {
            let [panel, left] =
                [true, false].map(|stayed| scores(sources, rater, variable, stayed));
            // A test is about the smaller group as much as about the larger.
            let n = panel.len().min(left.len());
            let test = welch(&panel, &left);
            let values = vec![
                Value::Cases(panel.len()),
                Value::statistic(mean(&panel), panel.len()),
                Value::Cases(left.len()),
                Value::statistic(mean(&left), left.len()),
                Value::statistic(part_of(test, |test| test.difference), n),
                Value::statistic(part_of(test, |test| test.t), n),
                Value::Statistic { value: part_of(test, |test| test.freedom), n, decimals: 1 },
                Value::Probability(part_of(test, |test| test.p), n),
            ];
            table.row(vec![Label::Rater(rater), Label::Variable(variable)], values);
        }
    }
    table.note("dropouts").note("dropouts_reason")
}

fn scores(sources: &Sources<'_>, rater: Rater, variable: Variable, stayed: bool) -> Vec<f64> {
    let members = sources.study.members.iter().filter(|m| m.is_in_panel() == stayed);
    members.filter_map(|member| member.score(rater, Moment::T1, variable)).collect()
}
