//! The JSON of the models: what the command line writes, and what the screens are made from.

use super::{List, points, reading, responses, subject, with_domains};
use draagkracht_core::{
    person::{
        Moment::{T1, T2, T3},
        Rater::{Professional, Resident},
    },
    reading::{Balance, Caseload, Comparison, Development, Household, Newest},
};
use insta::assert_json_snapshot;

/// The first case of `tests/golden/comparison.json`.
fn rich() -> [List; 2] {
    let resident = [5, 4, 4, 5, 4, 3, 4, 4, 4, 4, 3, 4, 3, 2, 2, 5, 1, 3, 4, 2, 1, 1, 2];
    let professional = [2, 3, 3, 4, 3, 3, 3, 3, 3, 3, 3, 3, 2, 1, 4, 4, 2, 5, 1, 0];
    [List::new(Resident, T1, points(&resident)), List::new(Professional, T1, points(&professional))]
}

#[test]
fn comparison() {
    let responses = responses(&rich());
    let newest = Newest::of(&responses);
    assert_json_snapshot!(Comparison::at(&reading(), &newest, &subject(&newest), T1).unwrap());
}

#[test]
fn waiting() {
    let mut lists = rich();
    lists[1].completed = None;
    let responses = responses(&lists);
    let newest = Newest::of(&responses);
    assert_json_snapshot!(Comparison::at(&reading(), &newest, &subject(&newest), T1).unwrap_err());
}

#[test]
fn balance() {
    let response = rich()[0].response();
    assert_json_snapshot!(Balance::of(&reading().read(&response).unwrap()));
}

#[test]
fn development() {
    let [first, _] = rich();
    let draft = List { completed: None, ..with_domains(Resident, T2, &[1; 8]) };
    let lists = [first, draft, with_domains(Resident, T3, &[1, 1, 1, 1, 1, 1, 1, 0])];
    let responses = responses(&lists);
    let newest = Newest::of(&responses);
    assert_json_snapshot!(Development::of(&reading(), &newest, &subject(&newest), Resident));
}

#[test]
fn household() {
    let [first, _] = rich();
    let second =
        List { person: "2", id: 9, ..with_domains(Resident, T1, &[1, 1, 3, 5, 0, 5, 1, 2]) };
    let responses = responses(&[first, second]);
    assert_json_snapshot!(Household::of(&reading(), &Newest::of(&responses), T1, Professional));
}

#[test]
fn caseload() {
    let responses = responses(&rich());
    assert_json_snapshot!(Caseload::of(&reading(), &Newest::of(&responses)));
}
