//! One command a file. A command reads, checks and writes; the libraries never talk to the user.

mod cases;
pub mod codebook;
mod devices;
pub mod export;
pub mod forget;
pub mod keygen;
pub mod open;
pub mod receive;
pub mod score;
pub mod share;
pub mod simulate;
pub mod tables;
pub mod verify;

use crate::error::CliError;
use draagkracht_core::{
    instrument::{BUILT_IN, Instrument},
    timestamp::Timestamp,
};
use indicatif::{ProgressBar, ProgressStyle};
use std::{
    io::{self, IsTerminal as _, Write as _},
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

/// Shown on standard error, on a terminal only; and not among what is printed there.
fn progress(all: usize, what: &str) -> ProgressBar {
    if io::stdout().is_terminal() {
        return ProgressBar::hidden();
    }
    quiet_progress(all, what)
}

/// For a command that prints nothing until it is done.
fn quiet_progress(all: usize, what: &str) -> ProgressBar {
    let template = format!("{{bar:40}} {{pos}}/{{len}} {what}, {{eta}} to go");
    let bar = ProgressBar::new(all as u64);
    match ProgressStyle::with_template(&template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
