//! `draagkracht`: for the organisation that receives the bundles.
//!
//! Exit 0 all well, 1 something in the input fell short, 2 wrong use.

mod archive;
mod args;
mod commands;
mod comparisons;
mod dictionary;
mod durable;
mod error;
mod files;
mod measures;
mod output;
mod parallel;
mod statistics;
mod study;

use args::{Args, Command};
use clap::Parser as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    let done = match Args::parse().command {
        Command::Keygen(args) => commands::keygen::run(&args),
        Command::Open(args) => commands::open::run(&args),
        Command::Verify(args) => commands::verify::run(&args),
        Command::Receive(args) => commands::receive::run(&args),
        Command::Share(args) => commands::share::run(&args),
        Command::Forget(args) => commands::forget::run(&args),
        Command::Export(args) => commands::export::run(&args),
        Command::Codebook(args) => commands::codebook::run(&args),
        Command::Tables(args) => commands::tables::run(&args),
        Command::Score(args) => commands::score::run(&args),
        Command::Simulate(args) => commands::simulate::run(&args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if error.is_closed_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            error.print();
            ExitCode::from(error.exit_code())
        }
    }
}
