//! What a professional writes in a case beside lists.

use crate::{
    shelf::{Fails, Shelf},
    world::{at, case, create, look, open, wait},
};
use draagkracht_core::{
    dossier::Dossier,
    life_domain::LifeDomain,
    note::{self, Note},
    person::Moment,
    plan::Plan,
    remark::{About, Remark, Words},
    store::StoreError,
};
use draagkracht_vault::{CaseFile, Kind, Vault, VaultError};
use std::num::NonZeroU32;
use uuid::Uuid;

fn note(n: u128, words: &str) -> Note {
    let (case, _) = case(1);
    Note {
        format: note::FORMAT.to_owned(),
        version: note::VERSION,
        note_id: Uuid::from_u128(n),
        case_id: case.case_id,
        case_code: case.case_code,
        person: case.person,
        pseudonym: Some("P07".to_owned()),
        moment: None,
        revision: NonZeroU32::MIN,
        written: at("10:10:00"),
        changed: at("10:10:00"),
        words: words.to_owned().try_into().unwrap(),
        hand_in: false,
    }
}

fn begun(shelf: &Shelf) -> (Vault<Shelf>, CaseFile) {
    let vault = create(shelf).unwrap();
    let file = wait(vault.new_case(case(1).0, &Dossier::new(&at("10:00:00")))).unwrap();
    (vault, file)
}

#[test]
fn papers_are_read_again_as_they_were_written_in_the_order_of_the_first_time() {
    let shelf = Shelf::default();
    let (vault, mut file) = begun(&shelf);
    for paper in [note(2, "Later gebeld."), note(1, "Eerder gebeld."), note(2, "Toch niet.")] {
        wait(vault.save_paper(&mut file, &paper)).unwrap();
    }
    let all = vec![note(2, "Toch niet."), note(1, "Eerder gebeld.")];
    assert_eq!(file.papers::<Note>(), Ok(all.clone()));
    assert_eq!(file.papers::<Plan>(), Ok(vec![]), "another kind");
    let (files, damaged) = look(&open(&shelf).unwrap());
    assert_eq!((files[0].papers::<Note>(), damaged), (Ok(all), vec![]));
}

#[test]
fn a_remark_is_a_paper_too() {
    let shelf = Shelf::default();
    let (vault, mut file) = begun(&shelf);
    let said = "Het gaat beter.".to_owned().try_into().unwrap();
    let remark = Remark {
        remark_id: Uuid::from_u128(1),
        person: case(1).0.person,
        moment: Moment::T1,
        about: About::Domain(LifeDomain::Finances),
        words: Words { said, talk: true, ..Words::default() },
        written: at("10:10:00"),
        changed: at("10:11:00"),
    };
    wait(vault.save_paper(&mut file, &remark)).unwrap();
    wait(vault.save_paper(&mut file, &note(1, "Gebeld."))).unwrap();
    let (files, damaged) = look(&open(&shelf).unwrap());
    assert_eq!((files[0].papers::<Remark>(), damaged), (Ok(vec![remark]), vec![]));
    assert_eq!(
        files[0].papers::<Note>(),
        Ok(vec![note(1, "Gebeld.")]),
        "the same id, another kind"
    );
}

#[test]
fn the_same_again_is_not_written() {
    let shelf = Shelf::default();
    let (vault, mut file) = begun(&shelf);
    wait(vault.save_paper(&mut file, &note(1, "Gebeld."))).unwrap();
    let before = shelf.dump();
    wait(vault.save_paper(&mut file, &note(1, "Gebeld."))).unwrap();
    assert_eq!(shelf.dump(), before);
}

#[test]
fn a_paper_is_removed_and_once_more_is_nothing() {
    let shelf = Shelf::default();
    let (vault, mut file) = begun(&shelf);
    wait(vault.save_paper(&mut file, &note(1, "Gebeld."))).unwrap();
    let size = shelf.dump().len();
    for _ in 0..2 {
        wait(vault.remove_paper::<Note>(&mut file, Uuid::from_u128(1))).unwrap();
        assert_eq!(file.papers::<Note>(), Ok(vec![]));
        assert_eq!(look(&vault), (vec![file.clone()], vec![]));
        assert_eq!(shelf.dump().len(), size - 1);
    }
}

#[test]
fn a_write_that_fails_leaves_the_paper_of_before() {
    let shelf = Shelf::default();
    let (vault, mut file) = begun(&shelf);
    wait(vault.save_paper(&mut file, &note(1, "Gebeld."))).unwrap();
    let before = file.clone();
    shelf.fail(Fails::Before(0));
    let failed = wait(vault.save_paper(&mut file, &note(1, "Toch niet.")));
    assert_eq!(failed, Err(VaultError::Store(StoreError::Full)));
    assert_eq!(file, before);
    assert_eq!(look(&open(&shelf).unwrap()).0, [before]);
}

#[test]
fn a_paper_that_is_gone_is_named_and_the_others_are_there() {
    let shelf = Shelf::default();
    let (vault, mut file) = begun(&shelf);
    let before = shelf.dump();
    wait(vault.save_paper(&mut file, &note(1, "Gebeld."))).unwrap();
    let record = shelf.dump().into_keys().find(|key| !before.contains_key(key)).unwrap();
    wait(vault.save_paper(&mut file, &note(2, "Nog eens."))).unwrap();
    shelf.records.borrow_mut().remove(&record);
    let (files, damaged) = look(&vault);
    assert_eq!(files[0].papers::<Note>(), Ok(vec![note(2, "Nog eens.")]));
    assert_eq!(damaged[0].kind, Some(Kind::Note));
}
