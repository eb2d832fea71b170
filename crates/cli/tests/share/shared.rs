//! What the tests share: an archive, and sharing from it to the colleague of the vectors.

use crate::{
    common::{case_file::colleague, contents},
    place::{KEY, Place, bundle},
    program::{Done, draagkracht},
};
use draagkracht_bundle::{
    Contents,
    case_file::{OpenedCase, open},
    device::DeviceKeys,
};
use draagkracht_core::{person::Mode, sealing::WholeCase};
use std::fs;
use uuid::Uuid;

pub const CODE: &str = "73D0-9NZF";

/// An archive that received these bundles, numbered from 1.
pub fn archive(bundles: &[(&DeviceKeys, &Contents)]) -> Place {
    let place = Place::new();
    for (number, (device, contents)) in (1..).zip(bundles) {
        place.hand_in("b.age", &bundle(number, device, contents).1);
        assert_eq!(place.receive().code, Some(0));
    }
    place
}

/// The same case as a resident's own phone makes it under the code: with another id.
pub fn phone(case: u128) -> Contents {
    let mut contents = contents();
    let case_id = Uuid::from_u128(case);
    contents.cases[0].case_id = case_id;
    contents.responses.truncate(1);
    contents.responses[0].response_id = Uuid::from_u128(case + 1);
    contents.responses[0].case_id = case_id;
    contents
}

/// The first list with something changed, as this revision.
pub fn revised(revision: u32) -> Contents {
    let mut contents = contents();
    contents.responses.truncate(1);
    contents.responses[0].revision = revision;
    contents.responses[0].mode = Mode::Helped;
    contents
}

/// Runs `share` to the colleague's device, into `case.age`.
pub fn share(place: &Place, case: &str, more: &[&str]) -> Done {
    let to = colleague().code().unwrap().to_string();
    share_to(place, &to, case, more)
}

pub fn share_to(place: &Place, to: &str, case: &str, more: &[&str]) -> Done {
    let args = ["share", "--identity", KEY, "--archive", "archive", "--out", "case.age"];
    let all = [&args[..], &["--case", case, "--to", to], more].concat();
    draagkracht(place.folder(), &all)
}

/// It must go well; what is printed, a line each, and what the colleague's device opens.
pub fn shared(place: &Place, case: &str, more: &[&str]) -> (Vec<String>, OpenedCase) {
    let done = share(place, case, more);
    assert_eq!((done.code, done.stderr.as_str()), (Some(0), ""), "{}", done.stdout);
    let bytes = fs::read(place.path("case.age")).unwrap();
    let lines = done.stdout.lines().map(str::to_owned).collect();
    (lines, open(&bytes, &colleague().identity).unwrap())
}

/// Each response by its id and revision, in the order of the file.
pub fn revisions(contents: &WholeCase) -> Vec<(Uuid, u32)> {
    contents.responses.iter().map(|r| (r.response_id, r.revision)).collect()
}

/// The lines that are notes.
pub fn notes(lines: &[String]) -> Vec<&str> {
    lines.iter().map(String::as_str).filter(|line| line.starts_with("note")).collect()
}
