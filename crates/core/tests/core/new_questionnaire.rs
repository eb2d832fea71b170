//! A new questionnaire is a file: one with other components, items and points loads, is walked,
//! scored and reported by the same code.

use crate::fixtures::{COMPLETED, bytes, time, value, walk};
use draagkracht_core::{
    instrument::{Instrument, Topic},
    person::Rater,
    report::{Report, Severe},
    session::Place,
};
use serde_json::json;

fn neighbours() -> Instrument {
    let file = json!({
        "format": "draagkracht-instrument",
        "version": 1,
        "id": "neighbours.v12",
        "rater": "professional",
        "language": "nl",
        "title": "Over de buurt",
        "source": "made for this test",
        "scales": [{"id": "often", "options": ["Nooit", "Zelden", "Soms", "Vaak", "Altijd"]}],
        "missing": {"dont_know": "Geen idee", "wont_say": "Zeg ik niet"},
        "components": [
            {
                "id": "noise", "title": "Lawaai", "stem": "Hoe vaak hoort u dit?", "scale": "often",
                "score": {"count": {"from": 3, "needed": 1}}, "source": "ours",
                "items": [
                    {"id": "music", "text": "muziek"},
                    {"id": "traffic", "text": "verkeer", "sensitive": true},
                ],
            },
            {
                "id": "contact", "title": "Contact", "stem": "Hoe vaak?", "scale": "often",
                "score": {"mean": {"needed": 2, "clear_change": "1"}}, "source": "ours",
                "items": [
                    {"id": "greet", "text": "Groet de buren", "topic": "network"},
                    {"id": "help", "text": "Helpt de buren", "plain": "Doet iets voor ze."},
                    {"id": "visit", "text": "Gaat op bezoek"},
                ],
            },
        ],
        "norm": {"name": "guess", "cut_offs": {"contact": "2.5"}},
        "assumptions": [],
    });
    Instrument::load(&bytes(&file)).unwrap()
}

#[test]
fn it_loads() {
    let list = neighbours();
    assert_eq!((list.id(), list.reference().version), ("neighbours.v12", 12));
    assert_eq!(
        (list.rater(), list.language(), list.title()),
        (Rater::Professional, "nl", "Over de buurt")
    );
    let ids: Vec<_> = list.items().iter().map(|item| item.id.as_str()).collect();
    assert_eq!(
        ids,
        ["noise.music", "noise.traffic", "contact.greet", "contact.help", "contact.visit"]
    );
    let (at, item) = list.item("contact.help").unwrap();
    assert_eq!((at, item.plain.as_deref(), item.topic), (3, Some("Doet iets voor ze."), None));
    assert_eq!(list.component_of(item).title, "Contact");
    assert_eq!(list.component_of(item).options[4], "Altijd");
    assert_eq!(list.items()[2].topic, Some(Topic::Network));
    assert!(list.items()[1].sensitive && !list.items()[0].sensitive);
    assert!(list.item("contact").is_none());
}

#[test]
fn it_is_walked_scored_and_reported() {
    let list = neighbours();
    // music 3, traffic 2, greet 1, help 2, visit 5: noise 1 of 2 from 3 on; contact 8/3 = 2.6667.
    let session = walk(&list, |at| value([3, 2, 1, 2, 5][at]));
    assert_eq!(session.place(), Place::Check);
    let response = session.complete(&list, list.norm(), time(COMPLETED)).unwrap();
    assert_eq!(response.check(&list), Ok(()));
    assert_eq!(response.score.components["contact"].mean().unwrap().to_string(), "2.6667");
    assert_eq!(response.score.components["noise"].count(), Some(1));
    assert_eq!(response.score.capacity_type, None, "types need competences and social capital");
    let report = Report::of(&list, list.norm(), &response);
    assert_eq!(report.severe, Some(Severe { count: 1, at_least: false }));
    assert_eq!(report.strengths.len(), 1);
    let standing = report.capacity[0].standing.unwrap();
    assert!(standing.strong && standing.close, "0.1667 above, a step is 1/3");
}
