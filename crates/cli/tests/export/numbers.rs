//! How often each value of each variable is there, and each reason why there is none: by `open`,
//! and by every program that an export is for.

use crate::study::Study;
use serde_json::Value;
use std::collections::BTreeMap;

/// By `valid` or `missing`, variable and value or code.
pub type Numbers = BTreeMap<(String, String, String), u32>;

const SCORES: [&str; 7] = [
    "competences",
    "competences_answered",
    "social_capital",
    "social_capital_answered",
    "severe_domains",
    "burden_answered",
    "type",
];

/// What `open` says of the study.
pub fn ours(study: &Study) -> Numbers {
    let mut numbers = Numbers::new();
    let mut add = |kind: &str, variable: String, value: &Value| {
        let value = value.as_f64().map_or_else(|| code(value), |number| number.to_string());
        *numbers.entry((kind.to_owned(), variable, value)).or_default() += 1;
    };
    for record in study.records() {
        let prefix = prefix(&record);
        for (item, value) in record["answers"].as_object().into_iter().flatten() {
            let kind = if value.is_number() { "valid" } else { "missing" };
            add(kind, format!("{prefix}_{}", item.replace('.', "_")), value);
        }
        if record["kind"] == "score" {
            for score in SCORES.iter().filter(|score| !record[**score].is_null()) {
                add("valid", format!("{prefix}_{score}"), &record[*score]);
            }
        }
    }
    numbers
}

fn prefix(record: &Value) -> String {
    let text = |name: &str| record[name].as_str().unwrap_or("---").to_lowercase();
    format!("{}_{}", text("moment"), &text("rater")[..3])
}

fn code(reason: &Value) -> String {
    match reason.as_str() {
        Some("not_asked") => "7",
        Some("dont_know") => "8",
        Some("wont_say") => "9",
        other => panic!("{other:?}"),
    }
    .to_owned()
}

/// Reads lines of kind, variable, value and count, and leaves out what `ours` does not count.
pub fn read(lines: &str) -> Numbers {
    let mut numbers = Numbers::new();
    for line in lines.lines() {
        let [kind, variable, value, count] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        let rest = variable.splitn(3, '_').nth(2).unwrap();
        if ["days", "mode", "explanation_used", "unblinded", "revision"].contains(&rest) {
            continue;
        }
        let value: f64 = value.parse().unwrap();
        let key = (kind.to_owned(), variable.to_owned(), value.to_string());
        assert_eq!(numbers.insert(key, count.parse().unwrap()), None, "{line}");
    }
    numbers
}

/// Both are the same, and there is something in them.
pub fn assert_same(theirs: &Numbers, ours: &Numbers) {
    for (key, count) in ours {
        assert_eq!(theirs.get(key), Some(count), "{key:?}");
    }
    assert_eq!(theirs.len(), ours.len());
    let of = |kind: &str| ours.keys().filter(|key| key.0 == kind).count();
    assert!(of("valid") > 500 && of("missing") > 20, "{} {}", of("valid"), of("missing"));
}
