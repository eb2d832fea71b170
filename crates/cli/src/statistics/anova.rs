//! Analysis of variance for repeated measures: one factor, the same people each time.

use super::{Undefined, describe, finite, number, tail};

/// Whether means over moments differ.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RepeatedMeasures {
    /// The F of moments against what moments and people leave over.
    pub f: f64,
    /// Degrees of freedom: of moments, and of the rest.
    pub freedom: [f64; 2],
    /// Its p, if sphericity holds.
    pub p: f64,
    /// Greenhouse and Geisser's epsilon, from 1 / (moments - 1) to 1.
    pub epsilon: f64,
    /// The p with both degrees of freedom times epsilon.
    pub p_corrected: f64,
    /// People measured at every moment.
    pub n: usize,
}

/// Over people measured at every moment: one row a person, one value a moment.
pub fn repeated_measures(people: &[Vec<f64>]) -> Result<RepeatedMeasures, Undefined> {
    let (n, moments) = (people.len(), people.first().map_or(0, Vec::len));
    if n < 2 || moments < 2 {
        return Err(Undefined::TooFew);
    }
    let columns: Vec<Vec<f64>> =
        (0..moments).map(|moment| people.iter().map(|row| row[moment]).collect()).collect();
    let means = columns.iter().map(|column| describe::mean(column));
    let means: Vec<f64> = means.collect::<Result<_, _>>()?;
    let rows = people.iter().map(|row| describe::mean(row));
    let rows: Vec<f64> = rows.collect::<Result<_, _>>()?;
    let grand = describe::mean(&rows)?;
    let left = |row: usize, moment: usize| people[row][moment] - rows[row] - means[moment] + grand;
    let cells = (0..n).flat_map(|row| (0..moments).map(move |moment| (row, moment)));
    let rest: Vec<f64> = cells.map(|(row, moment)| left(row, moment)).collect();
    if describe::is_constant(&rest) {
        return Err(Undefined::NoSpread);
    }
    let freedom = [number(moments - 1), number((moments - 1) * (n - 1))];
    let between = number(n) * describe::squares(&means) / freedom[0];
    let within = describe::squares(&rest) / freedom[1];
    let f = finite(between / within)?;
    let epsilon = greenhouse_geisser(&columns)?;
    Ok(RepeatedMeasures {
        f,
        freedom,
        p: tail::of_f(f, freedom)?,
        epsilon,
        p_corrected: tail::of_f(f, freedom.map(|df| df * epsilon))?,
        n,
    })
}

/// From the covariances of the moments, centred twice: the square of their trace over the sum of
/// their squares.
fn greenhouse_geisser(columns: &[Vec<f64>]) -> Result<f64, Undefined> {
    let k = columns.len();
    let mut covariances = Vec::new();
    for one in columns {
        let row = columns.iter().map(|other| covariance(one, other));
        covariances.push(row.collect::<Result<Vec<f64>, _>>()?);
    }
    let rows: Vec<f64> = covariances.iter().map(|row| describe::sum(row) / number(k)).collect();
    let grand = describe::sum(&rows) / number(k);
    let centred = |i: usize, j: usize| covariances[i][j] - rows[i] - rows[j] + grand;
    let trace: f64 = (0..k).map(|i| centred(i, i)).sum();
    let squares: f64 =
        (0..k).flat_map(|i| (0..k).map(move |j| (i, j))).map(|(i, j)| centred(i, j).powi(2)).sum();
    finite(trace * trace / (number(k - 1) * squares))
}

fn covariance(one: &[f64], other: &[f64]) -> Result<f64, Undefined> {
    let (a, b) = (describe::mean(one)?, describe::mean(other)?);
    let products: f64 = one.iter().zip(other).map(|(x, y)| (x - a) * (y - b)).sum();
    Ok(products / number(one.len() - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn with_two_moments_it_is_the_square_of_the_paired_t() {
        let people = [vec![3.0, 4.0], vec![2.0, 2.5], vec![4.0, 3.5], vec![1.0, 3.0]];
        let anova = repeated_measures(&people).unwrap();
        let [before, after] = [0, 1].map(|at| people.iter().map(|row| row[at]).collect::<Vec<_>>());
        let test = super::super::paired(&before, &after).unwrap();
        assert!((anova.f - test.t * test.t).abs() < 1e-12);
        assert!((anova.p - test.p).abs() < 1e-12);
        assert!((anova.epsilon - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_shift_that_is_the_same_for_everyone_leaves_nothing_to_test_with() {
        let people = [vec![1.0, 2.0, 3.0], vec![2.0, 3.0, 4.0]];
        assert_eq!(repeated_measures(&people), Err(Undefined::NoSpread));
        assert_eq!(repeated_measures(&people[..1]), Err(Undefined::TooFew));
        assert_eq!(repeated_measures(&[]), Err(Undefined::TooFew));
    }
}
