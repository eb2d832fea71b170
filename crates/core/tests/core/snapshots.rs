//! The JSON that is kept and handed in. A changed snapshot is a changed format: a new version of it,
//! docs/format.md, and a way to read the old one.

use crate::fixtures::{self, item, resident, resident_in_english, time, value, walk};
use draagkracht_core::{
    case::{self, Case, Consent, Consents},
    config::{Config, Organisation},
    person::Person,
    report::Report,
    response::{Manner, Response},
    session::Session,
};
use insta::assert_json_snapshot;
use serde::{Serialize, de::DeserializeOwned};
use std::fmt::Debug;
use uuid::Uuid;

/// What was written reads back as what it was.
fn reads_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(written: &T) {
    let json = serde_json::to_string(written).unwrap();
    assert_eq!(&serde_json::from_str::<T>(&json).unwrap(), written);
}

#[test]
fn session_half_way() {
    let instrument = resident();
    let mut session = fixtures::begin(&instrument);
    for at in 0..7 {
        let id = instrument.items()[at].id.clone();
        session.answer(&instrument, &id, fixtures::varied(at)).unwrap();
        session.next(&instrument).unwrap();
    }
    session.use_explanation();
    reads_back(&session);
    assert_json_snapshot!(session);
}

#[test]
fn session_at_the_check() {
    let session: Session = walk(&resident(), |_| value(4));
    let json = serde_json::to_value(&session).unwrap();
    assert_json_snapshot!((&json["place"], &json["changing"]));
}

#[test]
fn response() {
    let instrument = resident();
    let response = fixtures::response(&instrument);
    reads_back(&response);
    assert_json_snapshot!(response);
}

#[test]
fn response_in_translation_with_a_pseudonym_and_no_type() {
    let dutch = resident();
    let english = dutch.translate(&fixtures::bytes(&resident_in_english())).unwrap();
    let mut identity = fixtures::identity(&english);
    identity.pseudonym = Some("P07".to_owned());
    let answers = [(item("competences.1"), value(4))].into();
    let mode = draagkracht_core::person::Mode::ReadAloud;
    let manner = Manner { mode, explanation_used: true, unblinded: true, revision: 3 };
    let norm = english.norm().clone();
    let draft = Response::new(identity, &english, &norm, &answers, manner, None);
    reads_back(&draft);
    let json = serde_json::to_value(&draft).unwrap();
    let of = [
        "pseudonym",
        "instrument",
        "mode",
        "explanation_used",
        "unblinded",
        "revision",
        "completed",
        "score",
    ];
    assert_json_snapshot!(of.map(|field| (field, &json[field])));
}

#[test]
fn report() {
    let instrument = resident();
    let report = Report::of(&instrument, instrument.norm(), &fixtures::response(&instrument));
    reads_back(&report);
    assert_json_snapshot!(report);
}

#[test]
fn case_with_two_consents() {
    let case = Case {
        format: case::FORMAT.to_owned(),
        version: case::VERSION,
        case_id: Uuid::from_u128(0x0193_4f1c_8a40_7000_8000_0000_0000_0002),
        case_code: "73D0-9NZF".parse().unwrap(),
        person: Person::first(),
        created: time(fixtures::STARTED),
        consents: Consents {
            support: Consent { given: true, since: time(fixtures::STARTED) },
            research: Consent { given: false, since: time(fixtures::COMPLETED) },
        },
    };
    reads_back(&case);
    assert_json_snapshot!(case);
}

#[test]
fn config() {
    let organisation = Organisation {
        name: "Gemeente Voorbeeld".to_owned(),
        help: "Vraag het aan degene die u de code gaf.".to_owned(),
        phone: Some("14 000".to_owned()),
    };
    let recipients = vec![format!("age1{}", "q".repeat(58))];
    let config = Config::new(organisation, recipients, Some("RWQ".to_owned()));
    let json = serde_json::to_vec(&config).unwrap();
    assert_eq!(Config::load(&json).unwrap(), config);
    assert_json_snapshot!(config);
}
