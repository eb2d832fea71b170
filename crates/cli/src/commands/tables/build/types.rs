//! Tables 3.3 and 3.6: the types of capacity, and how they shift with other cut-offs.

use super::{RATERS, Sources, key};
use crate::commands::tables::{
    model::{Chart, Label, Table, Value, Variable},
    study::List,
};
use draagkracht_core::{
    decimal::Ratio,
    person::{Moment, Rater},
    score::ComponentScore,
    typology::CapacityType,
};

const TYPES: [CapacityType; 4] = [
    CapacityType::Weak,
    CapacityType::SocialCapital,
    CapacityType::Competences,
    CapacityType::Double,
];

/// The cut-offs of the two components.
type CutOffs = [Ratio; 2];

/// A mean that is not divided yet.
#[derive(Debug, Clone, Copy)]
struct Mean {
    sum: i32,
    answered: u8,
}

impl Mean {
    fn ratio(self) -> Option<Ratio> {
        Ratio::new(self.sum, self.answered.into())
    }
}

/// By the norm, and by others.
pub fn tables(sources: &Sources<'_>) -> Vec<Table> {
    vec![by_norm(sources), by_others(sources)]
}

fn type_columns() -> impl Iterator<Item = Vec<Label>> {
    TYPES.into_iter().map(|kind| vec![Label::Type(kind)])
}

fn by_norm(sources: &Sources<'_>) -> Table {
    let columns = [key("n")].into_iter().chain(type_columns()).collect();
    let mut table = Table::new("types", columns);
    for rater in RATERS {
        let Some(cut_offs) = norm(sources, rater) else { continue };
        for moment in Moment::ALL {
            let values = distribution(&scores(sources, rater, moment), cut_offs);
            table.row(vec![Label::Rater(rater), Label::Moment(moment)], values);
        }
    }
    table.chart(Chart::Stacked(vec![1, 2, 3, 4])).note("types_norm").note("raters_apart")
}

fn by_others(sources: &Sources<'_>) -> Table {
    let before = ["cut_off_competences", "cut_off_social_capital", "n"].map(key);
    let mut table =
        Table::new("types_cut_offs", before.into_iter().chain(type_columns()).collect());
    for rater in RATERS {
        let at_start = scores(sources, rater, Moment::T1);
        let middle = |at: usize| median(at_start.iter().map(|pair| pair[at]).collect());
        let name = Label::Named(sources.norm(rater).name.clone());
        let given = |cut: Ratio| Value::Given(shown(cut));
        // A median tells of those whom it is the median of.
        let found = |cut: Ratio| Value::statistic(Ok(shown(cut)), at_start.len());
        let medians = middle(0).zip(middle(1)).map(|(one, other)| [one, other]);
        let with = |cut_offs: Option<CutOffs>, say: &dyn Fn(Ratio) -> Value| {
            cut_offs.map(|cut_offs| (cut_offs, cut_offs.map(say)))
        };
        for (name, cut_offs) in [
            (name, with(norm(sources, rater), &given)),
            (Label::Key("median"), with(medians, &found)),
            (Label::Key("midpoint"), with(Some([Ratio::whole(3); 2]), &given)),
        ] {
            let Some((cut_offs, said)) = cut_offs else { continue };
            for moment in [Moment::T1, Moment::T3] {
                let mut values = said.to_vec();
                values.extend(distribution(&scores(sources, rater, moment), cut_offs));
                let labels = vec![Label::Rater(rater), Label::Moment(moment), name.clone()];
                table.row(labels, values);
            }
        }
    }
    table.note("types_cut_offs").note("differencing")
}

fn norm(sources: &Sources<'_>, rater: Rater) -> Option<CutOffs> {
    let norm = sources.norm(rater);
    let cut_off = |variable: Variable| Some(norm.cut_offs.get(variable.as_str())?.ratio());
    let [competences, social_capital] = Variable::CAPACITY.map(cut_off);
    Some([competences?, social_capital?])
}

/// Both means of everyone who has both, exactly.
fn scores(sources: &Sources<'_>, rater: Rater, moment: Moment) -> Vec<[Mean; 2]> {
    let both = |list: &List<'_>| {
        let mean = |variable| match list.component(variable)? {
            ComponentScore::Mean { sum, answered, .. } => Some(Mean { sum: sum.into(), answered }),
            ComponentScore::Count { .. } => None,
        };
        let [one, other] = Variable::CAPACITY.map(mean);
        Some([one?, other?])
    };
    sources.members.iter().filter_map(|member| both(member.list(rater, moment)?)).collect()
}

/// How many there are, and how many of each type.
fn distribution(scores: &[[Mean; 2]], cut_offs: CutOffs) -> Vec<Value> {
    let mut counts = [0; 4];
    for score in scores {
        let [competences, social_capital] =
            [0, 1].map(|at| score[at].ratio() >= Some(cut_offs[at]));
        counts[2 * usize::from(competences) + usize::from(social_capital)] += 1;
    }
    let parts = counts.map(|count| Value::Part(count, scores.len()));
    [Value::Cases(scores.len())].into_iter().chain(parts).collect()
}

/// The middle one, exactly; of an even number the one halfway the two in the middle.
fn median(mut values: Vec<Mean>) -> Option<Ratio> {
    values.sort_by_key(|mean| mean.ratio());
    let half = values.len() / 2;
    let upper = values.get(half)?;
    if values.len() % 2 == 1 {
        return upper.ratio();
    }
    let lower = values.get(half.checked_sub(1)?)?;
    let both = lower.sum * i32::from(upper.answered) + upper.sum * i32::from(lower.answered);
    Ratio::new(both, 2 * u32::from(lower.answered) * u32::from(upper.answered))
}

/// As a number to show; the comparison was exact.
fn shown(cut_off: Ratio) -> f64 {
    cut_off.to_string().parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(means: &[(i32, u8)]) -> Option<String> {
        let means = means.iter().map(|(sum, answered)| Mean { sum: *sum, answered: *answered });
        median(means.collect()).map(|median| median.to_string())
    }

    #[test]
    fn the_median_is_exact() {
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[(30, 8)]).as_deref(), Some("3.75"));
        assert_eq!(of(&[(40, 8), (8, 8), (24, 8)]).as_deref(), Some("3"));
        assert_eq!(of(&[(10, 3), (7, 2)]).as_deref(), Some("3.4167"));
    }
}
