//! Table 5.4: whether resident and professional agree, at each moment and about the change; ours: by
//! type and by life domain.

use super::{RATERS, Sources, WHOLE, key, part_of};
use crate::{
    commands::tables::{
        model::{Label, Table, Value, Variable},
        study::Member,
    },
    statistics::{self, cohen_kappa, pearson},
};
use draagkracht_core::{
    life_domain::LifeDomain,
    person::{Moment, Rater},
    typology::{self, CapacityType},
};

/// As the report has it, and at the level of one case.
pub fn tables(sources: &Sources<'_>) -> Vec<Table> {
    vec![correlations(sources), types(sources), domains(sources)]
}

fn correlations(sources: &Sources<'_>) -> Table {
    let mut table = Table::new("agreement", ["n", "r", "p"].map(key).to_vec());
    for variable in Variable::ALL {
        let what = || Label::Variable(variable);
        for moment in Moment::ALL {
            let score = |member: &Member<'_>, rater| member.score(rater, moment, variable);
            table.row(vec![what(), Label::Moment(moment)], correlation(&pairs(sources, score)));
        }
        let shift = |member: &Member<'_>, rater| {
            member.shift(rater, WHOLE, variable).map(|shift| shift.difference)
        };
        let [from, to] = WHOLE;
        table.row(vec![what(), Label::Between(from, to)], correlation(&pairs(sources, shift)));
    }
    table.note("agreement").note("raters_apart")
}

/// What both raters say, of those of whom both say something.
fn pairs<T>(sources: &Sources<'_>, say: impl Fn(&Member<'_>, Rater) -> Option<T>) -> Vec<(T, T)> {
    let both = |member: &&Member<'_>| {
        let [resident, professional] = RATERS.map(|rater| say(member, rater));
        resident.zip(professional)
    };
    sources.members.iter().filter_map(both).collect()
}

fn correlation(pairs: &[(f64, f64)]) -> Vec<Value> {
    let (one, other): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let (n, found) = (pairs.len(), pearson(&one, &other));
    vec![
        Value::Cases(n),
        Value::statistic(part_of(found, |found| found.r), n),
        Value::Probability(part_of(found, |found| found.p), n),
    ]
}

fn types(sources: &Sources<'_>) -> Table {
    let mut table = Table::new("agreement_types", ["n", "same_share", "kappa"].map(key).to_vec());
    for moment in Moment::ALL {
        let kind = |member: &Member<'_>, rater| -> Option<CapacityType> {
            let components = &member.list(rater, moment)?.response.score.components;
            typology::capacity_type(components, sources.norm(rater))
        };
        let found = cohen_kappa(&pairs(sources, kind));
        let values = vec![
            Value::Cases(found.n),
            Value::Share(found.same, found.n),
            Value::statistic(found.kappa, found.n),
        ];
        table.row(vec![Label::Moment(moment)], values);
    }
    table.note("kappa")
}

fn domains(sources: &Sources<'_>) -> Table {
    let names = ["n", "same_share", "difference_raters", "r"];
    let mut table = Table::new("agreement_domains", names.map(key).to_vec());
    for domain in LifeDomain::ALL {
        let item = format!("burden.{}", domain.as_str());
        for moment in [Moment::T1, Moment::T3] {
            let value = |member: &Member<'_>, rater| {
                member.list(rater, moment)?.value(&item).map(f64::from)
            };
            let pairs = pairs(sources, value);
            let same = pairs.iter().filter(|(one, other)| (one - other).abs() < 0.5).count();
            let differences: Vec<f64> = pairs.iter().map(|(one, other)| one - other).collect();
            let (one, other): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
            let n = pairs.len();
            let values = vec![
                Value::Cases(n),
                Value::Share(same, n),
                Value::statistic(statistics::mean(&differences), n),
                Value::statistic(part_of(pearson(&one, &other), |found| found.r), n),
            ];
            table.row(vec![Label::Domain(domain), Label::Moment(moment)], values);
        }
    }
    table.note("agreement_domains")
}
