//! Bad luck: an inbox full of nothing, a disk that is full half-way, a clock that is wrong.

use crate::{
    common::{contents, contents_with_answers, device},
    place::{KEY, Place, arguments, bundle},
    program::{Done, shell, succeed},
};
use std::fs::{self, File};

/// Runs `receive` behind a line of shell, with its output in a file.
fn receive_after(place: &Place, before: &str) -> Done {
    let (program, arguments) = (env!("CARGO_BIN_EXE_draagkracht"), arguments(KEY).join(" "));
    shell(place.folder(), &format!("{before} '{program}' {arguments} --settle 0 > printed"))
}

fn empty_files(count: usize) {
    let place = Place::new();
    for number in 0..count {
        File::create(place.path(&format!("inbox/{number}.age"))).unwrap();
    }
    let (good, bytes) = bundle(1, &device(), &contents());
    place.hand_in("zz.age", &bytes);
    let done = receive_after(&place, "exec");
    let all = count + 1;
    assert_eq!(done.stderr, format!("error: {count} of {all} bundles fell short\n"));
    assert_eq!(fs::read_to_string(place.path("printed")).unwrap().lines().count(), all);
    assert!(place.receipt(good).is_some(), "the good one is found among them");
    assert_eq!(place.names("inbox"), Vec::<String>::new());
    assert_eq!(place.names("archive/quarantine").len(), 2 * count);
}

#[test]
fn thousands_of_empty_files() {
    empty_files(5_000);
}

/// By hand: `cargo test --release -p draagkracht --test receive -- --ignored a_million`.
#[test]
#[ignore = "takes minutes and two million names"]
fn a_million_empty_files() {
    empty_files(1_000_000);
}

/// No file may be larger than one of them: what came before is safe and has its receipt, what comes after waits.
#[test]
fn a_disk_that_is_full_half_way() {
    let place = Place::new();
    let (small, large) = (contents(), contents_with_answers());
    let bundles = [(1, &small), (2, &large), (3, &small)];
    let made = bundles.map(|(number, contents)| bundle(number, &device(), contents));
    for (name, (_, bytes)) in ["1.age", "2.age", "3.age"].into_iter().zip(&made) {
        place.hand_in(name, bytes);
    }
    let blocks = made[0].1.len().div_ceil(512);
    assert!(made[1].1.len() > blocks * 512, "the limit tells them apart");
    let done = receive_after(&place, &format!("trap '' XFSZ; ulimit -f {blocks}; exec"));
    assert_eq!(done.code, Some(2));
    assert!(done.stderr.contains(".age: cannot be written: File too large"), "{}", done.stderr);
    assert_eq!(place.names("inbox"), ["2.age", "3.age"]);
    let [first, second, third] = made.map(|(id, _)| id);
    assert!(place.receipt(first).is_some());
    assert_eq!(place.names("archive/bundles"), [format!("{first}.age")]);
    assert_eq!(place.received().len(), 2);
    assert!(place.receipt(second).is_some() && place.receipt(third).is_some());
    assert_eq!(place.names("archive/quarantine"), Vec::<String>::new());
}

/// A machine without a battery begins in 1970: what comes in then is from the future, and is received.
#[test]
fn a_clock_in_1970() {
    let place = Place::new();
    let source = "#include <time.h>\n\
        int clock_gettime(clockid_t clock, struct timespec *now) {\n\
            (void)clock; now->tv_sec = 5; now->tv_nsec = 0; return 0; }\n";
    fs::write(place.path("clock.c"), source).unwrap();
    succeed(place.folder(), "cc -shared -fPIC -o clock.so clock.c");
    let (id, bytes) = bundle(1, &device(), &contents());
    place.hand_in("1.age", &bytes);
    place.hand_in("bad.age", b"text");
    let done = receive_after(&place, "LD_PRELOAD=./clock.so exec");
    assert_eq!(done.stderr, "error: 1 of 2 bundles fell short\n");
    let receipt = place.receipt(id).unwrap();
    assert_eq!(receipt.received.to_string(), "1970-01-01T00:00:05Z");
    assert!(place.reason().contains("found: 1970-01-01T00:00:05Z\n"));
    // When the clock is right again the same bundle is the same, and keeps when it came.
    place.hand_in("again.age", &bytes);
    assert!(place.received()[0].ends_with("received before at 1970-01-01T00:00:05Z"));
}
