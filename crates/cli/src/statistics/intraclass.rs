//! How much cases of one professional are alike: the intraclass correlation.

use super::{Undefined, describe, finite, number, tail};

/// The share of the variance that lies between groups.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Intraclass {
    /// ICC(1), from one-way analysis of variance; below 0 when groups differ less than chance.
    pub icc: f64,
    /// The F of groups against what is within them.
    pub f: f64,
    /// Its p.
    pub p: f64,
    /// Cases.
    pub n: usize,
    /// Groups.
    pub groups: usize,
}

/// Over groups of any size; with unequal sizes the size is the one that gives the mean squares
/// their expected values.
pub fn intraclass(groups: &[Vec<f64>]) -> Result<Intraclass, Undefined> {
    let sizes: Vec<usize> = groups.iter().map(Vec::len).filter(|size| *size > 0).collect();
    let (k, n) = (sizes.len(), sizes.iter().sum::<usize>());
    if k < 2 || n <= k {
        return Err(Undefined::TooFew);
    }
    let all: Vec<f64> = groups.concat();
    let inside: f64 = groups.iter().map(|group| describe::squares(group)).sum();
    let within = inside / number(n - k);
    let between = (describe::squares(&all) - inside) / number(k - 1);
    if within == 0.0 {
        return Err(Undefined::NoSpread);
    }
    let squares = sizes.iter().map(|size| number(*size).powi(2)).sum::<f64>();
    let size = (number(n) - squares / number(n)) / number(k - 1);
    let f = finite(between / within)?;
    Ok(Intraclass {
        icc: finite((between - within) / (between + (size - 1.0) * within))?,
        f,
        p: tail::of_f(f.max(0.0), [number(k - 1), number(n - k)])?,
        n,
        groups: k,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_of_one_case_or_one_group_say_nothing() {
        assert_eq!(intraclass(&[vec![1.0], vec![2.0]]), Err(Undefined::TooFew));
        assert_eq!(intraclass(&[vec![1.0, 2.0], vec![]]), Err(Undefined::TooFew));
        assert_eq!(intraclass(&[vec![1.0, 1.0], vec![2.0, 2.0]]), Err(Undefined::NoSpread));
        let alike = intraclass(&[vec![1.0, 1.1], vec![5.0, 5.1], vec![9.0, 9.1]]).unwrap();
        assert!(alike.icc > 0.99 && alike.icc < 1.0);
        assert_eq!((alike.n, alike.groups), (6, 3));
    }
}
