//! `open`: decrypt, check everything, and write the records.

use super::{instruments, print};
use crate::{
    args::Open,
    error::CliError,
    files::{self, Access},
    output,
};
use draagkracht_bundle::{Opened, envelope::Identity};
use std::path::Path;

/// Opens each bundle; one that falls short is named, and the others are still opened.
pub fn run(args: &Open) -> Result<(), CliError> {
    let identities = files::read_identities(&args.identity)?;
    let instruments = instruments()?;
    if let Some(folder) = &args.out {
        files::make_folder(folder)?;
    }
    let mut bad = 0;
    for path in &args.bundles {
        let Some(opened) = open(path, &identities) else {
            bad += 1;
            continue;
        };
        let lines = output::lines(&opened.contents, &instruments);
        let lines = lines.map_err(|error| CliError::Program(error.to_string()))?;
        match &args.out {
            Some(folder) => {
                let path = folder.join(format!("{}.ndjson", opened.manifest.bundle_id));
                files::prepare(&path, &lines, Access::Secret)?.replace()?;
            }
            None => print(&lines)?,
        }
    }
    if bad == 0 { Ok(()) } else { Err(CliError::Bundles { bad, all: args.bundles.len() }) }
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
            eprintln!("error: {}: {error}", path.display());
            eprintln!("  what to do: {}", error.advice());
            None
        }
    }
}
