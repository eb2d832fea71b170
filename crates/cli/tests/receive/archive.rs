//! The archive itself: full, in use, newer, damaged, or of another key.

use crate::{
    common::{contents, device, sealed},
    place::{KEY, Place, arguments, bundle},
    program::{draagkracht, shell},
};
use draagkracht_bundle::device::DeviceKeys;
use std::{
    fs::{self, File},
    process::{Command, Stdio},
};

/// An archive with one bundle in it, and another in the inbox.
fn with_one() -> Place {
    let place = Place::new();
    place.hand_in("1.age", &bundle(1, &device(), &contents()).1);
    place.received();
    place.hand_in("2.age", &bundle(2, &device(), &contents()).1);
    place
}

/// What stops a run; the inbox is as it was.
fn stops(place: &Place, code: i32) -> String {
    let before = place.names("inbox");
    let done = place.receive();
    assert_eq!((done.code, done.stdout.as_str()), (Some(code), ""), "{}", done.stderr);
    assert_eq!(place.names("inbox"), before);
    done.stderr
}

/// A full disk, by the limit on the size of files.
#[test]
fn a_full_disk_loses_nothing() {
    let place = Place::new();
    place.hand_in("b.age", &sealed(&contents()));
    let line = format!(
        "trap '' XFSZ; ulimit -f 1; exec '{}' {}",
        env!("CARGO_BIN_EXE_draagkracht"),
        arguments(KEY).join(" ")
    );
    let done = shell(place.folder(), &line);
    assert_eq!((done.code, done.stdout.as_str()), (Some(2), ""));
    assert!(done.stderr.contains(".age: cannot be written: File too large"), "{}", done.stderr);
    assert_eq!(place.names("inbox"), ["b.age"]);
    for folder in ["archive/bundles", "archive/index", "receipts"] {
        assert_eq!(place.names(folder), Vec::<String>::new());
    }
    assert!(place.received()[0].starts_with("ok "));
}

#[test]
fn receipts_that_cannot_be_written_leave_the_bundle_in_the_inbox() {
    let place = Place::new();
    place.hand_in("b.age", &sealed(&contents()));
    fs::write(place.path("receipts"), "a file").unwrap();
    let error = stops(&place, 2);
    assert!(error.starts_with("error: receipts: cannot be written: "), "{error}");
    fs::remove_file(place.path("receipts")).unwrap();
    assert_eq!(place.received().len(), 1);
}

#[test]
fn one_run_at_a_time() {
    let place = with_one();
    let lock = File::open(place.path("archive/lock")).unwrap();
    lock.try_lock().unwrap();
    assert_eq!(
        stops(&place, 2),
        "error: archive: another draagkracht is at work in this archive\n  what to do: wait until \
         it is done, then run this again\n"
    );
    // A process that dies lets go of it; the file that it leaves stops nobody.
    drop(lock);
    assert_eq!(place.received().len(), 1);
}

#[test]
fn two_at_once_do_no_harm() {
    let place = Place::new();
    for number in 0..20 {
        place.hand_in(&format!("{number}.age"), &bundle(number, &device(), &contents()).1);
    }
    let start = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_draagkracht"));
        command.args(arguments(KEY)).current_dir(place.folder());
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    };
    for mut run in [start(), start(), start()] {
        assert!(matches!(run.wait().unwrap().code(), Some(0 | 2)));
    }
    place.received();
    assert_eq!(place.names("archive/bundles").len(), 20);
    assert_eq!(place.names("receipts").len(), 40);
    assert_eq!(place.names("archive/quarantine"), Vec::<String>::new());
}

#[test]
fn what_a_newer_program_wrote_is_left_as_it_is() {
    let entry = "index/019aa648-5a00-7000-8000-000000000101.json";
    for (file, known) in [("archive.json", 1), (entry, 2)] {
        let newer = format!(
            "is version {} of its format; this program knows version {known}\n  what to do: update \
             this program; nothing was changed\n",
            known + 1
        );
        let place = with_one();
        let path = place.path("archive").join(file);
        let text = fs::read_to_string(&path).unwrap();
        let newer_text = format!("\"version\": {}", known + 1);
        fs::write(&path, text.replacen("\"version\": 1", &newer_text, 1)).unwrap();
        assert_eq!(stops(&place, 1), format!("error: archive/{file}: it {newer}"));
        assert_eq!(place.names("archive/bundles").len(), 1);
    }
}

#[test]
fn a_damaged_entry_is_named() {
    let place = with_one();
    let path = place.path("archive/index/019aa648-5a00-7000-8000-000000000101.json");
    let text = fs::read_to_string(&path).unwrap();
    for (wrong, what) in [
        (text[..text.len() / 2].to_owned(), "it is not of the form: EOF while parsing"),
        (text.replace("\"cases\": [", "\"codes\": ["), "it is not of the form: unknown field"),
        (text.replace("archive-entry", "archive"), "it has format \"draagkracht-archive\", not"),
        (text.replace("0101\"", "0102\""), "it is the entry of bundle 019aa648"),
    ] {
        fs::write(&path, wrong).unwrap();
        let error = stops(&place, 1);
        assert!(error.contains(what) && error.contains("put this file back from a backup"));
    }
}

#[test]
fn a_wrong_key_is_seen_before_the_inbox_goes_to_quarantine() {
    let place = with_one();
    assert_eq!(draagkracht(place.folder(), &["keygen", "--out", "keys"]).code, Some(0));
    let done = place.receive_with("keys/organisation.key", &["--settle", "0"]);
    assert_eq!((done.code, done.stdout.as_str()), (Some(1), ""));
    assert!(done.stderr.starts_with(
        "error: archive/lookup.age: it was sealed for another key than those that were given\n"
    ));
    assert_eq!(place.names("inbox"), ["2.age"]);
    // With the old key beside the new one it goes on.
    let both = ["--identity", KEY, "--settle", "0"];
    assert_eq!(place.receive_with("keys/organisation.key", &both).code, Some(0));
}

#[test]
fn the_lookup_is_made_again_from_the_bundles() {
    let place = with_one();
    let path = place.path("archive/lookup.age");
    for (number, damage) in [(3, None), (4, Some("damaged")), (5, Some(""))] {
        match damage {
            None => fs::remove_file(&path).unwrap(),
            Some(text) => fs::write(&path, text).unwrap(),
        }
        fs::remove_file(place.path("inbox/2.age")).unwrap();
        place.hand_in("2.age", &bundle(number, &DeviceKeys::make().unwrap(), &contents()).1);
        // Known to be the same answers, so there is nothing to note.
        assert_eq!(place.received().len(), 1);
        place.hand_in("2.age", b"");
    }
    fs::remove_file(place.path("archive/lookup.age")).unwrap();
    fs::write(place.path("archive/bundles/019aa648-5a00-7000-8000-000000000101.age"), "").unwrap();
    let error = stops(&place, 1);
    assert!(error.starts_with("error: archive/bundles/019aa648-5a00-7000-8000-000000000101.age: "));
}
