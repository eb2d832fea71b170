//! What stays in the inbox, and why.

use crate::{
    common::{contents, sealed},
    place::{KEY, Place, arguments},
    program::{draagkracht, shell},
};
use std::{
    fs::{self, File},
    time::{Duration, SystemTime},
};

#[test]
fn other_names_and_folders_are_told_once_and_left() {
    let place = Place::new();
    place.hand_in(".b.age.part", b"half");
    place.hand_in(".b.age", b"half");
    place.hand_in("b.age.tmp", b"half");
    fs::create_dir(place.path("inbox/folder.age")).unwrap();
    let line = "note inbox: 4 left alone, which are no files named <bundle-id>.age or \
                <bundle-id>.age.txt; the first is .b.age";
    assert_eq!(place.received(), [line]);
    assert_eq!(place.names("inbox"), [".b.age", ".b.age.part", "b.age.tmp", "folder.age"]);
}

#[test]
fn what_may_still_be_coming_in_waits() {
    let place = Place::new();
    let bytes = sealed(&contents());
    place.hand_in("b.age", &bytes[..bytes.len() / 2]);
    let line = "wait inbox/b.age: the file is damaged or cut off; it may still be coming in and \
                is left for the next run\n";
    for _ in 0..2 {
        let done = place.receive_with(KEY, &["--settle", "600"]);
        assert_eq!((done.code, done.stdout.as_str()), (Some(0), line));
    }
    place.hand_in("b.age", &bytes);
    let done = place.receive_with(KEY, &["--settle", "600"]);
    assert!(done.stdout.starts_with("ok   inbox/b.age: "), "{}", done.stdout);
}

#[test]
fn a_bad_file_that_nobody_changed_for_a_while_does_not_wait() {
    let place = Place::new();
    for (name, changed) in [
        ("old.age", SystemTime::now() - Duration::from_secs(601)),
        ("ahead.age", SystemTime::now() + Duration::from_hours(1)),
    ] {
        place.hand_in(name, name.as_bytes());
        let file = File::options().write(true).open(place.path("inbox").join(name)).unwrap();
        file.set_modified(changed).unwrap();
    }
    assert_eq!(place.receive_with(KEY, &["--settle", "600"]).code, Some(1));
    assert_eq!(place.names("inbox"), Vec::<String>::new());
    assert_eq!(place.names("archive/quarantine").len(), 4);
}

/// Root reads every file, unless that right is taken away.
#[test]
fn what_cannot_be_read_is_told_and_left() {
    let place = Place::new();
    place.hand_in("b.age", b"text");
    let line = format!(
        "chmod 0 inbox/b.age
         [ $(id -u) != 0 ] || drop='setpriv --bounding-set -dac_override,-dac_read_search'
         $drop '{}' {} --settle 0",
        env!("CARGO_BIN_EXE_draagkracht"),
        arguments(KEY).join(" ")
    );
    let done = shell(place.folder(), &line);
    assert_eq!(done.code, Some(1), "{}", done.stderr);
    assert_eq!(
        done.stdout,
        "bad  inbox/b.age: cannot be read: Permission denied (os error 13); it is left there: \
         check who may read it\n"
    );
    assert_eq!(place.names("inbox"), ["b.age"]);
}

#[test]
fn an_inbox_that_is_not_there_is_wrong_use() {
    let place = Place::new();
    fs::remove_dir(place.path("inbox")).unwrap();
    let done = draagkracht(place.folder(), &arguments(KEY));
    assert_eq!(done.code, Some(2));
    assert!(!place.path("archive").exists());
}

/// Two runs may share the folder for receipts: what one is writing there is not for the other to remove.
#[test]
fn what_another_run_is_writing_among_the_receipts_stays() {
    let place = Place::new();
    fs::create_dir(place.path("receipts")).unwrap();
    let [new, old] = [".unfinished-new", ".unfinished-old"].map(|name| {
        let path = place.path("receipts").join(name);
        (File::create(&path).unwrap(), path)
    });
    old.0.set_modified(SystemTime::now() - Duration::from_mins(61)).unwrap();
    assert_eq!(place.received(), Vec::<String>::new());
    assert!(new.1.exists() && !old.1.exists());
}
