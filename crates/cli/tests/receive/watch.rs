//! `--watch` goes on.

use crate::{
    common::{contents, device},
    place::{KEY, Place, arguments, bundle},
};
use std::{
    fs::{self, File},
    process::Command,
    thread,
    time::{Duration, Instant},
};

#[test]
fn it_takes_in_what_comes_later() {
    let place = Place::new();
    let (first, bytes) = bundle(1, &device(), &contents());
    place.hand_in("1.age", &bytes);
    place.hand_in("other.txt", b"");
    let printed = File::create(place.path("printed")).unwrap();
    let mut run = Command::new(env!("CARGO_BIN_EXE_draagkracht"))
        .args(arguments(KEY))
        .arg("--watch")
        .current_dir(place.folder())
        .stdout(printed)
        .spawn()
        .unwrap();
    let wait_for = |id| {
        let until = Instant::now() + Duration::from_mins(1);
        while place.receipt(id).is_none() {
            assert!(Instant::now() < until, "no receipt for {id}");
            thread::sleep(Duration::from_millis(20));
        }
    };
    wait_for(first);
    let (second, bytes) = bundle(2, &device(), &contents());
    place.hand_in("2.age", &bytes);
    wait_for(second);
    let (third, bytes) = bundle(3, &device(), &contents());
    // In use by another command for a moment.
    let lock = File::open(place.path("archive/lock")).unwrap();
    lock.lock().unwrap();
    place.hand_in("3.age", &bytes);
    thread::sleep(Duration::from_secs(3));
    assert!(run.try_wait().unwrap().is_none(), "it stopped");
    assert!(place.receipt(third).is_none());
    drop(lock);
    wait_for(third);
    run.kill().unwrap();
    run.wait().unwrap();
    let printed = fs::read_to_string(place.path("printed")).unwrap();
    assert_eq!(printed.matches("left alone").count(), 1, "{printed}");
}

#[test]
fn it_stops_when_its_own_folders_fail() {
    let place = Place::new();
    let mut run = Command::new(env!("CARGO_BIN_EXE_draagkracht"))
        .args(arguments(KEY))
        .arg("--watch")
        .current_dir(place.folder())
        .spawn()
        .unwrap();
    let until = Instant::now() + Duration::from_mins(1);
    while !place.path("receipts").exists() {
        assert!(Instant::now() < until);
        thread::sleep(Duration::from_millis(20));
    }
    fs::remove_dir(place.path("inbox")).unwrap();
    assert_eq!(run.wait().unwrap().code(), Some(2));
}
