//! Answers whose score, type, closeness and report were worked out by hand: `tests/golden/*.json`.

use crate::fixtures;
use draagkracht_core::{
    answer::Recorded,
    instrument::{Instrument, ItemId},
    norm::{Norm, NormFile},
    report::{Report, Severe},
    response::{Manner, Response},
    score::ComponentScore,
    typology::{CapacityType, Standing},
};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "about")]
    _about: String,
    norm: Option<serde_json::Value>,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[serde(rename = "working")]
    _working: String,
    instrument: String,
    answers: BTreeMap<String, Vec<Recorded>>,
    competences: Mean,
    social_capital: Mean,
    burden: Burden,
    #[serde(rename = "type")]
    capacity_type: Option<CapacityType>,
    strengths: Vec<String>,
    heaviest_first: Vec<String>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Mean {
    sum: u16,
    answered: u8,
    #[serde(rename = "mean")]
    shown: Option<String>,
    standing: Option<Standing>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Burden {
    severe: u8,
    answered: u8,
    at_least: bool,
}

#[test]
fn residents() {
    check(include_str!("../golden/resident.v1.json"));
}

#[test]
fn professionals() {
    check(include_str!("../golden/professional.v1.json"));
}

#[test]
fn an_organisations_own_norm() {
    check(include_str!("../golden/own_norm.json"));
}

fn check(json: &str) {
    let file: File = serde_json::from_str(json).unwrap();
    let own = file.norm.map(|norm| NormFile::load(&fixtures::bytes(&norm)).unwrap());
    for case in &file.cases {
        let instrument = fixtures::instrument(&case.instrument);
        let norm =
            own.as_ref().map_or(instrument.norm().clone(), |n| n.for_rater(instrument.rater()));
        case.check(&instrument, &norm);
    }
}

impl Case {
    fn check(&self, instrument: &Instrument, norm: &Norm) {
        let name = &self.name;
        let response = self.response(instrument, norm);
        let report = Report::of(instrument, norm, &response);
        assert_eq!(response.score.norm, norm.name, "{name}");
        assert_eq!(response.score.capacity_type, self.capacity_type, "{name}: type");
        for (at, mean) in [&self.competences, &self.social_capital].into_iter().enumerate() {
            let capacity = &report.capacity[at];
            let component = &capacity.component;
            assert_eq!(capacity.score, response.score.components[component], "{name}");
            let (sum, answered) = match capacity.score {
                ComponentScore::Mean { sum, answered, .. } => (sum, answered),
                ComponentScore::Count { .. } => unreachable!("{name}: {component} has no mean"),
            };
            let shown = capacity.score.mean().map(|mean| mean.to_string());
            let got = Mean { sum, answered, shown, standing: capacity.standing };
            assert_eq!(&got, mean, "{name}: {component}");
        }
        let Burden { severe: count, answered, at_least } = self.burden;
        assert_eq!(report.severe, Some(Severe { count, at_least }), "{name}: severe");
        let burden = response.score.components["burden"];
        assert_eq!(burden.answered(), answered, "{name}: burden");
        assert_eq!(burden.count(), (!at_least).then_some(count), "{name}: burden");
        let strengths: Vec<_> = report.strengths.iter().map(ItemId::as_str).collect();
        assert_eq!(strengths, self.strengths, "{name}: strengths");
        let domains: Vec<_> =
            report.burden.iter().map(|d| &d.item.as_str()["burden.".len()..]).collect();
        assert_eq!(domains, self.heaviest_first, "{name}: heaviest first");
        let severe = report.burden.iter().filter(|domain| domain.severe).count();
        assert_eq!(severe, usize::from(count), "{name}: severe domains");
    }

    /// The answers as a response, so that the report is made from what is really kept.
    fn response(&self, instrument: &Instrument, norm: &Norm) -> Response {
        let in_order = instrument.components().iter().flat_map(|c| &self.answers[&c.id]);
        let recorded: Vec<_> = in_order.copied().collect();
        let answers = fixtures::answers(instrument, &recorded);
        let given = answers.iter().filter_map(|(id, r)| Some((id.clone(), r.answer()?))).collect();
        let identity = fixtures::identity(instrument);
        let response = Response::new(identity, instrument, norm, &given, Manner::default(), None);
        assert_eq!(response.answers, answers, "{}: nothing is added or left out", self.name);
        response
    }
}
