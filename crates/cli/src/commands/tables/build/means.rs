//! Tables 3.1, 3.2, 3.4 and 3.5, figures 3.7 and 3.9: means over the moments, and whether they differ.

use super::{RATERS, Sources, by_moment, key, part_of};
use crate::{
    commands::tables::{
        model::{Chart, Label, Table, Value, Variable},
        study::Member,
    },
    statistics::{self, paired, repeated_measures},
};
use draagkracht_core::person::{Moment, Rater};

const PAIRS: [[Moment; 2]; 3] =
    [[Moment::T1, Moment::T2], [Moment::T2, Moment::T3], [Moment::T1, Moment::T3]];

/// People who have a score at every moment, one row each.
fn followed(sources: &Sources<'_>, rater: Rater, variable: Variable) -> Vec<Vec<f64>> {
    let row = |member: &&Member<'_>| {
        Moment::ALL.into_iter().map(|moment| member.score(rater, moment, variable)).collect()
    };
    sources.members.iter().filter_map(row).collect()
}

/// Means, the test over all three moments, and the tests of each two.
pub fn tables(sources: &Sources<'_>) -> Vec<Table> {
    vec![means(sources), severe(sources), anova(sources), pairwise(sources)]
}

fn means(sources: &Sources<'_>) -> Table {
    let table = mean_rows(sources, "means", &Variable::CAPACITY);
    table.chart(Chart::Lines(vec![1, 3, 5], [1.0, 5.0])).note("followed").note("raters_apart")
}

fn severe(sources: &Sources<'_>) -> Table {
    let table = mean_rows(sources, "severe", &[Variable::Burden]);
    table.chart(Chart::Lines(vec![1, 3, 5], [0.0, 8.0])).note("followed").note("severe_index")
}

fn mean_rows(sources: &Sources<'_>, id: &'static str, variables: &[Variable]) -> Table {
    let mut columns = vec![key("n")];
    columns.extend(by_moment(&["mean", "deviation"]));
    let mut table = Table::new(id, columns);
    for rater in RATERS {
        for variable in variables {
            let people = followed(sources, rater, *variable);
            let n = people.len();
            let mut values = vec![Value::Cases(n)];
            for at in 0..Moment::ALL.len() {
                let column = column(&people, at);
                values.push(Value::statistic(statistics::mean(&column), n));
                values.push(Value::statistic(statistics::standard_deviation(&column), n));
            }
            table.row(vec![Label::Rater(rater), Label::Variable(*variable)], values);
        }
    }
    table
}

fn column(people: &[Vec<f64>], at: usize) -> Vec<f64> {
    people.iter().map(|row| row[at]).collect()
}

fn anova(sources: &Sources<'_>) -> Table {
    let names = ["n", "f", "df_1", "df_2", "p", "epsilon", "p_corrected"];
    let mut table = Table::new("anova", names.map(key).to_vec());
    for rater in RATERS {
        for variable in Variable::ALL {
            let people = followed(sources, rater, variable);
            let (n, test) = (people.len(), repeated_measures(&people));
            let whole = |value| Value::Statistic { value, n, decimals: 0 };
            let values = vec![
                Value::Cases(n),
                Value::statistic(part_of(test, |test| test.f), n),
                whole(part_of(test, |test| test.freedom[0])),
                whole(part_of(test, |test| test.freedom[1])),
                Value::Probability(part_of(test, |test| test.p), n),
                Value::statistic(part_of(test, |test| test.epsilon), n),
                Value::Probability(part_of(test, |test| test.p_corrected), n),
            ];
            table.row(vec![Label::Rater(rater), Label::Variable(variable)], values);
        }
    }
    table.note("anova").note("nested")
}

fn pairwise(sources: &Sources<'_>) -> Table {
    let names = ["n", "difference", "t", "df", "p", "p_bonferroni"];
    let mut table = Table::new("pairwise", names.map(key).to_vec());
    for rater in RATERS {
        for variable in Variable::ALL {
            let people = followed(sources, rater, variable);
            for [from, to] in PAIRS {
                let n = people.len();
                let test = paired(&column(&people, from as usize), &column(&people, to as usize));
                let values = vec![
                    Value::Cases(n),
                    Value::statistic(part_of(test, |test| test.difference), n),
                    Value::statistic(part_of(test, |test| test.t), n),
                    Value::Statistic { value: part_of(test, |test| test.freedom), n, decimals: 0 },
                    Value::Probability(part_of(test, |test| test.p), n),
                    Value::Probability(part_of(test, |test| (3.0 * test.p).min(1.0)), n),
                ];
                let what = vec![Label::Rater(rater), Label::Variable(variable)];
                table.row([what, vec![Label::Between(from, to)]].concat(), values);
            }
        }
    }
    table.note("bonferroni")
}
