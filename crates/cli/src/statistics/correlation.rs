//! Whether two things go together, by themselves or with others kept the same.

use super::{Undefined, describe, finite, number, tail};

/// A correlation and how far it is from chance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Correlation {
    /// From -1 to 1.
    pub r: f64,
    /// Two-sided.
    pub p: f64,
    /// Cases that have all the values.
    pub n: usize,
}

/// Pearson's r.
pub fn pearson(one: &[f64], other: &[f64]) -> Result<Correlation, Undefined> {
    with_controls(one, other, 0)
}

/// Pearson's r of what the controls do not explain of either.
pub fn partial(
    one: &[f64],
    other: &[f64],
    controls: &[Vec<f64>],
) -> Result<Correlation, Undefined> {
    // As many cases as there are numbers to find, and no degree of freedom would be left.
    if one.len() < controls.len() + 3 {
        return Err(Undefined::TooFew);
    }
    let mut basis: Vec<Vec<f64>> = Vec::new();
    for control in controls {
        let left = less(&centred(control), &basis);
        if length(&left) <= 1e-9 * length(control) {
            return Err(Undefined::Collinear);
        }
        let scale = length(&left);
        basis.push(left.iter().map(|value| value / scale).collect());
    }
    let residual = |values: &[f64]| {
        let left = less(&centred(values), &basis);
        let explained = !describe::is_constant(values) && length(&left) <= 1e-9 * length(values);
        if explained { Err(Undefined::Collinear) } else { Ok(left) }
    };
    with_controls(&residual(one)?, &residual(other)?, controls.len())
}

fn with_controls(one: &[f64], other: &[f64], controls: usize) -> Result<Correlation, Undefined> {
    let n = one.len();
    if n < controls + 3 {
        return Err(Undefined::TooFew);
    }
    let (left, right) = (centred(one), centred(other));
    if describe::is_constant(one) || describe::is_constant(other) {
        return Err(Undefined::NoSpread);
    }
    let r = finite(dot(&left, &right) / (length(&left) * length(&right)))?.clamp(-1.0, 1.0);
    let freedom = number(n - 2 - controls);
    let t = r * (freedom / (1.0 - r * r)).sqrt();
    let p = if t.is_finite() { tail::of_t(t, freedom)? } else { 0.0 };
    Ok(Correlation { r, p, n })
}

fn centred(values: &[f64]) -> Vec<f64> {
    let centre = describe::sum(values) / number(values.len().max(1));
    values.iter().map(|value| value - centre).collect()
}

/// What is left of a vector beside others that are at right angles to each other, of length 1.
fn less(values: &[f64], basis: &[Vec<f64>]) -> Vec<f64> {
    let mut left = values.to_vec();
    // Twice: the second time takes away what rounding left of the first.
    for direction in basis.iter().chain(basis) {
        let along = dot(&left, direction);
        for (value, step) in left.iter_mut().zip(direction) {
            *value -= along * step;
        }
    }
    left
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(a, b)| a * b).sum()
}

fn length(values: &[f64]) -> f64 {
    dot(values, values).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_moves_together_wholly_has_r_1() {
        let both = pearson(&[1.0, 2.0, 3.0], &[2.0, 4.0, 6.0]).unwrap();
        assert!((both.r - 1.0).abs() < 1e-12 && both.p < 1e-6);
        assert_eq!(pearson(&[1.0, 2.0, 3.0], &[4.0, 4.0, 4.0]), Err(Undefined::NoSpread));
        assert_eq!(pearson(&[1.0, 2.0], &[4.0, 3.0]), Err(Undefined::TooFew));
    }

    #[test]
    fn a_control_that_explains_all_or_repeats_itself_leaves_nothing() {
        let (x, y) = ([1.0, 2.0, 4.0, 3.0, 5.0, 7.0], [2.0, 1.0, 4.0, 3.0, 6.0, 5.0]);
        let control = vec![1.0, 1.0, 2.0, 5.0, 3.0, 2.0];
        let twice = control.iter().map(|value| 2.0 * value + 1.0).collect();
        assert_eq!(partial(&x, &y, &[control, twice]), Err(Undefined::Collinear));
        assert_eq!(partial(&x, &y, &[x.to_vec()]), Err(Undefined::Collinear));
        assert_eq!(partial(&x[..3], &y[..3], &[vec![1.0, 0.0, 2.0]]), Err(Undefined::TooFew));
        assert_eq!(partial(&x, &[1.0; 6], &[y.to_vec()]), Err(Undefined::NoSpread));
    }
}
