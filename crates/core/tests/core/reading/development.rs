//! A development when moments are missing, clocks are wrong, or the list was another version.

use super::{
    ASSUMED, BOTH, List, golden, point, points, reading, responses, subject, with_domains,
};
use crate::fixtures;
use draagkracht_core::{
    instrument::Instrument,
    person::{
        Moment::{T1, T2, T3},
        Rater::{Professional, Resident},
    },
    reading::{
        Development, Missing, Newest, Reading,
        change::Course,
        development::{Point, State},
    },
    response::Response,
};
use serde_json::Value;

/// A moment, with how many domains are severe or why there is nothing.
pub fn told(point: &Point) -> String {
    let state = match &point.state {
        State::Missing(why) => golden::word(why),
        State::Answered(picture) => golden::severe(picture.severe),
    };
    format!("{}: {state}", point.moment)
}

fn development(reading: &Reading<'_>, responses: &[Response]) -> Development {
    // Its own reading, since everything that is read lives as long.
    let reading = Reading { ..*reading };
    let newest = Newest::of(responses);
    Development::of(&reading, &newest, &subject(&newest), Resident)
}

#[test]
fn nothing_at_all_of_a_rater() {
    let only_other = responses(&[with_domains(Professional, T1, &[1; 8])]);
    let got = development(&reading(), &only_other);
    let moments: Vec<_> = got.moments.iter().map(told).collect();
    assert_eq!(moments, ["T1: not_there", "T2: not_there", "T3: not_there"]);
    assert_eq!((got.changes, got.clock_disagrees), (vec![], false));
}

#[test]
fn the_order_is_that_of_the_moments_and_a_wrong_clock_is_pointed_out() {
    let mut lists = [with_domains(Resident, T2, &[5; 8]), with_domains(Resident, T3, &[1; 8])];
    assert!(!development(&reading(), &responses(&lists)).clock_disagrees);
    lists[1].completed = lists[0].completed;
    assert!(!development(&reading(), &responses(&lists)).clock_disagrees, "at once is not before");
    lists[1].completed = Some("2019-01-01T00:00:00Z");
    let got = development(&reading(), &responses(&lists));
    assert!(got.clock_disagrees);
    assert_eq!(
        got.moments.iter().map(told).collect::<Vec<_>>(),
        ["T1: not_there", "T2: 8", "T3: 0"]
    );
    assert_eq!((got.changes.len(), got.changes[0].from, got.changes[0].to), (1, T2, T3));
    assert!(got.changes[0].domains.iter().all(|domain| domain.course == Some(Course::Lower)));
}

#[test]
fn a_draft_is_not_a_moment() {
    let mut draft = with_domains(Resident, T2, &[5; 8]);
    draft.completed = None;
    let got = development(&reading(), &responses(&[with_domains(Resident, T1, &[4; 8]), draft]));
    assert_eq!(
        got.moments.iter().map(told).collect::<Vec<_>>(),
        ["T1: 8", "T2: unfinished", "T3: not_there"]
    );
    assert_eq!(got.changes, []);
}

/// `resident.v2`, with something changed.
fn second_version(edit: impl FnOnce(&mut Value)) -> Instrument {
    let mut file = fixtures::resident_file();
    file["id"] = "resident.v2".into();
    edit(&mut file);
    Instrument::load(&fixtures::bytes(&file)).unwrap()
}

/// T1 by the first version, all 2 and no problem; T3 by the second, all 4 and severe.
fn over_versions(second: Instrument) -> Vec<String> {
    let mut after = List::all(Resident, T3, point(4));
    after.answers = vec![point(4); second.items().len()];
    after.instrument = second.clone();
    let before = with_twos();
    let instruments = [BOTH.as_slice(), &[second]].concat();
    let reading = Reading { instruments: &instruments, own_norm: None, assumptions: &ASSUMED };
    let responses = responses(&[before, after]);
    let newest = Newest::of(&responses);
    let got = Development::of(&reading, &newest, &subject(&newest), Resident);
    got.changes.iter().flat_map(golden::change).collect()
}

fn with_twos() -> List {
    let mut list = List::all(Resident, T1, point(2));
    list.answers.splice(15.., points(&[1; 8]));
    list
}

/// 8 x 2 = 16 and 8 x 4 = 32, 7 x 2 = 14 and 7 x 4 = 28; from none severe to eight.
#[test]
fn another_version_with_the_same_items() {
    let got = over_versions(second_version(|file| file["title"] = "Nieuw".into()));
    assert_eq!(got[0], "T1-T3 competences: 16/8 to 32/8: higher");
    assert_eq!(got[1], "T1-T3 social_capital: 14/7 to 28/7: higher");
    assert_eq!(got[2], "T1-T3 burden: 0 to 8 of 8: higher");
    assert_eq!(got.len(), 3 + 8);
}

/// Two items of competences reworded leave 6, which is enough; a stem reworded leaves nothing of
/// social capital; one domain reworded leaves 7 of 8.
#[test]
fn a_reworded_item_is_another_item() {
    let got = over_versions(second_version(|file| {
        file["components"][0]["items"][0]["text"] = "Ik los het zelf op.".into();
        file["components"][0]["items"][7]["text"] = "Ik ben duidelijk.".into();
        file["components"][1]["stem"] = "Klopt dit?".into();
        file["components"][2]["items"][0]["text"] = "geld".into();
    }));
    assert_eq!(got[0], "T1-T3 competences: 12/6 to 24/6: higher");
    assert_eq!(got[1], "T1-T3 social_capital: 0 of 6: too few");
    assert_eq!(got[2], "T1-T3 burden: 7 of 8: too few");
    assert_eq!(got[3], "T1-T3 finances: 1 to 4: unknown");
    assert_eq!(got[4], "T1-T3 daytime: 1 to 4: higher");
}

#[test]
fn other_words_for_the_points_are_another_question() {
    let got = over_versions(second_version(|file| {
        file["scales"][1]["options"][2] = "Matig".into();
    }));
    assert_eq!(got[1], "T1-T3 social_capital: 14/7 to 28/7: higher", "on the other scale");
    assert_eq!(got[2], "T1-T3 burden: 0 of 8: too few");
}

#[test]
fn a_domain_that_is_new_was_not_asked_before() {
    let got = over_versions(second_version(|file| {
        let domains = file["components"][2]["items"].as_array_mut().unwrap();
        domains[0]["id"] = "debts".into();
    }));
    assert_eq!(got[3], "T1-T3 debts: not_asked to 4: unknown");
}

#[test]
fn an_instrument_that_is_not_here_cannot_be_read() {
    let mut list = with_domains(Resident, T1, &[1; 8]);
    list.instrument = second_version(|file| file["title"] = "Nieuw".into());
    let mut forged = with_domains(Resident, T2, &[1; 8]).response();
    forged.instrument.hash = "0".repeat(64);
    let got = development(&reading(), &[list.response(), forged]);
    let states: Vec<_> = got.moments.into_iter().map(|point| point.state).collect();
    let other = |id: &str| State::Missing(Missing::OtherInstrument(id.to_owned()));
    assert_eq!(
        states,
        [other("resident.v2"), other("resident.v1"), State::Missing(Missing::NotThere)],
        "the hash says which file it was"
    );
}

#[test]
fn why_there_is_nothing_has_a_sentence() {
    for (missing, sentence) in [
        (Missing::NotThere, "there is none"),
        (Missing::Unfinished, "it is not complete"),
        (Missing::OtherInstrument("a.v9".to_owned()), "its instrument \"a.v9\" is not here"),
    ] {
        assert_eq!(missing.to_string(), sentence);
    }
}
