//! Probabilities beyond a value: what a test's p is.

use super::{Undefined, finite};
use statrs::distribution::{ContinuousCDF as _, FisherSnedecor, StudentsT};

/// Two-sided: how probable a t at least this far from 0 is, with so many degrees of freedom.
pub fn of_t(t: f64, freedom: f64) -> Result<f64, Undefined> {
    let known = StudentsT::new(0.0, 1.0, freedom).map_err(|_| Undefined::TooFew)?;
    finite(2.0 * known.sf(t.abs()))
}

/// How probable an F at least this large is.
pub fn of_f(f: f64, freedom: [f64; 2]) -> Result<f64, Undefined> {
    let known = FisherSnedecor::new(freedom[0], freedom[1]).map_err(|_| Undefined::TooFew)?;
    finite(known.sf(f))
}
