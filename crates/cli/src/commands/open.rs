//! `open`: decrypt, check everything, and write the records.

use super::{instruments, print};
use crate::{
    args::Open,
    error::CliError,
    files::{self, Access},
    output,
};
use draagkracht_bundle::{Opened, envelope::Identity};
use draagkracht_core::instrument::Instrument;
use std::{collections::BTreeMap, path::Path};

/// Opens each bundle; one that falls short is named, and the others are still opened.
pub fn run(args: &Open) -> Result<(), CliError> {
    let identities = files::read_identities(&args.identity)?;
    let instruments = instruments()?;
    if let Some(folder) = &args.out {
        files::make_folder(folder)?;
    }
    let mut bad = 0;
    let mut seen = BTreeMap::new();
    for path in &args.bundles {
        let Some(opened) = open(path, &identities) else {
            bad += 1;
            continue;
        };
        match seen.insert(opened.manifest.bundle_id, opened.sha256.clone()) {
            None => write(args.out.as_deref(), &opened, &instruments)?,
            Some(earlier) if earlier == opened.sha256 => {
                eprintln!("note: {}: the same bundle was given before; left out", path.display());
            }
            Some(_) => {
                let id = opened.manifest.bundle_id;
                eprintln!("error: {}: another bundle was given with the id {id}", path.display());
                eprintln!("  what to do: open them apart and compare; one of them is not genuine");
                bad += 1;
            }
        }
    }
    if bad == 0 { Ok(()) } else { Err(CliError::Bundles { bad, all: args.bundles.len() }) }
}

fn write(out: Option<&Path>, opened: &Opened, instruments: &[Instrument]) -> Result<(), CliError> {
    let lines = output::lines(&opened.contents, instruments);
    let lines = lines.map_err(|error| CliError::Program(error.to_string()))?;
    match out {
        Some(folder) => {
            let path = folder.join(format!("{}.ndjson", opened.manifest.bundle_id));
            files::prepare(&path, &lines, Access::Secret)?.replace()
        }
        None => print(&lines),
    }
}

/// The bundle, or `None` after saying why not.
fn open(path: &Path, identities: &[Identity]) -> Option<Opened> {
    let bytes = match files::read(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            error.print();
            return None;
        }
    };
    match draagkracht_bundle::open(&bytes, identities) {
        Ok(opened) => Some(opened),
        Err(error) => {
            eprintln!("error: {}", output::shown(&format!("{}: {error}", path.display())));
            eprintln!("  what to do: {}", error.advice());
            None
        }
    }
}
