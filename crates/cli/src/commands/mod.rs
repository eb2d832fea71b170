//! One command a file. A command reads, checks and writes; the libraries never talk to the user.

pub mod keygen;
pub mod open;
pub mod score;
pub mod simulate;
pub mod verify;

use crate::error::CliError;
use draagkracht_core::{
    instrument::{BUILT_IN, Instrument},
    timestamp::Timestamp,
};
use std::{
    io::{self, Write as _},
    time::{SystemTime, UNIX_EPOCH},
};

/// Every instrument that comes with the program.
fn instruments() -> Result<Vec<Instrument>, CliError> {
    let load = |json: &str| Instrument::load(json.as_bytes());
    let all: Result<_, _> = BUILT_IN.iter().map(|built_in| load(built_in.json)).collect();
    all.map_err(|error| CliError::Program(error.to_string()))
}

/// The clock of this machine.
fn now() -> Option<Timestamp> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    Timestamp::from_unix_seconds(since.as_secs())
}

/// Writes to standard output.
fn print(bytes: &[u8]) -> Result<(), CliError> {
    let mut out = io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush()).map_err(CliError::Stdout)
}
