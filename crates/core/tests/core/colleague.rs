//! What came from a colleague: whether it makes sense, and what of it is new.

use crate::fixtures::{COMPLETED, begin, item, professional, resident, time, value, varied, walk};
use draagkracht_core::{
    case::{Consent, Consents},
    dossier::{Cell, Dossier, DossierFault, Joined, NOTE, Origin},
    person::{Moment, Person, Rater},
    session::{Session, SessionError, SessionFault},
};
use serde_json::{Value, json};

const EARLIER: &str = "2026-11-21T09:00:00Z";
const LATER: &str = "2026-11-22T09:00:00Z";

/// A change to a file.
type Change = fn(&mut Value);

fn person(label: &str) -> Person {
    label.to_owned().try_into().unwrap()
}

fn cell(label: &str) -> Cell {
    Cell { person: person(label), moment: Moment::T1, rater: Rater::Resident }
}

/// Two members, and a list of each that will not come.
fn household() -> Dossier {
    let mut dossier = Dossier::new(&time(EARLIER));
    dossier.add_member(&time(EARLIER)).unwrap();
    dossier.set_absent(cell("1"), true, time(EARLIER));
    dossier.set_absent(cell("2"), true, time(EARLIER));
    dossier
}

fn fault(change: Change) -> String {
    let mut json = serde_json::to_value(household()).unwrap();
    change(&mut json);
    let dossier: Dossier = serde_json::from_value(json).unwrap();
    dossier.check().unwrap_err().to_string()
}

#[test]
fn a_dossier_that_no_app_wrote_is_refused() {
    assert_eq!(household().check(), Ok(()));
    assert_eq!(fault(|d| d["members"] = json!([])), DossierFault::Empty.to_string());
    assert_eq!(
        fault(|d| d["members"][1]["person"] = "1".into()),
        "member 2 of the household has the label \"1\""
    );
    let ten: Change = |d| d["members"] = Value::Array(vec![d["members"][0].clone(); 10]);
    assert_eq!(fault(ten), "the household has 10 members; 9 are the most");
    let long: Change = |d| d["note"] = "é".repeat(NOTE + 1).into();
    assert_eq!(fault(long), "the note has 2001 characters; 2000 is the most");
    assert_eq!(
        fault(|d| d["absent"][0]["cell"]["person"] = "3".into()),
        "a list of person 3 is said not to come, who is not in the household"
    );
    assert_eq!(
        fault(|d| d["absent"][0] = d["absent"][1].clone()),
        "a list of person 2 is said twice not to come"
    );
}

#[test]
fn a_dossier_gains_members_and_keeps_what_it_has() {
    let mut ours = Dossier::new(&time(EARLIER));
    let joined = ours.join(&household());
    assert_eq!(joined.members, [person("2")]);
    assert!(ours.is_absent(&cell("2")), "it comes with the new member");
    assert!(!ours.is_absent(&cell("1")), "nobody here declared that");
    assert_eq!(ours.join(&household()), Joined::default(), "nothing is there twice");
    let mut theirs = household();
    theirs.remove_member(&person("2"), time(LATER)).unwrap();
    assert_eq!(ours.join(&theirs).changed, [person("2")]);
    assert_eq!(ours.present().count(), 1);
    assert_eq!(ours.join(&household()), Joined::default(), "who left there has left");
}

#[test]
fn of_two_consents_the_one_that_was_said_last_counts() {
    let consent = |given, since| Consent { given, since: time(since) };
    let said = |given, since| {
        let mut dossier = Dossier::new(&time(EARLIER));
        let consents =
            Consents { support: consent(given, since), research: consent(false, EARLIER) };
        dossier.set_consents(&Person::first(), consents).unwrap();
        dossier
    };
    for (ours, theirs, given) in [
        ((true, EARLIER), (false, LATER), false),
        ((false, EARLIER), (true, LATER), true),
        ((true, LATER), (false, EARLIER), true),
        ((true, LATER), (false, LATER), false),
        ((false, LATER), (true, LATER), false),
    ] {
        let mut dossier = said(ours.0, ours.1);
        let changed = !dossier.join(&said(theirs.0, theirs.1)).changed.is_empty();
        assert_eq!(dossier.members()[0].consents.support.given, given, "{ours:?} {theirs:?}");
        assert_eq!(changed, given != ours.0);
    }
}

#[test]
fn neither_note_is_lost_and_none_is_there_twice() {
    let with = |note: &str| {
        let mut dossier = Dossier::new(&time(EARLIER));
        dossier.set_note(note.to_owned()).unwrap();
        dossier
    };
    for (ours, theirs, note) in [
        ("", "b", "b"),
        ("a", "", "a"),
        ("a", "b", "a\n\nb"),
        ("a\n\nb", "b", "a\n\nb"),
        ("b", "a\n\nb", "a\n\nb"),
    ] {
        let mut dossier = with(ours);
        assert!(!dossier.join(&with(theirs)).note_left_out);
        assert_eq!(dossier.note(), note);
    }
    let mut full = with(&"a".repeat(NOTE - 2));
    assert!(full.join(&with("b")).note_left_out);
    assert_eq!(full, with(&"a".repeat(NOTE - 2)));
    let mut fits = with(&"a".repeat(NOTE - 3));
    assert!(!fits.join(&with("b")).note_left_out);
    assert_eq!(fits.check(), Ok(()));
}

#[test]
fn a_colleague_is_named_once() {
    let mut dossier = Dossier::new(&time(EARLIER));
    let origin = |pseudonym: &str, at| Origin {
        pseudonym: pseudonym.to_owned(),
        fingerprint: "NEAJ-1R8A-TVVP-JCE7".to_owned(),
        at: time(at),
    };
    for (pseudonym, at) in [("P1", EARLIER), ("P1", LATER), ("P2", LATER)] {
        dossier.add_origin(origin(pseudonym, at));
    }
    assert_eq!(dossier.origins, [origin("P1", EARLIER), origin("P2", LATER)]);
}

#[test]
fn a_session_that_no_app_wrote_is_refused() {
    let instrument = resident();
    let complete = walk(&instrument, varied);
    for session in [begin(&instrument), complete.clone()] {
        assert_eq!(session.check(&instrument), Ok(()));
    }
    let of = |session: &Session, change: Change| {
        let mut json = serde_json::to_value(session).unwrap();
        change(&mut json);
        let session: Session = serde_json::from_value(json).unwrap();
        session.check(&instrument).unwrap_err()
    };
    let other = complete.check(&professional()).unwrap_err();
    assert!(matches!(other, SessionFault::Session(SessionError::OtherInstrument(..))));
    let refused = of(&complete, |s| s["identity"]["rater"] = "professional".into());
    assert_eq!(refused.to_string(), "the questionnaire is not asked of a professional");
    let no_item = SessionError::NoItem(item("competences.9"));
    assert_eq!(of(&complete, |s| s["answers"]["competences.9"] = 1.into()), no_item.into());
    assert_eq!(of(&complete, |s| s["manner"]["revision"] = 0.into()), SessionFault::Revision);
    let empty = begin(&instrument);
    for change in [
        (|s| s["place"] = json!({ "question": 1 })) as Change,
        |s| s["place"] = "check".into(),
        |s| s["changing"] = true.into(),
    ] {
        assert_eq!(of(&empty, change), SessionFault::Place);
    }
    assert_eq!(of(&complete, |s| s["place"] = json!({ "question": 23 })), SessionFault::Place);
}

#[test]
fn what_two_copies_of_a_session_say() {
    let instrument = resident();
    let complete = walk(&instrument, varied);
    let response = complete.complete(&instrument, instrument.norm(), time(COMPLETED)).unwrap();
    let mut begun = begin(&instrument);
    assert!(begun.is_in(&response) && !begun.differs(&complete));
    begun.answer(&instrument, &item("competences.1"), varied(0)).unwrap();
    assert!(begun.is_in(&response) && !begun.differs(&complete) && !complete.differs(&begun));
    let other = if varied(0) == value(1) { value(2) } else { value(1) };
    begun.answer(&instrument, &item("competences.1"), other).unwrap();
    assert!(!begun.is_in(&response) && begun.differs(&complete) && complete.differs(&begun));
    for (after, revision) in [(0, 1), (1, 2), (4, 5), (2, 5)] {
        begun = begun.after(after);
        assert_eq!(begun.manner().revision, revision, "after {after}");
    }
}
