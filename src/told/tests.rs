//! Real vaults in memory: what an import comes to, in the texts that are shown.

use super::*;
use draagkracht_core::{
    case_code::CaseCode,
    dossier::{Dossier, Joined, Origin},
    instrument::Instrument,
    papers::Papers,
    person::{Moment, Person},
    response::Identity,
    sealing::WholeCase,
    session::Session,
    store::MemoryStore,
    timestamp::Timestamp,
};
use draagkracht_vault::{DataKey, Revision, Vault, vault::OWN};
use pollster::block_on as wait;
use std::cell::Cell;
use uuid::Uuid;

fn now() -> Timestamp {
    "2026-11-21T10:00:00Z".to_owned().try_into().unwrap()
}

fn vault() -> Vault<MemoryStore> {
    thread_local! { static COUNT: Cell<u8> = const { Cell::new(0) } }
    let random = |bytes: &mut [u8]| {
        COUNT.set(COUNT.get() + 1);
        bytes.fill(COUNT.get());
    };
    let key = DataKey::filled_by(|bytes| bytes.fill(7));
    wait(Vault::create(MemoryStore::default(), OWN, key, vec![1], random)).unwrap()
}

/// A case with a list that is being answered.
fn case(id: u128) -> WholeCase {
    let dossier = Dossier::new(&now());
    let code = CaseCode::from_random([7; 7]);
    let case = dossier.case_of(dossier.asked(), Uuid::from_u128(id), code, now()).unwrap();
    let list = Instrument::built_in("professional.v1").unwrap().unwrap();
    let identity = Identity {
        response_id: Uuid::from_u128(id + 100),
        case_id: case.case_id,
        case_code: code,
        person: Person::first(),
        rater: list.rater(),
        pseudonym: Some("P07".to_owned()),
        moment: Moment::T1,
        started: now(),
    };
    let sessions = vec![Session::begin(identity, &list)];
    WholeCase {
        case,
        dossier,
        responses: vec![],
        sessions,
        papers: Papers::default(),
        remarks: vec![],
    }
}

fn from() -> Origin {
    Origin { pseudonym: "P07".to_owned(), fingerprint: String::new(), at: now() }
}

#[test]
fn a_case_that_is_new_and_then_nothing_new() {
    let vault = vault();
    let imported = wait(vault.import(case(1), from())).unwrap();
    assert_eq!(of_import(&imported, false), [(Text::ImportNew, 1), (Text::ImportSessions, 1)]);
    let again = wait(vault.import(case(1), from())).unwrap();
    assert_eq!(of_import(&again, false), [(Text::ImportNothing, 1)]);
}

#[test]
fn another_case_with_the_same_code_is_told() {
    let vault = vault();
    wait(vault.import(case(1), from())).unwrap();
    let imported = wait(vault.import(case(2), from())).unwrap();
    assert_eq!(of_import(&imported, true)[..2], [(Text::ImportNew, 1), (Text::ImportTwin, 1)]);
}

#[test]
fn what_was_joined_is_told_part_by_part() {
    let vault = vault();
    wait(vault.import(case(1), from())).unwrap();
    let mut more = case(1);
    more.dossier.add_member(&now()).unwrap();
    let imported = wait(vault.import(more, from())).unwrap();
    assert_eq!(of_import(&imported, false), [(Text::ImportJoined, 1), (Text::ImportMembers, 1)]);
}

#[test]
fn every_part_and_every_conflict_has_its_sentence_once() {
    let vault = vault();
    let mut imported = wait(vault.import(case(1), from())).unwrap();
    let revision = Revision { response_id: Uuid::nil(), revision: 1 };
    imported.is_new = false;
    imported.responses = vec![revision; 2];
    imported.dossier =
        Joined { members: vec![], changed: vec![Person::first()], note_left_out: true };
    imported.conflicts = vec![
        Conflict::Response(revision),
        Conflict::Session(Uuid::nil()),
        Conflict::Session(OWN),
        Conflict::Completed(Uuid::nil()),
        Conflict::Plan(Uuid::nil()),
        Conflict::Note(Uuid::nil()),
        Conflict::Remark(Uuid::nil()),
    ];
    imported.papers = vec![Uuid::nil(); 3];
    assert_eq!(
        of_import(&imported, false),
        [
            (Text::ImportJoined, 1),
            (Text::ImportResponses, 2),
            (Text::ImportSessions, 1),
            (Text::ImportPapers, 3),
            (Text::ImportChanged, 1),
            (Text::ImportNoteLeftOut, 1),
            (Text::ImportConflictResponse, 1),
            (Text::ImportConflictSession, 1),
            (Text::ImportConflictCompleted, 1),
            (Text::ImportConflictPaper, 1),
            (Text::ImportConflictRemark, 1),
        ]
    );
}

#[test]
fn a_case_under_another_code_or_with_the_resident_has_its_sentence() {
    let vault = vault();
    wait(vault.import(case(1), from())).unwrap();
    let mut other = case(1);
    other.case.case_code = CaseCode::from_random([8; 7]);
    let error = wait(vault.import(other, from())).unwrap_err();
    let said = |error: &_| of_share_error(error, |_| Text::VaultDamaged);
    assert_eq!(said(&error), Text::ImportOtherCode);
    assert_eq!(said(&ShareError::HandedOver), Text::GiveWithResident);
    assert_eq!(said(&VaultError::NoDossier.into()), Text::VaultDamaged);
}

#[test]
fn every_refusal_of_a_file_has_a_sentence_of_its_own() {
    let codes = [
        FailureCode::DeviceCodeInvalid,
        FailureCode::RecordInvalid,
        FailureCode::OtherDevice,
        FailureCode::CaseFileDamaged,
        FailureCode::CaseFileNewer,
        FailureCode::CaseFileInvalid,
        FailureCode::NoCaseFile,
    ];
    for (at, code) in codes.iter().enumerate() {
        let text = of_failure(Some(*code));
        assert_ne!(text, Text::VaultFailed);
        assert!(codes[..at].iter().all(|other| of_failure(Some(*other)) != text), "{code:?}");
    }
    assert_eq!(of_failure(Some(FailureCode::Failed)), Text::VaultFailed);
    assert_eq!(of_failure(None), Text::VaultFailed);
}
