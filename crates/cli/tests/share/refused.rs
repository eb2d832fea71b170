//! Everything that stops it: nothing is written then.

use crate::{
    common::{case_file::colleague, contents, device},
    place::{KEY, Place},
    program::draagkracht,
    shared::{CODE, archive, share, share_to},
};
use std::fs;

fn refused(place: &Place, to: &str) -> String {
    let done = share_to(place, to, CODE, &[]);
    assert_eq!(done.code, Some(2));
    assert!(!place.path("case.age").exists());
    let (_, reason) = done.stderr.split_once("for '--to <APPARAATCODE>': ").unwrap();
    reason.lines().next().unwrap().to_owned()
}

#[test]
fn an_apparaatcode_that_is_not_whole_or_not_right() {
    let place = archive(&[(&device(), &contents())]);
    let code = colleague().code().unwrap().to_string();
    for missing in [1, 19, 20, 60, code.len() - 30] {
        let cut = &code[..code.len() - missing];
        assert_eq!(refused(&place, cut), "it is cut off: not all of it is there", "{cut}");
    }
    let (keys, fingerprint) = code.rsplit_once(':').unwrap();
    let reason = "its keys do not fit the fingerprint NEAJ-1R8A-TVVP-JCE7: a character was changed";
    assert_ne!(fingerprint, "NEAJ-1R8A-TVVP-JCE7");
    assert_eq!(refused(&place, &format!("{keys}:NEAJ-1R8A-TVVP-JCE7")), reason);
    let reason =
        "this is not what a device wrote: it does not begin with \"draagkracht-device:1:\"";
    assert_eq!(refused(&place, fingerprint), reason);
    let changed = code.replacen(":age1", ":age2", 1);
    assert_eq!(refused(&place, &changed), "its age key cannot be read");
    let changed = code.replacen(":RW", ":R!", 1);
    assert!(refused(&place, &changed).starts_with("a key in it cannot be read: "));
}

#[test]
fn a_case_that_is_not_there() {
    let place = archive(&[(&device(), &contents())]);
    let error = "error: no case in the archive has this code or id\n  what to do: check the code";
    for case in ["0000-0000", "019aa648-5a00-7000-8000-0000000000ff"] {
        let done = share(&place, case, &[]);
        assert_eq!(done.code, Some(1));
        assert!(done.stderr.starts_with(error), "{}", done.stderr);
    }
    let nothing = archive(&[]);
    assert_eq!(nothing.receive().code, Some(0));
    assert!(share(&nothing, CODE, &[]).stderr.starts_with(error), "an archive of nothing");
    assert!(!place.path("case.age").exists() && !nothing.path("case.age").exists());
}

#[test]
fn where_there_is_no_archive_none_is_made() {
    let place = Place::new();
    let done = share(&place, CODE, &[]);
    assert_eq!(done.code, Some(2));
    assert!(
        done.stderr.starts_with("error: archive: there is no archive here: it has no archive.json")
    );
    assert!(!place.path("archive").exists());
}

#[test]
fn a_file_that_is_there_is_kept() {
    let place = archive(&[(&device(), &contents())]);
    fs::write(place.path("case.age"), "something else").unwrap();
    let done = share(&place, CODE, &[]);
    assert_eq!(done.code, Some(2));
    assert_eq!(
        done.stderr,
        "error: case.age: is there already\n  what to do: give another name, or move that file away \
         first\n"
    );
    assert_eq!(fs::read(place.path("case.age")).unwrap(), b"something else");
}

#[test]
fn a_file_that_cannot_be_written_is_named() {
    let place = archive(&[(&device(), &contents())]);
    let to = colleague().code().unwrap().to_string();
    // As root every folder can be written to; one that is a file, by nobody.
    let args = ["share", "--identity", KEY, "--archive", "archive", "--case", CODE, "--to", &to];
    for out in ["nowhere/case.age", "receipt.key/case.age"] {
        let done = draagkracht(place.folder(), &[&args[..], &["--out", out]].concat());
        assert_eq!(done.code, Some(2));
        let error = format!("error: {out}: cannot be written: ");
        assert!(done.stderr.starts_with(&error), "{}", done.stderr);
    }
}

#[test]
fn keys_that_are_not_the_organisations() {
    let place = archive(&[(&device(), &contents())]);
    let to = colleague().code().unwrap().to_string();
    fs::write(place.path("other.key"), colleague().identity.to_line().as_bytes()).unwrap();
    let args = ["--archive", "archive", "--case", CODE, "--out", "case.age", "--to", &to];
    let done =
        draagkracht(place.folder(), &[&["share", "--identity", "other.key"], &args[..]].concat());
    assert_eq!(done.code, Some(1));
    let error =
        "error: archive/lookup.age: it was sealed for another key than those that were given";
    assert!(done.stderr.starts_with(error), "{}", done.stderr);
    let done = share(&place, CODE, &["--receipt-key", "other.key"]);
    assert_eq!(done.code, Some(1));
    assert!(done.stderr.starts_with("error: other.key: "), "{}", done.stderr);
    assert!(!place.path("case.age").exists());
}
