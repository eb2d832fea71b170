//! Bundles that are right.

use crate::{
    common::{BUNDLE_ID, contents, device, sealed},
    place::{KEY, Place, bundle},
    program::{names_in, shell, succeed},
};
use draagkracht_bundle::{Digest, armor, device::DeviceKeys};
use std::fs;
use uuid::Uuid;

fn id() -> Uuid {
    Uuid::parse_str(BUNDLE_ID).unwrap()
}

#[test]
fn it_is_archived_as_it_came_and_acknowledged() {
    let place = Place::new();
    let bytes = sealed(&contents());
    place.hand_in("b.age", &bytes);
    let [line] = &place.received()[..] else { panic!() };
    let begins = format!("ok   inbox/b.age: bundle {BUNDLE_ID}, 1 case, 2 responses, device ");
    assert!(line.starts_with(&begins), "{line}");
    assert_eq!(place.names("inbox"), Vec::<String>::new());
    assert_eq!(place.names("archive/bundles"), [format!("{BUNDLE_ID}.age")]);
    assert_eq!(fs::read(place.path(&format!("archive/bundles/{BUNDLE_ID}.age"))).unwrap(), bytes);
    let receipt = place.receipt(id()).unwrap();
    assert_eq!(receipt.sha256, Digest::of(&bytes));
    assert!(receipt.covers_response(contents().responses[1].response_id, 1));
    assert_eq!(
        place.names("receipts"),
        [format!("{BUNDLE_ID}.receipt.json"), format!("{BUNDLE_ID}.receipt.json.minisig")]
    );
}

#[test]
fn minisign_verifies_the_receipts_of_a_study() {
    let place = Place::new();
    let program = env!("CARGO_BIN_EXE_draagkracht");
    succeed(place.folder(), &format!("'{program}' simulate --cases 5 --seed 3 --out study"));
    let count = names_in(&place.path("study/inbox")).len();
    let line = format!(
        "'{program}' receive --identity study/keys/organisation.key \
         --receipt-key study/keys/receipt.key --inbox study/inbox --archive archive \
         --receipts receipts"
    );
    assert_eq!(succeed(place.folder(), &line).lines().count(), count);
    assert_eq!(place.names("archive/bundles").len(), count);
    let verify = "for r in receipts/*.json; do minisign -Vm $r -p study/keys/receipt.pub; done";
    let verified = succeed(place.folder(), verify);
    assert_eq!(verified.matches("Signature and comment signature verified").count(), count);
    assert_eq!(succeed(place.folder(), &line), "");
}

#[test]
fn nothing_that_was_sealed_stands_open_in_the_archive() {
    let place = Place::new();
    place.hand_in("b.age", &sealed(&contents()));
    let printed = place.received().concat();
    let case_code = contents().cases[0].case_code.to_string();
    let grep = |what: &str| shell(place.folder(), &format!("grep -rlF '{what}' archive receipts"));
    assert_eq!(grep(&contents().cases[0].case_id.to_string()).stdout.lines().count(), 2);
    for secret in [&case_code, "competences", "dont_know", "resident.v1", "T1\""] {
        assert_eq!(grep(secret).stdout, "", "{secret}");
        assert!(!printed.contains(secret));
    }
    let open = "stat -c %a archive/bundles/* archive/index/* archive/lookup.age | sort -u";
    assert_eq!(succeed(place.folder(), open), "600\n");
    assert_eq!(succeed(place.folder(), "stat -c %a receipts/* | sort -u"), "644\n");
}

#[test]
fn the_same_twice_is_stored_once() {
    let place = Place::new();
    let bytes = sealed(&contents());
    place.hand_in("1.age", &bytes);
    place.hand_in("2.age.txt", armor::to_armor(&bytes).unwrap().as_bytes());
    let lines = place.received();
    assert!(lines[0].starts_with("ok   inbox/1.age: "), "{lines:?}");
    let receipt = place.receipt(id()).unwrap();
    let same = format!("received before at {}", receipt.received);
    assert!(lines[1].starts_with("same inbox/2.age.txt: ") && lines[1].ends_with(&same));

    // A device that lost its receipt hands in again.
    fs::remove_dir_all(place.path("receipts")).unwrap();
    place.hand_in("3.age", &bytes);
    assert!(place.received()[0].starts_with("same inbox/3.age: "));
    assert_eq!(place.receipt(id()), Some(receipt));
    assert_eq!(place.names("archive/bundles").len(), 1);
    assert_eq!(place.names("inbox"), Vec::<String>::new());
}

#[test]
fn what_was_damaged_in_the_archive_is_mended_by_the_same_bundle() {
    let place = Place::new();
    let bytes = sealed(&contents());
    place.hand_in("b.age", &bytes);
    place.received();
    let stored = place.path(&format!("archive/bundles/{BUNDLE_ID}.age"));
    fs::write(&stored, &bytes[..100]).unwrap();
    place.hand_in("b.age", &bytes);
    place.received();
    assert_eq!(fs::read(stored).unwrap(), bytes);
}

#[test]
fn a_receipt_of_an_older_key_is_signed_again() {
    let place = Place::new();
    let bytes = sealed(&contents());
    place.hand_in("b.age", &bytes);
    place.received();
    let other = Place::new();
    fs::rename(place.path("archive"), other.path("archive")).unwrap();
    fs::rename(place.path("receipts"), other.path("receipts")).unwrap();
    assert_eq!(other.receipt(id()), None);
    other.hand_in("b.age", &bytes);
    other.received();
    assert!(other.receipt(id()).is_some());
}

#[test]
fn a_device_that_is_not_in_the_list_is_told() {
    let place = Place::new();
    fs::write(place.path("devices"), format!("# P1\n{}\n", device().code().unwrap())).unwrap();
    place.hand_in("1.age", &bundle(1, &device(), &contents()).1);
    place.hand_in("2.age", &bundle(2, &DeviceKeys::make().unwrap(), &contents()).1);
    let done = place.receive_with(KEY, &["--devices", "devices"]);
    assert_eq!(done.code, Some(0));
    let lines: Vec<_> = done.stdout.lines().collect();
    assert!(lines[0].contains(" (known), ") && lines[1].contains(" (UNKNOWN), "), "{lines:?}");
    assert_eq!(place.names("archive/bundles").len(), 2);
}
