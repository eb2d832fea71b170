//! Archives with something in particular in them.

use crate::{
    common::contents,
    place::{KEY, Place, bundle},
    program::{Done, draagkracht},
};
use draagkracht_bundle::{Contents, device::DeviceKeys};
use std::collections::BTreeMap;
use uuid::Uuid;

/// So many people who agreed to research, each with the two lists of the vectors.
pub fn people(count: u128) -> Contents {
    let mut all = Contents::default();
    for number in 1..=count {
        let mut one = contents();
        one.cases[0].case_id = Uuid::from_u128(number);
        one.cases[0].consents.research.given = true;
        for (at, response) in (1..).zip(&mut one.responses) {
            response.case_id = Uuid::from_u128(number);
            response.response_id = Uuid::from_u128(1000 * number + at);
        }
        all.cases.extend(one.cases);
        all.responses.extend(one.responses);
    }
    all
}

/// Receives bundles, numbered from 1.
pub fn received(bundles: &[(&DeviceKeys, &Contents)]) -> Place {
    let place = Place::new();
    for (number, (device, contents)) in (1..).zip(bundles) {
        place.hand_in("b.age", &bundle(number, device, contents).1);
        place.received();
    }
    place
}

/// Exports to `out`.
pub fn export(place: &Place, format: &str, more: &[&str]) -> Done {
    let [identity, archive] = ["--identity", "--archive"];
    let args = ["export", identity, KEY, archive, "archive", "--format", format, "--out", "out"];
    draagkracht(place.folder(), &[&args[..], more].concat())
}

/// Exports as CSV, and it must go well: what was told after the names of the files, line by line.
pub fn exported(place: &Place, more: &[&str]) -> Vec<String> {
    let done = export(place, "csv", more);
    assert_eq!((done.code, done.stderr.as_str()), (Some(0), ""), "{}", done.stdout);
    done.stdout.lines().filter(|line| !line.starts_with("out/")).map(str::to_owned).collect()
}

/// The rows of a table of CSV, each by the names of its columns.
pub fn rows(place: &Place, name: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(place.path("out").join(name)).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

/// What the rows of the lists have in a column, each once with how often.
pub fn counted(place: &Place, column: &str) -> BTreeMap<String, usize> {
    let mut counted = BTreeMap::new();
    for row in rows(place, "lists.csv") {
        *counted.entry(row[column].clone()).or_default() += 1;
    }
    counted
}
