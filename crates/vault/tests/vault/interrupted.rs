//! A store that breaks down at any commit leaves the old state or the new one, and going on from
//! there comes to the same end.

use crate::{
    shelf::{Fails, Shelf},
    world::{answer, case, create, is_answered, job, look, open, response, wait},
};
use draagkracht_core::{session::Session, store::StoreError};
use draagkracht_vault::{CaseFile, Vault, VaultError, outbox};

/// How far a case is: its answers, responses, jobs, sealed bundles, and bundles in the outbox.
type Progress = (Option<usize>, usize, usize, usize, usize);

const END: Progress = (None, 1, 0, 1, 1);
/// The vault, the case, 23 answers, completion, sealing.
const COMMITS: usize = 1 + 1 + 23 + 1 + 1;

fn progress(shelf: &Shelf) -> Progress {
    let bundles = wait(outbox::list(shelf)).unwrap().len();
    let Ok(vault) = open(shelf) else { return (None, 0, 0, 0, bundles) };
    let (files, damaged) = look(&vault);
    assert_eq!(damaged, vec![]);
    let Some(file) = files.first() else { return (None, 0, 0, 0, bundles) };
    let answers = file.sessions().next().map(Session::answered);
    let (responses, jobs) = (file.responses().count(), file.pending_jobs().count());
    (answers, responses, jobs, file.sealed().len(), bundles)
}

/// Goes on from whatever is there, as the app does when it starts.
fn go_on(shelf: &Shelf) -> Result<(), VaultError> {
    let vault = match open(shelf) {
        Err(VaultError::NoVault(_)) => create(shelf)?,
        vault => vault?,
    };
    let mut file = match look(&vault).0.into_iter().next() {
        Some(file) => file,
        None => wait(vault.begin(case(1).0, case(1).1))?,
    };
    while let Some(mut session) = begun(&file) {
        if is_answered(&session) {
            wait(vault.complete(&mut file, response(&session), Some(job(&session))))?;
        } else {
            answer(&mut session);
            wait(vault.save_session(&mut file, &session))?;
        }
    }
    seal(&vault, &mut file)
}

fn begun(file: &CaseFile) -> Option<Session> {
    file.sessions().next().cloned()
}

fn seal(vault: &Vault<Shelf>, file: &mut CaseFile) -> Result<(), VaultError> {
    let Some(bundle_id) = file.pending_jobs().next().map(|job| job.bundle_id) else {
        return Ok(());
    };
    wait(vault.finish_job(file, bundle_id, b"sealed"))
}

#[test]
fn every_step_is_whole_or_not_there() {
    let whole = Shelf::default();
    go_on(&whole).unwrap();
    let states: Vec<Progress> = {
        let history = whole.history.borrow();
        history.iter().map(|records| progress(&Shelf::with(records.clone()))).collect()
    };
    assert_eq!((states.len(), states[COMMITS - 1]), (COMMITS, END));

    for n in 0..COMMITS {
        let shelf = Shelf::default();
        shelf.fail(Fails::Before(n));
        assert_eq!(go_on(&shelf), Err(StoreError::Full.into()));
        let old = n.checked_sub(1).map_or((None, 0, 0, 0, 0), |n| states[n]);
        assert_eq!(progress(&shelf), old, "before commit {n}");
        go_on(&shelf).unwrap();
        assert_eq!(progress(&shelf), END);

        let shelf = Shelf::default();
        shelf.fail(Fails::After(n));
        assert!(matches!(go_on(&shelf), Err(VaultError::Store(StoreError::Closed(_)))));
        assert_eq!(progress(&shelf), states[n], "after commit {n}");
        go_on(&shelf).unwrap();
        assert_eq!(progress(&shelf), END);
    }
}

#[test]
fn a_failed_step_leaves_the_case_in_hand_as_it_was() {
    let shelf = Shelf::default();
    let vault = create(&shelf).unwrap();
    let (case, mut session) = case(1);
    let mut file = wait(vault.begin(case, session.clone())).unwrap();
    let before = file.clone();
    answer(&mut session);
    shelf.fail(Fails::Before(0));
    assert_eq!(wait(vault.save_session(&mut file, &session)), Err(StoreError::Full.into()));
    assert_eq!(file, before);
    wait(vault.save_session(&mut file, &session)).unwrap();
}

#[test]
fn of_two_tabs_the_second_gets_a_conflict_and_reads_again() {
    let shelf = Shelf::default();
    let vault = create(&shelf).unwrap();
    let (case, mut session) = case(1);
    let mut ours = wait(vault.begin(case, session.clone())).unwrap();
    let mut theirs = ours.clone();
    answer(&mut session);
    wait(vault.save_session(&mut theirs, &session)).unwrap();
    let before = shelf.dump();

    let late = wait(vault.save_session(&mut ours, &session)).unwrap_err();
    assert!(matches!(late, VaultError::Store(StoreError::Conflict { .. })), "{late}");
    let late = wait(vault.add_job(&mut ours, job(&session))).unwrap_err();
    assert!(matches!(late, VaultError::Store(StoreError::Conflict { .. })), "{late}");
    assert_eq!(shelf.dump(), before);

    ours = wait(vault.case(ours.id())).unwrap().unwrap();
    assert_eq!(ours, theirs);
    answer(&mut session);
    wait(vault.save_session(&mut ours, &session)).unwrap();
}

#[test]
fn what_is_not_in_the_case_cannot_be_written() {
    let shelf = Shelf::default();
    let vault = create(&shelf).unwrap();
    let mut file = wait(vault.begin(case(1).0, case(1).1)).unwrap();
    let other = case(2).1;
    let before = shelf.dump();
    let id = other.identity().response_id;
    let error = wait(vault.save_session(&mut file, &other)).unwrap_err();
    assert_eq!(error.to_string(), format!("there is no session {id} here"));
    let error = wait(vault.finish_job(&mut file, id, b"")).unwrap_err();
    assert_eq!(error.to_string(), format!("there is no job {id} here"));
    assert_eq!(shelf.dump(), before);
}
