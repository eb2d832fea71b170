//! The life of a case, from the first question to the outbox, read again after each step.

use crate::{
    shelf::Shelf,
    world::{
        answer, at, case, counting, create, is_answered, job, key, look, open, response, wait,
    },
};
use draagkracht_core::{case::Case, store::StoreError};
use draagkracht_vault::{
    DataKey, Vault, VaultError, Why,
    outbox::{self, State},
    vault::{OWN, wrap_of},
};
use uuid::Uuid;

#[test]
fn the_shelf_keeps_the_contract() {
    wait(draagkracht_core::store::contract::run(|| async { Shelf::default() }));
}

#[test]
fn a_case_goes_from_the_first_answer_to_the_outbox() {
    let shelf = Shelf::default();
    let vault = create(&shelf).unwrap();
    assert_eq!(look(&vault), (vec![], vec![]));
    let (case, mut session) = case(1);
    let mut file = wait(vault.begin(case.clone(), session.clone())).unwrap();
    assert_eq!(look(&open(&shelf).unwrap()), (vec![file.clone()], vec![]));

    for _ in 0..23 {
        answer(&mut session);
        wait(vault.save_session(&mut file, &session)).unwrap();
    }
    assert_eq!(file.sessions().collect::<Vec<_>>(), [&session]);
    assert_eq!(look(&open(&shelf).unwrap()), (vec![file.clone()], vec![]));

    let (response, job) = (response(&session), job(&session));
    wait(vault.complete(&mut file, response.clone(), Some(job.clone()))).unwrap();
    assert_eq!(file.sessions().count(), 0);
    assert_eq!(file.responses().collect::<Vec<_>>(), [&response]);
    assert_eq!(file.pending_jobs().collect::<Vec<_>>(), [&job]);
    assert_eq!(look(&open(&shelf).unwrap()), (vec![file.clone()], vec![]));

    wait(vault.finish_job(&mut file, job.bundle_id, b"age-encryption.org/v1\n...")).unwrap();
    assert_eq!((file.pending_jobs().count(), file.sealed()), (0, [job.clone()].as_slice()));
    assert_eq!(file.case(), Some(&case));
    assert_eq!(look(&open(&shelf).unwrap()), (vec![file.clone()], vec![]));

    let entry = wait(outbox::list(&shelf)).unwrap().remove(0).unwrap();
    assert_eq!((entry.bundle_id, &entry.state), (job.bundle_id, &State::Waiting));
    assert_eq!(entry.bytes, b"age-encryption.org/v1\n...");
    wait(vault.wipe()).unwrap();
    assert!(shelf.dump().is_empty());
}

#[test]
fn a_consent_and_the_work_that_follows_from_it_are_one_step() {
    let shelf = Shelf::default();
    let vault = create(&shelf).unwrap();
    let (case, mut session) = case(1);
    let mut file = wait(vault.begin(case.clone(), session.clone())).unwrap();
    while !is_answered(&session) {
        answer(&mut session);
    }
    wait(vault.complete(&mut file, response(&session), None)).unwrap();
    let before = shelf.history.borrow().len();

    let mut consents = case.consents.clone();
    consents.research = draagkracht_core::case::Consent { given: true, since: at("11:00:00") };
    let changed = Case { consents, ..case };
    wait(vault.save_case(&mut file, changed.clone(), Some(job(&session)))).unwrap();
    assert_eq!(shelf.history.borrow().len(), before + 1);
    assert_eq!((file.case(), file.pending_jobs().count()), (Some(&changed), 1));

    let again = draagkracht_vault::Job { bundle_id: Uuid::from_u128(2), ..job(&session) };
    wait(vault.add_job(&mut file, again)).unwrap();
    assert_eq!(look(&open(&shelf).unwrap()), (vec![file], vec![]));
}

#[test]
fn another_list_begins_in_the_same_case_and_cases_are_found_by_their_code() {
    let shelf = Shelf::default();
    let vault = create(&shelf).unwrap();
    let (one, session) = case(1);
    let (two, other) = case(2);
    let mut file = wait(vault.begin(one.clone(), session)).unwrap();
    wait(vault.begin_session(&mut file, other.clone())).unwrap();
    assert_eq!(file.sessions().count(), 2);
    let second = wait(vault.begin(two.clone(), other)).unwrap();
    let found = |case: &Case| wait(vault.find(&case.case_code)).unwrap().unwrap();
    assert_eq!((found(&one), found(&two)), (vec![file.id()], vec![second.id()]));
    assert_eq!(found(&case(3).0), Vec::<Uuid>::new());
    assert_eq!(wait(vault.case(file.id())).unwrap(), Ok(file));
}

#[test]
fn the_keys_of_the_device_are_kept() {
    let shelf = Shelf::default();
    let vault = create(&shelf).unwrap();
    assert_eq!(wait(vault.device_keys()).unwrap(), None);
    for keys in ["first", "second"] {
        wait(vault.put_device_keys(keys)).unwrap();
        let kept = wait(open(&shelf).unwrap().device_keys()).unwrap().unwrap();
        assert_eq!(kept.as_str(), keys);
    }
}

#[test]
fn a_vault_opens_with_its_own_key_only_and_is_made_once() {
    let shelf = Shelf::default();
    assert_eq!(open(&shelf).unwrap_err(), VaultError::NoVault(OWN));
    assert_eq!(wait(wrap_of(&shelf, OWN)), Ok(None));
    create(&shelf).unwrap();
    assert_eq!(wait(wrap_of(&shelf, OWN)).unwrap().unwrap(), b"how to come by the key");
    assert!(matches!(create(&shelf), Err(VaultError::Store(StoreError::Conflict { .. }))));
    let wrong = DataKey::filled_by(|bytes| bytes.fill(8));
    let opened = wait(Vault::open(shelf.clone(), OWN, wrong, counting)).unwrap();
    let damaged = wait(opened.cases()).unwrap().remove(0).unwrap_err();
    assert_eq!(damaged.why, Why::Altered);
    assert_eq!(look(&open(&shelf).unwrap()), (vec![], vec![]));
}

#[test]
fn vaults_in_one_store_do_not_see_each_other() {
    let shelf = Shelf::default();
    let mine = create(&shelf).unwrap();
    let other = DataKey::filled_by(|bytes| bytes.fill(8));
    let theirs = Vault::create(shelf.clone(), Uuid::from_u128(9), other, vec![], counting);
    let theirs = wait(theirs).unwrap();
    let file = wait(mine.begin(case(1).0, case(1).1)).unwrap();
    let their_file = wait(theirs.begin(case(2).0, case(2).1)).unwrap();
    assert_eq!(look(&mine), (vec![file], vec![]));
    assert_eq!(look(&theirs), (vec![their_file], vec![]));
}

#[test]
fn nothing_stands_in_the_clear_and_lengths_say_little() {
    let shelf = Shelf::default();
    let vault = create(&shelf).unwrap();
    let (case, mut session) = case(1);
    answer(&mut session);
    wait(vault.begin(case.clone(), session)).unwrap();
    for ((area, id), stored) in shelf.dump() {
        let text = String::from_utf8_lossy(&stored.bytes).into_owned();
        let code = case.case_code.to_string();
        let lookup = key().lookup(&case.case_code);
        assert!(!stored.bytes.windows(16).any(|bytes| bytes == lookup));
        for secret in [&code, &case.case_id.to_string(), "competences"] {
            assert!(!text.contains(secret) && !id.contains(secret), "{area} {id}: {secret}");
        }
        if area != draagkracht_core::store::Area::Vaults {
            assert_eq!(stored.bytes.len() % 1024, 3 + 24 + 16);
        }
    }
}
