//! The queries of docs/sql, run by `DuckDB`, give what `open` and a pencil give.

use crate::{program::succeed, readers::PYTHON, study::study};
use serde_json::Value;
use std::{collections::BTreeMap, env};

/// The rows that a query gives, by what its first columns say.
fn queried(query: &str, keys: usize) -> BTreeMap<Vec<String>, Vec<Option<f64>>> {
    let here = env!("CARGO_MANIFEST_DIR");
    let python = env::var("PYTHON").unwrap_or_else(|_| PYTHON.to_owned());
    let line = format!("'{python}' '{here}/tests/export/sql.py' '{here}/../../docs/sql/{query}'");
    let printed = succeed(&study().path("parquet"), &line);
    let rows = printed.lines().map(|line| {
        let mut key: Vec<_> = line.split('\t').map(str::to_owned).collect();
        let values = key.split_off(keys);
        (key, values.iter().map(|value| value.parse().ok()).collect())
    });
    rows.collect()
}

/// The records of a kind, by rater and moment.
fn grouped(kind: &str) -> BTreeMap<Vec<String>, Vec<Value>> {
    let mut groups = BTreeMap::<_, Vec<_>>::new();
    for record in study().records().into_iter().filter(|record| record["kind"] == kind) {
        let key = ["rater", "moment"].map(|name| record[name].as_str().unwrap().to_owned());
        groups.entry(key.to_vec()).or_default().push(record);
    }
    assert_eq!(groups.len(), 6);
    groups
}

fn numbers(records: &[Value], name: &str) -> Vec<f64> {
    records.iter().filter_map(|record| record[name].as_f64()).collect()
}

#[expect(clippy::cast_precision_loss, reason = "some dozens")]
fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// `open` rounds the mean of a list to four places.
fn assert_near(found: Option<f64>, expected: f64, what: &[String]) {
    assert!((found.unwrap() - expected).abs() < 5e-5, "{what:?}: {found:?}, {expected}");
}

#[expect(clippy::cast_precision_loss, reason = "some dozens")]
#[test]
fn means_are_ours() {
    let found = queried("means.sql", 2);
    assert_eq!(found.len(), 6);
    for (key, scores) in grouped("score") {
        for (at, component) in [(0, "competences"), (3, "social_capital")] {
            let values = numbers(&scores, component);
            let mean = mean(&values);
            let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
            assert_near(found[&key][at], values.len() as f64, &key);
            assert_near(found[&key][at + 1], mean, &key);
            assert_near(found[&key][at + 2], (squares / (values.len() - 1) as f64).sqrt(), &key);
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "some dozens")]
#[test]
fn types_are_ours_and_fewer_than_five_are_not_shown() {
    let found = queried("types.sql", 3);
    let (mut shown, mut rows) = (0, 0);
    for (key, scores) in grouped("score") {
        let types = numbers(&scores, "type");
        for number in 1..=4_u8 {
            let count =
                types.iter().filter(|found| (**found - f64::from(number)).abs() < 0.5).count();
            let key = [&key[..], &[number.to_string()]].concat();
            match count {
                0 => assert!(!found.contains_key(&key), "{key:?}"),
                1..5 => assert_eq!(found[&key], [None, None], "{key:?}"),
                _ => {
                    assert_near(found[&key][0], count as f64, &key);
                    assert_near(found[&key][1], count as f64 / types.len() as f64, &key);
                    shown += 1;
                }
            }
            rows += usize::from(count > 0);
        }
    }
    assert_eq!(found.len(), rows);
    assert!(shown > 10 && shown < rows, "{shown} of {rows}");
}

#[expect(clippy::cast_precision_loss, reason = "some dozens")]
#[test]
fn severe_domains_are_ours() {
    let found = queried("severe_domains.sql", 3);
    assert_eq!(found.len(), 6 * 9);
    for (key, scores) in grouped("score") {
        let values = numbers(&scores, "severe_domains");
        let key = [&key[..], &["all".to_owned()]].concat();
        assert_near(found[&key][0], values.len() as f64, &key);
        assert_near(found[&key][1], mean(&values), &key);
    }
    for (key, responses) in grouped("response") {
        for item in responses[0]["answers"].as_object().unwrap().keys() {
            if item.starts_with("burden.") {
                let answers: Vec<_> =
                    responses.iter().filter_map(|r| r["answers"][item].as_f64()).collect();
                let severe = answers.iter().filter(|answer| **answer >= 4.0).count();
                let key = [&key[..], std::slice::from_ref(item)].concat();
                assert_near(found[&key][0], answers.len() as f64, &key);
                assert_near(found[&key][1], severe as f64 / answers.len() as f64, &key);
            }
        }
    }
}
