//! A professional's vault: cases without a list, several vaults in one store, handing over and
//! taking back, locking in another way, removing a case.

use crate::{
    shelf::{Fails, Shelf},
    world::{answer, at, case, counting, is_answered, job, look, resident, response, wait},
};
use draagkracht_core::{dossier::Dossier, session::Session, store::StoreError};
use draagkracht_vault::{
    CaseFile, DataKey, Vault, VaultError, Way,
    lock::WrappingKey,
    outbox,
    vault::{self, OWN, wrap_of},
    wrap::{Cost, Wrap, Wraps},
};
use uuid::Uuid;

const ANNE: Uuid = Uuid::from_u128(0xA);
const BEN: Uuid = Uuid::from_u128(0xB);

fn key(byte: u8) -> DataKey {
    DataKey::filled_by(|bytes| bytes.fill(byte))
}

fn by_passphrase(id: Uuid, passphrase: &str, data_key: &DataKey, label: &str) -> Wraps {
    let sealed = WrappingKey::of_passphrase(id, passphrase.as_bytes()).wrap(data_key, counting);
    let wrap = Wrap::Passphrase { cost: Cost::PASSPHRASE, salt: vec![1; 16], sealed };
    Wraps { label: Some(label.to_owned()), wraps: vec![wrap] }
}

fn make(shelf: &Shelf, id: Uuid, byte: u8, label: &str) -> Vault<Shelf> {
    let wraps = by_passphrase(id, label, &key(byte), label).to_bytes().unwrap();
    wait(Vault::create(shelf.clone(), id, key(byte), wraps, counting)).unwrap()
}

fn new_case(vault: &Vault<Shelf>, n: u8) -> (CaseFile, Dossier) {
    let dossier = Dossier::new(&at("10:00:00"));
    (wait(vault.new_case(case(n).0, &dossier)).unwrap(), dossier)
}

/// Handed over under a session key; the screen's way there is of no matter here.
fn hand_over(vault: &Vault<Shelf>, file: &mut CaseFile) -> Result<Uuid, VaultError> {
    let (case, session) = case(1);
    wait(vault.hand_over(file, case, session, &key(3), vec![]))
}

fn lent(shelf: &Shelf, id: Uuid) -> Vault<Shelf> {
    wait(Vault::open(shelf.clone(), id, key(3), counting)).unwrap()
}

#[test]
fn each_sees_only_their_own_cases() {
    let shelf = Shelf::default();
    let (anne, ben) = (make(&shelf, ANNE, 1, "Anne"), make(&shelf, BEN, 2, "Ben"));
    let (file, dossier) = new_case(&anne, 1);
    assert_eq!(file.dossier(), Ok(Some(dossier)));
    assert_eq!(look(&anne), (vec![file], vec![]));
    assert_eq!(look(&ben), (vec![], vec![]));
    let labels: Vec<_> =
        wait(vault::all(&shelf)).unwrap().into_iter().map(|v| v.wraps.unwrap().label).collect();
    assert_eq!(labels, [Some("Anne".to_owned()), Some("Ben".to_owned())]);
}

#[test]
fn a_dossier_is_read_again_as_it_was_saved() {
    let shelf = Shelf::default();
    let vault = make(&shelf, ANNE, 1, "Anne");
    let (mut file, mut dossier) = new_case(&vault, 1);
    dossier.set_note("Belt liever 's ochtends.".to_owned()).unwrap();
    dossier.add_member(&at("10:05:00")).unwrap();
    wait(vault.save_dossier(&mut file, &dossier)).unwrap();
    assert_eq!(look(&vault), (vec![file.clone()], vec![]));
    assert_eq!(file.dossier(), Ok(Some(dossier.clone())));
    let plain = wait(vault.begin(case(2).0, case(2).1));
    assert_eq!(wait(vault.save_dossier(&mut plain.unwrap(), &dossier)), Err(VaultError::NoDossier));
}

#[test]
fn another_passphrase_changes_the_wrap_and_nothing_else() {
    let shelf = Shelf::default();
    let vault = make(&shelf, ANNE, 1, "old");
    new_case(&vault, 1);
    let before = shelf.dump();
    let locked = wait(vault::all(&shelf)).unwrap().remove(0);
    let new = by_passphrase(ANNE, "new", &key(1), "Anne");
    wait(vault::rewrap(&shelf, &locked, &new)).unwrap();
    let changed = shelf.dump().into_iter().filter(|(id, stored)| before[id] != *stored).count();
    assert_eq!(changed, 1, "nothing is encrypted anew");
    let wrap = Wraps::from_bytes(&wait(wrap_of(&shelf, ANNE)).unwrap().unwrap()).unwrap();
    let Wrap::Passphrase { sealed, .. } = &wrap.wraps[0] else { panic!("{wrap:?}") };
    let opened = WrappingKey::of_passphrase(ANNE, b"new").unwrap(sealed).unwrap();
    assert_eq!(opened.as_bytes(), key(1).as_bytes());
    assert!(WrappingKey::of_passphrase(ANNE, b"old").unwrap(sealed).is_err());
    let again = wait(vault::rewrap(&shelf, &locked, &new));
    assert!(
        matches!(again, Err(VaultError::Store(StoreError::Conflict { .. }))),
        "another tab was first: {again:?}"
    );
}

#[test]
fn a_list_goes_to_the_resident_and_comes_back_complete() {
    let shelf = Shelf::default();
    let vault = make(&shelf, ANNE, 1, "Anne");
    let (mut file, mut dossier) = new_case(&vault, 1);
    let id = hand_over(&vault, &mut file).unwrap();
    assert_eq!((file.sessions().count(), file.handed_over().unwrap()[0].vault), (0, id));
    assert_eq!(look(&vault), (vec![file.clone()], vec![]), "the resident's vault is not ours");

    // The resident's screen has this key and no other.
    let theirs = lent(&shelf, id);
    let mut their_file = look(&theirs).0.remove(0);
    let mut session = their_file.sessions().next().unwrap().clone();
    while !is_answered(&session) {
        answer(&mut session);
        wait(theirs.save_session(&mut their_file, &session)).unwrap();
    }
    let done = response(&session);
    wait(theirs.complete(&mut their_file, done.clone(), None)).unwrap();

    let wraps = Wraps::from_bytes(&wait(wrap_of(&shelf, id)).unwrap().unwrap()).unwrap();
    let Wrap::Vault { vault: owner, sealed } = &wraps.wraps[0] else { panic!("{wraps:?}") };
    assert_eq!(*owner, ANNE);
    let way_back = vault.lent_key(id, sealed).unwrap();
    let theirs = wait(Vault::open(shelf.clone(), id, way_back, counting)).unwrap();
    let asked = dossier.asked().clone();
    dossier.set_consents(&asked, case(1).0.consents).unwrap();
    wait(vault.take_back(&mut file, &theirs, &dossier)).unwrap();
    assert_eq!(file.responses().collect::<Vec<_>>(), [&done]);
    assert_eq!((file.dossier(), file.handed_over()), (Ok(Some(dossier)), Ok(vec![])));
    assert_eq!(look(&vault), (vec![file], vec![]));
    assert_eq!(wait(vault::all(&shelf)).unwrap().len(), 1, "the resident's vault is gone");
    assert!(look(&theirs).0.is_empty());
}

#[test]
fn what_is_broken_off_leaves_the_list_in_one_vault_or_the_other() {
    for fails in [Fails::Before(0), Fails::After(0)] {
        let shelf = Shelf::default();
        let vault = make(&shelf, ANNE, 1, "Anne");
        let (mut file, dossier) = new_case(&vault, 1);
        shelf.fail(fails);
        assert!(hand_over(&vault, &mut file).is_err());
        let (mut found, damaged) = look(&vault);
        let mut file = found.remove(0);
        assert_eq!((found, damaged), (vec![], vec![]));
        let given = file.handed_over().unwrap();
        assert_eq!(given.is_empty(), fails == Fails::Before(0));
        let id = match given.first() {
            Some(handover) => handover.vault,
            None => hand_over(&vault, &mut file).unwrap(),
        };
        assert_eq!(look(&lent(&shelf, id)).0[0].sessions().count(), 1);

        shelf.fail(fails);
        assert!(wait(vault.take_back(&mut file, &lent(&shelf, id), &dossier)).is_err());
        let file = look(&vault).0.remove(0);
        let ours = file.sessions().count();
        let gone = wait(wrap_of(&shelf, id)).unwrap().is_none();
        assert_eq!((ours, gone), if fails == Fails::Before(0) { (0, false) } else { (1, true) });
    }
}

#[test]
fn what_was_not_handed_over_is_not_taken_back() {
    let shelf = Shelf::default();
    let vault = make(&shelf, ANNE, 1, "Anne");
    let ((mut one, dossier), (mut two, _)) = (new_case(&vault, 1), new_case(&vault, 2));
    let id = hand_over(&vault, &mut one).unwrap();
    let theirs = lent(&shelf, id);
    let refused = wait(vault.take_back(&mut two, &theirs, &dossier));
    assert_eq!(refused, Err(VaultError::NotHandedOver));
    let other = make(&shelf, BEN, 2, "Ben");
    let wraps = Wraps::from_bytes(&wait(wrap_of(&shelf, id)).unwrap().unwrap()).unwrap();
    let Wrap::Vault { sealed, .. } = &wraps.wraps[0] else { panic!("{wraps:?}") };
    assert!(other.lent_key(id, sealed).is_none(), "only who handed over opens it");
}

#[test]
fn a_removed_case_leaves_nothing_of_itself_and_all_of_the_others() {
    let shelf = Shelf::default();
    let (vault, other) = (make(&shelf, ANNE, 1, "Anne"), make(&shelf, BEN, 2, "Ben"));
    new_case(&other, 7);
    let (kept, _) = new_case(&vault, 2);
    let before = shelf.dump().len();
    let (mut file, _) = new_case(&vault, 1);
    let mut session = case(1).1;
    wait(vault.begin_session(&mut file, session.clone())).unwrap();
    while !is_answered(&session) {
        answer(&mut session);
    }
    let job = job(&session);
    wait(vault.complete(&mut file, response(&session), Some(job.clone()))).unwrap();
    wait(vault.finish_job(&mut file, job.bundle_id, b"sealed")).unwrap();
    assert_eq!(wait(outbox::list(&shelf)).unwrap().len(), 1);

    shelf.fail(Fails::Before(0));
    assert!(wait(vault.remove_case(file.clone())).is_err());
    assert_eq!(look(&vault).0.len(), 2, "all or nothing");
    wait(vault.remove_case(file)).unwrap();
    assert_eq!(look(&vault), (vec![kept], vec![]));
    assert_eq!((shelf.dump().len(), look(&other).0.len()), (before, 1));
    assert!(wait(wrap_of(&shelf, OWN)).unwrap().is_none());
}

#[test]
fn only_a_receipt_for_the_newest_revision_says_that_a_response_arrived() {
    let shelf = Shelf::default();
    let vault = make(&shelf, ANNE, 1, "Anne");
    let (mut file, _) = new_case(&vault, 1);
    let mut session = case(1).1;
    wait(vault.begin_session(&mut file, session.clone())).unwrap();
    while !is_answered(&session) {
        answer(&mut session);
    }
    let (first, job) = (response(&session), job(&session));
    wait(vault.complete(&mut file, first.clone(), Some(job.clone()))).unwrap();
    let entries = || -> Vec<_> {
        wait(outbox::list(&shelf)).unwrap().into_iter().map(Result::unwrap).collect()
    };
    let ways = |file: &CaseFile| -> Vec<_> {
        file.newest().map(|r| (r.revision, file.way_of(r, &entries()))).collect()
    };
    assert_eq!(ways(&file), [(1, Way::OnlyHere)]);
    wait(vault.finish_job(&mut file, job.bundle_id, b"sealed")).unwrap();
    assert_eq!(ways(&file), [(1, Way::Waiting)]);
    wait(outbox::mark_handed_in(&shelf, job.bundle_id, at("11:00:00"))).unwrap();
    assert_eq!(ways(&file), [(1, Way::HandedIn)]);
    assert_eq!(file.unreceived(&entries()), job.responses);
    let sha256 = &entries()[0].sha256;
    wait(outbox::receive(&shelf, job.bundle_id, sha256, at("12:00:00"))).unwrap();
    wait(outbox::mark_handed_in(&shelf, job.bundle_id, at("13:00:00"))).unwrap();
    assert_eq!((ways(&file), file.unreceived(&entries())), (vec![(1, Way::Received)], vec![]));

    let again = Session::reopen(&first, resident()).unwrap();
    wait(vault.begin_session(&mut file, again.clone())).unwrap();
    wait(vault.complete(&mut file, response(&again), None)).unwrap();
    assert_eq!(ways(&file), [(2, Way::OnlyHere)], "the receipt was for the first revision");
    assert_eq!(file.responses().count(), 2, "both are kept");
}

#[test]
fn a_vault_goes_with_all_that_is_its_own_and_nothing_else() {
    let shelf = Shelf::default();
    let ben = make(&shelf, BEN, 2, "Ben");
    new_case(&ben, 7);
    let before = shelf.dump();
    assert!(!wait(vault::has_others(&shelf, BEN)).unwrap());
    let anne = make(&shelf, ANNE, 1, "Anne");
    assert!(wait(vault::has_others(&shelf, BEN)).unwrap());
    let (mut file, _) = new_case(&anne, 1);
    let mut session = case(1).1;
    wait(anne.begin_session(&mut file, session.clone())).unwrap();
    while !is_answered(&session) {
        answer(&mut session);
    }
    let job = job(&session);
    wait(anne.complete(&mut file, response(&session), Some(job.clone()))).unwrap();
    wait(anne.finish_job(&mut file, job.bundle_id, b"sealed")).unwrap();
    wait(anne.remove()).unwrap();
    assert_eq!(shelf.dump(), before);
    let closed = make(&shelf, ANNE, 1, "Anne");
    drop(closed);
    wait(vault::remove_closed(&shelf, ANNE)).unwrap();
    assert!(wait(wrap_of(&shelf, ANNE)).unwrap().is_none());
    assert_eq!(look(&ben).0.len(), 1);
}
