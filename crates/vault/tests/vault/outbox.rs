//! The outbox, without the vault's key.

use crate::{
    shelf::{Fails, Shelf},
    world::{answer, at, case, create, is_answered, job, response, wait},
};
use draagkracht_core::store::{Area, StoreError, Stored};
use draagkracht_vault::{
    VaultError, Why,
    outbox::{self, ReceiveError, State},
};
use uuid::Uuid;

fn sealed() -> (Shelf, Uuid) {
    let shelf = Shelf::default();
    let vault = create(&shelf).unwrap();
    let (case, mut session) = case(1);
    let mut file = wait(vault.begin(case, session.clone())).unwrap();
    while !is_answered(&session) {
        answer(&mut session);
    }
    wait(vault.save_session(&mut file, &session)).unwrap();
    wait(vault.complete(&mut file, response(&session), Some(job(&session)))).unwrap();
    let id = job(&session).bundle_id;
    wait(vault.finish_job(&mut file, id, b"a bundle\nof bytes")).unwrap();
    (shelf, id)
}

#[test]
fn a_bundle_is_handed_in_and_its_bytes_stay() {
    let (shelf, id) = sealed();
    for time in ["12:00:00", "13:00:00"] {
        wait(outbox::mark_handed_in(&shelf, id, at(time))).unwrap();
        let entry = wait(outbox::list(&shelf)).unwrap().remove(0).unwrap();
        assert_eq!(entry.state, State::HandedIn { at: at(time) });
        assert_eq!(entry.bytes, b"a bundle\nof bytes");
    }
    let nowhere = wait(outbox::mark_handed_in(&shelf, Uuid::nil(), at("14:00:00"))).unwrap_err();
    let id = Uuid::nil();
    assert_eq!(
        nowhere.to_string(),
        format!("a record {id} in outbox cannot be used: it is missing")
    );
}

#[test]
fn what_was_handed_in_waits_again_when_asked_and_what_was_received_does_not() {
    let (shelf, id) = sealed();
    let state = || wait(outbox::list(&shelf)).unwrap().remove(0).unwrap().state;
    wait(outbox::mark_handed_in(&shelf, id, at("12:00:00"))).unwrap();
    wait(outbox::wait_again(&shelf, id)).unwrap();
    assert_eq!(state(), State::Waiting);
    wait(outbox::receive(&shelf, id, SHA256, at("13:00:00"))).unwrap();
    wait(outbox::wait_again(&shelf, id)).unwrap();
    assert_eq!(state(), State::Received { at: at("13:00:00") });
    assert!(wait(outbox::wait_again(&shelf, Uuid::nil())).is_err());
}

#[test]
fn only_what_waits_is_taken_back() {
    let (shelf, id) = sealed();
    wait(outbox::withdraw(&shelf, Uuid::nil())).unwrap();
    assert_eq!(wait(outbox::list(&shelf)).unwrap().len(), 1);
    wait(outbox::withdraw(&shelf, id)).unwrap();
    assert_eq!(wait(outbox::list(&shelf)).unwrap(), []);
    wait(outbox::withdraw(&shelf, id)).unwrap();

    let (shelf, id) = sealed();
    wait(outbox::mark_handed_in(&shelf, id, at("12:00:00"))).unwrap();
    wait(outbox::withdraw(&shelf, id)).unwrap();
    assert_eq!(wait(outbox::list(&shelf)).unwrap().len(), 1);
}

/// `sha256sum` of the bundle above.
const SHA256: &str = "8f724c21be2afaf7625a9130a58bed02df2ef30d34b6d3af2d5729a5127e0d42";

#[test]
fn a_receipt_for_this_very_bundle_makes_it_received() {
    let (shelf, id) = sealed();
    for time in ["12:00:00", "13:00:00"] {
        wait(outbox::receive(&shelf, id, SHA256, at(time))).unwrap();
        wait(outbox::mark_handed_in(&shelf, id, at("14:00:00"))).unwrap();
        let entry = wait(outbox::list(&shelf)).unwrap().remove(0).unwrap();
        assert_eq!(entry.state, State::Received { at: at("12:00:00") }, "the first receipt counts");
        assert_eq!(entry.bytes, b"a bundle\nof bytes");
    }
}

#[test]
fn a_receipt_for_anything_else_changes_nothing() {
    let (shelf, id) = sealed();
    let before = shelf.dump();
    let of = |id, sha256: &str| wait(outbox::receive(&shelf, id, sha256, at("12:00:00")));
    let other = Uuid::from_u128(1);
    assert_eq!(of(other, SHA256), Err(ReceiveError::NotOurs(other)));
    assert_eq!(of(id, &SHA256.replace('8', "9")), Err(ReceiveError::OtherBytes(id)));
    assert_eq!(of(id, &SHA256[1..]), Err(ReceiveError::OtherBytes(id)));
    shelf.fail(Fails::Before(0));
    let full = VaultError::Store(StoreError::Full);
    assert_eq!(of(id, SHA256), Err(ReceiveError::Vault(full)));
    assert_eq!(shelf.dump(), before);
    let damaged = Stored { revision: 1, bytes: b"text".to_vec() };
    shelf.records.borrow_mut().insert((Area::Outbox, id.to_string()), damaged);
    let refused = of(id, SHA256).unwrap_err();
    let why = |error| match error {
        ReceiveError::Vault(VaultError::Damaged(damaged)) => damaged.why,
        other => panic!("{other:?}"),
    };
    assert_eq!(why(refused), Why::Unreadable);
}

/// The name and its length, the version, the length and the text of the hash (`sha256sum` of the
/// bundle above), the state, the bundle.
#[test]
fn an_entry_is_written_as_version_1() {
    let (shelf, id) = sealed();
    let stored = &shelf.dump()[&(Area::Outbox, id.to_string())];
    let written = "\x12draagkracht-outbox\x01\x40\
        8f724c21be2afaf7625a9130a58bed02df2ef30d34b6d3af2d5729a5127e0d42\
        \0a bundle\nof bytes";
    assert_eq!(String::from_utf8(stored.bytes.clone()).unwrap(), written);
}

#[test]
fn a_damaged_bundle_is_named_and_hides_no_other() {
    let (shelf, id) = sealed();
    let good = shelf.dump()[&(Area::Outbox, id.to_string())].clone();
    let seen = |bytes: Vec<u8>| {
        let other = (Area::Outbox, Uuid::from_u128(1).to_string());
        shelf.records.borrow_mut().insert(other, Stored { revision: 1, bytes });
        let mut list = wait(outbox::list(&shelf)).unwrap();
        assert_eq!(list.remove(1).unwrap().bundle_id, id);
        list.remove(0)
    };
    let text = String::from_utf8(good.bytes.clone()).unwrap();
    for (from, to, why) in [
        ("of bytes", "of bites", Why::Altered),
        ("draagkracht-outbox", "draagkracht-inboxx", Why::Altered),
        ("outbox\x01", "outbox\x02", Why::Newer),
        ("outbox\x01", "outbox\x00", Why::Altered),
    ] {
        let damaged = seen(text.replace(from, to).into_bytes()).unwrap_err();
        assert_eq!(damaged.why, why, "{to}");
    }
    for length in 0..good.bytes.len() {
        assert!(seen(good.bytes[..length].to_vec()).is_err(), "cut off at {length}");
    }
}
