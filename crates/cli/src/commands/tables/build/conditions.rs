//! Figures 4.2 and 4.4 to 4.6: what professionals say of their own work. Tables 4.9 to 4.11: the kind of
//! site, knowledge and cooperation, beside what was done in their cases.

use super::{Sources, key, part_of};
use crate::{
    commands::tables::{
        model::{Label, Table, Value},
        study::Member,
    },
    statistics::{mean, number, pearson, standard_deviation},
    study::FEWEST_PROFESSIONALS,
};
use draagkracht_core::case_questionnaire::{Measures, Site};

/// The scales, in the order of the figures.
pub const SCALES: [&str; 4] = ["openness", "time", "knowledge", "cooperation"];

/// Openness, time, knowledge and cooperation, over professionals.
pub fn scales(sources: &Sources<'_>) -> Table {
    let mut table =
        Table::new("conditions", ["professionals", "mean", "deviation"].map(key).to_vec());
    for scale in SCALES {
        let all = sources.study.conditions.values();
        let values: Vec<f64> = all.filter_map(|means| means.get(scale).copied()).collect();
        let n = values.len();
        if n < FEWEST_PROFESSIONALS {
            continue;
        }
        table.row(
            vec![Label::Key(scale)],
            vec![
                Value::Cases(n),
                Value::statistic(mean(&values), n),
                Value::statistic(standard_deviation(&values), n),
            ],
        );
    }
    table.note("conditions")
}

type Of = fn(&Member<'_>) -> Option<f64>;

const SITES: [(&str, Of); 3] = [
    ("social_team", |member| {
        Some(f64::from(u8::from(member.case_measures()?.site? == Site::SocialTeam)))
    }),
    ("knowledge", |member| member.conditions.get("knowledge").copied()),
    ("cooperation", |member| member.conditions.get("cooperation").copied()),
];

const BESIDE: [(&str, Of); 5] = [
    ("emphasis", |member| member.case_number("emphasis.value")),
    ("types_used", |member| member.measures.as_ref().map(Measures::types).map(number)),
    ("influence_problems", |member| member.case_number("influence.problems.professional")),
    ("influence_approach", |member| member.case_number("influence.approach.professional")),
    ("openness", |member| member.conditions.get("openness").copied()),
];

/// Tables 4.9 to 4.11, over cases.
pub fn sites(sources: &Sources<'_>) -> Table {
    let mut table = Table::new("sites", ["n", "r", "p"].map(key).to_vec());
    for (name, of) in SITES {
        for (beside, other) in BESIDE {
            let pairs =
                sources.members.iter().filter_map(|member| Some((of(member)?, other(member)?)));
            let (one, two): (Vec<f64>, Vec<f64>) = pairs.unzip();
            let (n, found) = (one.len(), pearson(&one, &two));
            table.row(
                vec![Label::Key(name), Label::Key(beside)],
                vec![
                    Value::Cases(n),
                    Value::statistic(part_of(found, |found| found.r), n),
                    Value::Probability(part_of(found, |found| found.p), n),
                ],
            );
        }
    }
    table.note("sites").note("nested")
}
