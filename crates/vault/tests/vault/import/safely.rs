//! Broken off, at once in two tabs, beside other cases, or not at all.

use super::{
    begun, complete, device, from, go_on, import, key, only, whole, with_response, with_session,
};
use crate::{
    shelf::{Fails, Shelf},
    world::{at, case, counting, look, wait},
};
use draagkracht_core::{
    case::Case,
    dossier::Dossier,
    sealing::WholeCase,
    store::{Area, Batch, Store, StoreError, Stored},
};
use draagkracht_vault::{Vault, VaultError, Why, vault::ShareError};
use uuid::Uuid;

/// What another tab has: it read everything before the writes that it meets.
struct Stale {
    read: Shelf,
    written: Shelf,
}

impl Store for Stale {
    async fn get(&self, area: Area, id: &str) -> Result<Option<Stored>, StoreError> {
        self.read.get(area, id).await
    }

    async fn all(&self, area: Area) -> Result<Vec<(String, Stored)>, StoreError> {
        self.read.all(area).await
    }

    async fn commit(&self, batch: Batch) -> Result<(), StoreError> {
        self.written.commit(batch).await
    }

    async fn wipe(&self) -> Result<(), StoreError> {
        self.written.wipe().await
    }
}

/// As when the browser is killed: there is the old state or the new, and a second try makes it whole.
#[test]
fn an_import_that_is_broken_off_leaves_the_old_state_or_the_new() {
    for fails in [Fails::Before(0), Fails::After(0)] {
        let ((_, anne), (shelf, ben)) = (device(1), device(2));
        let mut annes = with_session(&anne, &begun(5));
        for round in 0..2 {
            let (old, commits) = (shelf.dump(), shelf.history.borrow().len());
            shelf.fail(fails);
            let theirs = whole(&annes);
            let broken = wait(ben.import(theirs.clone(), from("P1", "15:00:00"))).unwrap_err();
            assert!(matches!(broken, ShareError::Vault(VaultError::Store(_))), "{broken}");
            let is_old = fails == Fails::Before(0);
            assert_eq!(shelf.dump() == old, is_old);
            assert_eq!(look(&ben).0.len(), usize::from(!is_old || round > 0));
            let imported = import(&ben, &theirs, "P1");
            assert_eq!(imported.is_new, is_old && round == 0);
            assert_eq!(shelf.history.borrow().len(), commits + 1, "one batch, whichever it was");
            let mut expected = theirs;
            expected.dossier.add_origin(from("P1", "15:00:00"));
            assert_eq!(whole(&only(&ben)), expected);
            if round == 0 {
                go_on(&anne, &mut annes);
            }
        }
    }
}

#[test]
fn other_cases_are_not_touched() {
    let ((_, anne), (shelf, ben)) = (device(1), device(2));
    let theirs = whole(&with_response(&anne, &complete()));
    let other = wait(ben.new_case(case(2).0, &Dossier::new(&at("10:00:00")))).unwrap();
    // Another case that drew the same code.
    let same_code = Case { case_id: Uuid::from_u128(9), ..case(1).0 };
    let same_code = wait(ben.new_case(same_code, &Dossier::new(&at("10:00:00")))).unwrap();
    let before = shelf.dump();
    let imported = import(&ben, &theirs, "P1");
    import(&ben, &theirs, "P2");
    assert!(imported.is_new);
    let (files, damaged) = look(&ben);
    assert_eq!((&files[..2], files.len(), damaged), (&[other, same_code][..], 3, vec![]));
    let after = shelf.dump();
    let changed = before.iter().filter(|(id, stored)| after.get(id) != Some(*stored));
    let changed: Vec<_> = changed.map(|((area, id), _)| (*area, id.as_str())).collect();
    assert_eq!(changed, [(Area::Heads, ben.id().to_string().as_str())], "the vault's list alone");
}

#[test]
fn another_tab_that_imports_at_once_does_not_make_it_twice() {
    let ((_, anne), (shelf, ben)) = (device(1), device(2));
    let theirs = whole(&with_response(&anne, &complete()));
    let read = Shelf::with(shelf.dump());
    import(&ben, &theirs, "P1");
    let stale = Stale { read, written: shelf };
    let tab = wait(Vault::open(stale, ben.id(), key(2), counting)).unwrap();
    let late = wait(tab.import(theirs, from("P1", "15:00:00"))).unwrap_err();
    let conflict =
        matches!(late, ShareError::Vault(VaultError::Store(StoreError::Conflict { .. })));
    assert!(conflict, "{late}");
    only(&ben);
}

#[test]
fn what_cannot_be_joined_is_refused_and_left_alone() {
    let ((_, anne), (shelf, ben)) = (device(1), device(2));
    let theirs = whole(&with_response(&anne, &complete()));
    let mut file = import(&ben, &theirs, "P1").file;
    let (area, kind_of) = (Area::Records, "case");
    let before = shelf.dump();
    let refused =
        |theirs: &WholeCase| wait(ben.import(theirs.clone(), from("P2", "15:00:00"))).unwrap_err();

    let mut other = theirs.clone();
    other.case.case_code = case(3).0.case_code;
    let (here, found) = (theirs.case.case_code, other.case.case_code);
    assert_eq!(refused(&other), ShareError::OtherCode { here, found });

    // Each record of the case that it cannot do without, altered.
    let mut named = vec![];
    for key in before.keys().filter(|(a, _)| *a == area || *a == Area::Heads) {
        shelf.records.borrow_mut().get_mut(key).unwrap().bytes[60] ^= 1;
        let altered = shelf.dump();
        if let Err(ShareError::Vault(VaultError::Damaged(damaged))) =
            wait(ben.import(theirs.clone(), from("P2", "15:00:00")))
        {
            assert_eq!(damaged.why, Why::Altered);
            named.push(damaged.kind.unwrap().as_str());
            assert_eq!(shelf.dump(), altered);
        }
        *shelf.records.borrow_mut() = before.clone();
    }
    named.sort_unstable();
    assert_eq!(named, [kind_of, "case-head", "dossier", "vault-head"]);

    let (own, session) = case(1);
    wait(ben.hand_over(&mut file, own, session, &key(9), vec![])).unwrap();
    assert_eq!(refused(&theirs), ShareError::HandedOver);
    assert_eq!(file.whole_case(), Err(ShareError::HandedOver));

    let (_, plain) = device(4);
    let file = wait(plain.begin(case(1).0, case(1).1)).unwrap();
    let no_dossier = ShareError::Vault(VaultError::NoDossier);
    assert_eq!(file.whole_case(), Err(no_dossier.clone()));
    let late = wait(plain.import(theirs, from("P1", "15:00:00")));
    assert_eq!(late.unwrap_err(), no_dossier);
}
