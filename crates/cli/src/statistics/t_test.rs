//! Whether two means differ: of the same people at two moments, or of two groups.

use super::{Undefined, describe, finite, number, tail};

/// The outcome of a t test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TTest {
    /// The second mean less the first.
    pub difference: f64,
    /// The difference over its standard error.
    pub t: f64,
    /// Degrees of freedom; whole for a paired test.
    pub freedom: f64,
    /// Two-sided.
    pub p: f64,
}

/// Of the same people, twice.
pub fn paired(before: &[f64], after: &[f64]) -> Result<TTest, Undefined> {
    let differences: Vec<f64> = before.iter().zip(after).map(|(b, a)| a - b).collect();
    let n = number(differences.len());
    let variance = describe::variance(&differences)?;
    if variance == 0.0 {
        return Err(Undefined::NoSpread);
    }
    let difference = describe::mean(&differences)?;
    outcome(difference, variance / n, n - 1.0)
}

/// Of two groups, whose spreads may differ (Welch).
pub fn welch(one: &[f64], other: &[f64]) -> Result<TTest, Undefined> {
    let error = |values: &[f64]| Ok(describe::variance(values)? / number(values.len()));
    let (a, b) = (error(one)?, error(other)?);
    if a + b == 0.0 {
        return Err(Undefined::NoSpread);
    }
    let less_one = |values: &[f64]| number(values.len()) - 1.0;
    let freedom = (a + b).powi(2) / (a * a / less_one(one) + b * b / less_one(other));
    outcome(describe::mean(other)? - describe::mean(one)?, a + b, freedom)
}

fn outcome(difference: f64, squared_error: f64, freedom: f64) -> Result<TTest, Undefined> {
    let t = finite(difference / squared_error.sqrt())?;
    Ok(TTest { difference, t, freedom, p: tail::of_t(t, freedom)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_spread_or_cases_there_is_no_test() {
        assert_eq!(paired(&[1.0, 2.0], &[2.0, 3.0]), Err(Undefined::NoSpread));
        assert_eq!(paired(&[1.0], &[2.0]), Err(Undefined::TooFew));
        assert_eq!(welch(&[1.0, 1.0], &[2.0, 2.0]), Err(Undefined::NoSpread));
        assert_eq!(welch(&[1.0], &[2.0, 3.0]), Err(Undefined::TooFew));
    }

    #[test]
    fn groups_with_the_same_mean_give_t_0_and_p_1() {
        let test = welch(&[1.0, 3.0], &[0.0, 4.0]).unwrap();
        assert_eq!((test.difference, test.t), (0.0, 0.0));
        assert!((test.p - 1.0).abs() < 1e-12);
    }
}
