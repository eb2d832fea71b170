//! What a professional answers about their own work: in no case, found out when it is put back, handed
//! in apart.

use crate::{
    shelf::{Fails, Shelf},
    world::{at, case, create, of_a_case, of_oneself, open, wait},
};
use draagkracht_core::{
    dossier::Dossier,
    form::FormResponse,
    store::{Area, StoreError},
};
use draagkracht_vault::{
    Damaged, Job, Kind, Revision, Vault, VaultError, Way, Why,
    outbox::{self, Entry},
    received,
};
use uuid::Uuid;

fn answers(vault: &Vault<Shelf>) -> Vec<Result<FormResponse, Damaged>> {
    wait(vault.own_answers()).unwrap()
}

fn later(answers: &FormResponse) -> FormResponse {
    answers.revised(answers.answers.clone(), true, at("11:00:00"))
}

fn job(answers: &FormResponse) -> Job {
    let of = Revision { response_id: answers.response_id, revision: answers.revision.get() };
    Job { bundle_id: Uuid::from_u128(0xb0), responses: vec![of], created: at("11:10:00") }
}

#[test]
fn they_are_read_again_as_they_were_written_and_are_in_no_case() {
    let shelf = Shelf::default();
    let vault = create(&shelf).unwrap();
    let mut file = wait(vault.new_case(case(1).0, &Dossier::new(&at("10:00:00")))).unwrap();
    assert_eq!(answers(&vault), []);
    let (first, second) = (of_oneself(1), of_oneself(2));
    for answers in [&first, &second, &later(&first)] {
        wait(vault.save_own_answers(answers)).unwrap();
    }
    assert_eq!(answers(&open(&shelf).unwrap()), [Ok(later(&first)), Ok(second.clone())]);
    let before = shelf.dump();
    wait(vault.save_own_answers(&second)).unwrap();
    assert_eq!(shelf.dump(), before, "the same again is not written");

    let of_case = of_a_case(&case(1).0);
    assert_eq!(wait(vault.save_own_answers(&of_case)), Err(VaultError::Misplaced));
    assert_eq!(wait(vault.save_paper(&mut file, &first)), Err(VaultError::Misplaced));
    assert_eq!(shelf.dump(), before);
    wait(vault.save_paper(&mut file, &of_case)).unwrap();
    assert_eq!(file.papers::<FormResponse>(), Ok(vec![of_case]));
    assert_eq!(answers(&vault).len(), 2);
}

#[test]
fn they_are_removed_and_once_more_is_nothing() {
    let shelf = Shelf::default();
    let vault = create(&shelf).unwrap();
    for n in 1..=2 {
        wait(vault.save_own_answers(&of_oneself(n))).unwrap();
    }
    let size = shelf.dump().len();
    for _ in 0..2 {
        wait(vault.remove_own_answers(of_oneself(1).response_id)).unwrap();
        assert_eq!(answers(&vault), [Ok(of_oneself(2))]);
        assert_eq!(shelf.dump().len(), size - 1);
    }
}

#[test]
fn a_write_that_fails_or_comes_second_leaves_the_answers_of_before() {
    let shelf = Shelf::default();
    let vault = create(&shelf).unwrap();
    wait(vault.save_own_answers(&of_oneself(1))).unwrap();
    let before = shelf.dump();
    shelf.fail(Fails::Before(0));
    let failed = wait(vault.save_own_answers(&later(&of_oneself(1))));
    assert_eq!(failed, Err(VaultError::Store(StoreError::Full)));
    shelf.fail(Fails::Before(0));
    let failed = wait(vault.put_own_bundle(&job(&of_oneself(1)), b"sealed"));
    assert_eq!(failed, Err(VaultError::Store(StoreError::Full)));
    assert_eq!(shelf.dump(), before);
}

#[test]
fn damaged_ones_are_named_and_the_others_are_there() {
    let shelf = Shelf::default();
    let vault = create(&shelf).unwrap();
    let before = shelf.dump();
    wait(vault.save_own_answers(&of_oneself(1))).unwrap();
    let place = shelf.dump().into_keys().find(|key| !before.contains_key(key)).unwrap();
    wait(vault.save_own_answers(&of_oneself(2))).unwrap();
    shelf.records.borrow_mut().get_mut(&place).unwrap().bytes[40] ^= 1;
    let found = answers(&vault);
    let damaged = found[0].as_ref().unwrap_err();
    assert_eq!((damaged.kind, &damaged.why), (Some(Kind::FormAnswers), &Why::Altered));
    assert_eq!(found[1], Ok(of_oneself(2)));
    wait(vault.save_own_answers(&of_oneself(1))).unwrap();
    let again = answers(&vault);
    assert_eq!((again[0].clone(), again[2].clone()), (found[0].clone(), Ok(of_oneself(1))));
}

#[test]
fn a_list_from_before_they_were_written_is_found_out() {
    let shelf = Shelf::default();
    let vault = create(&shelf).unwrap();
    wait(vault.put_device_keys("keys")).unwrap();
    let own = (Area::Heads, vault.id().to_string());
    let early = shelf.dump()[&own].clone();
    wait(vault.save_own_answers(&of_oneself(1))).unwrap();
    assert_eq!(wait(vault.device_keys()).unwrap().unwrap().as_str(), "keys");
    shelf.records.borrow_mut().insert(own, early);
    assert_eq!(answers(&vault), [], "the list of then has none");
    let Err(VaultError::Damaged(damaged)) = wait(vault.device_keys()) else { panic!() };
    assert_eq!(damaged.why, Why::RolledBack { listed: 2, found: 3 });
}

#[test]
fn a_bundle_of_them_goes_to_the_outbox_and_with_the_vault() {
    let shelf = Shelf::default();
    let vault = create(&shelf).unwrap();
    let ready = later(&of_oneself(1));
    wait(vault.save_own_answers(&ready)).unwrap();
    let of = Revision { response_id: ready.response_id, revision: 2 };
    let bundles = || -> Vec<Job> {
        wait(vault.own_bundles()).unwrap().into_iter().map(Result::unwrap).collect()
    };
    let entries = || -> Vec<Entry> {
        wait(outbox::list(&shelf)).unwrap().into_iter().map(Result::unwrap).collect()
    };
    let way = || received::way(&bundles(), of, &entries());
    assert_eq!((bundles(), way()), (vec![], Way::OnlyHere));
    wait(vault.put_own_bundle(&job(&ready), b"sealed")).unwrap();
    assert_eq!((bundles(), way()), (vec![job(&ready)], Way::Waiting));
    wait(outbox::mark_handed_in(&shelf, job(&ready).bundle_id, at("11:20:00"))).unwrap();
    assert_eq!(way(), Way::HandedIn);
    let next = Revision { revision: 3, ..of };
    assert_eq!(received::way(&bundles(), next, &entries()), Way::OnlyHere);
    wait(vault.remove()).unwrap();
    assert!(shelf.dump().is_empty());
}
