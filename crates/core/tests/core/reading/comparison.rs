//! When there is a comparison and when there is something to wait for, and what is in both lists.

use super::{
    ASSUMED, BOTH, List, golden, point, points, reading, responses, subject, with_domains,
};
use crate::fixtures;
use draagkracht_core::{
    instrument::Instrument,
    norm::NormFile,
    person::{
        Moment::{T1, T2},
        Rater::{Professional, Resident},
    },
    reading::{Comparison, Missing, Newest, Reading, Sides, Waiting, comparison::TypeView},
    response::Response,
    typology::CapacityType,
};
use serde_json::{Value, json};

fn at_t1(responses: &[Response]) -> Result<Comparison, Waiting> {
    let newest = Newest::of(responses);
    Comparison::at(&reading(), &newest, &subject(&newest), T1)
}

#[test]
fn nothing_is_compared_before_both_are_complete() {
    let resident = with_domains(Resident, T1, &[1; 8]);
    let professional = with_domains(Professional, T1, &[2; 8]);
    let not_there = Some(Missing::NotThere);
    let wait = |resident, professional| Err(Waiting(Sides { resident, professional }));
    let got = |lists: &[List]| at_t1(&responses(lists)).map(|_| ());
    assert_eq!(got(std::slice::from_ref(&resident)), wait(None, not_there.clone()));
    assert_eq!(got(std::slice::from_ref(&professional)), wait(not_there.clone(), None));
    let later = List { moment: T2, ..professional.clone() };
    assert_eq!(got(&[resident.clone(), later.clone()]), wait(None, not_there.clone()));
    assert_eq!(got(&[later]), wait(not_there.clone(), not_there));
    let draft = List { completed: None, ..professional.clone() };
    assert_eq!(got(&[resident.clone(), draft]), wait(None, Some(Missing::Unfinished)));
    assert_eq!(got(&[resident, professional]), Ok(()));
}

#[test]
fn a_correction_replaces_what_it_corrects() {
    let first = with_domains(Resident, T1, &[1; 8]);
    let mut second = with_domains(Resident, T1, &[3; 8]);
    second.revision = 2;
    let professional = with_domains(Professional, T1, &[3; 8]);
    let got = at_t1(&responses(&[second, professional, first])).unwrap();
    assert_eq!(got.sources.resident.revision, 2);
    assert!(got.domains.iter().all(|row| golden::domain_row(row).ends_with("agree by 0")));
}

#[test]
fn types_are_the_same_two_or_missing() {
    let got = |resident: u8, professional: u8| {
        let lists = [
            List::all(Resident, T1, point(resident)),
            List::all(Professional, T1, point(professional)),
        ];
        at_t1(&responses(&lists)).unwrap().type_view
    };
    assert_eq!(got(5, 4), TypeView::Agree { capacity_type: CapacityType::Double });
    let (resident, professional) = (CapacityType::Double, CapacityType::Weak);
    assert_eq!(got(4, 1), TypeView::Differ(Sides { resident, professional }));
    let (resident, professional) = (None, Some(CapacityType::Weak));
    assert_eq!(got(0, 1), TypeView::Missing(Sides { resident, professional }));
    assert_eq!(got(0, 0), TypeView::Missing(Sides { resident: None, professional: None }));
}

/// A list that has something else beside the eight domains, and no topic "network".
fn other_professional() -> Instrument {
    let mut file: Value =
        serde_json::from_str(draagkracht_core::instrument::BUILT_IN[1].json).unwrap();
    file["id"] = "professional.v2".into();
    let components = file["components"].as_array_mut().unwrap();
    for item in components[1]["items"].as_array_mut().unwrap() {
        item["topic"] = "local_provision".into();
    }
    components[2]["items"][7] = json!({"id": "pets", "text": "huisdieren", "sensitive": true});
    let mut hope = components[0].clone();
    hope["id"] = "hope".into();
    components.push(hope);
    file["norm"]["cut_offs"]["hope"] = "3".into();
    Instrument::load(&fixtures::bytes(&file)).unwrap()
}

#[test]
fn what_one_list_does_not_ask_is_said_so() {
    let second = other_professional();
    let items = second.items().len();
    let mut professional = List::all(Professional, T1, point(3));
    professional.answers = vec![point(3); items];
    professional.instrument = second.clone();
    let responses = [with_domains(Resident, T1, &[3; 8]).response(), professional.response()];
    let newest = Newest::of(&responses);
    let instruments = [BOTH.as_slice(), &[second]].concat();
    let reading = Reading { instruments: &instruments, own_norm: None, assumptions: &ASSUMED };
    let got = Comparison::at(&reading, &newest, &subject(&newest), T1).unwrap();
    let components: Vec<_> = got.components.iter().map(golden::place_row).collect();
    assert_eq!(components[2], "hope: not asked | 18/6 strong close: missing, resident: not asked");
    let topics: Vec<_> = got.topics.iter().map(golden::place_row).collect();
    assert_eq!(topics[1], "network: 15/5 weak | not asked: missing, professional: not asked");
    assert_eq!(
        topics[2],
        "local_provision: 6/2 weak close | 18/6 strong close: differ, professional stronger"
    );
    let domains: Vec<_> = got.domains[7..].iter().map(golden::domain_row).collect();
    assert_eq!(
        domains,
        [
            "education: 3 | not_asked: missing, professional: not_asked",
            "pets: not_asked | 3: missing, resident: not_asked"
        ]
    );
    let sensitive: Vec<_> =
        got.domains.iter().filter(|row| row.sensitive).map(|row| row.item.as_str()).collect();
    assert_eq!(sensitive, ["burden.safety", "burden.pets"]);

    let own = json!({"format": "draagkracht-norm", "version": 1, "name": "own", "cut_offs": {
        "resident": {"competences": "3", "social_capital": "3"},
        "professional": {"competences": "3", "social_capital": "3"},
    }});
    let own = NormFile::load(&fixtures::bytes(&own)).unwrap();
    let reading = Reading { own_norm: Some(&own), ..reading };
    let got = Comparison::at(&reading, &newest, &subject(&newest), T1).unwrap();
    let hope = golden::place_row(&got.components[2]);
    assert_eq!(hope, "hope: not asked | 18/6: missing, both: not asked, no cut off");
}

#[test]
fn how_a_list_was_answered_goes_along() {
    let responses = responses(&[
        with_domains(Resident, T1, &[1; 8]),
        List { answers: points(&[0; 20]), ..List::all(Professional, T1, point(1)) },
    ]);
    let got = at_t1(&responses).unwrap().sources;
    for (source, response) in [(got.resident, &responses[0]), (got.professional, &responses[1])] {
        assert_eq!(source.response_id, response.response_id);
        assert_eq!(Some(source.completed), response.completed);
        assert_eq!(source.instrument, response.instrument.id);
        assert_eq!((source.mode, source.pseudonym), (response.mode, response.pseudonym.clone()));
    }
}
