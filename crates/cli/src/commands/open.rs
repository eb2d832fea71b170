//! `open`: decrypt, check everything, and write the records; at the end both raters beside one another.

use super::{instruments, print, progress};
use crate::{
    args::Open,
    error::CliError,
    files::{self, Access},
    output,
};
use draagkracht_bundle::{Digest, Opened, envelope::Identity};
use draagkracht_core::reading::{Assumptions, Reading};
use std::{collections::BTreeMap, path::Path};
use uuid::Uuid;

/// Opens each bundle; one that falls short is named, and the others are still opened.
pub fn run(args: &Open) -> Result<(), CliError> {
    let identities = files::read_identities(&args.identity)?;
    let instruments = instruments()?;
    let assumptions = Assumptions::built_in();
    let assumptions = assumptions.map_err(|error| CliError::Program(error.to_string()))?;
    let reading = Reading { instruments: &instruments, own_norm: None, assumptions: &assumptions };
    if let Some(folder) = &args.out {
        files::make_folder(folder)?;
    }
    let mut bad = 0;
    let mut responses = Vec::new();
    let mut seen = BTreeMap::new();
    let progress = progress(args.bundles.len(), "bundles");
    for path in progress.wrap_iter(args.bundles.iter()) {
        match open(path, &identities).and_then(|opened| once(opened, path, &mut seen)) {
            Ok(Some(opened)) => {
                write(args.out.as_deref(), &opened, &reading)?;
                responses.extend(opened.contents.responses);
            }
            Ok(None) => progress.suspend(|| {
                eprintln!("note: {}: the same bundle was given before; left out", path.display());
            }),
            Err(refusal) => {
                progress.suspend(|| refusal.print());
                bad += 1;
            }
        }
    }
    // Each list may have come in a bundle of its own: only now are all of them known.
    if !seen.is_empty() {
        let lines = output::comparison_lines(&responses, &reading).map_err(not_written)?;
        put(args.out.as_deref(), "comparisons", &lines)?;
    }
    if bad == 0 { Ok(()) } else { Err(CliError::Bundles { bad, all: args.bundles.len() }) }
}

/// The bundle, or `None` when the same one was given before.
fn once(
    opened: Opened,
    path: &Path,
    seen: &mut BTreeMap<Uuid, Digest>,
) -> Result<Option<Opened>, CliError> {
    let id = opened.manifest.bundle_id;
    match seen.insert(id, opened.sha256.clone()) {
        None => Ok(Some(opened)),
        Some(earlier) if earlier == opened.sha256 => Ok(None),
        Some(_) => Err(CliError::OtherBundle(path.to_owned(), id)),
    }
}

fn open(path: &Path, identities: &[Identity]) -> Result<Opened, CliError> {
    let opened = draagkracht_bundle::open(&files::read(path)?, identities);
    opened.map_err(|error| CliError::Bundle(path.to_owned(), error))
}

fn write(out: Option<&Path>, opened: &Opened, reading: &Reading<'_>) -> Result<(), CliError> {
    let lines = output::lines(&opened.contents, reading).map_err(not_written)?;
    put(out, &opened.manifest.bundle_id.to_string(), &lines)
}

/// Into the folder under this name, or to standard output.
fn put(out: Option<&Path>, name: &str, lines: &[u8]) -> Result<(), CliError> {
    match out {
        Some(folder) => {
            let path = folder.join(format!("{name}.ndjson"));
            files::prepare(&path, lines, Access::Secret)?.replace()
        }
        None => print(lines),
    }
}

#[expect(clippy::needless_pass_by_value, reason = "what map_err gives")]
fn not_written(error: serde_json::Error) -> CliError {
    CliError::Program(error.to_string())
}
