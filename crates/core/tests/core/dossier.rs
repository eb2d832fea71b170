//! A professional's record of a case: who is in it, what will not come, and the note.

use crate::fixtures::time;
use draagkracht_core::{
    dossier::{Cell, Dossier, DossierError, NOTE},
    person::{Moment, Person, Rater},
};
use uuid::Uuid;

const NOW: &str = "2026-11-21T09:00:00Z";

fn person(label: &str) -> Person {
    label.to_owned().try_into().unwrap()
}

#[test]
fn a_household_begins_with_the_one_who_asked_and_nobody_s_label_is_given_twice() {
    let mut dossier = Dossier::new(&time(NOW));
    assert_eq!((dossier.asked(), dossier.members().len()), (&person("1"), 1));
    assert_eq!(dossier.add_member(&time(NOW)), Ok(person("2")));
    dossier.remove_member(&person("2"), time(NOW)).unwrap();
    assert_eq!(dossier.add_member(&time(NOW)), Ok(person("3")), "2 has answers under that label");
    assert_eq!(
        dossier.present().map(|m| m.person.clone()).collect::<Vec<_>>(),
        [person("1"), person("3")]
    );
    for _ in 4..=9 {
        dossier.add_member(&time(NOW)).unwrap();
    }
    assert_eq!(dossier.add_member(&time(NOW)), Err(DossierError::Full));
    let asked = dossier.remove_member(&person("1"), time(NOW));
    assert_eq!(
        asked.unwrap_err().to_string(),
        "person 1 is the one who asked, and stays in the case"
    );
    let nobody = dossier.remove_member(&person("x"), time(NOW));
    assert_eq!(nobody.unwrap_err().to_string(), "there is no person x in this household");
}

#[test]
fn a_note_has_an_end_and_a_longer_one_changes_nothing() {
    let mut dossier = Dossier::new(&time(NOW));
    dossier.set_note("é".repeat(NOTE)).unwrap();
    let longer = dossier.set_note("x".repeat(NOTE + 1));
    assert_eq!(longer.unwrap_err().to_string(), "a note is at most 2000 characters, not 2001");
    assert_eq!(dossier.note(), "é".repeat(NOTE));
}

#[test]
fn a_list_is_absent_until_it_is_said_to_come() {
    let mut dossier = Dossier::new(&time(NOW));
    let cell = Cell { person: person("1"), moment: Moment::T2, rater: Rater::Resident };
    dossier.set_absent(cell.clone(), true, time(NOW));
    dossier.set_absent(cell.clone(), true, time(NOW));
    assert!(dossier.is_absent(&cell) && !dossier.is_absent(&cell.other()));
    dossier.set_absent(cell.clone(), false, time(NOW));
    assert!(!dossier.is_absent(&cell));
}

#[test]
fn a_bundle_s_case_has_the_consents_of_the_person_it_is_about() {
    let mut dossier = Dossier::new(&time(NOW));
    let second = dossier.add_member(&time(NOW)).unwrap();
    let mut consents = dossier.members()[1].consents.clone();
    consents.support.given = true;
    dossier.set_consents(&second, consents.clone()).unwrap();
    let case_of = |person: &Person| {
        dossier.case_of(person, Uuid::from_u128(7), "73D0-9NZF".parse().unwrap(), time(NOW))
    };
    let case = case_of(&second).unwrap();
    assert_eq!((case.person, case.consents), (second, consents));
    assert!(!case_of(&person("1")).unwrap().consents.support.given);
    assert_eq!(case_of(&person("8")), Err(DossierError::Nobody(person("8"))));
}
