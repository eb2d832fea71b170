//! A case goes from one professional to another, and back: nothing twice, nothing lost.

use crate::{
    shelf::{Fails, Shelf},
    world::{answer, at, case, counting, is_answered, look, resident, response, wait},
};
use draagkracht_core::{
    answer::{Answer, Likert},
    case::Case,
    dossier::{Dossier, Joined, Origin},
    response::Response,
    sealing::WholeCase,
    session::Session,
    store::{Area, Batch, Store, StoreError, Stored},
};
use draagkracht_vault::{
    CaseFile, DataKey, Revision, Vault, VaultError, Why,
    vault::{Conflict, Imported, ShareError},
};
use uuid::Uuid;

fn key(byte: u8) -> DataKey {
    DataKey::filled_by(|bytes| bytes.fill(byte))
}

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

#[test]
fn one_revision_with_other_answers_is_kept_twice_and_told_once() {
    let ((_, anne), (shelf, ben)) = (device(1), device(2));
    let mut annes = with_response(&anne, &complete());
    let mut bens = import(&ben, &whole(&annes), "P1").file;
    let ours = revise(&ben, &mut bens, |_| {});
    let theirs = revise(&anne, &mut annes, otherwise);
    assert_eq!(Revision::of(&ours), Revision::of(&theirs));

    let imported = import(&ben, &whole(&annes), "P1");
    assert_eq!(imported.conflicts, [Conflict::Response(Revision::of(&theirs))]);
    let kept = only(&ben);
    let all: Vec<_> = kept.responses().filter(|r| r.revision == 2).collect();
    assert_eq!(all, [&ours, &theirs]);
    let before = shelf.dump();
    assert_eq!(import(&ben, &whole(&annes), "P1").conflicts, []);
    assert_eq!(shelf.dump(), before);
    assert_eq!(import(&anne, &whole(&kept), "P2").responses, [Revision::of(&ours)]);
}

#[test]
fn a_list_that_both_are_answering_is_joined() {
    let ((_, anne), (shelf, ben)) = (device(1), device(2));
    let mut annes = with_session(&anne, &begun(2));
    import(&ben, &whole(&annes), "P1");
    wait(anne.save_session(&mut annes, &begun(6))).unwrap();
    let imported = import(&ben, &whole(&annes), "P1");
    assert_eq!((imported.sessions.len(), imported.conflicts.len()), (0, 0));
    assert_eq!(only(&ben).sessions().next().unwrap().answered(), 6);

    let mut bens = imported.file;
    let mut other = bens.sessions().next().unwrap().clone();
    otherwise(&mut other);
    wait(ben.save_session(&mut bens, &other)).unwrap();
    let mut longer = begun(8);
    longer.use_explanation();
    wait(anne.save_session(&mut annes, &longer)).unwrap();
    let imported = import(&ben, &whole(&annes), "P1");
    let id = other.identity().response_id;
    assert_eq!(imported.conflicts, [Conflict::Session(id)]);
    let joined = only(&ben).sessions().next().unwrap().clone();
    assert_eq!(joined.answered(), 8);
    assert!(joined.has_all_of(&other), "the answer of here stays");
    let before = shelf.dump();
    import(&ben, &whole(&annes), "P1");
    assert_eq!(shelf.dump(), before);
}

#[test]
fn a_later_revision_that_is_being_answered_goes_over_an_earlier_one() {
    let ((_, anne), (_, ben)) = (device(1), device(2));
    let mut annes = with_session(&anne, &begun(2));
    let bens = import(&ben, &whole(&annes), "P1").file;
    assert_eq!(bens.sessions().next().unwrap().manner().revision, 1);
    // Anne completes it with another first answer, and opens it again.
    let mut session = complete();
    otherwise(&mut session);
    wait(anne.save_session(&mut annes, &session)).unwrap();
    let done = go_on(&anne, &mut annes);
    let again = Session::reopen(&done, resident()).unwrap();
    wait(anne.begin_session(&mut annes, again.clone())).unwrap();
    let imported = import(&ben, &whole(&annes), "P1");
    let id = done.response_id;
    assert_eq!(imported.conflicts, [Conflict::Completed(id), Conflict::Session(id)]);
    let sessions: Vec<_> = imported.file.sessions().cloned().collect();
    assert_eq!(sessions.len(), 1);
    assert_eq!((sessions[0].manner().revision, sessions[0].answered()), (2, 23));
}

#[test]
fn what_was_answered_here_and_completed_there_otherwise_is_kept_as_the_next_revision() {
    let ((_, anne), (_, ben)) = (device(1), device(2));
    let mut annes = with_session(&anne, &begun(3));
    let mut bens = import(&ben, &whole(&annes), "P1").file;
    let mut other = begun(3);
    otherwise(&mut other);
    wait(ben.save_session(&mut bens, &other)).unwrap();
    let before = whole(&bens);
    let done = go_on(&anne, &mut annes);
    let told = [Conflict::Completed(done.response_id)];

    // Completed there, answered here.
    assert_eq!(import(&ben, &whole(&annes), "P1").conflicts, told);
    let mut bens = only(&ben);
    assert_eq!(bens.responses().collect::<Vec<_>>(), [&done]);
    assert_eq!(bens.sessions().count(), 1);
    assert_eq!(go_on(&ben, &mut bens).revision, 2, "no second revision 1");

    // Completed here, answered there.
    let imported = import(&anne, &before, "P2");
    assert_eq!((imported.conflicts.as_slice(), imported.sessions.len()), (told.as_slice(), 1));
    let annes = only(&anne);
    let kept = annes.sessions().next().unwrap();
    assert_eq!((kept.manner().revision, kept.has_all_of(&other)), (2, true));
    assert!(import(&anne, &before, "P2").sessions.is_empty(), "nor twice");
}

#[test]
fn the_dossier_that_is_here_stays_and_gains() {
    let ((_, anne), (_, ben)) = (device(1), device(2));
    let mut annes = with_response(&anne, &complete());
    let mut bens = import(&ben, &whole(&annes), "P1").file;
    let mut dossier = whole(&bens).dossier;
    dossier.set_note("Hier.".to_owned()).unwrap();
    dossier.archived = true;
    wait(ben.save_dossier(&mut bens, &dossier)).unwrap();
    let mut theirs = whole(&annes).dossier;
    theirs.set_note("Daar.".to_owned()).unwrap();
    let second = theirs.add_member(&at("14:00:00")).unwrap();
    wait(anne.save_dossier(&mut annes, &theirs)).unwrap();
    let imported = import(&ben, &whole(&annes), "P1");
    assert_eq!(imported.dossier.members, [second]);
    let joined = whole(&only(&ben)).dossier;
    assert_eq!((joined.note(), joined.members().len()), ("Hier.\n\nDaar.", 2));
    assert!(joined.archived);
    assert_eq!(joined.origins, [from("P1", "15:00:00")]);
}

#[test]
fn responses_stay_in_the_order_of_completion() {
    let ((_, anne), (_, ben)) = (device(1), device(2));
    let mut annes = with_response(&anne, &complete());
    let early = whole(&annes);
    let late = revise(&anne, &mut annes, otherwise);
    let completed = Some(at("10:10:00"));
    let responses = vec![Response { completed, ..early.responses[0].clone() }];
    let only_late = WholeCase { responses: vec![late.clone()], ..early.clone() };
    import(&ben, &only_late, "P1");
    import(&ben, &WholeCase { responses: responses.clone(), ..early }, "P1");
    assert_eq!(only(&ben).responses().collect::<Vec<_>>(), [&responses[0], &late]);
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
