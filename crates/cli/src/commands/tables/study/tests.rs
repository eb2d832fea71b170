//! Who counts and who does not, without an archive.

use super::*;
use crate::archive::records::common::{contents, contents_with_plan};
use draagkracht_bundle::Contents;
use draagkracht_core::{
    person::Person,
    plan::{InterventionType, Plan},
    reading::Assumptions,
    response::Response,
};

/// As if it were received, from people who agreed to research.
fn received(contents: Contents) -> Received {
    let mut received = Received::default();
    for mut case in contents.cases {
        case.consents.research.given = true;
        let agreed = BTreeMap::from([(case.person.clone(), case.consents.clone())]);
        let known = KnownCase { case, consents: agreed };
        received.cases.insert(known.case.case_id, known);
    }
    for response in contents.responses {
        let known = KnownResponse { response, contested: false };
        received.responses.insert(known.response.response_id, known);
    }
    for plan in contents.plans {
        received.plans.entry(plan.case_id).or_default().push(plan);
    }
    received
}

/// Looks at the study that comes of it.
fn study<T>(
    received: &Received,
    instruments: &[Instrument],
    choice: Choice,
    look: impl Fn(&Study<'_>) -> T,
) -> T {
    let assumptions = Assumptions::built_in().unwrap();
    let reading = Reading { instruments, own_norm: None, assumptions: &assumptions };
    look(&Study::of(received, &reading, choice))
}

fn instruments() -> Vec<Instrument> {
    ["resident.v1", "professional.v1"].map(|id| Instrument::built_in(id).unwrap().unwrap()).into()
}

/// The resident's list of the vectors, at another moment and under another id.
fn list_at(moment: Moment, id: u128) -> Response {
    let mut response = contents().responses.remove(0);
    (response.moment, response.response_id) = (moment, Uuid::from_u128(id));
    response
}

#[test]
fn a_list_of_an_instrument_that_is_not_at_hand_is_counted_by_its_name() {
    let left_out = study(&received(contents()), &[], Choice::default(), |s| s.left_out.clone());
    let expected = [("resident.v1", 1), ("professional.v1", 1)];
    let expected = expected.map(|(id, count)| (id.to_owned(), count)).into();
    assert_eq!(left_out, LeftOut { unknown: expected, ..LeftOut::default() });
}

#[test]
fn only_the_person_who_asked_counts_and_what_is_contested_is_told() {
    let mut all = contents();
    all.responses[0].person = Person::try_from("2".to_owned()).unwrap();
    let mut received = received(all);
    received.responses.values_mut().for_each(|known| known.contested = true);
    let found = study(&received, &instruments(), Choice::default(), |s| {
        let list = |rater| s.members[0].list(rater, Moment::T1).is_some();
        (list(Rater::Resident), list(Rater::Professional), s.left_out.clone())
    });
    let left_out = LeftOut { others: 1, contested: 2, ..LeftOut::default() };
    assert_eq!(found, (false, true, left_out));
}

#[test]
fn the_panel_has_a_list_at_each_moment() {
    let panel = |moments: &[Moment]| {
        let mut all = contents();
        all.responses = moments.iter().zip(1..).map(|(at, id)| list_at(*at, id)).collect();
        study(&received(all), &instruments(), Choice::default(), |s| s.members[0].is_in_panel())
    };
    assert!(panel(&Moment::ALL));
    assert!(!panel(&Moment::ALL[..2]));
    assert!(!panel(&[Moment::T1, Moment::T3]));
}

#[test]
fn change_is_on_what_was_answered_at_both_moments_and_equality_is_exact() {
    let mut all = contents();
    all.responses = vec![list_at(Moment::T1, 1), list_at(Moment::T3, 3)];
    let shift = |all: Contents| {
        let look = |s: &Study<'_>| {
            s.members[0].shift(Rater::Resident, [Moment::T1, Moment::T3], Variable::Competences)
        };
        study(&received(all), &instruments(), Choice::default(), look)
    };
    let same = Shift { course: Course::Same, difference: 0.0 };
    assert_eq!(shift(all.clone()), Some(same));
    // Seven of eight are answered with a value; one of them goes from 4 to 5.
    let item = all.responses[1].answers.iter().find(|(id, _)| id.as_str() == "competences.1");
    assert_eq!(item.unwrap().1.answer().and_then(Answer::value).map(u8::from), Some(4));
    let json = serde_json::to_string(&all.responses[1]).unwrap();
    let json = json.replacen("\"competences.1\":4", "\"competences.1\":5", 1);
    all.responses[1] = serde_json::from_str(&json).unwrap();
    let higher = shift(all).unwrap();
    assert_eq!(higher.course, Course::Higher);
    assert!((higher.difference - 1.0 / 7.0).abs() < 1e-12);
}

#[test]
fn who_is_not_wanted_is_left_out() {
    let mut all = contents();
    all.responses[0].mode = Mode::ByProxy;
    let mut later = contents().responses.remove(1);
    (later.moment, later.response_id) = (Moment::T2, Uuid::from_u128(9));
    later.pseudonym = Some("P2".to_owned());
    all.responses.push(later);
    let received = received(all);
    let left_out = |choice| {
        study(&received, &instruments(), choice, |s| (s.members.len(), s.left_out.clone()))
    };
    assert_eq!(left_out(Choice::default()), (1, LeftOut::default()));
    let proxies = Choice { without_proxies: true, ..Choice::default() };
    assert_eq!(left_out(proxies), (1, LeftOut { proxies: 1, ..LeftOut::default() }));
    let same = Choice { same_professional: true, ..Choice::default() };
    assert_eq!(left_out(same), (0, LeftOut { other_professional: 1, ..LeftOut::default() }));
}

#[test]
fn plans_of_one_case_are_taken_together() {
    let mut all = contents_with_plan();
    let mut next: Plan = all.plans[0].clone();
    next.plan_id = Uuid::from_u128(5);
    next.interventions[0].actors = [Actor::Network].into();
    let mut unsaid = next.interventions[0].clone();
    unsaid.intervention_type = InterventionType::Trust;
    unsaid.actors.clear();
    next.interventions.push(unsaid);
    all.plans.push(next);
    let used = study(&received(all), &instruments(), Choice::default(), |s| {
        s.members[0].measures.clone().unwrap().used
    });
    let everyone = BTreeSet::from([Actor::Resident, Actor::Professional, Actor::Network]);
    let expected =
        [(InterventionType::ReduceBurden, Some(everyone)), (InterventionType::Trust, None)];
    assert_eq!(used, expected.into());
}
