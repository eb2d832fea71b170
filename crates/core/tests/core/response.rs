//! Whether a response that was read is what it says: every sentence of a refusal.

use crate::fixtures::{self, item, professional, resident, value};
use draagkracht_core::{
    answer::Recorded,
    norm::Norm,
    person::{Mode, Rater},
    response::{Manner, Response},
    typology::CapacityType,
};

const ID: &str = "01934f1c-8a40-7000-8000-000000000001";

fn refused(edit: impl FnOnce(&mut Response), sentence: &str) {
    let instrument = resident();
    let mut response = fixtures::response(&instrument);
    edit(&mut response);
    assert_eq!(response.check(&instrument).unwrap_err().to_string(), sentence);
}

/// Made with the residents' list and a norm of the organisation's own.
fn by_own_norm() -> Response {
    let instrument = resident();
    let cut_offs = instrument.norm().cut_offs.keys().map(|id| (id.clone(), "1".to_owned()));
    let cut_offs = cut_offs.map(|(id, cut_off)| (id, cut_off.try_into().unwrap())).collect();
    let norm = Norm { name: "own".to_owned(), cut_offs };
    let session = fixtures::walk(&instrument, |_| value(3));
    session.complete(&instrument, &norm, fixtures::time(fixtures::COMPLETED)).unwrap()
}

#[test]
fn what_is_made_here_is_right() {
    for instrument in [resident(), professional()] {
        assert_eq!(fixtures::response(&instrument).check(&instrument), Ok(()));
    }
}

#[test]
fn version_and_format() {
    refused(
        |response| response.version = 2,
        "the record is \"draagkracht-response\" version 2, not \"draagkracht-response\" version 1",
    );
    refused(
        |response| response.format = "draagkracht-case".to_owned(),
        "the record is \"draagkracht-case\" version 1, not \"draagkracht-response\" version 1",
    );
}

#[test]
fn instrument_that_is_not_here() {
    refused(
        |response| response.instrument.id = "resident.v2".to_owned(),
        &format!("response {ID}: this program has no instrument \"resident.v2\": update it"),
    );
}

#[test]
fn hash_of_another_file() {
    let other = "0".repeat(64);
    refused(
        |response| response.instrument.hash.clone_from(&other),
        &format!("response {ID}: its \"resident.v1\" is not the published file (hash {other})"),
    );
}

#[test]
fn rater_who_is_not_asked() {
    refused(
        |response| response.rater = Rater::Professional,
        &format!("response {ID}: \"resident.v1\" is not asked of a professional"),
    );
}

#[test]
fn item_that_is_not_in_the_list() {
    refused(
        |response| _ = response.answers.insert(item("competences.9"), Recorded::NotAsked),
        &format!("response {ID}: \"resident.v1\" has no item \"competences.9\""),
    );
}

#[test]
fn item_of_which_nothing_is_said() {
    refused(
        |response| _ = response.answers.remove("burden.safety"),
        &format!("response {ID}: it says nothing about item \"burden.safety\" of \"resident.v1\""),
    );
}

#[test]
fn score_that_does_not_follow() {
    let sentence = format!("response {ID}: its score does not follow from its answers");
    let five = Recorded::Answered(value(5));
    refused(|r| _ = r.answers.insert(item("competences.1"), five), &sentence);
    refused(|r| r.score.capacity_type = Some(CapacityType::Double), &sentence);
    refused(|r| _ = r.score.components.remove("burden"), &sentence);
}

#[test]
fn type_by_a_norm_that_is_not_here_is_left_as_it_is() {
    let instrument = resident();
    let mut response = by_own_norm();
    assert_eq!(response.score.norm, "own");
    assert_eq!(response.score.capacity_type, Some(CapacityType::Double));
    assert_eq!(response.check(&instrument), Ok(()));
    let five = Recorded::Answered(value(5));
    response.answers.insert(item("competences.1"), five);
    assert_eq!(
        response.check(&instrument).unwrap_err().to_string(),
        format!("response {ID}: its score does not follow from its answers"),
        "sums and counts need no norm"
    );
}

#[test]
fn a_draft_says_which_items_were_not_asked() {
    let instrument = resident();
    let answers = [(item("competences.1"), value(4))].into();
    let identity = fixtures::identity(&instrument);
    let draft = Response::new(
        identity,
        &instrument,
        instrument.norm(),
        &answers,
        Manner { mode: Mode::Helped, explanation_used: true, unblinded: false, revision: 2 },
        None,
    );
    let not_asked = draft.answers.values().filter(|r| **r == Recorded::NotAsked).count();
    assert_eq!((draft.answers.len(), not_asked), (23, 22));
    assert_eq!((draft.completed.as_ref(), draft.score.capacity_type), (None, None));
    assert_eq!(draft.check(&instrument), Ok(()));
}
