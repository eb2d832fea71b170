//! Tables 5.5 and 5.6: what goes with success, the professional's judgement at the start kept the
//! same.

use super::{Sources, WHOLE, key, part_of};
use crate::{
    commands::tables::{
        model::{Label, Table, Value, Variable},
        study::Member,
    },
    statistics::{Correlation, Undefined, number, partial},
};
use draagkracht_core::{
    case_questionnaire::Measures,
    person::{Moment, Rater},
    plan::{Actor, InterventionType},
};

const JUDGE: Rater = Rater::Professional;

/// A factor: its name, and its value in a case.
type Factor = (Label, fn(&Member<'_>) -> Option<f64>);

fn factors() -> [Factor; 9] {
    [
        (Label::Key("time"), |member| member.conditions.get("time").copied()),
        (Label::Key("knowledge"), |member| member.conditions.get("knowledge").copied()),
        (Label::Key("cooperation"), |member| member.conditions.get("cooperation").copied()),
        (Label::Key("influence_problems"), |member| {
            member.case_number("influence.problems.professional")
        }),
        (Label::Key("influence_approach"), |member| {
            member.case_number("influence.approach.professional")
        }),
        (Label::Key("better_use"), |member| {
            let used = member
                .measures
                .as_ref()?
                .used
                .contains_key(&InterventionType::LocalProvisionCompetences);
            Some(f64::from(u8::from(used)))
        }),
        (Label::Key("role_network"), |member| role(member, Actor::Network)),
        (Label::Key("role_local_provision"), |member| role(member, Actor::LocalProvision)),
        (Label::Key("types_used"), |member| {
            member.measures.as_ref().map(Measures::types).map(number)
        }),
    ]
}

fn role(member: &Member<'_>, actor: Actor) -> Option<f64> {
    member.measures.as_ref()?.involvement(actor).map(number)
}

/// Partial correlations with the change, and with the end.
pub fn table(sources: &Sources<'_>) -> Table {
    let names = ["n", "r_change", "p_change", "n_end", "r_end", "p_end"];
    let mut table = Table::new("success", names.map(key).to_vec());
    for variable in Variable::ALL {
        for (name, factor) in factors() {
            let change = |member: &Member<'_>| {
                let controls = Variable::ALL.map(|v| member.score(JUDGE, Moment::T1, v));
                Some((member.shift(JUDGE, WHOLE, variable)?.difference, controls.to_vec()))
            };
            let end = |member: &Member<'_>| {
                let start = member.score(JUDGE, Moment::T1, variable);
                Some((member.score(JUDGE, Moment::T3, variable)?, vec![start]))
            };
            let mut values = correlated(sources, factor, change);
            values.extend(correlated(sources, factor, end));
            table.row(vec![Label::Variable(variable), name], values);
        }
    }
    table.note("success").note("success_factors").note("success_burden").note("nested")
}

/// The correlation of a factor with an outcome, over the cases that have both and all controls.
fn correlated(
    sources: &Sources<'_>,
    factor: fn(&Member<'_>) -> Option<f64>,
    outcome: impl Fn(&Member<'_>) -> Option<(f64, Vec<Option<f64>>)>,
) -> Vec<Value> {
    let (mut factors, mut outcomes, mut controls) = (vec![], vec![], Vec::<Vec<f64>>::new());
    for member in &sources.members {
        let Some(value) = factor(member) else { continue };
        let Some((outcome, controlled)) = outcome(member) else { continue };
        let Some(controlled) = controlled.into_iter().collect::<Option<Vec<f64>>>() else {
            continue;
        };
        factors.push(value);
        outcomes.push(outcome);
        controls.resize_with(controlled.len(), Vec::new);
        for (column, value) in controls.iter_mut().zip(controlled) {
            column.push(value);
        }
    }
    let n = factors.len();
    let found: Result<Correlation, Undefined> = partial(&factors, &outcomes, &controls);
    vec![
        Value::Cases(n),
        Value::statistic(part_of(found, |found| found.r), n),
        Value::Probability(part_of(found, |found| found.p), n),
    ]
}
