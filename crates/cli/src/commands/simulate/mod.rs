//! `simulate`: a made-up study, sealed like a real one.

use crate::{args::Simulate, error::CliError};

/// Makes the study.
pub fn run(_: &Simulate) -> Result<(), CliError> {
    Err(CliError::Program("soon".to_owned()))
}
