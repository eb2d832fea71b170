//! Answers to a list, and the means of the working conditions: `tests/golden/conditions.v1.json`.

use crate::{fixtures::item, plans::words};
use draagkracht_core::{
    binary,
    form::{Answers, BUILT_IN, Form, FormAnswer, Subject, Wording},
    person::Rater,
};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A change to a published file is a new version (`case.v2`) in a new file, never an edit.
const PUBLISHED: [(&str, &str); 2] = [
    ("case.v1", "57fbe31513e9d62fc064eff00536c13c37395014c3a3512badfc94a27540f344"),
    ("conditions.v1", "f227e28aa3a4036e5cf4925d1e5b945e9e099508b0e5f6c1d454bb13b24b7cbb"),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "about")]
    _about: String,
    cases: Vec<Golden>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Golden {
    #[serde(rename = "working")]
    _working: String,
    answers: BTreeMap<String, Vec<Option<u8>>>,
    means: BTreeMap<String, Mean>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Mean {
    sum: u16,
    answered: u8,
    #[serde(rename = "mean")]
    shown: Option<String>,
}

fn form(id: &str) -> Form {
    Form::built_in(id).unwrap().unwrap()
}

#[test]
fn a_published_file_has_not_changed() {
    assert_eq!(BUILT_IN.map(|built_in| built_in.id), PUBLISHED.map(|(id, _)| id));
    for (id, hash) in PUBLISHED {
        assert_eq!(form(id).reference().hash, hash, "{id} was published: make a new version");
    }
    assert!(Form::built_in("case.v9").is_none());
}

#[test]
fn they_are_as_many_as_published_and_say_whose_words_they_are() {
    let (case, conditions) = (form("case.v1"), form("conditions.v1"));
    assert_eq!((case.subject(), case.rater()), (Subject::Case, Rater::Professional));
    assert_eq!(conditions.subject(), Subject::Rater);
    let published =
        |f: &Form| f.fields().iter().filter(|x| x.wording == Wording::Published).count();
    assert_eq!((published(&case), published(&conditions)), (0, 7));
    let sections = |f: &Form| -> Vec<usize> {
        let count = |at| f.fields().iter().filter(|field| field.section == at).count();
        (0..f.sections().len()).map(count).collect()
    };
    assert_eq!(sections(&case), [1, 4, 4, 3, 12, 12, 1, 4, 4, 1]);
    assert_eq!(sections(&conditions), [1, 1, 3, 3]);
    let reversed = conditions.fields().iter().filter(|field| field.reversed).count();
    assert_eq!(reversed, 6, "time, three of cooperation, two of openness");
}

#[test]
fn means_are_those_worked_out_by_hand() {
    let file: File = serde_json::from_str(include_str!("../golden/conditions.v1.json")).unwrap();
    let form = form("conditions.v1");
    for golden in file.cases {
        let mut answers = Answers::new();
        for (section, values) in golden.answers {
            for (number, value) in (1..).zip(values) {
                let answer = value.map_or(FormAnswer::DontKnow, FormAnswer::Scale);
                answers.insert(item(&format!("{section}.{number}")), answer);
            }
        }
        assert_eq!(form.check(&answers), Ok(()));
        let means = form.means(&answers).into_iter().map(|(section, mean)| {
            let shown = mean.mean().map(|ratio| ratio.to_string());
            (section, Mean { sum: mean.sum, answered: mean.answered, shown })
        });
        assert_eq!(means.collect::<BTreeMap<_, _>>(), golden.means);
    }
    let none = form.means(&Answers::new());
    assert!(none.len() == 4 && none.values().all(|mean| mean.mean().is_none()));
}

#[test]
fn answers_are_written_by_their_names() {
    for (answer, json) in [
        (FormAnswer::Text(words("dont_know")), r#"{"text":"dont_know"}"#),
        (FormAnswer::YesNo(false), r#"{"yes_no":false}"#),
        (FormAnswer::Scale(10), r#"{"scale":10}"#),
        (FormAnswer::One("not".to_owned()), r#"{"one":"not"}"#),
        (FormAnswer::Several(["b".to_owned(), "a".to_owned()].into()), r#"{"several":["a","b"]}"#),
        (FormAnswer::DontKnow, r#""dont_know""#),
        (FormAnswer::WontSay, r#""wont_say""#),
    ] {
        assert_eq!(serde_json::to_string(&answer).unwrap(), json);
        assert_eq!(serde_json::from_str::<FormAnswer>(json).unwrap(), answer);
        assert_eq!(binary::from_bytes(&binary::to_bytes(&answer).unwrap()), Ok(answer));
    }
}

#[test]
fn answers_that_do_not_fit() {
    let form = form("case.v1");
    let refused = |id: &str, answer: FormAnswer, sentence: &str| {
        let answers = [(item(id), answer)].into();
        assert_eq!(form.check(&answers).unwrap_err().to_string(), sentence);
    };
    refused("emphasis.other", FormAnswer::Scale(1), "\"case.v1\" has no field \"emphasis.other\"");
    for (id, answer) in [
        ("emphasis.value", FormAnswer::Scale(11)),
        ("capacity.network.extent", FormAnswer::Scale(0)),
        ("emphasis.value", FormAnswer::YesNo(true)),
        ("site.kind", FormAnswer::One("home".to_owned())),
        ("site.kind", FormAnswer::Several(["organisation".to_owned()].into())),
        ("request.words", FormAnswer::Scale(1)),
    ] {
        refused(id, answer, &format!("field \"{id}\" cannot be answered so"));
    }
    refused(
        "interventions.trust.actors",
        FormAnswer::Several(["network".to_owned()].into()),
        "field \"interventions.trust.actors\" is not asked here: it depends on \"interventions.trust.used\"",
    );
}

#[test]
fn what_depends_on_another_answer_is_asked_after_yes_or_words() {
    let form = form("case.v1");
    let asked = |id: &str, answer: FormAnswer, then: &str| {
        form.asked(&[(item(id), answer)].into()).any(|field| field.id == item(then))
    };
    let (used, actors) = ("interventions.trust.used", "interventions.trust.actors");
    assert!(asked(used, FormAnswer::YesNo(true), actors));
    assert!(!asked(used, FormAnswer::YesNo(false), actors));
    assert!(!asked(used, FormAnswer::DontKnow, actors));
    assert!(asked("goals.1.words", FormAnswer::Text(words("Rust")), "goals.1.reached"));
    assert!(!asked("goals.1.words", FormAnswer::Text(words(" ")), "goals.1.reached"));
    let first = form.asked(&Answers::new()).count();
    assert_eq!(first, form.fields().len() - 12);
}
