//! One code with several cases, and who is in the household.

use crate::{
    common::{contents, device},
    imported::{import, vault},
    shared::{CODE, archive, notes, phone, revisions, share, shared},
};
use draagkracht_bundle::{Contents, device::DeviceKeys};
use draagkracht_core::{case::Consent, dossier::Dossier, timestamp::Timestamp};
use pollster::block_on as wait;
use uuid::Uuid;

/// Consents as they were said at this second.
fn said(mut contents: Contents, given: bool, second: u64) -> Contents {
    let consent = Consent { given, since: Timestamp::from_unix_seconds(second).unwrap() };
    contents.cases[0].consents.support = consent.clone();
    contents.cases[0].consents.research = consent;
    contents
}

#[test]
fn of_several_cases_with_the_code_none_is_given_until_one_is_chosen() {
    let other = DeviceKeys::make().unwrap();
    let place = archive(&[(&device(), &contents()), (&other, &phone(7))]);
    let done = share(&place, CODE, &[]);
    assert_eq!(done.code, Some(1));
    let [tablet, own] = [&device(), &other].map(|keys| keys.code().unwrap().fingerprint());
    let (one, two) = (Uuid::from_u128(7), contents().cases[0].case_id);
    let error = format!(
        "error: 2 cases have this code: {one} (T1 of person 1 by the resident, from device {own}); \
         {two} (T1 of person 1 by the professional, from device {tablet}, T1 of person 1 by the \
         resident, from device {tablet})\n  what to do: a resident's own phone makes a case of its \
         own under the code it was given: give the id of the case that the device has as --case, \
         and each that is the same household's as --with\n"
    );
    assert_eq!(done.stderr, error);
    assert!(!place.path("case.age").exists());
    let (_, opened) = shared(&place, &two.to_string(), &[]);
    assert_eq!(opened.contents.responses, contents().responses);
}

/// The way of a resident's own phone: the professional's case, with the list from there.
#[test]
fn what_was_filled_in_on_an_own_phone_comes_under_the_professionals_case() {
    let mut tablet = said(contents(), true, 1000);
    tablet.responses.remove(0);
    let own = said(phone(7), false, 2000);
    let place = archive(&[(&device(), &tablet), (&DeviceKeys::make().unwrap(), &own)]);
    let case = tablet.cases[0].case_id;
    let with = Uuid::from_u128(7).to_string();
    let (lines, opened) = shared(&place, &case.to_string(), &["--with", &with]);
    let expected = [(Uuid::from_u128(8), 1), (tablet.responses[0].response_id, 1)];
    assert_eq!(revisions(&opened.contents), expected);
    assert!(opened.contents.responses.iter().all(|response| response.case_id == case));
    assert_eq!(opened.contents.case.consents, own.cases[0].consents, "what was said last");
    let note = "note person 1: no consent to the use for support, since 1970-01-01T00:33:20Z";
    assert_eq!(notes(&lines), [note]);

    let vault = vault();
    wait(vault.new_case(tablet.cases[0].clone(), &Dossier::new(&Timestamp::default()))).unwrap();
    let imported = import(&vault, opened);
    assert!(!imported.is_new);
    assert_eq!(imported.file.responses().count(), 2);
}

#[test]
fn members_of_whom_nothing_was_said_have_agreed_to_nothing() {
    let mut all = contents();
    all.responses[0].person = "3".to_owned().try_into().unwrap();
    let place = archive(&[(&device(), &all)]);
    let (lines, opened) = shared(&place, CODE, &[]);
    let members = opened.contents.dossier.members();
    assert_eq!(members.len(), 3);
    assert_eq!(members[0].consents, all.cases[0].consents);
    assert!(!members[2].consents.support.given && !members[2].consents.research.given);
    let note = |person| format!("note person {person}: no bundle says what this person agreed to");
    assert_eq!(notes(&lines), [note(2), note(3)]);
}

/// A label that is no number is in no household of the app; the list is given all the same.
#[test]
fn a_person_by_another_label_is_given_and_not_counted() {
    let mut all = contents();
    all.cases[0].person = "b".to_owned().try_into().unwrap();
    all.responses[0].person = all.cases[0].person.clone();
    let place = archive(&[(&device(), &all)]);
    let (_, opened) = shared(&place, CODE, &[]);
    assert_eq!(opened.contents.dossier.members().len(), 1);
    assert_eq!(opened.contents.responses, all.responses);
}

#[test]
fn cases_of_two_codes_are_not_one_household() {
    let mut other = phone(7);
    other.cases[0].case_code = "0000-0000".parse().unwrap();
    other.responses[0].case_code = other.cases[0].case_code;
    let place = archive(&[(&device(), &contents()), (&device(), &other)]);
    let with = Uuid::from_u128(7).to_string();
    let done = share(&place, CODE, &["--with", &with]);
    assert_eq!(done.code, Some(1));
    let case = contents().cases[0].case_id;
    let error =
        format!("error: case {with} has another code than case {case}\n  what to do: cases");
    assert!(done.stderr.starts_with(&error), "{}", done.stderr);
    let unknown = Uuid::from_u128(9).to_string();
    let done = share(&place, CODE, &["--with", &unknown]);
    assert!(done.stderr.starts_with("error: no case in the archive has this code or id\n"));
    assert!(!place.path("case.age").exists());
}
