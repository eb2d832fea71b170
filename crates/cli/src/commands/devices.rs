//! Bundles and the devices that signed them, in words.

use crate::{error::CliError, files};
use draagkracht_bundle::{Opened, device::DeviceCode};
use std::path::Path;

/// What is in a bundle, whether its device is in the list, and its hash.
pub fn told(opened: &Opened, devices: Option<&[DeviceCode]>) -> String {
    let known = match devices.map(|devices| devices.contains(&opened.device)) {
        None => "",
        Some(true) => " (known)",
        Some(false) => " (UNKNOWN)",
    };
    let manifest = &opened.manifest;
    let counts = &manifest.counts;
    let mut records = vec![counted(counts.cases, "case"), counted(counts.responses, "response")];
    let form_responses = counts.form_responses.unwrap_or_default();
    for (count, what) in
        [(counts.plans, "plan"), (counts.notes, "note"), (form_responses, "form response")]
    {
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

/// A list of known devices, one apparaatcode a line, `#` before a comment.
pub fn read_devices(path: &Path) -> Result<Vec<DeviceCode>, CliError> {
    let text = files::read_text(path)?;
    let lines = text.lines().map(str::trim).enumerate();
    lines
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        .map(|(at, line)| {
            line.parse().map_err(|error| CliError::Devices(path.to_owned(), at + 1, error))
        })
        .collect()
}
