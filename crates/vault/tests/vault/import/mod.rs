//! A case goes from one professional to another, and back: nothing twice, nothing lost.

mod joined;
mod papers;
mod safely;

use crate::{
    shelf::Shelf,
    world::{answer, at, case, counting, is_answered, look, resident, response, wait},
};
use draagkracht_core::{
    answer::{Answer, Likert},
    dossier::{Dossier, Joined, Origin},
    response::Response,
    sealing::WholeCase,
    session::Session,
};
use draagkracht_vault::{CaseFile, DataKey, Vault, vault::Imported};
use uuid::Uuid;

fn key(byte: u8) -> DataKey {
    DataKey::filled_by(|bytes| bytes.fill(byte))
}

/// A professional's vault on a device of their own.
fn device(n: u8) -> (Shelf, Vault<Shelf>) {
    let shelf = Shelf::default();
    let id = Uuid::from_u128(u128::from(n));
    let vault = wait(Vault::create(shelf.clone(), id, key(n), vec![], counting)).unwrap();
    (shelf, vault)
}

fn from(pseudonym: &str, time: &str) -> Origin {
    Origin {
        pseudonym: pseudonym.to_owned(),
        fingerprint: format!("{pseudonym}00-0000-0000-0000"),
        at: at(time),
    }
}

fn import(vault: &Vault<Shelf>, theirs: &WholeCase, sender: &str) -> Imported {
    wait(vault.import(theirs.clone(), from(sender, "15:00:00"))).unwrap()
}

/// The list of the case that is being answered, answered that far.
fn begun(answers: usize) -> Session {
    let mut session = case(1).1;
    (0..answers).for_each(|_| answer(&mut session));
    session
}

fn complete() -> Session {
    begun(resident().items().len())
}

/// Another answer to the first item than [`answer`] gives.
fn otherwise(session: &mut Session) {
    let item = resident().items()[0].id.clone();
    session.answer(resident(), &item, Answer::Value(Likert::ALL[4])).unwrap();
}

/// A case in a vault, with a list that is being answered.
fn with_session(vault: &Vault<Shelf>, session: &Session) -> CaseFile {
    let mut file = wait(vault.new_case(case(1).0, &Dossier::new(&at("10:00:00")))).unwrap();
    wait(vault.begin_session(&mut file, session.clone())).unwrap();
    file
}

/// The same, completed.
fn with_response(vault: &Vault<Shelf>, session: &Session) -> CaseFile {
    let mut file = with_session(vault, session);
    wait(vault.complete(&mut file, response(session), None)).unwrap();
    file
}

/// Completes what is being answered in it.
fn go_on(vault: &Vault<Shelf>, file: &mut CaseFile) -> Response {
    let mut session = file.sessions().next().unwrap().clone();
    while !is_answered(&session) {
        answer(&mut session);
    }
    wait(vault.save_session(file, &session)).unwrap();
    let done = response(&session);
    wait(vault.complete(file, done.clone(), None)).unwrap();
    done
}

/// Reopens the newest response of a case, changes it if need be, and completes it.
fn revise(vault: &Vault<Shelf>, file: &mut CaseFile, change: fn(&mut Session)) -> Response {
    let newest = file.newest().next().unwrap().clone();
    let mut session = Session::reopen(&newest, resident()).unwrap();
    change(&mut session);
    wait(vault.begin_session(file, session)).unwrap();
    go_on(vault, file)
}

fn whole(file: &CaseFile) -> WholeCase {
    file.whole_case().unwrap()
}

/// The one case of a vault, which has no damage.
fn only(vault: &Vault<Shelf>) -> CaseFile {
    let (mut files, damaged) = look(vault);
    assert_eq!((files.len(), damaged), (1, vec![]));
    files.remove(0)
}

#[test]
fn a_case_arrives_whole_and_says_where_it_came_from() {
    let ((_, anne), (_, ben)) = (device(1), device(2));
    let mut file = with_response(&anne, &complete());
    revise(&anne, &mut file, otherwise);
    let second = Session::reopen(file.newest().next().unwrap(), resident()).unwrap();
    wait(anne.begin_session(&mut file, second)).unwrap();
    let theirs = whole(&file);
    assert_eq!((theirs.responses.len(), theirs.sessions.len()), (2, 1));

    let imported = import(&ben, &theirs, "P1");
    assert!(imported.is_new);
    assert_eq!((imported.responses.len(), imported.sessions.len()), (2, 1));
    assert_eq!(imported.conflicts, []);
    assert_eq!(only(&ben), imported.file);
    let mut expected = theirs.clone();
    expected.dossier.add_origin(from("P1", "15:00:00"));
    assert_eq!(whole(&imported.file), expected);
    assert_eq!(wait(ben.find(&theirs.case.case_code)).unwrap().unwrap(), [imported.file.id()]);
}

#[test]
fn the_same_case_imported_twice_is_there_once_and_nothing_is_written() {
    let ((_, anne), (shelf, ben)) = (device(1), device(2));
    let mut file = with_response(&anne, &complete());
    revise(&anne, &mut file, otherwise);
    let first = import(&ben, &whole(&file), "P1");
    let before = shelf.dump();
    let again = wait(ben.import(whole(&file), from("P1", "16:00:00"))).unwrap();
    assert_eq!(shelf.dump(), before);
    let dossier = Joined::default();
    let nothing = Imported {
        file: first.file,
        is_new: false,
        responses: vec![],
        sessions: vec![],
        papers: vec![],
        dossier,
        conflicts: vec![],
    };
    assert_eq!(again, nothing);
}

#[test]
fn by_two_colleagues_and_then_back_to_the_first() {
    let ((_, anne), (_, ben), (_, carol)) = (device(1), device(2), device(3));
    let mut annes = with_session(&anne, &begun(5));
    let mut bens = import(&ben, &whole(&annes), "P1").file;
    let done = go_on(&ben, &mut bens);

    let of_anne = import(&carol, &whole(&annes), "P1");
    assert_eq!((of_anne.file.sessions().count(), of_anne.file.responses().count()), (1, 0));
    let of_ben = import(&carol, &whole(&bens), "P2");
    assert_eq!((of_ben.is_new, of_ben.responses.len()), (false, 1));
    let carols = only(&carol);
    assert_eq!(carols.responses().collect::<Vec<_>>(), [&done]);
    assert_eq!(carols.sessions().count(), 0, "it is in the response: not lost, not twice");
    let origins: Vec<_> = whole(&carols).dossier.origins;
    assert_eq!(origins, [from("P1", "15:00:00"), from("P2", "15:00:00")]);

    let mut carols = carols;
    let revised = revise(&carol, &mut carols, otherwise);
    wait(anne.save_session(&mut annes, &begun(7))).unwrap();
    let back = import(&anne, &whole(&carols), "P3");
    assert_eq!((back.responses.len(), back.conflicts.as_slice()), (2, [].as_slice()));
    let annes = only(&anne);
    assert_eq!(annes.responses().collect::<Vec<_>>(), [&done, &revised]);
    assert_eq!(annes.sessions().count(), 0, "Anne's seven answers are among Ben's");
    assert_eq!(whole(&annes).dossier.origins, [from("P3", "15:00:00")]);
    assert_eq!(import(&anne, &whole(&carols), "P3").responses, []);
}
