//! Tables 4.1, 4.3 and 4.4, figure 4.1b: what professionals said of a case afterwards.

use super::{Sources, key};
use crate::{
    commands::tables::model::{Chart, Label, Table, Value},
    statistics::{mean, standard_deviation},
};
use draagkracht_core::form::FormAnswer;

/// Attention for capacity, in the order of table 4.1; burden is of section 2.3.1.
const CAPACITY: [&str; 4] = ["competences", "network", "local_provision", "burden"];
/// Attention for the resident's view, in the order of table 4.3.
const VIEW: [&str; 4] = ["reach", "main_problem", "best_approach", "other_approach"];
/// From where the emphasis is about equal, and to where: ours, the report has the bands and not their ends.
const EQUAL: [u8; 2] = [4, 6];

/// Table 4.1.
pub fn attention(sources: &Sources<'_>) -> Table {
    attended(sources, "attention", "attention_capacity", &CAPACITY)
}

/// Table 4.3.
pub fn view(sources: &Sources<'_>) -> Table {
    attended(sources, "resident_view", "attention_view", &VIEW)
}

fn attended(
    sources: &Sources<'_>,
    id: &'static str,
    section: &str,
    rows: &[&'static str],
) -> Table {
    let mut table = Table::new(id, ["n", "attention"].map(key).to_vec());
    for row in rows {
        let item = format!("{section}.{row}.given");
        let said: Vec<bool> = sources
            .members
            .iter()
            .filter_map(|member| match member.case_answer(&item)? {
                FormAnswer::YesNo(yes) => Some(*yes),
                _ => None,
            })
            .collect();
        let yes = said.iter().filter(|yes| **yes).count();
        table.row(
            vec![Label::Key(row)],
            vec![Value::Cases(said.len()), Value::Share(yes, said.len())],
        );
    }
    table.chart(Chart::Bars(vec![1])).note("from_questionnaire")
}

/// Figure 4.1b.
pub fn emphasis(sources: &Sources<'_>) -> Table {
    let names = ["n", "more_burden", "about_equal", "more_capacity", "mean", "deviation"];
    let mut table = Table::new("emphasis", names.map(key).to_vec());
    let values: Vec<f64> =
        sources.members.iter().filter_map(|m| m.case_number("emphasis.value")).collect();
    let [from, to] = EQUAL.map(f64::from);
    let n = values.len();
    let count = |is: &dyn Fn(f64) -> bool| values.iter().filter(|value| is(**value)).count();
    table.row(
        vec![Label::Key("emphasis")],
        vec![
            Value::Cases(n),
            Value::Part(count(&|value| value < from), n),
            Value::Part(count(&|value| (from..=to).contains(&value)), n),
            Value::Part(count(&|value| value > to), n),
            Value::statistic(mean(&values), n),
            Value::statistic(standard_deviation(&values), n),
        ],
    );
    table.chart(Chart::Stacked(vec![1, 2, 3])).note("from_questionnaire").note("emphasis")
}

/// Table 4.4, beside it the resident's own answer.
pub fn influence(sources: &Sources<'_>) -> Table {
    let mut table = Table::new("influence", ["n", "mean", "deviation"].map(key).to_vec());
    for (row, on) in [("problems", "influence_problems"), ("approach", "influence_approach")] {
        for rater in super::RATERS {
            let item = format!("influence.{row}.{}", rater.as_str());
            let values: Vec<f64> =
                sources.members.iter().filter_map(|member| member.case_number(&item)).collect();
            let n = values.len();
            table.row(
                vec![Label::Key(on), Label::Rater(rater)],
                vec![
                    Value::Cases(n),
                    Value::statistic(mean(&values), n),
                    Value::statistic(standard_deviation(&values), n),
                ],
            );
        }
    }
    table.note("from_questionnaire").note("influence")
}
