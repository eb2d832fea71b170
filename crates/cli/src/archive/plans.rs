//! The plans of an archive, each in the version that counts.

use super::{Archive, History};
use crate::error::CliError;
use draagkracht_bundle::envelope::Identity;
use draagkracht_core::plan::Plan;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Reads the bundles that have a plan in the version that counts, and no others. What only a newer
/// program can read is not there.
pub fn read(archive: &Archive, identities: &[Identity]) -> Result<BTreeMap<Uuid, Plan>, CliError> {
    let history = History::of_plans(archive);
    let current = |id: Uuid| history.current(id).map(|version| version.bundle_id);
    let mut bundles = BTreeSet::new();
    for entry in archive.entries().values() {
        let plans = &entry.receipt.revisions.plans;
        bundles.extend(plans.iter().filter_map(|plan| current(plan.id)));
    }
    let mut plans = BTreeMap::new();
    for bundle_id in bundles {
        let contents = match archive.read(bundle_id, identities) {
            Ok(opened) => opened.contents,
            Err(error) if super::records::is_newer(&error) => continue,
            Err(error) => return Err(error),
        };
        for plan in contents.plans {
            if current(plan.plan_id) == Some(bundle_id) {
                plans.insert(plan.plan_id, plan);
            }
        }
    }
    Ok(plans)
}
