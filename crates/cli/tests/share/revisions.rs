//! Which revisions go along: those of the device that began the list, and what else there is is told.

use crate::{
    common::{contents, device},
    place::bundle,
    shared::{CODE, archive, notes, revised, revisions, shared},
};
use draagkracht_bundle::device::DeviceKeys;

#[test]
fn every_revision_of_the_device_that_began_it() {
    let place = archive(&[(&device(), &revised(2)), (&device(), &contents())]);
    let (lines, opened) = shared(&place, CODE, &[]);
    let ids = contents().responses.into_iter().map(|response| response.response_id);
    let [one, two]: [_; 2] = ids.collect::<Vec<_>>().try_into().unwrap();
    assert_eq!(revisions(&opened.contents), [(one, 1), (one, 2), (two, 1)]);
    assert_eq!(notes(&lines), Vec::<&str>::new());
}

#[test]
fn one_from_another_device_supersedes_nothing_and_is_told() {
    let other = DeviceKeys::make().unwrap();
    let place = archive(&[(&device(), &contents()), (&other, &revised(2))]);
    let (lines, opened) = shared(&place, CODE, &[]);
    assert_eq!(opened.contents.responses, contents().responses);
    let response = contents().responses[0].response_id;
    let (bundle, _) = bundle(2, &other, &revised(2));
    let [theirs, own] = [&other, &device()].map(|keys| keys.code().unwrap().fingerprint());
    let note = format!(
        "note response {response}: revision 2 of bundle {bundle} comes from device {theirs}, and \
         device {own} began the list: it is left out"
    );
    assert_eq!(notes(&lines), [note]);
}

#[test]
fn other_answers_under_the_same_revision_are_told() {
    let place = archive(&[(&device(), &contents()), (&device(), &revised(1))]);
    let (lines, opened) = shared(&place, CODE, &[]);
    assert_eq!(opened.contents.responses, contents().responses);
    let response = contents().responses[0].response_id;
    let (bundle, _) = bundle(2, &device(), &revised(1));
    let note = format!(
        "note response {response}: revision 1 of bundle {bundle} has other answers than were \
         received before under this revision: it is left out"
    );
    assert_eq!(notes(&lines), [note]);
}

#[test]
fn the_same_answers_from_elsewhere_are_nothing_to_tell() {
    let other = DeviceKeys::make().unwrap();
    let place =
        archive(&[(&device(), &contents()), (&other, &contents()), (&device(), &contents())]);
    let (lines, opened) = shared(&place, CODE, &[]);
    assert_eq!(opened.contents.responses, contents().responses);
    assert_eq!(notes(&lines), Vec::<&str>::new());
}
