//! Figures 3.8 and 3.10: which life domains are severe, and how much hangs on what is called so.

use super::{RATERS, Sources, by_moment};
use crate::{
    commands::tables::model::{Chart, Label, Table, Value},
    statistics,
};
use draagkracht_core::{
    instrument::Rule,
    life_domain::LifeDomain,
    person::{Moment, Rater},
};

/// Per domain, and the mean number with other points.
pub fn tables(sources: &Sources<'_>) -> Vec<Table> {
    vec![domains(sources), other_points(sources)]
}

/// The point from which a domain is severe, as the rater's instrument has it.
fn severe_from(sources: &Sources<'_>, rater: Rater) -> Option<u8> {
    let rules = sources.instrument(rater)?.components().iter().map(|component| &component.rule);
    rules.into_iter().find_map(|rule| match rule {
        Rule::Count { from, .. } => Some(from.value()),
        Rule::Mean { .. } => None,
    })
}

fn domains(sources: &Sources<'_>) -> Table {
    let mut table = Table::new("domains", by_moment(&["n", "severe_share"]));
    for rater in RATERS {
        let Some(severe_from) = severe_from(sources, rater) else { continue };
        for domain in LifeDomain::ALL {
            let mut values = Vec::new();
            for moment in Moment::ALL {
                let item = format!("burden.{}", domain.as_str());
                let lists = sources.members.iter().filter_map(|m| m.list(rater, moment));
                let answers: Vec<u8> = lists.filter_map(|list| list.value(&item)).collect();
                let severe = answers.iter().filter(|answer| **answer >= severe_from).count();
                values.push(Value::Cases(answers.len()));
                values.push(Value::Share(severe, answers.len()));
            }
            table.row(vec![Label::Rater(rater), Label::Domain(domain)], values);
        }
    }
    table.chart(Chart::Bars(vec![1, 3, 5])).note("severe_from")
}

fn other_points(sources: &Sources<'_>) -> Table {
    let mut table = Table::new("severe_cut_offs", by_moment(&["n", "mean"]));
    for rater in RATERS {
        let Some(severe_from) = severe_from(sources, rater) else { continue };
        for from in [severe_from - 1, severe_from, severe_from + 1] {
            let mut values = Vec::new();
            for moment in Moment::ALL {
                let counts = counts(sources, rater, moment, from);
                values.push(Value::Cases(counts.len()));
                values.push(Value::statistic(statistics::mean(&counts), counts.len()));
            }
            table.row(vec![Label::Rater(rater), Label::Number(from.into())], values);
        }
    }
    table.note("severe_cut_offs")
}

/// The number of domains at or above a point, of everyone who answered all eight.
fn counts(sources: &Sources<'_>, rater: Rater, moment: Moment, from: u8) -> Vec<f64> {
    let items = LifeDomain::ALL.map(|domain| format!("burden.{}", domain.as_str()));
    let lists = sources.members.iter().filter_map(|member| member.list(rater, moment));
    let count = |values: Vec<u8>| {
        statistics::number(values.into_iter().filter(|value| *value >= from).count())
    };
    lists
        .filter_map(|list| items.iter().map(|item| list.value(item)).collect::<Option<_>>())
        .map(count)
        .collect()
}
