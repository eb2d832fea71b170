//! `simulate`: a made-up study, sealed like a real one.

mod chance;
mod forms;
mod model;
mod plans;
mod study;

use super::{instruments, keygen, print, quiet_progress};
use crate::{args::Simulate, error::CliError, files};
use draagkracht_bundle::{Draft, device::DeviceKeys, envelope::Recipient, seal};
use draagkracht_core::config::Organisation;
use std::{
    collections::{BTreeMap, btree_map::Entry},
    fs, io,
    path::Path,
};
use study::{Device, Handover, Study};

/// Makes the study beside its place, and puts it there when it is whole.
pub fn run(args: &Simulate) -> Result<(), CliError> {
    let write = |error: io::Error| CliError::Write(args.out.clone(), error);
    let is_new = !args.out.exists();
    files::make_folder(&args.out)?;
    if fs::read_dir(&args.out).map_err(write)?.next().is_some() {
        return Err(CliError::NotEmpty(args.out.clone()));
    }
    let made = make(args);
    if made.is_err() && is_new {
        // What was in it is gone already; an empty folder that stays does no harm.
        let _ = fs::remove_dir(&args.out);
    }
    let bundles = made?;
    let told = format!(
        "Made {} cases in {bundles} bundles. They open with:\n  draagkracht open --identity {} {}\n",
        args.cases,
        args.out.join("keys/organisation.key").display(),
        args.out.join("inbox/*.age").display(),
    );
    print(told.as_bytes())
}

/// Returns the number of bundles.
fn make(args: &Simulate) -> Result<usize, CliError> {
    let write = |error: io::Error| CliError::Write(args.out.clone(), error);
    let partial = tempfile::Builder::new().prefix(files::UNFINISHED).tempdir_in(&args.out);
    let partial = partial.map_err(write)?;
    let [keys, inbox, conditions] =
        ["keys", "inbox", "conditions"].map(|name| partial.path().join(name));
    files::make_folder(&inbox)?;
    files::make_folder(&conditions)?;
    let organisation = Organisation {
        name: "Voorbeeldgemeente".to_owned(),
        help: "Vraag het aan uw hulpverlener.".to_owned(),
        phone: None,
    };
    let conditions_out = Some(keys.as_path());
    let made =
        keygen::make(keygen::Plan { out: &keys, escrow_out: &keys, conditions_out, organisation })?;

    let instruments = instruments()?;
    let study = Study::new(args.seed, args.cases, &instruments);
    let mut study =
        study.ok_or_else(|| CliError::Program("an instrument is missing".to_owned()))?;
    let mut devices = BTreeMap::new();
    let mut bundles = 0;
    let progress = quiet_progress(args.cases as usize, "cases");
    for number in 0..args.cases {
        for handover in study.case(number) {
            seal_one(&handover, &mut devices, &made.recipients, &inbox)?;
            bundles += 1;
        }
        devices.remove(&Device::Resident(number));
        progress.inc(1);
    }
    progress.finish_and_clear();
    let own: Vec<Recipient> = made.conditions.into_iter().collect();
    for handover in study.conditions() {
        seal_one(&handover, &mut devices, &own, &conditions)?;
    }
    for (from, name) in [(&keys, "keys"), (&inbox, "inbox"), (&conditions, "conditions")] {
        fs::rename(from, args.out.join(name)).map_err(write)?;
    }
    Ok(bundles)
}

fn seal_one(
    handover: &Handover,
    devices: &mut BTreeMap<Device, DeviceKeys>,
    recipients: &[Recipient],
    inbox: &Path,
) -> Result<(), CliError> {
    let device = match devices.entry(handover.device) {
        Entry::Occupied(keys) => keys.into_mut(),
        Entry::Vacant(place) => place.insert(DeviceKeys::make()?),
    };
    let draft = Draft {
        bundle_id: handover.bundle_id,
        created: handover.created.clone(),
        app_version: env!("CARGO_PKG_VERSION"),
        contents: &handover.contents,
        device,
        recipients,
    };
    let path = inbox.join(format!("{}.age", handover.bundle_id));
    fs::write(&path, seal(&draft)?.bytes).map_err(|error| CliError::Write(path, error))
}
