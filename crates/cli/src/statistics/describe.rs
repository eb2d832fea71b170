//! Mean and spread.

use super::{Undefined, number};

/// The arithmetic mean.
pub fn mean(values: &[f64]) -> Result<f64, Undefined> {
    if values.is_empty() { Err(Undefined::TooFew) } else { Ok(sum(values) / number(values.len())) }
}

/// The standard deviation of a sample: divided by n - 1.
pub fn standard_deviation(values: &[f64]) -> Result<f64, Undefined> {
    variance(values).map(f64::sqrt)
}

/// The variance of a sample: divided by n - 1.
pub fn variance(values: &[f64]) -> Result<f64, Undefined> {
    if values.len() < 2 {
        return Err(Undefined::TooFew);
    }
    Ok(squares(values) / number(values.len() - 1))
}

/// The sum of squared distances from the mean; exactly 0 when all values are the same.
pub fn squares(values: &[f64]) -> f64 {
    if is_constant(values) {
        return 0.0;
    }
    let centre = sum(values) / number(values.len());
    values.iter().map(|value| (value - centre) * (value - centre)).sum()
}

/// Whether all values are the same, up to what rounding does to a mean of whole numbers.
pub fn is_constant(values: &[f64]) -> bool {
    let Some(first) = values.first() else { return true };
    values.iter().all(|value| (value - first).abs() <= 1e-12 * first.abs().max(1.0))
}

pub fn sum(values: &[f64]) -> f64 {
    values.iter().sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_without_cases_has_no_mean_and_one_case_no_spread() {
        assert_eq!(mean(&[]), Err(Undefined::TooFew));
        assert_eq!(mean(&[3.0, 4.0]), Ok(3.5));
        assert_eq!(variance(&[3.0]), Err(Undefined::TooFew));
        assert_eq!(standard_deviation(&[1.0, 3.0, 5.0]), Ok(2.0));
        assert_eq!(variance(&[0.1 + 0.2, 0.3]), Ok(0.0));
    }
}
