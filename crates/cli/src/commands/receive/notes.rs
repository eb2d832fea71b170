//! What a good bundle changes about what was there: revisions, and codes that are not unique.
//!
//! By ids only: these lines end up in a system's log, and a case code has no business there.

use crate::archive::{Archive, History, Lookup, Version};
use draagkracht_bundle::Opened;
use draagkracht_core::{case::Case, response::Response};
use uuid::Uuid;

/// A line for everything that someone should look at.
pub fn about(
    opened: &Opened,
    archive: &Archive,
    history: &History,
    lookup: &Lookup,
) -> Vec<String> {
    let bundle_id = opened.manifest.bundle_id;
    let device = &opened.manifest.device.fingerprint;
    let cases = opened.contents.cases.iter().flat_map(|case| about_case(case, archive, lookup));
    let responses = opened.contents.responses.iter().flat_map(|response| {
        let others = history.versions(response.response_id).iter();
        let others = others.filter(|other| {
            other.bundle_id != bundle_id
                && !lookup.is_same(response.response_id, bundle_id, other.bundle_id)
        });
        let current = history.current(response.response_id);
        about_response(response, device, &others.collect::<Vec<_>>(), current)
    });
    cases.chain(responses).collect()
}

fn about_case(case: &Case, archive: &Archive, lookup: &Lookup) -> Vec<String> {
    let others = lookup.cases_with(case.case_code).filter(|other| *other != case.case_id);
    let note = |other: Uuid| {
        format!(
            "note case {}: case {other} has the same code; look whether they are one household \
             before you read them as one",
            case.case_id
        )
    };
    let forgotten = archive.forgotten(case.case_id).map(|at| {
        format!(
            "note case {}: it was forgotten on request at {at}; this was handed in after that",
            case.case_id
        )
    });
    others.map(note).chain(forgotten).collect()
}

/// `others` are the versions with other answers, the earliest first; `current` is what counts.
fn about_response(
    response: &Response,
    device: &str,
    others: &[&Version],
    current: Option<&Version>,
) -> Vec<String> {
    let (id, revision) = (response.response_id, response.revision);
    let counts = current.map_or_else(String::new, |current| {
        format!(
            "both are kept, revision {} of bundle {} counts",
            current.revision, current.bundle_id
        )
    });
    let from_elsewhere = others.iter().filter(|other| other.device != device);
    let mut notes: Vec<_> = from_elsewhere
        .map(|other| {
            format!(
                "note response {id}: revision {revision} comes from device {device}, revision {} \
                 (bundle {}) from device {}: {counts}",
                other.revision, other.bundle_id, other.device
            )
        })
        .collect();
    let own = || others.iter().filter(|other| other.device == device);
    notes.extend(own().filter(|other| other.revision == revision).map(|other| {
        format!(
            "note response {id}: revision {revision} was received before with other answers, in \
             bundle {}: {counts}",
            other.bundle_id
        )
    }));
    if let Some(earlier) = own().rfind(|other| other.revision < revision) {
        notes.push(format!(
            "note response {id}: revision {revision} follows revision {} of bundle {}: {counts}",
            earlier.revision, earlier.bundle_id
        ));
    }
    notes
}
