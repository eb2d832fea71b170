//! `verify`: every check, one line a bundle.

use super::{print, progress};
use crate::{args::Verify, error::CliError, files, output::shown};
use draagkracht_bundle::{Opened, device::DeviceCode, envelope::Identity};
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

fn told(opened: &Opened, devices: Option<&[DeviceCode]>) -> String {
    let known = match devices.map(|devices| devices.contains(&opened.device)) {
        None => "",
        Some(true) => " (known)",
        Some(false) => " (UNKNOWN)",
    };
    let manifest = &opened.manifest;
    let counts = &manifest.counts;
    let mut records = vec![counted(counts.cases, "case"), counted(counts.responses, "response")];
    for (count, what) in [(counts.plans, "plan"), (counts.notes, "note")] {
        if count > 0 {
            records.push(counted(count, what));
        }
    }
    format!(
        "bundle {}, {}, device {}{known}, sha256 {}",
        manifest.bundle_id,
        records.join(", "),
        manifest.device.fingerprint,
        opened.sha256,
    )
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

fn read_devices(path: &Path) -> Result<Vec<DeviceCode>, CliError> {
    let text = files::read_text(path)?;
    let lines = text.lines().map(str::trim).enumerate();
    lines
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        .map(|(at, line)| {
            line.parse().map_err(|error| CliError::Devices(path.to_owned(), at + 1, error))
        })
        .collect()
}
