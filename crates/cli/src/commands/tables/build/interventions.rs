//! Tables 4.2 and 4.5, figures 4.1a and 4.3: what was done and by whom, from the plans. Tables 4.6 to
//! 4.8: whether that fits what was seen at the start. Ours: what came of the goals.

use super::{RATERS, Sources, key, part_of};
use crate::{
    commands::tables::{
        model::{Chart, Label, Table, Value, Variable},
        study::Member,
    },
    statistics::{Undefined, number, pearson},
};
use draagkracht_core::{
    case_questionnaire::{Measures, Partnership},
    person::{Moment, Rater},
    plan::{Actor, InterventionType, Plan, Reached},
};
use std::collections::BTreeSet;

/// Types of intervention, their number, and who took part.
pub fn tables(sources: &Sources<'_>) -> Vec<Table> {
    let measures: Vec<Measures> =
        sources.members.iter().filter_map(|member| member.measures.clone()).collect();
    vec![used(&measures), numbers(&measures), partners(&measures), with_professional(&measures)]
}

fn used(cases: &[Measures]) -> Table {
    let mut table = Table::new("interventions", ["n", "share"].map(key).to_vec());
    for kind in InterventionType::ALL {
        let count = cases.iter().filter(|case| case.used.contains_key(&kind)).count();
        let values = vec![Value::Cases(cases.len()), Value::Share(count, cases.len())];
        table.row(vec![Label::Intervention(kind)], values);
    }
    table.chart(Chart::Bars(vec![1])).note("from_plans")
}

fn zero_to_six() -> Vec<Vec<Label>> {
    [key("n")].into_iter().chain((0..=6).map(|count| vec![Label::Number(count)])).collect()
}

/// How many of these numbers are 0, 1, ... 6.
fn spread(counts: &[usize]) -> Vec<Value> {
    let part = |number| counts.iter().filter(|count| **count == number).count();
    let parts = (0..=6).map(|number| Value::Part(part(number), counts.len()));
    [Value::Cases(counts.len())].into_iter().chain(parts).collect()
}

fn numbers(cases: &[Measures]) -> Table {
    let mut table = Table::new("interventions_number", zero_to_six());
    let counts: Vec<usize> = cases.iter().map(Measures::types).collect();
    table.row(vec![Label::Key("types_used")], spread(&counts));
    table.chart(Chart::Stacked((1..=7).collect())).note("from_plans")
}

fn with_professional(cases: &[Measures]) -> Table {
    let mut table = Table::new("with_professional", zero_to_six());
    for actor in Actor::REPORTED {
        let counts: Vec<usize> = cases.iter().filter_map(|case| case.involvement(actor)).collect();
        table.row(vec![Label::Actor(actor)], spread(&counts));
    }
    table.chart(Chart::Stacked((1..=7).collect())).note("actors_said")
}

fn partners(cases: &[Measures]) -> Table {
    let actors = Actor::REPORTED.into_iter().map(|actor| vec![Label::Actor(actor)]);
    let columns = [key("n")].into_iter().chain(actors);
    let columns = columns.chain(["n_professional", "solo", "partners"].map(key));
    let mut table = Table::new("partners", columns.collect());
    for kind in InterventionType::ALL {
        let said: Vec<&BTreeSet<Actor>> =
            cases.iter().filter_map(|case| case.used.get(&kind)?.as_ref()).collect();
        let mut values = vec![Value::Cases(said.len())];
        values.extend(Actor::REPORTED.map(|actor| {
            let count = said.iter().filter(|actors| actors.contains(&actor)).count();
            Value::Share(count, said.len())
        }));
        let together = Partnership::of_type(kind, cases);
        let [n, alone, all] =
            [together.with_professional, together.alone, together.actors].map(|n| n as usize);
        values.push(Value::Cases(n));
        values.push(Value::Share(alone, n));
        let mean = if n == 0 { Err(Undefined::TooFew) } else { Ok(number(all) / number(n)) };
        values.push(Value::statistic(mean, n));
        table.row(vec![Label::Intervention(kind)], values);
    }
    table.note("from_plans").note("actors_said").note("solo")
}

/// Tables 4.6 to 4.8.
pub fn targeting(sources: &Sources<'_>) -> Table {
    let social = [
        InterventionType::StrengthenNetwork,
        InterventionType::NetworkCompetences,
        InterventionType::LocalProvisionCompetences,
        InterventionType::Trust,
    ];
    let mut rows = vec![
        (Variable::Burden, InterventionType::ReduceBurden),
        (Variable::Competences, InterventionType::StrengthenCompetences),
    ];
    rows.extend(social.map(|kind| (Variable::SocialCapital, kind)));
    let mut table = Table::new("targeting", ["n", "r", "p"].map(key).to_vec());
    for (variable, kind) in rows {
        let used = |member: &Member<'_>| {
            let used = member.measures.as_ref()?.used.contains_key(&kind);
            Some(f64::from(u8::from(used)))
        };
        let values = with_start(sources, variable, used);
        table.row(vec![Label::Variable(variable), Label::Intervention(kind)], values);
    }
    for variable in Variable::ALL {
        let values = with_start(sources, variable, |member| member.case_number("emphasis.value"));
        table.row(vec![Label::Variable(variable), Label::Key("emphasis")], values);
    }
    table.note("from_plans").note("targeting")
}

/// The correlation of something with what the professional saw at the start.
fn with_start(
    sources: &Sources<'_>,
    variable: Variable,
    of: impl Fn(&Member<'_>) -> Option<f64>,
) -> Vec<Value> {
    let pairs = sources.members.iter().filter_map(|member| {
        Some((member.score(Rater::Professional, Moment::T1, variable)?, of(member)?))
    });
    let (one, other): (Vec<f64>, Vec<f64>) = pairs.unzip();
    let (n, found) = (one.len(), pearson(&one, &other));
    vec![
        Value::Cases(n),
        Value::statistic(part_of(found, |found| found.r), n),
        Value::Probability(part_of(found, |found| found.p), n),
    ]
}

const REACHED: [(Reached, &str); 4] = [
    (Reached::Reached, "reached"),
    (Reached::Partly, "partly"),
    (Reached::Not, "not_reached"),
    (Reached::NoLongerWanted, "no_longer_wanted"),
];

/// How far goals were reached, in whose eyes, when it was last said.
pub fn goals(sources: &Sources<'_>) -> Table {
    let columns = [key("n_goals")].into_iter().chain(REACHED.map(|(_, name)| key(name)));
    let mut table = Table::new("goals", columns.collect());
    for rater in RATERS {
        let plans = sources.members.iter().flat_map(|member| &member.plans);
        let said: Vec<Reached> = plans.flat_map(|plan| last_said(plan, rater)).collect();
        let count = |reached| said.iter().filter(|said| **said == reached).count();
        let parts = REACHED.map(|(reached, _)| Value::Part(count(reached), said.len()));
        table.row(
            vec![Label::Rater(rater)],
            [Value::Cases(said.len())].into_iter().chain(parts).collect(),
        );
    }
    table.chart(Chart::Stacked(vec![1, 2, 3, 4])).note("goals")
}

fn last_said(plan: &Plan, rater: Rater) -> impl Iterator<Item = Reached> {
    plan.goals.iter().filter_map(move |goal| {
        goal.followed.iter().rfind(|followed| followed.rater == rater).map(|said| said.reached)
    })
}
