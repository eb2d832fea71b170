//! `forget`: removes cases from the archive, and notes that it did.

use super::{cases, now, print};
use crate::{
    archive::{Archive, Lookup},
    args::Forget,
    error::CliError,
    files,
};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Removes every bundle of the cases, or nothing at all.
pub fn run(args: &Forget) -> Result<(), CliError> {
    let identities = files::read_identities(&args.identity)?;
    let mut archive = Archive::open_existing(&args.archive)?;
    let mut lookup = Lookup::open(&archive, &identities)?;
    // What an interrupted run left in it.
    lookup.save(&archive, &identities)?;
    let cases = args.case.iter().map(|name| only(&cases::named(*name, &archive, &lookup)));
    let cases: BTreeSet<Uuid> = cases.collect::<Result<_, _>>()?;
    let entries = archive.entries().values();
    let entries: Vec<_> =
        entries.filter(|entry| entry.cases.iter().any(|c| cases.contains(c))).collect();
    for entry in &entries {
        let others: BTreeSet<_> =
            entry.cases.iter().copied().filter(|case| !cases.contains(case)).collect();
        if !others.is_empty() {
            return Err(CliError::OtherCases(entry.receipt.bundle_id, others));
        }
    }
    let bundles: Vec<_> = entries.iter().map(|entry| entry.receipt.bundle_id).collect();
    archive.forget(&bundles, &now().unwrap_or_default())?;
    let mut lookup = Lookup::open(&archive, &identities)?;
    lookup.save(&archive, &identities)?;
    print(told(&cases, &bundles).as_bytes())
}

/// The only case that is meant.
fn only(found: &BTreeSet<Uuid>) -> Result<Uuid, CliError> {
    match found.iter().collect::<Vec<_>>()[..] {
        [] => Err(CliError::NoCase),
        [case] => Ok(*case),
        _ => Err(CliError::Cases(found.clone())),
    }
}

fn told(cases: &BTreeSet<Uuid>, bundles: &[Uuid]) -> String {
    let cases = cases.iter().map(|case| format!("  case   {case}\n"));
    let bundles = bundles.iter().map(|bundle| format!("  bundle {bundle}\n"));
    let removed: String = cases.chain(bundles).collect();
    format!("Removed from the archive:\n{removed}") + "\
They are not stored again when they are handed in again. Not removed, for this program does not know
them: backups of the archive, its quarantine, tables and exports that were made before, receipts (they
hold ids only), and what the devices themselves have.
"
}
