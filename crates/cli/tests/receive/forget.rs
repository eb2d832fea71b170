//! `forget`: what was received goes, and stays away.

use crate::{
    common::{contents, device, identity},
    place::{KEY, Place, bundle},
    program::{Done, draagkracht, shell},
};
use draagkracht_bundle::{Contents, envelope::decrypt};
use std::fs;
use uuid::Uuid;

const CODE: &str = "73D0-9NZF";

/// Another case, with its own code unless it shares the first one's.
fn other_case(shares_code: bool) -> Contents {
    let mut other = contents();
    if !shares_code {
        other.cases[0].case_code = "0000-0000".parse().unwrap();
    }
    let case = other.cases[0].clone();
    for (at, response) in (8..).zip(&mut other.responses) {
        response.response_id = Uuid::from_u128(at);
        response.case_id = Uuid::from_u128(7);
        response.case_code = case.case_code;
    }
    other.cases[0].case_id = Uuid::from_u128(7);
    other
}

fn both_cases() -> Contents {
    let (mut both, other) = (contents(), other_case(false));
    both.cases.extend(other.cases);
    both.responses.extend(other.responses);
    both
}

/// Receives bundles with these contents, numbered from 1.
fn received(all: &[Contents]) -> Place {
    let place = Place::new();
    for (number, contents) in (1..).zip(all) {
        hand_in(&place, number, contents);
    }
    place
}

fn hand_in(place: &Place, number: u8, contents: &Contents) -> Vec<u8> {
    let (_, bytes) = bundle(number, &device(), contents);
    place.hand_in("b.age", &bytes);
    place.received();
    bytes
}

fn forget(place: &Place, cases: &[&str]) -> Done {
    let cases = cases.iter().flat_map(|case| ["--case", case]);
    let args = ["forget", "--identity", KEY, "--archive", "archive"];
    draagkracht(place.folder(), &args.into_iter().chain(cases).collect::<Vec<_>>())
}

fn lookup(place: &Place) -> String {
    let sealed = fs::read(place.path("archive/lookup.age")).unwrap();
    String::from_utf8(decrypt(&sealed, &[identity()]).unwrap()).unwrap()
}

#[test]
fn every_bundle_of_the_case_goes_and_stays_away() {
    let mut later = contents();
    later.responses[0].revision = 2;
    let place = received(&[contents(), other_case(false)]);
    let again = hand_in(&place, 3, &later);
    assert!(lookup(&place).contains(CODE));
    let case = contents().cases[0].case_id;
    let done = forget(&place, &["73d0 9nzf"]);
    let [first, second, third] = [1, 2, 3].map(|number| bundle(number, &device(), &later).0);
    let begins = format!(
        "Removed from the archive:\n  case   {case}\n  bundle {first}\n  bundle {third}\nThey are \
         not stored again"
    );
    assert!(done.code == Some(0) && done.stdout.starts_with(&begins), "{}", done.stdout);
    assert_eq!(place.names("archive/bundles"), [format!("{second}.age")]);
    assert_eq!(place.names("archive/index"), [format!("{second}.json")]);
    assert!(!lookup(&place).contains(CODE) && lookup(&place).contains("0000-0000"));

    place.hand_in("b.age", &again);
    let [line] = &place.received()[..] else { panic!() };
    let begins = format!("gone inbox/b.age: bundle {third} was forgotten on request at 20");
    assert!(line.starts_with(&begins), "{line}");
    assert_eq!((place.names("archive/bundles").len(), place.names("inbox").len()), (1, 0));
    place.hand_in("b.age", &bundle(3, &device(), &later).1);
    assert_eq!(place.receive().code, Some(1), "another bundle under its id");

    let none = forget(&place, &[CODE]);
    assert_eq!(none.code, Some(1));
    assert!(none.stderr.starts_with("error: no case in the archive has this code or id\n"));
}

#[test]
fn what_is_handed_in_after_that_is_received_and_told() {
    let place = received(&[contents()]);
    assert_eq!(forget(&place, &[CODE]).code, Some(0));
    place.hand_in("b.age", &bundle(2, &device(), &contents()).1);
    let [_, note] = &place.received()[..] else { panic!() };
    let case = contents().cases[0].case_id;
    let begins = format!("note case {case}: it was forgotten on request at 20");
    assert!(note.starts_with(&begins), "{note}");
    assert_eq!(place.names("archive/bundles").len(), 1);
}

#[test]
fn of_two_cases_with_one_code_none_goes_until_one_is_named() {
    let place = received(&[contents(), other_case(true)]);
    let (one, two) = (Uuid::from_u128(7), contents().cases[0].case_id);
    let done = forget(&place, &[CODE]);
    assert_eq!(done.code, Some(1));
    let error = format!("error: 2 cases have this code: {one}, {two}\n  what to do: find out");
    assert!(done.stderr.starts_with(&error), "{}", done.stderr);
    assert_eq!(place.names("archive/bundles").len(), 2);
    assert_eq!(forget(&place, &[&one.to_string()]).code, Some(0));
    assert_eq!(place.names("archive/bundles").len(), 1);
    assert_eq!(forget(&place, &[&one.to_string()]).code, Some(1));
    assert_eq!(forget(&place, &[CODE]).code, Some(0));
}

#[test]
fn a_bundle_with_other_cases_goes_when_all_are_named() {
    let place = received(&[both_cases()]);
    let done = forget(&place, &[CODE]);
    assert_eq!(done.code, Some(1));
    let error = format!("also has other cases in it: {}; nothing", Uuid::from_u128(7));
    assert!(done.stderr.contains(&error), "{}", done.stderr);
    assert_eq!(place.names("archive/bundles").len(), 1);
    assert_eq!(forget(&place, &[CODE, "0000-0000"]).code, Some(0));
    assert_eq!(place.names("archive/bundles").len(), 0);
}

/// The note is written first; what was not done after it is done by the next run.
#[test]
fn an_interrupted_run_is_finished_by_the_next() {
    let place = received(&[contents(), other_case(false)]);
    shell(place.folder(), "cp -r archive whole");
    assert_eq!(forget(&place, &[CODE]).code, Some(0));
    let forgotten = place.names("archive/forgotten");
    let before_the_rest =
        "cp archive/forgotten/* whole/forgotten/ && rm -r archive && mv whole archive";
    assert_eq!(shell(place.folder(), before_the_rest).code, Some(0));
    assert_eq!(place.names("archive/bundles").len(), 2);
    assert_eq!(place.received(), Vec::<String>::new());
    assert_eq!(place.names("archive/bundles").len(), 1);
    assert_eq!(place.names("archive/index").len(), 1);
    assert_eq!(place.names("archive/forgotten"), forgotten);
    assert!(!lookup(&place).contains(CODE));
}

#[test]
fn a_damaged_note_is_named() {
    let place = received(&[contents()]);
    assert_eq!(forget(&place, &[CODE]).code, Some(0));
    let name = format!("archive/forgotten/{}", place.names("archive/forgotten")[0]);
    fs::write(place.path(&name), "{").unwrap();
    let done = place.receive();
    assert_eq!(done.code, Some(1));
    assert!(done.stderr.starts_with(&format!("error: {name}: it is not of the form: ")));
}

#[test]
fn where_there_is_no_archive_none_is_made() {
    let place = Place::new();
    let done = forget(&place, &[CODE]);
    assert_eq!(done.code, Some(2));
    assert_eq!(
        done.stderr,
        "error: archive: there is no archive here: it has no archive.json\n  what to do: give the \
         folder that receive keeps its archive in\n"
    );
    assert!(!place.path("archive").exists());
    let wrong = forget(&place, &["73D0-9NZG"]);
    assert_eq!(wrong.code, Some(2));
    assert!(wrong.stderr.contains("invalid value '73D0-9NZG' for '--case <CODE>'"));
}
