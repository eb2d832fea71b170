//! Answers to the lists that only a professional is asked, through the program itself.
#![allow(clippy::unwrap_used, clippy::panic, reason = "how a test says no")]

#[path = "../../bundle/tests/common/mod.rs"]
mod common;
#[path = "receive/place.rs"]
mod place;
mod program;

use common::{
    conditions_identity, contents_of_conditions, contents_with_answers, sealed, sealed_to,
};
use draagkracht_bundle::{Contents, envelope::EnvelopeError};
use draagkracht_core::{form::FormAnswer, instrument::ItemId};
use place::{KEY, Place};
use program::draagkracht;
use serde_json::Value;
use std::fs;
use tempfile::tempdir;
use uuid::Uuid;

const CONDITIONS_KEY: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../bundle/tests/vectors/conditions.key");
const FORMATS: &str = include_str!("../../../docs/format.md");

/// The lines that `open` writes.
fn opened(bundle: &[u8], key: &str) -> Vec<Value> {
    let folder = tempdir().unwrap();
    fs::write(folder.path().join("b.age"), bundle).unwrap();
    let done = draagkracht(folder.path(), &["open", "--identity", key, "b.age"]);
    assert_eq!((done.code, done.stderr.as_str()), (Some(0), ""));
    done.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn documented(title: &str) -> Value {
    let block = FORMATS.split(&format!("```json {title}\n")).nth(1).unwrap();
    serde_json::from_str(block.split("```").next().unwrap()).unwrap()
}

fn conditions() -> Vec<u8> {
    sealed_to(&contents_of_conditions(), &conditions_identity().recipient())
}

/// The measures are worked out by hand. The case: burden was reduced by the professional and the
/// resident, who is not counted: alone; competences by the professional and local provision. So two
/// types, one of two alone, one and two partners. The conditions: time 6 - 4 = 2; cooperation 6 - 4 = 2
/// and 6 - 2 = 4, of two of three, too few; openness 2, 4 and 5, 11 of 3.
#[test]
fn answers_are_shown_with_what_is_derived_from_them() {
    let lines = opened(&sealed(&contents_with_answers()), KEY);
    let kinds: Vec<_> = lines.iter().map(|line| line["kind"].as_str().unwrap()).collect();
    let expected = "case response score response score plan note form_response measures comparison";
    assert_eq!(kinds.join(" "), expected);
    let mut record = documented("form-response");
    record["kind"] = "form_response".into();
    assert_eq!((&lines[7], &lines[8]), (&record, &documented("measures")));

    let lines = opened(&conditions(), CONDITIONS_KEY);
    assert_eq!(lines[0]["case"], Value::Null);
    assert_eq!((lines.len(), &lines[1]), (2, &documented("conditions")));
}

/// A list in which two types were not answered: nothing is made of it.
#[test]
fn half_a_list_has_no_measures() {
    let mut contents = contents_with_answers();
    let answers = &mut contents.form_responses[0].answers;
    answers.insert(ItemId::new("interventions.trust.used"), FormAnswer::DontKnow);
    let lines = opened(&sealed(&contents), KEY);
    assert_eq!(lines[8]["case"], Value::Null);
}

#[test]
fn working_conditions_are_received_by_their_own_key_into_an_archive_of_their_own() {
    let place = Place::new();
    place.hand_in("b.age", &conditions());
    let done = place.receive();
    assert_eq!(done.code, Some(1), "{}", done.stdout);
    let other = EnvelopeError::OtherKey.to_string();
    assert!(place.reason().contains(&other), "{}", place.reason());

    let place = Place::new();
    place.hand_in("b.age", &conditions());
    let done = place.receive_with(CONDITIONS_KEY, &["--settle", "0"]);
    assert_eq!((done.code, done.stderr.as_str()), (Some(0), ""), "{}", done.stdout);
    assert!(done.stdout.contains("0 cases, 0 responses, 1 form response"), "{}", done.stdout);
    let id = Uuid::parse_str(common::BUNDLE_ID).unwrap();
    let receipt = place.receipt(id).unwrap();
    let listed = receipt.revisions.form_responses.unwrap();
    assert_eq!((listed[0].case_id, listed[0].revision), (None, 2));
    place
        .hand_in("again.age", &fs::read(place.path(&format!("archive/bundles/{id}.age"))).unwrap());
    let done = place.receive_with(CONDITIONS_KEY, &["--settle", "0"]);
    assert!(done.stdout.starts_with("same inbox/again.age: "), "{}", done.stdout);
}

/// The app has one place to send to: with `--others` two runs, each with its own key, share it.
#[test]
fn one_inbox_serves_two_keys() {
    let place = Place::new();
    place.hand_in("case.age", &sealed(&contents_with_answers()));
    let work = conditions();
    place.hand_in("work.age", &work);
    place.hand_in("bad.age", b"text");
    let done = place.receive_with(KEY, &["--settle", "0", "--others", "other"]);
    assert_eq!((done.code, done.stderr.as_str()), (Some(1), "error: 1 of 3 bundles fell short\n"));
    let told = "pass inbox/work.age: this was sealed for another key; moved to other/work.age";
    assert_eq!(done.stdout.lines().last(), Some(told));
    assert_eq!((place.names("other"), place.names("inbox")), (vec!["work.age".to_owned()], vec![]));
    assert_eq!(fs::read(place.path("other/work.age")).unwrap(), work);

    // What is there stays there, and nothing is lost.
    let other = sealed_to(&contents_of_conditions(), &conditions_identity().recipient());
    place.hand_in("work.age", &other);
    let done = place.receive_with(KEY, &["--settle", "0", "--others", "other"]);
    let told =
        "wait inbox/work.age: this was sealed for another key; other/work.age is there already\n";
    assert_eq!((done.code, done.stdout.as_str()), (Some(0), told));
    assert_eq!(fs::read(place.path("inbox/work.age")).unwrap(), other);

    let receive =
        "receive --receipt-key receipt.key --inbox other --archive work --receipts receipts";
    let args: Vec<&str> = receive.split(' ').chain(["--identity", CONDITIONS_KEY]).collect();
    let done = draagkracht(place.folder(), &args);
    assert_eq!((done.code, done.stderr.as_str()), (Some(0), ""), "{}", done.stdout);
    assert_eq!((place.names("work/bundles").len(), place.names("other").len()), (1, 0));
}

/// A folder that is a file: nothing was moved, and the run says where it stopped.
#[test]
fn bundles_for_another_key_that_cannot_be_moved_stay() {
    let place = Place::new();
    place.hand_in("work.age", &conditions());
    fs::write(place.path("other"), "a file").unwrap();
    let done = place.receive_with(KEY, &["--settle", "0", "--others", "other"]);
    assert_eq!(done.code, Some(2), "{}", done.stdout);
    assert!(done.stderr.starts_with("error: other: cannot be written: "), "{}", done.stderr);
    assert_eq!(place.names("inbox"), ["work.age"]);
}

/// To another file system it is copied; one that cannot go there stays, and what comes after it is taken in.
#[cfg(target_os = "linux")]
#[test]
fn the_other_inbox_may_be_on_another_file_system() {
    let place = Place::new();
    let mount = tempfile::tempdir_in("/dev/shm").unwrap();
    let others = mount.path().to_str().unwrap();
    let blocked = mount.path().join("a.age");
    fs::create_dir(&blocked).unwrap();
    let work = conditions();
    for name in ["a.age", "b.age"] {
        place.hand_in(name, &work);
    }
    place.hand_in("case.age", &sealed(&contents_with_answers()));
    let done = place.receive_with(KEY, &["--settle", "0", "--others", others]);
    assert_eq!((done.code, done.stderr.as_str()), (Some(1), "error: 1 of 3 bundles fell short\n"));
    let lines: Vec<_> = done.stdout.lines().collect();
    let told =
        format!("bad  inbox/a.age: this was sealed for another key; {others}/a.age: cannot be ");
    assert!(lines[0].starts_with(&told), "{}", lines[0]);
    let told =
        format!("pass inbox/b.age: this was sealed for another key; moved to {others}/b.age");
    assert_eq!(lines[1], told);
    assert!(lines[2].starts_with("ok   inbox/case.age: "), "{}", lines[2]);
    assert_eq!(place.names("inbox"), ["a.age"]);
    assert_eq!(fs::read(mount.path().join("b.age")).unwrap(), work);
}

/// Its header has come in, and perhaps not all the rest.
#[test]
fn what_is_sealed_for_another_key_and_may_still_be_coming_in_waits() {
    let place = Place::new();
    place.hand_in("work.age", &conditions());
    let done = place.receive_with(KEY, &["--settle", "600", "--others", "other"]);
    let told = "wait inbox/work.age: this was sealed for another key; it may still be coming in and is \
                left for the next run\n";
    assert_eq!((done.code, done.stdout.as_str()), (Some(0), told));
    assert_eq!((place.names("inbox").len(), place.names("other").len()), (1, 0));
}

/// By whatever path: otherwise a run would hand itself what it cannot open, again and again.
#[test]
fn the_inbox_itself_is_no_other_inbox() {
    let place = Place::new();
    place.hand_in("work.age", &conditions());
    let done = place.receive_with(KEY, &["--settle", "0", "--others", "inbox/../inbox"]);
    assert_eq!((done.code, done.stdout.as_str()), (Some(2), ""));
    let told =
        "error: inbox/../inbox: --others is the inbox itself\n  what to do: give the inbox of ";
    assert!(done.stderr.starts_with(told), "{}", done.stderr);
    assert_eq!(place.names("inbox"), ["work.age"]);
    assert!(!place.path("archive").exists());
}

#[test]
fn what_belongs_to_a_case_goes_with_it_when_it_is_forgotten() {
    let place = Place::new();
    place.hand_in("b.age", &sealed(&contents_with_answers()));
    place.received();
    let receipt = place.receipt(Uuid::parse_str(common::BUNDLE_ID).unwrap()).unwrap();
    assert_eq!((receipt.version, receipt.counts.form_responses), (2, Some(1)));
    let forget = ["forget", "--identity", KEY, "--archive", "archive", "--case", "73D0-9NZF"];
    let done = draagkracht(place.folder(), &forget);
    assert_eq!(done.code, Some(0), "{}", done.stderr);
    assert_eq!(place.names("archive/bundles"), Vec::<String>::new());
}

/// Emoji, right-to-left, markup, a formula: `open` writes them as they are, as JSON.
#[test]
fn words_of_any_kind_come_out_as_they_went_in() {
    for words in ["🙂👩‍👩‍👧", "\u{202e}שלום", "<script>alert(1)</script>", "=1+1", "a\n\tb"]
    {
        let mut contents: Contents = contents_with_answers();
        let text = FormAnswer::Text(words.to_owned().try_into().unwrap());
        contents.form_responses[0].answers.insert(ItemId::new("goals.1.words"), text);
        let lines = opened(&sealed(&contents), KEY);
        assert_eq!(lines[7]["answers"]["goals.1.words"]["text"], words);
    }
}
