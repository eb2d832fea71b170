//! Tables 5.1 to 5.3: who went down, stayed the same, went up; and figure 1b, both raters' change.

use super::{RATERS, Sources, WHOLE, key};
use crate::commands::tables::{
    model::{Chart, Label, Table, Value, Variable},
    study::Shift,
};
use draagkracht_core::{
    person::{Moment, Rater},
    reading::change::Course,
};

const PAIRS: [[Moment; 2]; 3] = [WHOLE, [Moment::T1, Moment::T2], [Moment::T2, Moment::T3]];
const COURSES: [(Course, &str); 3] =
    [(Course::Lower, "lower"), (Course::Same, "same"), (Course::Higher, "higher")];

/// Per rater, and of both raters beside one another.
pub fn tables(sources: &Sources<'_>) -> Vec<Table> {
    vec![change(sources), both(sources)]
}

fn columns() -> Vec<Vec<Label>> {
    [key("n")].into_iter().chain(COURSES.map(|(_, name)| key(name))).collect()
}

fn change(sources: &Sources<'_>) -> Table {
    let mut table = Table::new("change", columns());
    for rater in RATERS {
        for variable in Variable::ALL {
            for pair in PAIRS {
                let members = sources.members.iter();
                let shifts = members.filter_map(|member| member.shift(rater, pair, variable));
                let [from, to] = pair;
                let what = vec![Label::Rater(rater), Label::Variable(variable)];
                let labels = [what, vec![Label::Between(from, to)]].concat();
                table.row(labels, parts(&shifts.collect::<Vec<_>>()));
            }
        }
    }
    let chart = Chart::Stacked(vec![1, 2, 3]);
    table.chart(chart).note("change_equal").note("change_burden").note("regression")
}

fn parts(shifts: &[Shift]) -> Vec<Value> {
    let count = |course| shifts.iter().filter(|shift| shift.course == course).count();
    let parts = COURSES.map(|(course, _)| Value::Part(count(course), shifts.len()));
    [Value::Cases(shifts.len())].into_iter().chain(parts).collect()
}

fn both(sources: &Sources<'_>) -> Table {
    let mut table = Table::new("change_both", columns());
    let mut clouds = Vec::new();
    for variable in Variable::ALL {
        let shifts: Vec<[Shift; 2]> = sources
            .members
            .iter()
            .filter_map(|member| {
                let of = |rater: Rater| member.shift(rater, WHOLE, variable);
                Some([of(Rater::Resident)?, of(Rater::Professional)?])
            })
            .collect();
        for (course, name) in COURSES {
            let other = shifts.iter().filter(|[own, _]| own.course == course);
            let other: Vec<Shift> = other.map(|[_, other]| *other).collect();
            table.row(vec![Label::Variable(variable), Label::Key(name)], parts(&other));
        }
        let dots = shifts.iter().map(|[own, other]| [own.difference, other.difference]);
        clouds.push((Label::Variable(variable), dots.collect()));
    }
    table.chart(Chart::Dots(clouds)).note("change_both").note("differencing")
}
