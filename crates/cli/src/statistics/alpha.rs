//! Cronbach's alpha: how much the items of a scale measure the same.

use super::{Undefined, describe, finite, number};

/// Over people who answered every item: one row a person, one value an item. At most 1; below 0 when
/// items run against one another. Raw, not standardised.
pub fn cronbach_alpha(people: &[Vec<f64>]) -> Result<f64, Undefined> {
    let items = people.first().map_or(0, Vec::len);
    if people.len() < 2 || items < 2 {
        return Err(Undefined::TooFew);
    }
    let of_item = |item: usize| people.iter().map(|row| row[item]).collect::<Vec<_>>();
    let apart: Result<f64, _> = (0..items).map(|item| describe::variance(&of_item(item))).sum();
    let totals: Vec<f64> = people.iter().map(|row| row.iter().sum()).collect();
    let together = describe::variance(&totals)?;
    let k = number(items);
    finite(k / (k - 1.0) * (1.0 - apart? / together))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_that_agree_wholly_give_one_and_no_spread_gives_none() {
        let same = [vec![1.0, 1.0, 1.0], vec![4.0, 4.0, 4.0], vec![2.0, 2.0, 2.0]];
        assert!((cronbach_alpha(&same).unwrap() - 1.0).abs() < 1e-12);
        let flat = [vec![3.0, 3.0], vec![3.0, 3.0]];
        assert_eq!(cronbach_alpha(&flat), Err(Undefined::NoSpread));
        // Items that undo each other: the totals have no spread.
        let against = [vec![1.0, 5.0], vec![5.0, 1.0]];
        assert_eq!(cronbach_alpha(&against), Err(Undefined::NoSpread));
        assert_eq!(cronbach_alpha(&same[..1]), Err(Undefined::TooFew));
    }
}
