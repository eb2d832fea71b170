//! Archives inside a valid sealing that were not made by the app: nothing is written outside, and the reason
//! is said.

use crate::{
    forge::{Forge, enveloped},
    place::Place,
    program::{names_in, succeed},
};
use std::fs;

/// Packs what a line of shell leaves in a folder, hands it in, and returns the reason for which it is kept apart.
fn reason(make: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in Forge::new().files().into_iter().take(6) {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    succeed(folder.path(), make);
    let place = Place::new();
    place.hand_in("hostile.age", &enveloped(&fs::read(folder.path().join("packed")).unwrap()));
    let done = place.receive();
    assert_eq!(done.code, Some(1), "{}", done.stdout);
    let all = ["archive", "inbox", "receipt.key", "receipts"];
    assert_eq!(names_in(place.folder()), all, "nothing else was made");
    assert_eq!((place.names("archive/bundles").len(), place.names("receipts").len()), (0, 0));
    place.reason().lines().nth(4).unwrap().replace("reason: ", "")
}

const FILES: &str =
    "manifest.json manifest.json.minisig cases.ndjson responses.ndjson plans.ndjson notes.ndjson";

#[test]
fn a_name_that_leads_elsewhere() {
    for (from, to) in [
        ("cases.ndjson", "../cases.ndjson"),
        ("notes.ndjson", "../../../../../../tmp/notes.ndjson"),
        ("plans.ndjson", "/tmp/draagkracht-plans.ndjson"),
        ("cases.ndjson", "inside/../../cases.ndjson"),
    ] {
        let make = format!("tar -P -czf packed --transform 's|^{from}$|{to}|' {FILES}");
        assert_eq!(reason(&make), format!("\"{to}\" does not belong in it"));
        assert!(!fs::exists("/tmp/draagkracht-plans.ndjson").unwrap());
    }
}

#[test]
fn links_and_devices() {
    let replaced = |make: &str| format!("rm notes.ndjson && {make} && tar -czf packed {FILES}");
    for make in [
        "ln -s /etc/passwd notes.ndjson",
        "ln -s ../../receipt.key notes.ndjson",
        "ln cases.ndjson notes.ndjson",
        "mkfifo notes.ndjson",
        "mkdir notes.ndjson",
    ] {
        let found = reason(&replaced(make));
        assert!(
            found.ends_with("in the archive is not an ordinary file")
                || found == "\"notes.ndjson/\" does not belong in it",
            "{make}: {found}"
        );
    }
}

/// A hole of 1 TiB, and an entry that says it is 8 GiB: neither is read to its end.
#[test]
fn a_tar_bomb() {
    let hole = format!("truncate -s 1T notes.ndjson && tar -S -czf packed {FILES}");
    assert_eq!(reason(&hole), "\"notes.ndjson\" in the archive is not an ordinary file");
    let large = format!("truncate -s 70M notes.ndjson && tar -czf packed {FILES}");
    assert_eq!(reason(&large), "the archive inside comes to more than 64 MiB");
    // The size in the header of the first file is written over: 8 GiB less a byte, as octal.
    let lie = format!(
        "tar -cf plain {FILES} && printf '77777777777' | dd of=plain bs=1 seek=124 conv=notrunc \
         2>/dev/null && gzip -c plain > packed"
    );
    assert!(reason(&lie).starts_with("the archive inside cannot be read: "));
}

/// Twenty thousand files without a byte: the first that does not belong ends it.
#[test]
fn very_many_entries() {
    let make = format!(
        "seq 20000 | xargs touch && tar -cf plain {FILES} && seq 20000 | tar -rf plain -T - && \
         gzip -c plain > packed"
    );
    assert_eq!(reason(&make), "\"1\" does not belong in it");
}
