//! Whatever is altered, dropped, swapped or put back is seen, and hides nothing else.

use crate::{
    shelf::Shelf,
    world::{answer, at, case, create, is_answered, job, look, of_oneself, open, response, wait},
};
use draagkracht_core::store::{Area, Stored};
use draagkracht_vault::{CaseFile, Damaged, Kind, Why};
use proptest::prelude::*;

/// One case that is sealed, one that is completed and waits, and one in the middle of its list; and
/// answers of the professional's own.
fn three_cases() -> Shelf {
    let shelf = Shelf::default();
    let vault = create(&shelf).unwrap();
    wait(vault.put_device_keys("keys")).unwrap();
    for n in 1..=3 {
        let (case, mut session) = case(n);
        let mut file = wait(vault.begin(case, session.clone())).unwrap();
        while session.answered() < 5 || n < 3 && !is_answered(&session) {
            answer(&mut session);
            wait(vault.save_session(&mut file, &session)).unwrap();
        }
        if n < 3 {
            wait(vault.complete(&mut file, response(&session), Some(job(&session)))).unwrap();
        }
        if n < 2 {
            wait(vault.finish_job(&mut file, job(&session).bundle_id, b"sealed")).unwrap();
        }
    }
    let own = of_oneself(1);
    for answers in [&own, &own.revised(own.answers.clone(), true, at("10:40:00"))] {
        wait(vault.save_own_answers(answers)).unwrap();
    }
    shelf
}

/// What is seen of a store: how much can be read, and what is wrong.
fn seen(shelf: &Shelf) -> (Vec<CaseFile>, Vec<Damaged>) {
    look(&open(shelf).unwrap())
}

/// The sealed records, by place.
fn sealed(shelf: &Shelf) -> Vec<(Area, String)> {
    let of_vault = |area: &Area| matches!(area, Area::Heads | Area::Records);
    shelf.dump().into_keys().filter(|(area, _)| of_vault(area)).collect()
}

/// Cases of `after` that are as they were.
fn untouched(before: &[CaseFile], after: &[CaseFile]) -> usize {
    after.iter().filter(|file| before.contains(file)).count()
}

#[test]
fn a_dropped_record_is_seen_and_hides_nothing_else() {
    let shelf = three_cases();
    let (before, damaged) = seen(&shelf);
    assert_eq!((before.len(), damaged), (3, vec![]));
    for place in sealed(&shelf) {
        let mut records = shelf.dump();
        records.remove(&place);
        let (after, damaged) = seen(&Shelf::with(records));
        let [damaged] = damaged.as_slice() else { panic!("{damaged:?}") };
        assert_eq!((damaged.area, &damaged.id), (place.0, &place.1));
        assert_eq!(damaged.why, Why::Missing);
        assert!(untouched(&before, &after) >= 2);
    }
}

#[test]
fn a_record_that_is_put_back_is_seen() {
    let shelf = three_cases();
    let now = shelf.dump();
    let mut tried = 0;
    for then in shelf.history.borrow().iter() {
        for (place, old) in then {
            if now.get(place).is_some_and(|new| new != old) {
                let mut records = now.clone();
                records.insert(place.clone(), old.clone());
                let (_, damaged) = seen(&Shelf::with(records));
                assert!(!damaged.is_empty(), "{place:?} revision {}", old.revision);
                tried += 1;
            }
        }
    }
    assert!(tried > 50, "{tried}");
}

#[test]
fn an_old_record_under_its_new_revision_is_seen() {
    let shelf = three_cases();
    let now = shelf.dump();
    for then in shelf.history.borrow().iter() {
        for (place, old) in then {
            let Some(new) = now.get(place).filter(|new| *new != old) else { continue };
            let mut records = now.clone();
            let forged = Stored { revision: new.revision, bytes: old.bytes.clone() };
            records.insert(place.clone(), forged);
            assert!(!seen(&Shelf::with(records)).1.is_empty());
        }
    }
}

#[test]
fn a_list_of_cases_that_is_put_back_hides_no_case() {
    let shelf = three_cases();
    let own = (Area::Heads, draagkracht_vault::vault::OWN.to_string());
    let early = shelf.history.borrow()[1][&own].clone();
    let mut records = shelf.dump();
    records.insert(own, early);
    let (files, damaged) = seen(&Shelf::with(records));
    assert_eq!(files.len(), 3);
    let unlisted = damaged.iter().filter(|damaged| damaged.why == Why::Unlisted);
    assert_eq!(unlisted.count(), 3);
}

#[test]
fn two_swapped_records_are_seen() {
    let shelf = three_cases();
    let places = sealed(&shelf);
    for (n, one) in places.iter().enumerate() {
        for other in &places[n + 1..] {
            let mut records = shelf.dump();
            let (first, second) = (records[one].clone(), records[other].clone());
            records.insert(one.clone(), Stored { revision: first.revision, ..second.clone() });
            records.insert(other.clone(), Stored { revision: second.revision, ..first });
            assert!(!seen(&Shelf::with(records)).1.is_empty(), "{one:?} and {other:?}");
        }
    }
}

#[test]
fn what_a_newer_version_wrote_is_told_apart_and_nothing_is_removed() {
    let shelf = three_cases();
    for place in sealed(&shelf) {
        let mut records = shelf.dump();
        records.get_mut(&place).unwrap().bytes[0] = 2;
        let newer = Shelf::with(records.clone());
        let (_, damaged) = seen(&newer);
        assert_eq!(damaged[0].why, Why::Newer);
        assert_eq!(newer.dump(), records);
    }
}

#[test]
fn a_damaged_case_is_not_written_over_but_its_list_goes_on() {
    let shelf = three_cases();
    let vault = open(&shelf).unwrap();
    let file = look(&vault).0.into_iter().find(|file| file.sessions().count() == 1).unwrap();
    let mut case_record = None;
    for place in sealed(&shelf) {
        let mut records = shelf.dump();
        records.get_mut(&place).unwrap().bytes[40] ^= 1;
        let broken = Shelf::with(records);
        let of_case = |d: &Damaged| d.kind == Some(Kind::Case) && d.id == place.1;
        let file = look(&open(&broken).unwrap()).0.into_iter().find(|f| f.id() == file.id());
        if file.is_some_and(|file| file.damaged().iter().any(of_case)) {
            case_record = Some((place, broken));
        }
    }
    let (place, broken) = case_record.unwrap();
    let vault = open(&broken).unwrap();
    let mut file = wait(vault.case(file.id())).unwrap().unwrap();
    assert_eq!(file.case(), None);
    let message = file.damaged()[0].to_string();
    assert_eq!(message, format!("case {} in records cannot be used: it was altered", place.1));

    let mut session = file.sessions().next().unwrap().clone();
    answer(&mut session);
    wait(vault.save_session(&mut file, &session)).unwrap();
    let refused = wait(vault.save_case(&mut file, case(3).0, None)).unwrap_err();
    assert_eq!(refused.to_string(), message);
    let again = wait(vault.case(file.id())).unwrap().unwrap();
    assert_eq!(again.sessions().collect::<Vec<_>>(), [&session]);
    assert_eq!(again.damaged().len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn a_flipped_bit_is_seen_and_hides_nothing_else(
        which in any::<prop::sample::Index>(),
        byte in any::<prop::sample::Index>(),
        bit in 0..8u32,
    ) {
        thread_local! { static CASES: Shelf = three_cases(); }
        let shelf = CASES.with(Shelf::clone);
        let (before, _) = seen(&shelf);
        let places = sealed(&shelf);
        let place = which.get(&places);
        let mut records = shelf.dump();
        let bytes = &mut records.get_mut(place).unwrap().bytes;
        let byte = byte.index(bytes.len());
        bytes[byte] ^= 1 << bit;
        let (after, damaged) = seen(&Shelf::with(records));
        prop_assert!(damaged.iter().any(|d| (d.area, &d.id) == (place.0, &place.1)), "{damaged:?}");
        prop_assert!(matches!(damaged[0].why, Why::Altered | Why::Newer));
        prop_assert!(untouched(&before, &after) >= 2);
    }

    #[test]
    fn a_record_of_another_length_is_seen(which in any::<prop::sample::Index>(), length in 0..2100usize) {
        thread_local! { static CASES: Shelf = three_cases(); }
        let shelf = CASES.with(Shelf::clone);
        let places = sealed(&shelf);
        let mut records = shelf.dump();
        let bytes = &mut records.get_mut(which.get(&places)).unwrap().bytes;
        prop_assume!(bytes.len() != length);
        bytes.resize(length, 0);
        prop_assert!(!seen(&Shelf::with(records)).1.is_empty());
    }
}
