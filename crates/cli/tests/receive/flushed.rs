//! What a receipt promises: the file and its folder were on the disk before it was written.

use crate::{
    common::{BUNDLE_ID, contents, sealed},
    place::{KEY, Place, arguments},
    program::shell,
};

/// Seen from outside, by `strace`.
#[test]
fn each_step_is_flushed_before_the_next() {
    let place = Place::new();
    place.hand_in("b.age", &sealed(&contents()));
    let line = format!(
        "strace -y -s 400 -o strace.txt -e trace=fsync,/rename,/unlink '{}' {}",
        env!("CARGO_BIN_EXE_draagkracht"),
        arguments(KEY).join(" ")
    );
    assert_eq!(shell(place.folder(), &line).code, Some(0));
    let trace = std::fs::read_to_string(place.path("strace.txt")).unwrap();
    let calls: Vec<_> = trace.lines().filter(|line| line.ends_with(" = 0")).collect();
    let mut at = 0;
    let mut next = |call: &str, what: &str| {
        let found =
            calls[at..].iter().position(|line| line.starts_with(call) && line.contains(what));
        at += found.unwrap_or_else(|| panic!("no {call} of {what} after {at}:\n{trace}")) + 1;
    };
    let receipt = format!("{BUNDLE_ID}.receipt.json");
    for (folder, name) in [
        ("archive/bundles", format!("{BUNDLE_ID}.age")),
        ("archive/index", format!("{BUNDLE_ID}.json")),
        ("receipts", format!("{receipt}.minisig")),
        ("receipts", receipt),
    ] {
        next("fsync", &format!("{folder}/.unfinished-"));
        next("rename", &format!("{folder}/{name}\""));
        next("fsync", &format!("{folder}>"));
    }
    next("unlink", "inbox/b.age\"");
}
