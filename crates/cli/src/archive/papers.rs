//! What professionals wrote beside lists, in an archive: each in the version that counts.

use super::{Archive, History, records};
use crate::error::CliError;
use draagkracht_bundle::{Contents, envelope::Identity};
use draagkracht_core::{form::FormResponse, plan::Plan};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The plans. What only a newer program can read is not there.
pub fn plans(archive: &Archive, identities: &[Identity]) -> Result<BTreeMap<Uuid, Plan>, CliError> {
    let plans = |contents: Contents| contents.plans.into_iter().map(|plan| (plan.plan_id, plan));
    read(archive, identities, &History::of_plans(archive), plans)
}

/// The answers to lists that only a professional is asked. What only a newer program can read is not
/// there.
pub fn form_responses(
    archive: &Archive,
    identities: &[Identity],
) -> Result<BTreeMap<Uuid, FormResponse>, CliError> {
    let answers = |contents: Contents| {
        contents.form_responses.into_iter().map(|answers| (answers.response_id, answers))
    };
    read(archive, identities, &History::of_form_responses(archive), answers)
}

/// Opens the bundles that have one in the version that counts, and no others.
fn read<T, I: Iterator<Item = (Uuid, T)>>(
    archive: &Archive,
    identities: &[Identity],
    history: &History,
    of: impl Fn(Contents) -> I,
) -> Result<BTreeMap<Uuid, T>, CliError> {
    let mut papers = BTreeMap::new();
    for bundle_id in history.current_bundles() {
        let contents = match archive.read(bundle_id, identities) {
            Ok(opened) => opened.contents,
            Err(error) if records::is_newer(&error) => continue,
            Err(error) => return Err(error),
        };
        let counts =
            |id: &Uuid| history.current(*id).is_some_and(|current| current.bundle_id == bundle_id);
        papers.extend(of(contents).filter(|(id, _)| counts(id)));
    }
    Ok(papers)
}
