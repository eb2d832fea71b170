//! `receive`: from the inbox into the archive, and a receipt for what is safe there.
//!
//! For each file in this order: check; store and flush; index and flush; sign the receipt; remove
//! it from the inbox. Files are opened on all cores; the rest is done one file at a time. Each step can be done again, so a run that was interrupted anywhere is
//! finished by the next.

mod inbox;
mod intake;
mod notes;
mod passing;
mod quarantine;
mod receipts;

use super::{devices::read_devices, print, progress};
use crate::{
    archive::{Archive, ArchiveError, History, Lookup},
    args::Receive,
    durable,
    error::CliError,
    files,
    output::shown,
    parallel,
};
use draagkracht_bundle::{envelope::Identity, signature::SigningKey};
use inbox::{Inbox, Incoming};
use intake::{Intake, Outcome, open_ahead};
use std::{
    collections::BTreeSet,
    path::Path,
    thread,
    time::{Duration, Instant, SystemTime},
};

/// How long `--watch` waits before it looks again.
const PAUSE: Duration = Duration::from_secs(2);
/// And how long after a round that took long itself.
const LONGEST_PAUSE: Duration = Duration::from_mins(1);

/// Takes in what is there; with `--watch` for as long as it is let.
pub fn run(args: &Receive) -> Result<(), CliError> {
    let identities = files::read_identities(&args.identity)?;
    let key = read_receipt_key(&args.receipt_key)?;
    let mut told = Told::default();
    let inbox = Inbox::list(&args.inbox)?;
    if let Some(others) = args.others.as_ref().filter(|others| is_same(others, &args.inbox)) {
        return Err(CliError::SameFolder(others.clone()));
    }
    let bad = sweep(args, &identities, &key, &inbox, &mut told)?;
    if args.watch {
        return watch(args, &identities, &key, &mut told);
    }
    if bad == 0 { Ok(()) } else { Err(CliError::Bundles { bad, all: inbox.bundles.len() }) }
}

/// Looks again and again, until something of our own goes wrong.
fn watch(
    args: &Receive,
    identities: &[Identity],
    key: &SigningKey,
    told: &mut Told,
) -> Result<(), CliError> {
    let mut took = Duration::ZERO;
    loop {
        // A file that has to stay must not keep a machine with a large archive busy.
        thread::sleep(PAUSE.max(took * 4).min(LONGEST_PAUSE));
        let began = Instant::now();
        let inbox = Inbox::list(&args.inbox)?;
        if inbox.bundles.is_empty() {
            took = Duration::ZERO;
            continue;
        }
        match sweep(args, identities, key, &inbox, told) {
            // Another command is at work in the archive for a moment.
            Ok(_) | Err(CliError::Archive(_, ArchiveError::Locked)) => {}
            Err(error) => return Err(error),
        }
        took = began.elapsed();
    }
}

/// Takes in every file of a listing, and returns how many fell short.
fn sweep(
    args: &Receive,
    identities: &[Identity],
    key: &SigningKey,
    inbox: &Inbox,
    told: &mut Told,
) -> Result<usize, CliError> {
    let devices = args.devices.as_deref().map(read_devices).transpose()?;
    let mut archive = Archive::open(&args.archive)?;
    durable::make_folder(&args.receipts)?;
    args.others.as_deref().map_or(Ok(()), durable::make_folder)?;
    for folder in [&args.receipts].into_iter().chain(&args.others) {
        durable::remove_stale(folder, SystemTime::now())?;
    }
    let lookup = Lookup::open(&archive, identities)?;
    let history = History::of(&archive);
    let devices = devices.as_deref();
    let mut intake = Intake {
        args,
        identities,
        key,
        devices,
        archive: &mut archive,
        lookup,
        history,
        refused: false,
        passed: false,
    };
    if let Some(note) = inbox.left_alone() {
        told.once(&note)?;
    }
    let mut bad = 0;
    let progress = progress(inbox.bundles.len(), "bundles");
    let open = |file: &Incoming| open_ahead(file, args, identities);
    parallel::in_order(&inbox.bundles, open, |file, found| {
        progress.inc(1);
        match intake.take(file, found)? {
            Outcome::Stored(lines) => lines.iter().try_for_each(|line| say(line)),
            Outcome::Passed(line) => say(&line),
            Outcome::Left(line) => told.once(&line),
            Outcome::Unreadable(line) => {
                bad += 1;
                told.once(&line)
            }
            Outcome::Bad(line) => {
                bad += 1;
                say(&line)
            }
        }
    })?;
    progress.finish_and_clear();
    intake.finish()?;
    Ok(bad)
}

/// Whether two paths lead to one folder; what is not there is no folder yet.
fn is_same(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

fn read_receipt_key(path: &Path) -> Result<SigningKey, CliError> {
    let key = SigningKey::from_file(&files::read_text(path)?);
    key.map_err(|error| CliError::ReceiptKey(path.to_owned(), error))
}

/// What was said already, so that `--watch` does not repeat itself.
#[derive(Default)]
struct Told(BTreeSet<String>);

impl Told {
    fn once(&mut self, line: &str) -> Result<(), CliError> {
        if self.0.insert(line.to_owned()) { say(line) } else { Ok(()) }
    }
}

fn say(line: &str) -> Result<(), CliError> {
    print((shown(line) + "\n").as_bytes())
}
