//! What can be wrong with an archive, a list or a folder.

use crate::{
    archives::{counted, export, exported, people, received, rows},
    common::device,
    forge::Forge,
    place::{KEY, Place},
    program::{Done, names_in, shell},
};
use draagkracht_bundle::{Contents, device::DeviceKeys};
use draagkracht_core::{
    answer::Recorded,
    instrument::{Instrument, ItemId},
    person::Rater,
    score::Score,
    timestamp::Timestamp,
    typology::CapacityType,
};
use std::{collections::BTreeMap, fs};
use uuid::Uuid;

fn refused(done: &Done, code: i32, begins: &str) {
    assert_eq!(done.code, Some(code), "{}", done.stderr);
    assert!(done.stderr.starts_with(begins), "{}", done.stderr);
    assert_eq!(done.stdout, "");
}

#[test]
fn an_empty_archive_gives_no_files() {
    let place = Place::new();
    place.received();
    refused(&export(&place, "csv", &[]), 1, "error: there is nothing to export\n");
    assert!(!place.path("out").exists());
}

#[test]
fn an_archive_of_a_newer_program_is_left_alone() {
    let place = received(&[(&device(), &people(5))]);
    let mark = place.path("archive/archive.json");
    fs::write(&mark, fs::read_to_string(&mark).unwrap().replace("1\n", "2\n")).unwrap();
    let begins = "error: archive/archive.json: it is version 2 of its format; this program knows";
    refused(&export(&place, "csv", &[]), 1, begins);
}

#[test]
fn a_place_that_cannot_be_written_is_named() {
    let place = received(&[(&device(), &people(5))]);
    fs::write(place.path("out"), "a file").unwrap();
    refused(&export(&place, "csv", &[]), 2, "error: out: cannot be written: ");
    assert_eq!(fs::read_to_string(place.path("out")).unwrap(), "a file");
}

/// A full disk, by the limit on the size of files: what was there stays.
#[test]
fn half_an_export_does_not_stay() {
    let place = received(&[(&device(), &people(5))]);
    fs::create_dir(place.path("out")).unwrap();
    fs::write(place.path("out/lists.csv"), "earlier").unwrap();
    for format in ["csv", "spss", "r", "fhir", "parquet"] {
        let program = env!("CARGO_BIN_EXE_draagkracht");
        let line = format!(
            "trap '' XFSZ; ulimit -f 8; exec '{program}' export --identity '{KEY}' --archive archive \
             --format {format} --out out"
        );
        refused(&shell(place.folder(), &line), 2, "error: out/");
        assert_eq!(names_in(&place.path("out")), ["lists.csv"], "{format}");
        assert_eq!(fs::read_to_string(place.path("out/lists.csv")).unwrap(), "earlier");
    }
}

/// A bundle that a newer program received: its case is left out whole, for consent may have been
/// taken back in it.
#[test]
fn an_instrument_that_is_not_known_is_left_out_with_its_case() {
    let (all, mut newer) = (people(6), people(1));
    newer.responses.truncate(1);
    newer.responses[0].response_id = Uuid::from_u128(9);
    let place = received(&[(&device(), &all), (&device(), &newer)]);
    let stored = place.names("archive/bundles").into_iter().last().unwrap();
    let forged = Forge::of(&newer).replace("responses.ndjson", "resident.v1", "resident.v9");
    fs::write(place.path("archive/bundles").join(stored), forged.hashed().signed().seal()).unwrap();
    let told = exported(&place, &[]);
    assert_eq!(told[0], "10 lists of 5 people");
    assert!(
        told[1].starts_with("2 lists left out: the case has a bundle that this program cannot")
    );
    let [.., last] = &told[..] else { panic!() };
    assert!(last.starts_with("a bundle left out: archive/bundles/"), "{last}");
    assert!(last.contains("this program has no instrument \"resident.v9\": update it"), "{last}");
}

#[test]
fn drafts_and_superseded_revisions_are_left_out() {
    let mut first = people(6);
    first.responses[0].completed = None;
    let mut later = people(6);
    later.cases.drain(..5);
    later.responses.drain(..10);
    later.responses[0].revision = 2;
    let item = later.responses[0].answers.keys().next().unwrap().clone();
    later.responses[0].answers.insert(item.clone(), Recorded::NotAsked);
    later.responses[0].score = rescored(&later.responses[0].answers);
    let place = received(&[(&device(), &first), (&device(), &later)]);
    assert_eq!(exported(&place, &[]), ["11 lists of 6 people", "1 list left out: not completed"]);
    assert_eq!(counted(&place, "revision")["2"], 1);
    let answers = rows(&place, "answers.csv");
    let changed =
        answers.iter().filter(|r| r["item"] == item.as_str() && r["missing"] == "not_asked");
    assert_eq!((answers.len(), changed.count()), (5 * 23 + 6 * 20, 1));
}

fn rescored(answers: &BTreeMap<ItemId, Recorded>) -> Score {
    let instrument = Instrument::built_in("resident.v1").unwrap().unwrap();
    Score::of(&instrument, instrument.norm(), answers)
}

/// Means and counts cannot differ, or the bundle is refused; a type by another norm can.
#[test]
fn a_type_by_another_norm_is_kept_and_told_and_both_are_shown() {
    let mut all = people(5);
    let own = |score: &mut Score| score.norm = "eigen".to_owned();
    let ours = all.responses[0].score.capacity_type.map(u8::from);
    let theirs = (1..=4).find(|number| Some(*number) != ours).unwrap();
    own(&mut all.responses[0].score);
    all.responses[0].score.capacity_type = Some(CapacityType::try_from(theirs).unwrap());
    own(&mut all.responses[2].score);
    let told = exported(&received_of(&all), &[]);
    let [_, line] = &told[..] else { panic!("{told:?}") };
    assert!(line.contains("its type by the norm it was handed in with is another than by ours"));
    let place = received_of(&all);
    exported(&place, &[]);
    let lists = rows(&place, "lists.csv");
    let other: Vec<_> = lists.iter().filter(|row| row["norm_handed_in"] == "eigen").collect();
    assert_eq!((lists.len(), other.len()), (10, 2));
    let [differs] = other.iter().filter(|r| r["type_differs"] == "1").collect::<Vec<_>>()[..]
    else {
        panic!()
    };
    let shown = |column: &str| differs[column].as_str();
    assert_eq!(shown("type_handed_in"), theirs.to_string());
    assert_eq!(shown("type"), ours.map(|number| number.to_string()).unwrap_or_default());
    assert_eq!(shown("norm"), "study-t1");
    assert!(line.starts_with(&format!("list {}: ", shown("list_id"))), "{line}");
}

fn received_of(contents: &Contents) -> Place {
    received(&[(&device(), contents)])
}

#[test]
fn a_list_that_another_device_contests_is_kept_and_marked() {
    let mut other = people(6);
    other.responses.truncate(1);
    other.cases.truncate(1);
    other.responses[0].revision = 2;
    other.responses[0].unblinded = true;
    let place = received(&[(&device(), &people(6)), (&DeviceKeys::make().unwrap(), &other)]);
    let told = exported(&place, &[]);
    assert_eq!(told[0], "12 lists of 6 people");
    assert!(told[1].ends_with("another device has another version; kept, marked"), "{told:?}");
    assert_eq!((counted(&place, "contested")["1"], counted(&place, "unblinded").len()), (1, 1));
}

/// A person can complete two lists for one moment, on two devices.
#[test]
fn the_list_that_was_completed_last_is_in_the_wide_form() {
    let mut all = people(5);
    let mut again = all.responses[0].clone();
    again.response_id = Uuid::from_u128(7);
    again.completed = Some(Timestamp::try_from("2026-11-23T12:30:00Z".to_owned()).unwrap());
    all.responses.push(again);
    let place = received_of(&all);
    assert_eq!(
        exported(&place, &[]),
        ["11 lists of 5 people", "1 list not in the wide form: completed again later"]
    );
    assert_eq!(counted(&place, "in_wide")["0"], 1);
    assert_eq!(counted(&place, "days"), [("0".to_owned(), 10), ("2".to_owned(), 1)].into());
    let days: Vec<_> = rows(&place, "wide.csv").iter().map(|r| r["t1_res_days"].clone()).collect();
    assert_eq!(days.iter().filter(|days| *days == "2").count(), 1);
}

#[test]
fn who_did_not_agree_is_left_out_of_every_format() {
    let mut all = people(7);
    all.cases[1].consents.research.given = false;
    let mut later = people(3);
    later.cases.drain(..2);
    later.responses.clear();
    later.cases[0].consents.research.given = false;
    later.cases[0].consents.research.since =
        Timestamp::try_from("2026-11-22T12:00:00Z".to_owned()).unwrap();
    let place = received(&[(&device(), &all), (&device(), &later)]);
    for format in ["spss", "r", "fhir", "parquet", "csv"] {
        let done = export(&place, format, &[]);
        let told = "10 lists of 5 people\n4 lists left out: no consent to research\n";
        assert!(done.stdout.ends_with(told), "{format}: {}", done.stdout);
    }
    assert_eq!(counted(&place, "rater")[Rater::Resident.as_str()], 5);
    let resources = fs::read_to_string(place.path("out/QuestionnaireResponse.ndjson")).unwrap();
    assert_eq!(resources.lines().count(), 10);
}
