//! What is not a good bundle goes to the quarantine, with the reason in words.

use crate::{
    common::{BUNDLE_ID, contents, device, sealed},
    forge::enveloped,
    place::{KEY, Place, bundle},
    program::draagkracht,
};
use draagkracht_bundle::envelope::{self, Identity};
use std::{
    fs::{self, File},
    os::unix::fs::symlink,
};
use uuid::Uuid;

/// Hands in a bad file beside a good one, and returns the reason: the good one is stored, the bad
/// one kept apart to the last byte, and there is no receipt for it.
fn reason(bytes: &[u8]) -> String {
    let place = Place::new();
    place.hand_in("bad.age", bytes);
    let (good, right) = bundle(1, &device(), &contents());
    place.hand_in("good.age", &right);
    let done = place.receive();
    assert_eq!((done.code, done.stderr.as_str()), (Some(1), "error: 1 of 2 bundles fell short\n"));
    assert_eq!(place.names("inbox"), Vec::<String>::new());
    assert_eq!(place.names("archive/bundles"), [format!("{good}.age")]);
    assert_eq!(place.names("receipts").len(), 2);
    assert!(place.receipt(good).is_some());
    let text = place.reason();
    let name = place.names("archive/quarantine").remove(0);
    assert_eq!(fs::read(place.path("archive/quarantine").join(&name)).unwrap(), bytes);
    assert!(name.ends_with("-bad.age") && text.starts_with("file: bad.age\nfound: 20"), "{text}");
    let line = |at: usize, begins: &str| text.lines().nth(at).unwrap().replace(begins, "");
    let (reason, advice) = (line(4, "reason: "), line(5, "what to do: "));
    let told =
        format!("bad  inbox/bad.age: {reason}; {advice}; moved to archive/quarantine/{name}");
    assert_eq!(done.stdout.lines().next(), Some(told.as_str()));
    reason
}

#[test]
fn a_flipped_byte() {
    let mut flipped = sealed(&contents());
    *flipped.last_mut().unwrap() ^= 1;
    assert_eq!(reason(&flipped), "the file is damaged or cut off");
}

#[test]
fn sealed_for_another_key() {
    let other = envelope::encrypt(b"text", &[Identity::make().recipient()]).unwrap();
    assert_eq!(reason(&other), "this was sealed for another key");
}

#[test]
fn an_empty_file() {
    assert_eq!(reason(b""), "this is not a file that age sealed");
}

/// 32 KB that unpack to 65 MiB.
#[test]
fn a_bomb_inside_the_sealing() {
    let folder = tempfile::tempdir().unwrap();
    File::create(folder.path().join("zeros")).unwrap().set_len(65 << 20).unwrap();
    crate::program::succeed(folder.path(), "gzip -9 zeros");
    let bomb = enveloped(&fs::read(folder.path().join("zeros.gz")).unwrap());
    assert!(bomb.len() < 100_000);
    assert_eq!(reason(&bomb), "the archive inside comes to more than 64 MiB");
}

#[test]
fn larger_than_allowed_is_not_read() {
    let place = Place::new();
    // A hole: whoever read it all would be at it for an hour.
    let file = File::create(place.path("inbox/large.age")).unwrap();
    file.set_len(1 << 40).unwrap();
    let done = place.receive();
    assert_eq!(done.code, Some(1), "{}", done.stderr);
    let reason = place.reason();
    assert!(reason.contains("\nsize: 1099511627776 bytes\nsha256: "), "{reason}");
    assert!(reason.contains(" (of its first 64 MiB)\nreason: the file is larger than 64 MiB\n"));
}

#[test]
fn the_limit_can_be_lower() {
    let place = Place::new();
    place.hand_in("over.age", &vec![0; (2 << 20) + 1]);
    let done = place.receive_with(KEY, &["--settle", "0", "--max-size", "2"]);
    assert!(done.stdout.contains("the file is larger than 2 MiB"), "{}", done.stdout);
    place.hand_in("just.age", &vec![0; 2 << 20]);
    let done = place.receive_with(KEY, &["--settle", "0", "--max-size", "2"]);
    assert!(done.stdout.contains("not a file that age sealed"), "{}", done.stdout);
}

#[test]
fn another_bundle_under_the_same_id() {
    let place = Place::new();
    let first = sealed(&contents());
    place.hand_in("1.age", &first);
    place.received();
    let receipt = place.receipt(Uuid::parse_str(BUNDLE_ID).unwrap());
    place.hand_in("2.age", &sealed(&contents()));
    assert_eq!(place.receive().code, Some(1));
    let reason = format!("\nreason: another bundle was received before with the id {BUNDLE_ID}\n");
    assert!(place.reason().contains(&reason), "{}", place.reason());
    let stored = place.path(&format!("archive/bundles/{BUNDLE_ID}.age"));
    assert_eq!(fs::read(stored).unwrap(), first);
    assert_eq!(place.receipt(Uuid::parse_str(BUNDLE_ID).unwrap()), receipt);
}

#[test]
fn a_name_does_not_steer_the_terminal_or_leave_the_folder() {
    let place = Place::new();
    place.hand_in("\u{1b}[2J\n.age", b"text");
    let done = place.receive();
    assert!(done.stdout.starts_with("bad  inbox/\\u{1b}[2J\\n.age: "), "{}", done.stdout);
    assert_eq!(place.names("inbox"), Vec::<String>::new());
    assert!(place.names("archive/quarantine")[0].ends_with("-_[2J_.age"));
}

/// A link in the inbox could name any file of whoever runs this.
#[test]
fn a_link_is_not_followed() {
    let place = Place::new();
    symlink(KEY, place.path("inbox/link.age")).unwrap();
    let lines = place.received();
    assert!(lines[0].ends_with("; the first is link.age"), "{lines:?}");
    assert_eq!(place.names("inbox"), ["link.age"]);
    assert_eq!(place.names("archive/quarantine"), Vec::<String>::new());
}

#[test]
fn what_is_in_the_quarantine_can_be_handed_in_again_with_the_right_key() {
    let place = Place::new();
    place.hand_in("b.age", &sealed(&contents()));
    let keys = draagkracht(place.folder(), &["keygen", "--out", "keys"]);
    assert_eq!(keys.code, Some(0));
    let wrong = place.receive_with("keys/organisation.key", &["--settle", "0"]);
    assert_eq!(wrong.code, Some(1));
    let name = place.names("archive/quarantine").remove(0);
    fs::rename(place.path("archive/quarantine").join(name), place.path("inbox/b.age")).unwrap();
    assert!(place.received()[0].starts_with("ok "));
}
