//! The sentences that have no file of their own here.

use draagkracht_core::{
    case_code::CaseCode,
    person::{Moment, Person, Rater},
    store::{Area, StoreError},
    typology::CapacityType,
};

#[test]
fn a_person_is_a_short_label() {
    for right in ["1", "2", "kind2", "12345678"] {
        assert_eq!(Person::try_from(right.to_owned()).unwrap().to_string(), right);
    }
    for wrong in ["", "123456789", "Anna Maria", "één", "1\n", "../1"] {
        assert_eq!(
            Person::try_from(wrong.to_owned()).unwrap_err().to_string(),
            format!("a person in the household is 1 to 8 letters or digits, not \"{wrong}\"")
        );
    }
    assert_eq!(Person::first().to_string(), "1");
}

#[test]
fn moments_and_raters_are_written_one_way() {
    assert_eq!(Moment::ALL.map(Moment::as_str), ["T1", "T2", "T3"]);
    assert!(Moment::ALL.into_iter().all(|moment| Moment::parse(moment.as_str()) == Some(moment)));
    for wrong in ["t1", "T4", "", "T1 "] {
        assert_eq!(Moment::parse(wrong), None);
    }
    assert_eq!(Rater::Resident.to_string(), "resident");
    assert_eq!(Rater::Professional.to_string(), "professional");
}

#[test]
fn a_type_is_1_to_4() {
    for number in 1..=4 {
        assert_eq!(u8::from(CapacityType::try_from(number).unwrap()), number);
    }
    for number in [0, 5, 255] {
        assert_eq!(
            CapacityType::try_from(number).unwrap_err(),
            format!("a type of capacity is 1 to 4, not {number}")
        );
    }
}

#[test]
fn a_store_says_why_not() {
    let conflict =
        StoreError::Conflict { area: Area::Records, id: "a1".to_owned(), expected: 2, found: 3 };
    for (error, sentence) in [
        (conflict, "records a1 has revision 3, not 2: another tab wrote it"),
        (StoreError::Full, "there is no room left on this device"),
        (
            StoreError::Refused("private window".to_owned()),
            "this browser does not allow data to be kept: private window",
        ),
        (StoreError::Newer, "what is kept here was written by a newer version of the app"),
        (StoreError::Closed("gone".to_owned()), "the store was closed: gone"),
        (StoreError::Other("odd".to_owned()), "the store failed: odd"),
    ] {
        assert_eq!(error.to_string(), sentence);
    }
}

#[test]
fn a_case_code_is_read_as_people_type_it() {
    let code: CaseCode = "73D0-9NZF".parse().unwrap();
    for typed in ["73d09nzf", " 73D0 9NZF ", "7-3-D-0-9-N-Z-F", "73D0—9NZF", "73dO-9nzf"] {
        assert_eq!(typed.parse(), Ok(code), "{typed}");
    }
}
