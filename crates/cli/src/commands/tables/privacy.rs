//! What is about too few people is left out: cells with fewer than five cases, and with them as many
//! others as it takes that the total does not give them away.

use super::model::{Chart, Row, Table, Value};

/// The fewest cases that a cell may be about. None at all may be said.
pub const LEAST: usize = 5;

/// Leaves out what is about too few.
pub fn suppress(table: &mut Table) {
    for row in &mut table.rows {
        suppress_parts(row);
        for cell in &mut row.cells {
            if is_small(&cell.value) {
                cell.value = Value::Small;
            }
        }
    }
    // Every dot is one case.
    if matches!(table.chart, Some(Chart::Dots(_))) {
        table.chart = None;
    }
}

/// Whether so many cases are too few to say anything about, and not none.
pub fn is_few(cases: usize) -> bool {
    (1..LEAST).contains(&cases)
}

fn is_small(value: &Value) -> bool {
    match value {
        Value::Cases(n) | Value::Statistic { n, .. } | Value::Probability(_, n) => is_few(*n),
        // Who is not in the share can be counted too.
        Value::Share(part, whole) => {
            is_few(*whole) || is_few(*part) || is_few(whole.saturating_sub(*part))
        }
        Value::Part(part, whole) => is_few(*whole) || is_few(*part),
        Value::Given(_) | Value::Small => false,
    }
}

/// Of parts that add up to a known whole the left out ones must be at least two, and at least five
/// cases together; so the smallest of the others go too.
fn suppress_parts(row: &mut Row) {
    let mut parts: Vec<(usize, usize)> = Vec::new();
    for (at, cell) in row.cells.iter().enumerate() {
        if let Value::Part(part, whole) = cell.value
            && part > 0
        {
            parts.push((if is_few(whole) { 0 } else { part }, at));
        }
    }
    parts.sort_unstable();
    let mut hidden = parts.iter().take_while(|(part, _)| *part < LEAST).count();
    if hidden == 0 {
        return;
    }
    let cases = |hidden: usize| parts[..hidden].iter().map(|(part, _)| part).sum::<usize>();
    while hidden < parts.len() && (hidden < 2 || cases(hidden) < LEAST) {
        hidden += 1;
    }
    for (_, at) in &parts[..hidden] {
        row.cells[*at].value = Value::Small;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::Undefined;

    fn hidden(values: Vec<Value>) -> Vec<bool> {
        let mut table = Table::new("any", vec![]);
        table.row(vec![], values);
        suppress(&mut table);
        table.rows[0].cells.iter().map(|cell| cell.value == Value::Small).collect()
    }

    fn parts(counts: &[usize]) -> Vec<bool> {
        let whole = counts.iter().sum();
        hidden(counts.iter().map(|part| Value::Part(*part, whole)).collect())
    }

    #[test]
    fn fewer_than_five_are_left_out_and_none_is_said() {
        let statistic = |n| Value::statistic(Ok(1.0), n);
        let values = vec![Value::Cases(0), Value::Cases(4), Value::Cases(5), statistic(4)];
        assert_eq!(hidden(values), [false, true, false, true]);
        let p = |n| Value::Probability(Err(Undefined::TooFew), n);
        assert_eq!(hidden(vec![statistic(5), p(0), p(1), p(5)]), [false, false, true, false]);
    }

    #[test]
    fn a_share_is_left_out_when_the_others_are_few_too() {
        let shares = [(4, 20), (5, 20), (16, 20), (20, 20), (0, 20), (2, 4)];
        let shares = shares.map(|(part, whole)| Value::Share(part, whole));
        assert_eq!(hidden(shares.to_vec()), [true, false, true, false, false, true]);
    }

    #[test]
    fn the_total_does_not_give_a_part_away() {
        assert_eq!(parts(&[10, 20, 30]), [false, false, false]);
        assert_eq!(parts(&[3, 20, 30]), [true, true, false]);
        assert_eq!(parts(&[1, 2, 30]), [true, true, true]);
        assert_eq!(parts(&[4, 4, 30]), [true, true, false]);
        assert_eq!(parts(&[3, 0, 30]), [true, false, true]);
        // Of fewer than five people not even that.
        assert_eq!(parts(&[2, 1, 0]), [true, true, true]);
    }

    #[test]
    fn dots_are_cases() {
        let mut table = Table::new("any", vec![]).chart(Chart::Dots(vec![]));
        suppress(&mut table);
        assert!(table.chart.is_none());
    }
}
