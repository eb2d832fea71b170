//! The outbox, without the vault's key.

use crate::{
    shelf::Shelf,
    world::{answer, at, case, create, is_answered, job, response, wait},
};
use draagkracht_core::store::{Area, Stored};
use draagkracht_vault::{
    Why,
    outbox::{self, State},
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

/// `sha256sum` of the bundle above.
#[test]
fn an_entry_is_written_as_version_1() {
    let (shelf, id) = sealed();
    let stored = &shelf.dump()[&(Area::Outbox, id.to_string())];
    let written = "{\"format\":\"draagkracht-outbox\",\"version\":1,\"sha256\":\"\
        8f724c21be2afaf7625a9130a58bed02df2ef30d34b6d3af2d5729a5127e0d42\",\"state\":\"waiting\"}\n\
        a bundle\nof bytes";
    assert_eq!(String::from_utf8(stored.bytes.clone()).unwrap(), written);
}

#[test]
fn a_damaged_bundle_is_named_and_hides_no_other() {
    let (shelf, id) = sealed();
    let good = shelf.dump()[&(Area::Outbox, id.to_string())].clone();
    let other = Uuid::from_u128(1).to_string();
    let text = String::from_utf8(good.bytes).unwrap();
    for (bytes, why) in [
        (text.replace("of bytes", "of bites"), Why::Altered),
        (text.replace("\"version\":1", "\"version\":2"), Why::Newer),
        (text.replace('\n', ""), Why::Altered),
        (text.replace("-outbox", "-inbox"), Why::Altered),
        (String::new(), Why::Altered),
    ] {
        let stored = Stored { revision: 1, bytes: bytes.into_bytes() };
        shelf.records.borrow_mut().insert((Area::Outbox, other.clone()), stored);
        let mut list = wait(outbox::list(&shelf)).unwrap();
        assert_eq!(list.remove(0).unwrap_err().why, why);
        assert_eq!(list.remove(0).unwrap().bundle_id, id);
    }
}
