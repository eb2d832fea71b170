//! Bundles that are right and bundles that are not, through the program itself.
#![allow(clippy::unwrap_used, clippy::panic, reason = "how a test says no")]

#[path = "../../bundle/tests/common/mod.rs"]
mod common;
#[path = "../../bundle/tests/forge/mod.rs"]
mod forge;
mod program;

use common::{BUNDLE_ID, contents, sealed};
use forge::Forge;
use program::{draagkracht, names_in, shell};
use std::fs;
use tempfile::{TempDir, tempdir};

const KEY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../bundle/tests/vectors/organisation.key");

/// A folder with one file in it.
fn folder_with(name: &str, bytes: &[u8]) -> TempDir {
    let folder = tempdir().unwrap();
    fs::write(folder.path().join(name), bytes).unwrap();
    folder
}

/// What `open` says of a bundle that is not right; it exits with 1 and writes no record.
fn refusal(bytes: &[u8]) -> String {
    let folder = folder_with("b.age", bytes);
    let opened = draagkracht(folder.path(), &["open", "--identity", KEY, "--out", "out", "b.age"]);
    assert_eq!((opened.code, opened.stdout.as_str()), (Some(1), ""));
    assert_eq!(names_in(&folder.path().join("out")), Vec::<String>::new());
    let verified = draagkracht(folder.path(), &["verify", "--identity", KEY, "b.age"]);
    assert_eq!((verified.code, verified.stdout.lines().count()), (Some(1), 1));
    let [error, advice, count] = opened.stderr.lines().collect::<Vec<_>>()[..] else {
        panic!("{}", opened.stderr)
    };
    assert_eq!(count, "error: 1 of 1 bundles fell short");
    let error = error.strip_prefix("error: b.age: ").unwrap().to_owned();
    let advice = advice.strip_prefix("  what to do: ").unwrap();
    assert_eq!(verified.stdout, format!("bad  b.age: {error}; {advice}\n"));
    error
}

#[test]
fn a_flipped_byte() {
    let mut bundle = sealed(&contents());
    *bundle.last_mut().unwrap() ^= 1;
    assert_eq!(refusal(&bundle), "the file is damaged or cut off");
}

#[test]
fn cut_off() {
    let bundle = sealed(&contents());
    assert_eq!(refusal(&bundle[..bundle.len() - 1]), "the file is damaged or cut off");
}

#[test]
fn a_newer_format() {
    let newer = Forge::new().replace("manifest.json", "\"version\": 1", "\"version\": 3").signed();
    assert_eq!(
        refusal(&newer.seal()),
        "manifest.json is version 3 of its format; this program knows version 2"
    );
}

#[test]
fn an_unknown_field() {
    let unknown = Forge::new().replace("cases.ndjson", "\"person\"", "\"name\":\"x\",\"person\"");
    let error = refusal(&unknown.hashed().signed().seal());
    assert!(error.starts_with("cases.ndjson, line 1: column "), "{error}");
    assert!(error.contains("unknown field `name`"), "{error}");
}

#[test]
fn what_a_bundle_says_does_not_steer_the_terminal() {
    let steers = Forge::new().replace("manifest.json", "draagkracht-bundle", "\\u001b[2J\\n");
    assert_eq!(
        refusal(&steers.signed().seal()),
        "manifest.json has format \"\\u{1b}[2J\\n\", not \"draagkracht-bundle\""
    );
}

#[test]
fn another_bundle_under_the_same_id() {
    let folder = folder_with("1.age", &sealed(&contents()));
    fs::write(folder.path().join("2.age"), sealed(&contents())).unwrap();
    let opened = draagkracht(folder.path(), &["open", "--identity", KEY, "1.age", "2.age"]);
    assert_eq!((opened.code, opened.stdout.lines().count()), (Some(1), 6));
    let error = format!("error: 2.age: another bundle was given with the id {BUNDLE_ID}");
    assert_eq!(opened.stderr.lines().next(), Some(error.as_str()));
}

#[test]
fn records_go_into_a_folder_that_only_we_read() {
    let folder = folder_with("b.age", &sealed(&contents()));
    let open = ["open", "--identity", KEY, "--out", "new/folder", "b.age"];
    for _ in 0..2 {
        assert_eq!(draagkracht(folder.path(), &open).code, Some(0));
    }
    let out = folder.path().join("new/folder");
    let name = format!("{BUNDLE_ID}.ndjson");
    assert_eq!(names_in(&out), [name.as_str(), "comparisons.ndjson"]);
    let printed = draagkracht(folder.path(), &["open", "--identity", KEY, "b.age"]);
    let written =
        [&name, "comparisons.ndjson"].map(|name| fs::read_to_string(out.join(name)).unwrap());
    assert_eq!(written.concat(), printed.stdout);
    let mode = shell(&out, &format!("stat -c %a {name} comparisons.ndjson"));
    assert_eq!(mode.stdout.split_whitespace().collect::<Vec<_>>(), ["600", "600"]);
}

/// A folder in which there is nothing to check is not a folder in which all is well.
#[test]
fn a_folder_without_bundles_is_told() {
    let folder = folder_with("b.age.tmp", &sealed(&contents()));
    let verified = draagkracht(folder.path(), &["verify", "--identity", KEY, "."]);
    assert_eq!((verified.code, verified.stdout.as_str()), (Some(2), ""));
    let told =
        "error: .: has no files named <bundle-id>.age or <bundle-id>.age.txt\n  what to do: ";
    assert!(verified.stderr.starts_with(told), "{}", verified.stderr);
}

/// A full disk, by the limit on the size of files.
#[test]
fn nothing_half_written_stays() {
    let folder = folder_with("b.age", &sealed(&contents()));
    let line = format!(
        "trap '' XFSZ; ulimit -f 1; exec '{}' open --identity '{KEY}' --out out b.age",
        env!("CARGO_BIN_EXE_draagkracht")
    );
    let opened = shell(folder.path(), &line);
    assert_eq!(opened.code, Some(2), "{}", opened.stderr);
    assert!(opened.stderr.contains("cannot be written: File too large"), "{}", opened.stderr);
    assert_eq!(names_in(&folder.path().join("out")), Vec::<String>::new());
}

#[test]
fn where_the_output_goes_can_be_full_or_closed() {
    let folder = folder_with("b.age", &sealed(&contents()));
    let open = format!("'{}' open --identity '{KEY}' b.age", env!("CARGO_BIN_EXE_draagkracht"));
    let full = shell(folder.path(), &format!("{open} > /dev/full"));
    assert_eq!(full.code, Some(2));
    assert!(full.stderr.starts_with("error: standard output cannot be written: "));
    let closed = shell(folder.path(), &format!("{open} | true"));
    assert_eq!((closed.code, closed.stderr.as_str()), (Some(0), ""));
}
