//! FHIR: valid by the R4 schema, and with our numbers.

use crate::{
    archives::{export, received},
    common::device,
    forms::{cases, professionals, with_conditions},
    numbers::{Numbers, assert_same, ours},
    program::{shell, succeed},
    study::study,
};
use serde_json::Value;
use std::{collections::BTreeMap, fs};

const VALIDATE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/export/validate.mjs");
const FILES: [&str; 2] = ["fhir/Questionnaire.ndjson", "fhir/QuestionnaireResponse.ndjson"];

fn resources(name: &str) -> Vec<Value> {
    let lines = fs::read_to_string(study().path(name)).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// One run of the validator, for its schema takes seconds: all that was exported, and what is wrong.
#[test]
fn the_r4_schema_holds_and_can_fail() {
    let [questionnaire, mut response] = FILES.map(|name| resources(name).remove(0));
    let mut kind = questionnaire;
    kind["item"][0]["type"] = "heading".into();
    fs::write(study().path("wrong-1.ndjson"), kind.to_string()).unwrap();
    response["subject"]["name"] = "Jansen".into();
    fs::write(study().path("wrong-2.ndjson"), response.to_string()).unwrap();
    let files = FILES.join(" ");
    let told = shell(
        study().folder(),
        &format!("node '{VALIDATE}' {files} wrong-1.ndjson wrong-2.ndjson"),
    );
    let lines: Vec<_> = told.stdout.lines().collect();
    let counts = FILES.map(|name| format!("{name}: {} valid", resources(name).len()));
    assert_eq!(lines[..2], counts, "{}", told.stderr);
    assert_eq!(
        lines[2..],
        ["wrong-1.ndjson: line 1 is not valid", "wrong-2.ndjson: line 1 is not valid"]
    );
    assert_eq!(told.code, Some(1));
}

#[test]
fn the_answers_are_ours() {
    let mut theirs = Numbers::new();
    for response in resources(FILES[1]) {
        let of_form = |id: &str| response["questionnaire"].as_str().unwrap().contains(id);
        if of_form("case.v1") || of_form("conditions.v1") {
            continue;
        }
        let of =
            |at: usize| response["extension"][at]["valueCode"].as_str().unwrap().to_lowercase();
        let prefix = format!("{}_{}", of(0), &of(1)[..3]);
        for item in response["item"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|group| group["item"].as_array().unwrap())
        {
            let name = item["linkId"].as_str().unwrap().replace('.', "_");
            let coding = &item["answer"][0]["valueCoding"];
            let (kind, value) = match coding["code"].as_str() {
                Some("dont_know") => ("missing", "8"),
                Some("wont_say") => ("missing", "9"),
                Some(point) => ("valid", point),
                None => ("missing", "7"),
            };
            let key = (kind.to_owned(), format!("{prefix}_{name}"), value.to_owned());
            *theirs.entry(key).or_default() += 1;
        }
    }
    let mut ours = ours(study());
    ours.retain(|(_, name, _), _| theirs.keys().any(|key| key.1 == *name));
    assert_same(&theirs, &ours);
}

/// Each list names its questionnaire, and answers what is asked there with what can be chosen.
#[test]
fn responses_fit_their_questionnaires() {
    let mut options = BTreeMap::new();
    let questionnaires = resources(FILES[0]);
    for questionnaire in &questionnaires {
        let url = format!("{}|{}", questionnaire["url"], questionnaire["version"]).replace('"', "");
        for item in questions(questionnaire) {
            let codes = item["answerOption"].as_array().into_iter().flatten();
            let codes = codes.map(|option| option["valueCoding"].clone()).map(without_extension);
            let key = (url.clone(), item["linkId"].to_string());
            let known = (item["text"].clone(), item["repeats"] == true, codes.collect::<Vec<_>>());
            assert_eq!(options.insert(key, known), None, "a linkId is there once");
        }
    }
    let mut answered: BTreeMap<String, usize> = BTreeMap::new();
    for response in resources(FILES[1]) {
        let url = response["questionnaire"].as_str().unwrap();
        for item in questions(&response) {
            let (text, repeats, codes) = &options[&(url.to_owned(), item["linkId"].to_string())];
            assert_eq!(*text, item["text"]);
            let answers: Vec<_> = item["answer"].as_array().into_iter().flatten().collect();
            assert!(answers.len() < 2 || *repeats, "{item}");
            assert!(answers.iter().all(|answer| codes.contains(&answer["valueCoding"])), "{item}");
            *answered.entry(url.to_owned()).or_default() += answers.len();
        }
    }
    assert_eq!(answered.len(), questionnaires.len(), "of each there are lists");
    assert!(answered.values().all(|answers| *answers > 50), "{answered:?}");
    let words = succeed(study().folder(), "cat fhir/Questionnaire.ndjson");
    assert!(words.contains("\"Ik kan mijn problemen zelf oplossen.\""));
}

/// The items that are no groups, those of all rows too.
fn questions(of: &Value) -> Vec<Value> {
    let items = of["item"].as_array().into_iter().flatten();
    items
        .flat_map(|item| match item.get("item") {
            Some(_) => questions(item),
            None => vec![item.clone()],
        })
        .collect()
}

/// By hand, of the vectors (`crates/bundle/tests/common/answers.rs`): what each kind of question comes to.
#[test]
fn a_professionals_lists_are_as_they_were_answered() {
    let place = received(&[(&device(), &cases(5))]);
    let ten = received(&[(&device(), &professionals(10))]);
    let archive = ten.path("archive").display().to_string();
    for words in [false, true] {
        let more: &[&str] = if words { &["--with-words"] } else { &[] };
        let done = export(&place, "fhir", &with_conditions(&archive, more));
        assert_eq!((done.code, done.stderr.as_str()), (Some(0), ""));
        let text = fs::read_to_string(place.path("out/QuestionnaireResponse.ndjson")).unwrap();
        let all: Vec<Value> =
            text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let of = |id: &str| {
            let is = |r: &&Value| r["questionnaire"].as_str().unwrap().contains(id);
            all.iter().filter(is).collect::<Vec<_>>()
        };
        let (about, work) = (of("case.v1"), of("conditions.v1"));
        assert_eq!((about.len(), work.len()), (5, 10));
        assert_eq!(about[0]["source"]["identifier"]["value"], "P1");
        assert_eq!(about[0]["subject"]["type"], "Patient");
        assert!(work.iter().all(|r| r.get("source").is_none() && r.get("subject").is_none()));
        let answers = |id: &str| {
            let item = questions(about[0]).into_iter().find(|item| item["linkId"] == id)?;
            let answers = item["answer"].as_array().into_iter().flatten();
            let code = |answer: &Value| match answer.get("valueString") {
                Some(words) => words.as_str().unwrap().to_owned(),
                None => answer["valueCoding"]["code"].as_str().unwrap().to_owned(),
            };
            Some(answers.map(code).collect::<Vec<_>>().join(" "))
        };
        let is = |text: &str| Some(text.to_owned());
        assert_eq!(answers("attention_capacity.competences.given"), is("yes"));
        assert_eq!(answers("attention_capacity.network.given"), is("no"));
        assert_eq!(answers("attention_capacity.burden.given"), is("dont_know"));
        assert_eq!(answers("development.burden.change"), is("wont_say"));
        assert_eq!(answers("emphasis.value"), is("7"));
        assert_eq!(answers("goals.1.reached"), is("partly"));
        assert_eq!(answers("goals.2.reached"), is(""));
        assert_eq!(answers("interventions.reduce_burden.actors"), is("professional resident"));
        assert_eq!(answers("site.kind"), is("social_team"));
        let request = "Ik heb geen overzicht meer over mijn rekeningen.";
        assert_eq!(answers("request.words"), words.then(|| request.to_owned()));
        assert_eq!(text.contains(request), words);
        let told = succeed(
            &place.path("out"),
            &format!("node '{VALIDATE}' {}", FILES.map(|f| &f[5..]).join(" ")),
        );
        assert_eq!(told.lines().count(), 2, "{told}");
    }
}

fn without_extension(mut coding: Value) -> Value {
    coding.as_object_mut().unwrap().remove("extension");
    coding
}
