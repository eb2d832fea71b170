//! Statistics over samples: plain functions of numbers, which know no questionnaire and no table.
//!
//! What cannot be computed is [`Undefined`] with its reason, never NaN. Every function agrees with
//! an independent program to six digits (`tests/tables/engine.rs`).

mod alpha;
mod anova;
mod correlation;
mod describe;
mod intraclass;
mod kappa;
mod t_test;
mod tail;

pub use alpha::cronbach_alpha;
pub use anova::repeated_measures;
pub use correlation::{Correlation, partial, pearson};
pub use describe::{mean, standard_deviation};
pub use intraclass::intraclass;
pub use kappa::cohen_kappa;
pub use t_test::{paired, welch};

/// Why a statistic has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undefined {
    /// Fewer cases than it needs.
    TooFew,
    /// Every case has the same value, or the same difference: there is nothing to divide by.
    NoSpread,
    /// What is controlled for leaves nothing over, or repeats itself.
    Collinear,
}

/// The value when it is a number that can be shown, and else that there was no spread.
fn finite(value: f64) -> Result<f64, Undefined> {
    if value.is_finite() { Ok(value) } else { Err(Undefined::NoSpread) }
}

/// A number of cases as a number to compute with; exact up to 2^53.
#[expect(clippy::cast_precision_loss, reason = "no study has 2^53 cases")]
pub fn number(count: usize) -> f64 {
    count as f64
}
