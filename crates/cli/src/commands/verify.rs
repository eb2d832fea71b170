//! `verify`: every check, one line a bundle.

use super::{
    devices::{read_devices, told},
    print, progress,
};
use crate::{args::Verify, error::CliError, files, output::shown, parallel};
use draagkracht_bundle::{Opened, envelope::Identity};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Checks each bundle and says `ok` or `bad`.
pub fn run(args: &Verify) -> Result<(), CliError> {
    let identities = files::read_identities(&args.identity)?;
    let devices = args.devices.as_deref().map(read_devices).transpose()?;
    let mut bad = 0;
    let bundles = listed(&args.bundles)?;
    let progress = progress(bundles.len(), "bundles");
    let line = |path: &PathBuf| {
        let opened = check(path, &identities)?;
        Ok(format!("ok   {}: {}", path.display(), told(&opened, devices.as_deref())))
    };
    parallel::in_order(&bundles, line, |_, line: Result<String, String>| {
        bad += usize::from(line.is_err());
        let line = line.unwrap_or_else(|reason| format!("bad  {reason}"));
        progress.inc(1);
        print((shown(&line) + "\n").as_bytes())
    })?;
    progress.finish_and_clear();
    if bad == 0 { Ok(()) } else { Err(CliError::Bundles { bad, all: bundles.len() }) }
}

/// The files that were named, and of a folder those with the name of a bundle.
fn listed(paths: &[PathBuf]) -> Result<Vec<PathBuf>, CliError> {
    let mut all = vec![];
    for path in paths {
        if !path.is_dir() {
            all.push(path.clone());
            continue;
        }
        let read = |error: io::Error| CliError::Read(path.clone(), error);
        let entries = fs::read_dir(path).map_err(read)?;
        let found: Result<Vec<_>, _> = entries.map(|entry| Ok(entry?.path())).collect();
        let mut found = found.map_err(read)?;
        found.retain(|file| files::is_named_like_a_bundle(file));
        if found.is_empty() {
            return Err(CliError::NoBundles(path.clone()));
        }
        found.sort();
        all.extend(found);
    }
    Ok(all)
}

fn check(path: &Path, identities: &[Identity]) -> Result<Opened, String> {
    let bytes = files::read(path).map_err(|error| error.to_string())?;
    draagkracht_bundle::open(&bytes, identities)
        .map_err(|error| format!("{}: {error}; {}", path.display(), error.advice()))
}
