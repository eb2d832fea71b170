//! A person going through a list: forward, back, to the check, to one answer and straight back.

use crate::fixtures::{
    self, COMPLETED, begin, item, professional, resident, resident_file, resident_in_english, time,
    value, varied, walk,
};
use draagkracht_core::{
    answer::{Answer, Recorded},
    instrument::Instrument,
    person::Mode,
    session::{Place, Session, SessionError},
};

#[test]
fn from_the_first_question_to_a_completed_response() {
    for instrument in [resident(), professional()] {
        let session = walk(&instrument, varied);
        assert_eq!(session.place(), Place::Check);
        assert_eq!(session.answered(), instrument.items().len());
        let response = session.complete(&instrument, instrument.norm(), time(COMPLETED)).unwrap();
        for (at, item) in instrument.items().iter().enumerate() {
            assert_eq!(response.answers[&item.id], Recorded::Answered(varied(at)));
        }
        assert_eq!(response.rater, instrument.rater());
        assert_eq!(&response.instrument, instrument.reference());
        assert_eq!((response.mode, response.revision), (Mode::Alone, 1));
        assert_eq!(response.completed, Some(time(COMPLETED)));
        assert!(!response.explanation_used);
        assert_eq!(response.check(&instrument), Ok(()));
    }
}

#[test]
fn nothing_is_answered_at_the_start() {
    let instrument = resident();
    let session = begin(&instrument);
    assert_eq!(session.place(), Place::Question(0));
    assert_eq!(session.answered(), 0);
    assert!(!session.is_changing());
    for item in instrument.items() {
        assert_eq!(session.answer_to(&item.id), None);
    }
}

#[test]
fn no_step_without_an_answer() {
    let instrument = resident();
    let mut session = begin(&instrument);
    assert_eq!(
        session.next(&instrument).unwrap_err().to_string(),
        "item \"competences.1\" has no answer yet"
    );
    assert_eq!(session.place(), Place::Question(0));
    for answer in [Answer::DontKnow, Answer::WontSay, value(3)] {
        let mut session = begin(&instrument);
        session.answer(&instrument, &item("competences.1"), answer).unwrap();
        session.next(&instrument).unwrap();
        assert_eq!(session.place(), Place::Question(1));
    }
}

#[test]
fn no_answer_to_what_is_not_asked() {
    let instrument = resident();
    let mut session = begin(&instrument);
    let unknown = item("competences.9");
    for refused in [
        session.answer(&instrument, &unknown, value(1)),
        session.clone().change(&instrument, &unknown),
    ] {
        assert_eq!(
            refused.unwrap_err().to_string(),
            "the instrument has no item \"competences.9\""
        );
    }
    assert_eq!(session.answered(), 0);
}

#[test]
fn no_completion_with_an_open_question() {
    let instrument = resident();
    let mut session = begin(&instrument);
    for item in &instrument.items()[..22] {
        session.answer(&instrument, &item.id, value(2)).unwrap();
    }
    let refused = session.complete(&instrument, instrument.norm(), time(COMPLETED));
    assert_eq!(refused.unwrap_err().to_string(), "item \"burden.education\" has no answer yet");
}

#[test]
fn no_going_on_with_another_file() {
    let instrument = resident();
    let session = walk(&instrument, varied);
    let mut file = resident_file();
    file["title"] = "Another title".into();
    let other = Instrument::load(&fixtures::bytes(&file)).unwrap();
    let hash = &instrument.reference().hash;
    let sentence = format!("the session was begun with \"resident.v1\" (hash {hash})");
    assert_eq!(session.resume(&other).unwrap_err().to_string(), sentence);
    let refused = session.complete(&other, other.norm(), time(COMPLETED));
    assert_eq!(refused.unwrap_err().to_string(), sentence);
    assert_eq!(session.resume(&instrument), Ok(()));
}

#[test]
fn another_language_is_the_same_list() {
    let dutch = resident();
    let english = dutch.clone().translate(&fixtures::bytes(&resident_in_english())).unwrap();
    let session = walk(&dutch, varied);
    assert_eq!(session.resume(&english), Ok(()));
    let response = session.complete(&english, english.norm(), time(COMPLETED)).unwrap();
    assert_eq!(response.instrument.translation.as_ref().unwrap().language, "en");
    assert_eq!(response.check(&dutch), Ok(()), "checked against the list itself");
}

#[test]
fn a_change_goes_from_the_check_and_straight_back() {
    let instrument = resident();
    let mut session = walk(&instrument, varied);
    session.change(&instrument, &item("social_capital.1")).unwrap();
    assert_eq!((session.place(), session.is_changing()), (Place::Question(8), true));
    session.answer(&instrument, &item("social_capital.1"), value(5)).unwrap();
    session.next(&instrument).unwrap();
    assert_eq!((session.place(), session.is_changing()), (Place::Check, false));
    assert_eq!(session.answer_to(&item("social_capital.1")), Some(value(5)));
    assert_eq!(session.answered(), 23);
}

#[test]
fn back_from_a_change_is_back_to_the_check() {
    let instrument = resident();
    let mut session = walk(&instrument, varied);
    let before = session.clone();
    for id in ["competences.1", "burden.education"] {
        session.change(&instrument, &item(id)).unwrap();
        assert!(session.back(&instrument));
        assert_eq!(session, before);
    }
}

#[test]
fn a_change_needs_every_answer_as_the_check_does() {
    let instrument = resident();
    let mut session = begin(&instrument);
    session.answer(&instrument, &item("competences.1"), value(1)).unwrap();
    session.next(&instrument).unwrap();
    assert_eq!(
        session.change(&instrument, &item("burden.safety")),
        Err(SessionError::NoAnswer(item("competences.2")))
    );
    assert_eq!((session.place(), session.is_changing()), (Place::Question(1), false));
}

#[test]
fn back_through_the_whole_list_to_the_first_question() {
    let instrument = resident();
    let mut session = walk(&instrument, varied);
    for at in (0..23).rev() {
        assert!(session.back(&instrument));
        assert_eq!(session.place(), Place::Question(at));
    }
    assert!(!session.back(&instrument), "there is nothing before the first question");
    assert_eq!((session.place(), session.answered()), (Place::Question(0), 23));
}

#[test]
fn next_at_the_check_stays_there() {
    let instrument = resident();
    let mut session = walk(&instrument, varied);
    session.next(&instrument).unwrap();
    assert_eq!(session.place(), Place::Check);
}

#[test]
fn the_browsers_buttons_lead_to_what_was_reached_and_no_further() {
    let instrument = resident();
    let mut session = begin(&instrument);
    for id in ["competences.1", "competences.2"] {
        session.answer(&instrument, &item(id), value(4)).unwrap();
    }
    for (place, reached) in [
        (Place::Question(0), true),
        (Place::Question(2), true),
        (Place::Question(3), false),
        (Place::Question(22), false),
        (Place::Question(23), false),
        (Place::Question(usize::MAX), false),
        (Place::Check, false),
    ] {
        let before = session.place();
        assert_eq!(session.go_to(&instrument, place), reached, "{place:?}");
        assert_eq!(session.place(), if reached { place } else { before });
    }
    let mut session = walk(&instrument, varied);
    assert!(session.go_to(&instrument, Place::Question(22)));
    assert!(session.go_to(&instrument, Place::Check));
    assert!(!session.go_to(&instrument, Place::Question(23)));
}

#[test]
fn the_browsers_buttons_end_a_change() {
    let instrument = resident();
    let mut session = walk(&instrument, varied);
    session.change(&instrument, &item("burden.safety")).unwrap();
    assert!(session.go_to(&instrument, Place::Question(2)));
    assert!(!session.is_changing());
    session.next(&instrument).unwrap();
    assert_eq!(session.place(), Place::Question(3), "and no longer straight to the check");
}

#[test]
fn an_opened_explanation_is_recorded() {
    let instrument = resident();
    let mut session = walk(&instrument, varied);
    session.use_explanation();
    let response = session.complete(&instrument, instrument.norm(), time(COMPLETED)).unwrap();
    assert!(response.explanation_used);
}

#[test]
fn a_session_with_an_unknown_field_is_refused() {
    let json = serde_json::to_string(&begin(&resident())).unwrap();
    let json = json.replacen("\"place\"", "\"time_spent\":3,\"place\"", 1);
    let refused = serde_json::from_str::<Session>(&json).unwrap_err().to_string();
    assert!(refused.starts_with("unknown field `time_spent`, expected one of"), "{refused}");
}

/// Two tabs answered the same list: each gave an answer of its own, and both changed one.
#[test]
fn joining_keeps_the_answers_of_both() {
    let instrument = resident();
    let id = |at: usize| instrument.items()[at].id.clone();
    let mut before = begin(&instrument);
    for at in 0..3 {
        before.answer(&instrument, &id(at), value(1)).unwrap();
        before.next(&instrument).unwrap();
    }
    let (mut ours, mut theirs) = (before.clone(), before.clone());
    ours.answer(&instrument, &id(0), value(2)).unwrap();
    ours.answer(&instrument, &id(3), value(3)).unwrap();
    theirs.answer(&instrument, &id(0), value(4)).unwrap();
    theirs.answer(&instrument, &id(1), value(5)).unwrap();
    theirs.use_explanation();
    theirs.back(&instrument);
    let joined = ours.clone().join(Some(&before), theirs);
    let answers = [0, 1, 2, 3].map(|at| joined.answer_to(&id(at)));
    assert_eq!(answers, [2, 5, 1, 3].map(|v| Some(value(v))), "ours over theirs over before");
    assert_eq!(joined.place(), ours.place());
}
