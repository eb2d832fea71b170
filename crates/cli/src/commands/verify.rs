//! `verify`: every check, one line a bundle.

use super::{
    devices::{read_devices, told},
    print, progress,
};
use crate::{args::Verify, error::CliError, files, output::shown};
use draagkracht_bundle::{Opened, envelope::Identity};
use std::path::Path;

/// Checks each bundle and says `ok` or `bad`.
pub fn run(args: &Verify) -> Result<(), CliError> {
    let identities = files::read_identities(&args.identity)?;
    let devices = args.devices.as_deref().map(read_devices).transpose()?;
    let mut bad = 0;
    let progress = progress(args.bundles.len(), "bundles");
    for path in progress.wrap_iter(args.bundles.iter()) {
        let line = match check(path, &identities) {
            Ok(opened) => format!("ok   {}: {}", path.display(), told(&opened, devices.as_deref())),
            Err(reason) => {
                bad += 1;
                format!("bad  {reason}")
            }
        };
        let line = shown(&line) + "\n";
        print(line.as_bytes())?;
    }
    if bad == 0 { Ok(()) } else { Err(CliError::Bundles { bad, all: args.bundles.len() }) }
}

fn check(path: &Path, identities: &[Identity]) -> Result<Opened, String> {
    let bytes = files::read(path).map_err(|error| error.to_string())?;
    draagkracht_bundle::open(&bytes, identities)
        .map_err(|error| format!("{}: {error}; {}", path.display(), error.advice()))
}
