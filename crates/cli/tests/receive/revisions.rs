//! Later revisions, other devices, and codes that are not unique.

use crate::{
    common::{contents, device},
    place::{Place, bundle},
};
use draagkracht_bundle::{Contents, device::DeviceKeys};
use draagkracht_core::person::Mode;
use uuid::Uuid;

/// The same list with something changed, as this revision.
fn revised(revision: u32) -> Contents {
    let mut contents = contents();
    contents.responses.truncate(1);
    contents.responses[0].revision = revision;
    contents.responses[0].mode = Mode::Helped;
    contents
}

/// What is said besides that each bundle is stored; every one must be.
fn notes(place: &Place, bundles: usize) -> Vec<String> {
    let (stored, notes): (Vec<_>, Vec<_>) =
        place.received().into_iter().partition(|line| line.starts_with("ok "));
    assert_eq!((stored.len(), place.names("archive/bundles").len()), (1, bundles));
    notes
}

fn first() -> Place {
    let place = Place::new();
    place.hand_in("b.age", &bundle(1, &device(), &contents()).1);
    assert_eq!(notes(&place, 1), Vec::<String>::new());
    place
}

#[test]
fn a_later_revision_from_the_same_device_follows_the_earlier_one() {
    let place = first();
    let (id, bytes) = bundle(2, &device(), &revised(2));
    place.hand_in("b.age", &bytes);
    let response = contents().responses[0].response_id;
    let (earlier, _) = bundle(1, &device(), &contents());
    assert_eq!(
        notes(&place, 2),
        [format!(
            "note response {response}: revision 2 follows revision 1 of bundle {earlier}: both \
             are kept, revision 2 of bundle {id} counts"
        )]
    );
    let receipt = place.receipt(id).unwrap();
    assert!(receipt.covers_response(response, 2) && !receipt.covers_response(response, 1));
}

#[test]
fn a_revision_from_another_device_is_told_and_replaces_nothing() {
    let place = first();
    let other = DeviceKeys::make().unwrap();
    place.hand_in("b.age", &bundle(2, &other, &revised(2)).1);
    let response = contents().responses[0].response_id;
    let (earlier, _) = bundle(1, &device(), &contents());
    let [one, two] = [&other, &device()].map(|keys| keys.code().unwrap().fingerprint());
    assert_eq!(
        notes(&place, 2),
        [format!(
            "note response {response}: revision 2 comes from device {one}, revision 1 (bundle \
             {earlier}) from device {two}: both are kept, revision 1 of bundle {earlier} counts"
        )]
    );
}

#[test]
fn other_answers_under_the_same_revision_are_told() {
    let place = first();
    place.hand_in("b.age", &bundle(2, &device(), &revised(1)).1);
    let response = contents().responses[0].response_id;
    let (earlier, _) = bundle(1, &device(), &contents());
    assert_eq!(
        notes(&place, 2),
        [format!(
            "note response {response}: revision 1 was received before with other answers, in \
             bundle {earlier}: both are kept, revision 1 of bundle {earlier} counts"
        )]
    );
}

#[test]
fn the_same_answers_again_are_nothing_to_look_at() {
    let place = first();
    place.hand_in("b.age", &bundle(2, &DeviceKeys::make().unwrap(), &contents()).1);
    assert_eq!(notes(&place, 2), Vec::<String>::new());
}

#[test]
fn one_code_with_two_cases_is_told_without_the_code() {
    let place = first();
    let mut other = contents();
    let first = other.cases[0].case_id;
    other.cases[0].case_id = Uuid::from_u128(7);
    for (response, id) in other.responses.iter_mut().zip([8, 9]) {
        response.case_id = Uuid::from_u128(7);
        response.response_id = Uuid::from_u128(id);
    }
    place.hand_in("b.age", &bundle(2, &device(), &other).1);
    assert_eq!(
        notes(&place, 2),
        [format!(
            "note case {}: case {first} has the same code; look whether they are one household \
             before you read them as one",
            Uuid::from_u128(7)
        )]
    );
}
