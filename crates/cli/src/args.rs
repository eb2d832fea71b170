//! What can be asked on the command line, and the help for it.

mod export;
mod forget;
mod receive;
mod share;
mod tables;

pub use export::{Codebook, Export, Format, Page};
pub use forget::{CaseName, Forget};
pub use receive::Receive;
pub use share::Share;
pub use tables::Tables;

use clap::{Parser, Subcommand};
use std::path::PathBuf;

/// Opens, checks and counts what the Draagkracht app hands in.
#[derive(Parser)]
#[command(
    version,
    max_term_width = 100,
    after_help = "\
Exit status: 0 all well, 1 something in the input fell short, 2 wrong use.

Example, from keys to scores:
  draagkracht keygen --out keys          make the organisation's keys; publish keys/config.json
  draagkracht open --identity keys/organisation.key inbox/*.age > records.ndjson"
)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What it can do.
#[derive(Subcommand)]
pub enum Command {
    /// Make the organisation's keys, and the config.json to publish beside the app
    Keygen(Keygen),
    /// Decrypt and check bundles; records and scores as one JSON a line
    Open(Open),
    /// Check bundles, one line for each
    Verify(Verify),
    /// Take bundles from an inbox into the archive, and sign receipts
    Receive(Receive),
    /// Give a professional's device a case from the archive, sealed for it alone
    Share(Share),
    /// Remove a case from the archive, on a resident's request
    Forget(Forget),
    /// Make files for Excel, SPSS, R, FHIR and Parquet of what was received
    Export(Export),
    /// Write every variable of the exports, its values and its source
    Codebook(Codebook),
    /// Make the report's tables and figures over what was received
    Tables(Tables),
    /// Score raw answers in CSV
    Score(Score),
    /// Make up a study, sealed like a real one
    Simulate(Simulate),
}

/// Arguments of `keygen`.
#[derive(clap::Args)]
#[command(after_help = "\
Makes organisation.key (opens what is handed in), escrow.key (a spare, for a safe elsewhere) and
receipt.key (signs receipts), each with its .pub, and config.json. With --conditions-out also
conditions.key, for what professionals say of their own work: without, nobody is asked to hand that in.
Files that are there are kept: nothing is made then.

Examples:
  draagkracht keygen --out keys
  draagkracht keygen --out keys --escrow-out /media/stick --name 'Gemeente Voorbeeld' --phone 14010")]
pub struct Keygen {
    /// Folder for the keys and config.json; made when it is not there
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Folder for escrow.key, best on a stick that goes into a safe [default: the other one]
    #[arg(long, value_name = "DIR")]
    pub escrow_out: Option<PathBuf>,
    /// Folder for conditions.key, which opens working conditions; without, none is made
    #[arg(long, value_name = "DIR")]
    pub conditions_out: Option<PathBuf>,
    /// The organisation's name, as residents know it
    #[arg(long, default_value = "Uw gemeente")]
    pub name: String,
    /// Whom residents can ask for help, in one Dutch sentence
    #[arg(long, value_name = "SENTENCE", default_value = "Vraag het aan uw hulpverlener.")]
    pub help_text: String,
    /// A telephone number where a person answers
    #[arg(long, value_name = "NUMBER")]
    pub phone: Option<String>,
}

/// Arguments of `open`.
#[derive(clap::Args)]
#[command(after_help = "\
Each line has its kind: case, response, score (made anew from the answers, with the columns of
`draagkracht score`), or comparison (both raters about one person at one moment, where the bundle
has both lists complete). A bundle that falls short is named on standard error and nothing of it is
written; the others are.

Examples:
  draagkracht open --identity keys/organisation.key bundle.age
  draagkracht open --identity keys/organisation.key --out records inbox/*.age")]
pub struct Open {
    /// File with the age secret key that opens them; may be given more than once
    #[arg(long, value_name = "KEY", required = true)]
    pub identity: Vec<PathBuf>,
    /// Folder for <bundle-id>.ndjson, one a bundle, and comparisons.ndjson [default: all to standard
    /// output]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Bundles, <bundle-id>.age or <bundle-id>.age.txt
    #[arg(value_name = "BUNDLE", required = true)]
    pub bundles: Vec<PathBuf>,
}

/// Arguments of `verify`.
#[derive(clap::Args)]
#[command(after_help = "\
Prints ok or bad, the file, and what is in it or what is wrong. With --devices it also says whether
the device that signed is in the list; a device that is not is reported, not refused.

Examples:
  draagkracht verify --identity keys/organisation.key inbox/*.age
  draagkracht verify --identity keys/organisation.key --devices devices.txt inbox/*.age")]
pub struct Verify {
    /// File with the age secret key that opens them; may be given more than once
    #[arg(long, value_name = "KEY", required = true)]
    pub identity: Vec<PathBuf>,
    /// File with known devices: one apparaatcode a line, # before a comment
    #[arg(long, value_name = "FILE")]
    pub devices: Option<PathBuf>,
    /// Bundles, <bundle-id>.age or <bundle-id>.age.txt, or folders with bundles
    #[arg(value_name = "BUNDLE", required = true)]
    pub bundles: Vec<PathBuf>,
}

/// Arguments of `score`.
#[derive(clap::Args)]
#[command(after_help = "\
Reads UTF-8 CSV with the columns case,person,rater,moment,instrument,item,value:
  rater       resident or professional
  moment      T1, T2 or T3
  instrument  resident.v1 or professional.v1
  item        such as competences.1, social_capital.7 or burden.finances
  value       1 to 5, dont_know, wont_say, or empty
An item without a row was not asked. A line that makes no sense stops it, with its number; then
nothing is written.

Examples:
  draagkracht score answers.csv > scores.csv
  draagkracht score answers.csv --norm our-norm.json
  cat answers.csv | draagkracht score -")]
pub struct Score {
    /// The answers; - reads standard input
    #[arg(value_name = "FILE.csv")]
    pub file: PathBuf,
    /// The organisation's own norm [default: study-t1, which is built in]
    #[arg(long, value_name = "FILE")]
    pub norm: Option<PathBuf>,
}

/// Arguments of `simulate`.
#[derive(clap::Args)]
#[command(after_help = "\
Makes DIR/keys/ as keygen does and DIR/inbox/<bundle-id>.age: three moments, two raters, people who
drop out, answers that are missing, plans, case questionnaires, means near those of the study; and
DIR/conditions/, the working conditions, which DIR/keys/conditions.key opens. The same seed and number give
the same answers, ids and times; keys and sealed bytes are new each time.

Example:
  draagkracht simulate --cases 100 --seed 1 --out study
  draagkracht open --identity study/keys/organisation.key study/inbox/*.age > records.ndjson")]
pub struct Simulate {
    /// How many cases
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub cases: u32,
    /// A number; the same one gives the same answers
    #[arg(long, value_name = "S")]
    pub seed: u64,
    /// Folder that is empty or not there yet
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
}
