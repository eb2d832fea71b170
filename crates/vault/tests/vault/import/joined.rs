//! Two copies of a case become one.

use super::{
    begun, complete, device, from, go_on, import, only, otherwise, revise, whole, with_response,
    with_session,
};
use crate::world::{at, resident, wait};
use draagkracht_core::{response::Response, sealing::WholeCase, session::Session};
use draagkracht_vault::{Revision, vault::Conflict};

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
    assert!(!joined.differs(&other), "the answer of here stays");
    let before = shelf.dump();
    import(&ben, &whole(&annes), "P1");
    assert_eq!(shelf.dump(), before);
}

#[test]
fn a_list_that_was_completed_and_opened_again_there_is_joined_as_its_next_revision() {
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
    assert!(!sessions[0].differs(&begun(2)), "the answers of here count");
}

#[test]
fn a_list_that_was_opened_again_there_comes_in_the_place_of_the_one_it_came_from() {
    let ((_, anne), (_, ben)) = (device(1), device(2));
    let mut annes = with_session(&anne, &begun(2));
    import(&ben, &whole(&annes), "P1");
    let done = go_on(&anne, &mut annes);
    let mut again = Session::reopen(&done, resident()).unwrap();
    otherwise(&mut again);
    wait(anne.begin_session(&mut annes, again.clone())).unwrap();
    let imported = import(&ben, &whole(&annes), "P1");
    assert_eq!(imported.conflicts, []);
    let bens = only(&ben);
    assert_eq!(bens.responses().collect::<Vec<_>>(), [&done]);
    assert_eq!(bens.sessions().collect::<Vec<_>>(), [&again]);
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
    assert_eq!((kept.manner().revision, kept.answered(), kept.differs(&other)), (2, 3, false));
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
