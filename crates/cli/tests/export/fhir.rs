//! FHIR: valid by the R4 schema, and with our numbers.

use crate::{
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
    for questionnaire in resources(FILES[0]) {
        let url = format!("{}|{}", questionnaire["url"], questionnaire["version"]).replace('"', "");
        for group in questionnaire["item"].as_array().unwrap() {
            for item in group["item"].as_array().unwrap() {
                let codes = item["answerOption"].as_array().into_iter().flatten();
                let codes =
                    codes.map(|option| option["valueCoding"].clone()).map(without_extension);
                let key = (url.clone(), item["linkId"].to_string());
                options.insert(key, (item["text"].clone(), codes.collect::<Vec<_>>()));
            }
        }
    }
    for response in resources(FILES[1]) {
        let url = response["questionnaire"].as_str().unwrap();
        for group in response["item"].as_array().unwrap() {
            for item in group["item"].as_array().unwrap() {
                let (text, codes) = &options[&(url.to_owned(), item["linkId"].to_string())];
                assert_eq!(*text, item["text"]);
                let mut answers = item["answer"].as_array().into_iter().flatten();
                assert!(answers.all(|answer| codes.contains(&answer["valueCoding"])), "{item}");
            }
        }
    }
    let words = succeed(study().folder(), "cat fhir/Questionnaire.ndjson");
    assert!(words.contains("\"Ik kan mijn problemen zelf oplossen.\""));
}

fn without_extension(mut coding: Value) -> Value {
    coding.as_object_mut().unwrap().remove("extension");
    coding
}
