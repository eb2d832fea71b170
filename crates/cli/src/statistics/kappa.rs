//! How often two judges put the same thing in the same class, and how much of that is chance.

use super::{Undefined, number};
use std::collections::BTreeMap;

/// The agreement of two judges.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Agreement {
    /// How many things they judged the same.
    pub same: usize,
    /// Of how many.
    pub n: usize,
    /// Cohen's kappa: 1 for all, 0 for what chance gives; undefined when either uses one class.
    pub kappa: Result<f64, Undefined>,
}

/// Over pairs of classes, one judge's first; unweighted.
pub fn cohen_kappa<T: Ord + Copy>(pairs: &[(T, T)]) -> Agreement {
    let n = pairs.len();
    let same = pairs.iter().filter(|(one, other)| one == other).count();
    let mut classes: BTreeMap<T, [usize; 2]> = BTreeMap::new();
    for (one, other) in pairs {
        classes.entry(*one).or_default()[0] += 1;
        classes.entry(*other).or_default()[1] += 1;
    }
    let by_chance: usize = classes.values().map(|[one, other]| one * other).sum();
    let kappa = if n == 0 {
        Err(Undefined::TooFew)
    } else if by_chance == n * n {
        Err(Undefined::NoSpread)
    } else {
        Ok((number(same * n) - number(by_chance)) / (number(n * n) - number(by_chance)))
    };
    Agreement { same, n, kappa }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn from_all_over_chance_to_none() {
        let kappa = |pairs: &[(u8, u8)]| cohen_kappa(pairs).kappa;
        assert_eq!(kappa(&[(1, 1), (2, 2)]), Ok(1.0));
        assert_eq!(kappa(&[(1, 1), (1, 2), (2, 1), (2, 2)]), Ok(0.0));
        assert_eq!(kappa(&[(1, 2), (2, 1)]), Ok(-1.0));
        assert_eq!(kappa(&[(1, 1), (1, 1)]), Err(Undefined::NoSpread));
        assert_eq!(kappa(&[]), Err(Undefined::TooFew));
        assert_eq!(cohen_kappa(&[(1, 1), (1, 2)]).same, 1);
    }
}
