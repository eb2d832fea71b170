//! The lines of kind `comparison` that `open` writes, through the program itself.
#![allow(clippy::unwrap_used, clippy::panic, reason = "how a test says no")]

#[path = "../../bundle/tests/common/mod.rs"]
mod common;
mod program;

use common::{contents, sealed_as};
use draagkracht_bundle::Contents;
use draagkracht_core::{
    answer::{Answer, Likert},
    instrument::Instrument,
    person::{Moment, Person},
    response::{Identity, Manner, Response},
};
use program::draagkracht;
use serde_json::{Value, json};
use std::{fs, path::Path};
use tempfile::tempdir;
use uuid::Uuid;

const KEY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../bundle/tests/vectors/organisation.key");
/// Cases that were worked out by hand; the app's browser test (`reading.spec.mjs`) reads the first too.
const GOLDEN: &str = include_str!("../../core/tests/golden/comparison.json");
const FORMATS: &str = include_str!("../../../docs/format.md");

/// The comparisons that `open` writes, and how many lines before them.
fn comparisons(contents: &Contents) -> (Vec<Value>, usize) {
    of_bundles(std::slice::from_ref(contents))
}

/// The same of bundles that are given together.
fn of_bundles(bundles: &[Contents]) -> (Vec<Value>, usize) {
    let folder = tempdir().unwrap();
    let names = put(folder.path(), bundles);
    let arguments = ["open", "--identity", KEY].into_iter().chain(names.iter().map(String::as_str));
    let opened = draagkracht(folder.path(), &arguments.collect::<Vec<_>>());
    assert_eq!(opened.code, Some(0), "{}", opened.stderr);
    let lines: Vec<Value> =
        opened.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let first = lines.iter().position(|line| line["kind"] == "comparison").unwrap_or(lines.len());
    (lines[first..].to_vec(), first)
}

/// Writes bundles, each with an id of its own; returns the names of the files.
fn put(folder: &Path, bundles: &[Contents]) -> Vec<String> {
    let files = bundles.iter().enumerate().map(|(at, contents)| {
        let name = format!("{at}.age");
        fs::write(folder.join(&name), sealed_as(Uuid::from_u128(at as u128 + 1), contents))
            .unwrap();
        name
    });
    files.collect()
}

/// A completed list to the case of the vectors; 0 is "Weet ik niet".
fn list(id: u128, instrument: &str, points: &[u8]) -> Response {
    let instrument = Instrument::built_in(instrument).unwrap().unwrap();
    assert_eq!(instrument.items().len(), points.len());
    let value = |point: &u8| Likert::new(*point).map_or(Answer::DontKnow, Answer::Value);
    let ids = instrument.items().iter().map(|item| item.id.clone());
    let answers = ids.zip(points.iter().map(value)).collect();
    let one = contents().responses.remove(0);
    let identity = Identity {
        response_id: Uuid::from_u128(id),
        case_id: one.case_id,
        case_code: one.case_code,
        person: Person::first(),
        rater: instrument.rater(),
        pseudonym: None,
        moment: Moment::T1,
        started: one.started,
    };
    let norm = instrument.norm();
    Response::new(identity, &instrument, norm, &answers, Manner::default(), one.completed)
}

fn with(responses: Vec<Response>) -> Contents {
    Contents { responses, ..contents() }
}

const RESIDENT: [u8; 23] = [4, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 4, 4, 4, 2, 1, 5, 3, 3, 1, 2];
const PROFESSIONAL: [u8; 20] = [3, 3, 3, 3, 3, 4, 3, 3, 3, 3, 2, 3, 4, 4, 1, 1, 3, 5, 0, 2];

/// Worked out by hand.
///
/// The resident. Competences 7x4 + 3 = 31 of 8, 3.875; the norm is 3.78, 0.095 below it, and a step
/// is 1/8 = 0.125: strong, close. Social capital 5x3 + 2x4 = 23 of 7, 3.2857; the norm is 3.29,
/// 0.0043 above it: weak, close. Type 3. Network, items 1 to 5: 15 of 5, 3, 0.29 below, more than
/// 1/5: weak. Local provision, items 6 and 7: 8 of 2, 4, 0.71 above, more than 1/2: strong.
///
/// The professional. Competences 5x3 + 4 = 19 of 6, 3.1667; the norm is 3.35, 0.1833 above, more
/// than 1/6 = 0.1667: weak. Social capital 5x3 + 2 = 17 of 6, 2.8333; the norm is 2.91, 0.0767
/// above: weak, close. Type 1. Network, items 1 to 4 and 6: 15 of 5, 3, 0.09 above the norm:
/// strong, close. Local provision, item 5: 2 of 1, 0.91 below, within a whole point: weak, close.
///
/// Domains, resident and professional: finances 4, 4; daytime 2, 4: 2 apart; housing 1, 1; safety
/// 5, 1: 4 apart; physical 3, 3; mental 3, 5: 2 apart; parenting 1, unknown; education 2, 2. The
/// largest first; of the two that are 2 apart mental is the heavier (5), daytime next (4); the equal
/// ones are 4, 3, 2, 1. Severe are finances and safety, 2 of 8; and finances, daytime, mental, 3 of
/// at least 7.
#[test]
fn a_comparison_is_the_one_worked_out_by_hand() {
    let contents =
        with(vec![list(1, "resident.v1", &RESIDENT), list(2, "professional.v1", &PROFESSIONAL)]);
    let (lines, before) = comparisons(&contents);
    assert_eq!((lines.len(), before), (1, 5), "after a case, two responses and two scores");
    let line = &lines[0];
    assert_eq!(
        [&line["case_id"], &line["case_code"], &line["person"], &line["moment"]],
        [&json!(contents.cases[0].case_id), &json!("73D0-9NZF"), &json!("1"), &json!("T1")]
    );
    assert_eq!(line["type_view"], json!({"differ": {"resident": 3, "professional": 1}}));
    assert_eq!(line["norms"], json!({"resident": "study-t1", "professional": "study-t1"}));
    let row =
        |name: &str, resident: [u8; 2], professional: [u8; 2], standings: [[bool; 2]; 2], view| {
            json!([name, resident, standings[0], professional, standings[1], view])
        };
    let differ = |stronger| json!({"differ": {"stronger": stronger}});
    let weak = json!({"agree": {"strong": false}});
    let [strong_close, strong, weak_close, low] =
        [[true, true], [true, false], [false, true], [false, false]];
    assert_eq!(
        told(&line["components"], "component"),
        [
            row("competences", [31, 8], [19, 6], [strong_close, low], differ("resident")),
            row("social_capital", [23, 7], [17, 6], [weak_close, weak_close], weak),
        ]
    );
    assert_eq!(
        told(&line["topics"], "topic"),
        [
            row("competences", [31, 8], [19, 6], [strong_close, low], differ("resident")),
            row("network", [15, 5], [15, 5], [low, strong_close], differ("professional")),
            row("local_provision", [8, 2], [2, 1], [strong, weak_close], differ("resident")),
        ]
    );
    let domains: Vec<_> = line["domains"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| {
            let answer = |side: &str| row["levels"][side]["answer"].clone();
            json!([row["item"], answer("resident"), answer("professional"), row["view"]])
        })
        .collect();
    let differ = |by: u8, heavier| json!({"differ": {"by": by, "heavier": heavier}});
    let same = json!({"agree": {"by": 0}});
    let unknown = json!({"one_missing": {"who": "professional", "why": "dont_know"}});
    assert_eq!(
        domains,
        [
            json!(["burden.safety", 5, 1, differ(4, "resident")]),
            json!(["burden.mental_health", 3, 5, differ(2, "professional")]),
            json!(["burden.daytime", 2, 4, differ(2, "professional")]),
            json!(["burden.finances", 4, 4, same]),
            json!(["burden.physical_health", 3, 3, same]),
            json!(["burden.education", 2, 2, same]),
            json!(["burden.housing", 1, 1, same]),
            json!(["burden.parenting", 1, "dont_know", unknown]),
        ]
    );
    assert_eq!(line["tally"], json!({"agree": 4, "differ": 3, "missing": 1}));
    let severe = |count: u8, at_least: bool| json!({"count": count, "at_least": at_least});
    assert_eq!(
        line["severe"],
        json!({"resident": severe(2, false), "professional": severe(3, true)})
    );
}

/// Rows of capacity: name, and for each rater the sum and number of answers, strong and close.
fn told(rows: &Value, name: &str) -> Vec<Value> {
    let rows = rows.as_array().unwrap().iter();
    rows.map(|row| {
        let [resident, professional] = ["resident", "professional"].map(|side| {
            let (mean, standing) =
                (&row["places"][side]["score"]["mean"], &row["places"][side]["standing"]);
            [json!([mean["sum"], mean["answered"]]), json!([standing["strong"], standing["close"]])]
        });
        let [score, standing] = resident;
        let [other_score, other_standing] = professional;
        json!([row[name], score, standing, other_score, other_standing, row["view"]])
    })
    .collect()
}

#[test]
fn the_one_of_the_vectors_stands_in_the_formats() {
    let (lines, _) = comparisons(&contents());
    let title = "```json comparison\n";
    let from = FORMATS.find(title).unwrap() + title.len();
    let block = &FORMATS[from..][..FORMATS[from..].find("\n```").unwrap()];
    assert_eq!(lines, [serde_json::from_str::<Value>(block).unwrap()]);
}

#[test]
fn there_is_none_before_both_are_complete() {
    let [resident, professional] =
        [list(1, "resident.v1", &RESIDENT), list(2, "professional.v1", &PROFESSIONAL)];
    let none = |responses: Vec<Response>| comparisons(&with(responses)).0.is_empty();
    assert!(none(vec![resident.clone()]));
    assert!(none(vec![professional.clone()]));
    let draft = Response { completed: None, ..professional.clone() };
    assert!(none(vec![resident.clone(), draft]));
    let later = Response { moment: Moment::T2, ..professional.clone() };
    assert!(none(vec![resident.clone(), later]));
    let other = Response { person: "2".to_owned().try_into().unwrap(), ..professional.clone() };
    assert!(none(vec![resident.clone(), other]));
    assert!(!none(vec![resident, professional]));
}

/// Two moments and a list that was filled in anew: two lines, and the newest list counts.
#[test]
fn one_for_each_moment_by_the_newest_lists() {
    let time = |text: &str| Some(text.to_owned().try_into().unwrap());
    let at_t3 = |list: Response| Response { moment: Moment::T3, ..list };
    let ones = [1; 23];
    let (lines, before) = comparisons(&with(vec![
        at_t3(list(1, "resident.v1", &ones)),
        at_t3(list(2, "professional.v1", &PROFESSIONAL)),
        list(3, "professional.v1", &PROFESSIONAL),
        Response { completed: time("2027-01-01T00:00:00Z"), ..list(4, "resident.v1", &RESIDENT) },
        list(5, "resident.v1", &ones),
    ]));
    assert_eq!(before, 11);
    let told: Vec<_> = lines
        .iter()
        .map(|line| {
            json!([
                line["moment"],
                line["sources"]["resident"]["response_id"],
                line["severe"]["resident"]["count"]
            ])
        })
        .collect();
    let id = Uuid::from_u128;
    assert_eq!(told, [json!(["T1", id(4), 2]), json!(["T3", id(1), 0])]);
}

/// The answers of a golden case as points; 0 is "Weet ik niet".
fn golden_points(lists: &Value) -> Vec<u8> {
    let lists = lists.as_array().unwrap().iter().flat_map(|list| list.as_array().unwrap());
    lists.map(|said| said.as_u64().map_or(0, |point| u8::try_from(point).unwrap())).collect()
}

/// `network: 18/5 strong | 15/5 strong close: agree, strong`, as the golden file has it.
fn topic_line(row: &Value) -> String {
    let side = |rater: &str| {
        let place = &row["places"][rater];
        let (mean, standing) = (&place["score"]["mean"], &place["standing"]);
        let strong = if standing["strong"] == true { "strong" } else { "weak" };
        let close = if standing["close"] == true { " close" } else { "" };
        format!("{}/{} {strong}{close}", mean["sum"], mean["answered"])
    };
    let view = match &row["view"] {
        view if view["agree"]["strong"] == true => "agree, strong".to_owned(),
        view if view["agree"]["strong"] == false => "agree, weak".to_owned(),
        view => format!("differ, {} stronger", view["differ"]["stronger"].as_str().unwrap()),
    };
    let name = row["topic"].as_str().unwrap();
    format!("{name}: {} | {}: {view}", side("resident"), side("professional"))
}

/// `finances: 5 | 2: differ by 3, resident heavier`, likewise.
fn domain_line(row: &Value) -> String {
    let said = |rater: &str| row["levels"][rater]["answer"].to_string().replace('"', "");
    let (view, text) = (&row["view"], |value: &Value| value.as_str().unwrap().to_owned());
    let view = if view["agree"].is_object() {
        format!("agree by {}", view["agree"]["by"])
    } else if let Some(missing) = view.get("one_missing") {
        format!("missing, {}: {}", text(&missing["who"]), text(&missing["why"]))
    } else {
        let differ = &view["differ"];
        format!("differ by {}, {} heavier", differ["by"], text(&differ["heavier"]))
    };
    let name = text(&row["item"]).replace("burden.", "");
    format!("{name}: {} | {}: {view}", said("resident"), said("professional"))
}

/// The numbers are those on the professional's screen for the same answers: one model makes both.
#[test]
fn lists_that_came_in_bundles_of_their_own_are_compared_as_on_the_screen() {
    let golden: Value = serde_json::from_str(GOLDEN).unwrap();
    let golden = &golden["cases"][0];
    let list_of =
        |id, rater: &str| list(id, &format!("{rater}.v1"), &golden_points(&golden[rater]));
    let bundles = [list_of(1, "resident"), list_of(2, "professional")].map(|list| with(vec![list]));
    let (lines, before) = of_bundles(&bundles);
    assert_eq!((lines.len(), before), (1, 6), "after two times a case, a response and a score");
    let line = &lines[0];
    let told = |rows: &Value, tell: fn(&Value) -> String| {
        rows.as_array().unwrap().iter().map(tell).collect::<Value>()
    };
    assert_eq!(told(&line["topics"], topic_line), golden["topics"]);
    assert_eq!(told(&line["domains"], domain_line), golden["domains"]);
    let tally = &line["tally"];
    assert_eq!(json!([tally["agree"], tally["differ"], tally["missing"]]), golden["tally"]);
    let (types, told) =
        (&line["types"], |side: &Value| json!([format!("study-t1: {}", side[0]["type"])]));
    assert_eq!(json!([told(&types["resident"]), told(&types["professional"])]), golden["types"]);
}

#[test]
fn in_a_folder_the_comparisons_are_a_file_made_anew_at_each_run() {
    let folder = tempdir().unwrap();
    let lists = [list(1, "resident.v1", &RESIDENT), list(2, "professional.v1", &PROFESSIONAL)];
    let names = put(folder.path(), &lists.map(|list| with(vec![list])));
    let open = |bundles: &[&str]| {
        let arguments = [&["open", "--identity", KEY, "--out", "out"], bundles].concat();
        let opened = draagkracht(folder.path(), &arguments);
        assert_eq!((opened.code, opened.stdout.as_str()), (Some(0), ""), "{}", opened.stderr);
        fs::read_to_string(folder.path().join("out/comparisons.ndjson")).unwrap()
    };
    let written = open(&[&names[0], &names[1]]);
    assert_eq!(written.lines().count(), 1);
    assert!(written.starts_with(r#"{"kind":"comparison","#), "{written}");
    let of_one =
        fs::read_to_string(folder.path().join(format!("out/{}.ndjson", Uuid::from_u128(1))));
    assert!(!of_one.unwrap().contains("comparison"));
    assert_eq!(open(&[&names[0]]), "", "one list alone: nothing of an earlier run is left");
}
