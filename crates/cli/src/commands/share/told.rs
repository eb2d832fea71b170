//! What is said of a case file that was written: what is in it, and what is not.
//!
//! By ids only, but for the household's numbers: the case code has no business in a log.

use super::gather::{Found, LeftOut, Version};
use draagkracht_core::{case::Consent, dossier::Member, response::Response, timestamp::Timestamp};

/// All of it, a line each. `to` and `sender` are fingerprints.
pub fn lines(found: &Found, to: &str, name: &str, sender: &str) -> String {
    let mut lines = format!("case {}, for device {to} alone\n", found.id());
    for version in &found.given {
        lines += &given(version);
    }
    for left_out in &found.left_out {
        lines += &not_given(left_out);
    }
    for line in &found.papers().told {
        lines += line;
    }
    for member in found.contents().dossier.members() {
        lines += &no_consent(member);
    }
    lines
        + &format!("The app names the sender \"{name}\" with fingerprint {sender}: compare them.\n")
}

fn given(Version { response, bundle_id, .. }: &Version) -> String {
    let Response { response_id, revision, moment, person, rater, .. } = response;
    format!(
        "  response {response_id} revision {revision}: {moment} of person {person} by the {rater}, \
         from bundle {bundle_id}\n"
    )
}

/// Empty when it was given.
fn no_consent(member: &Member) -> String {
    let Consent { given, since } = &member.consents.support;
    let person = &member.person;
    if *given {
        String::new()
    } else if *since == Timestamp::default() {
        format!("note person {person}: no bundle says what this person agreed to\n")
    } else {
        format!("note person {person}: no consent to the use for support, since {since}\n")
    }
}

fn not_given(LeftOut { version, owner }: &LeftOut) -> String {
    let (response, device, bundle) = (&version.response, &version.device, version.bundle_id);
    let (id, revision) = (response.response_id, response.revision);
    let why = if device == owner {
        "has other answers than were received before under this revision".to_owned()
    } else {
        format!("comes from device {device}, and device {owner} began the list")
    };
    format!("note response {id}: revision {revision} of bundle {bundle} {why}: it is left out\n")
}
