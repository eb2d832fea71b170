//! `share`: a case from the archive, as a case file for one professional's device.

mod gather;
mod household;
mod papers;
mod told;

use super::{cases, now, print};
use crate::{
    archive::{Archive, History, Lookup},
    args::Share,
    error::CliError,
    files::{self, Access},
};
use draagkracht_bundle::{
    case_file::{CaseDraft, seal},
    device::DeviceKeys,
    envelope::Identity,
    signature::SigningKey,
};
use draagkracht_core::free_text::FreeText;
use gather::{Found, Source};
use std::{collections::BTreeSet, path::Path};
use uuid::Uuid;

/// What the app calls the sender.
const SENDER: &str = "organisatie";

/// Writes the case file, or nothing at all.
pub fn run(args: &Share) -> Result<(), CliError> {
    let identities = files::read_identities(&args.identity)?;
    let signing = args.receipt_key.as_deref().map(read_receipt_key).transpose()?;
    if args.out.exists() {
        return Err(CliError::Taken(args.out.clone()));
    }
    let found = find(args, &identities)?;
    let device = keys(signing, identities)?;
    let pseudonym = FreeText::try_from(SENDER.to_owned());
    let draft = CaseDraft {
        created: now().unwrap_or_default(),
        app_version: env!("CARGO_PKG_VERSION"),
        pseudonym: pseudonym.map_err(|error| CliError::Program(error.to_string()))?,
        device: &device,
        to: &args.to,
        contents: &found.contents(),
    };
    let sealed = seal(&draft)?;
    let file = files::prepare(&args.out, &sealed, Access::Secret)?;
    file.create().map_err(|error| match error {
        // Somebody made it meanwhile.
        CliError::Exists(path) => CliError::Taken(path),
        error => error,
    })?;
    let sender = device.code()?.fingerprint();
    print(told::lines(&found, &args.to.fingerprint(), SENDER, &sender).as_bytes())
}

/// The case that was named, with those of the same household.
fn find(args: &Share, identities: &[Identity]) -> Result<Found, CliError> {
    let archive = Archive::open_existing(&args.archive)?;
    let mut lookup = Lookup::open(&archive, identities)?;
    // What an interrupted run left in it.
    lookup.save(&archive, identities)?;
    let named = cases::named(args.case, &archive, &lookup);
    let source =
        Source { archive: &archive, history: History::of(&archive), lookup: &lookup, identities };
    let mut found: Vec<Found> =
        named.iter().map(|case| source.gather(*case)).collect::<Result<_, _>>()?;
    if found.len() > 1 {
        return Err(CliError::Choose(found.iter().map(Found::described).collect()));
    }
    let mut case = found.pop().ok_or(CliError::NoCase)?;
    let others: BTreeSet<Uuid> = args.with.iter().copied().filter(|id| *id != case.id()).collect();
    for other in others {
        case.join(source.gather(other)?)?;
    }
    Ok(case)
}

/// The organisation's own keys, or new ones.
fn keys(signing: Option<SigningKey>, identities: Vec<Identity>) -> Result<DeviceKeys, CliError> {
    match (signing, identities.into_iter().next()) {
        (Some(signing), Some(identity)) => Ok(DeviceKeys { signing, identity }),
        _ => Ok(DeviceKeys::make()?),
    }
}

fn read_receipt_key(path: &Path) -> Result<SigningKey, CliError> {
    let key = SigningKey::from_file(&files::read_text(path)?);
    key.map_err(|error| CliError::ReceiptKey(path.to_owned(), error))
}
