//! Names and labels that every program takes.

use super::{Dictionary, Table, Variable};
use std::collections::BTreeSet;

/// SPSS: at most 64 bytes, a letter first, and none of its reserved words; labels of at most
/// 255 bytes, of values 120.
#[test]
fn every_name_is_valid_everywhere_and_there_once() {
    const RESERVED: [&str; 13] =
        ["all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"];
    let dictionary = Dictionary::new(true).unwrap();
    for table in Table::ALL {
        let mut names = BTreeSet::new();
        for variable in dictionary.variables(table) {
            let name = variable.name.as_str();
            let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
            assert!(name.len() <= 64 && name.bytes().all(plain), "{name}");
            assert!(name.as_bytes()[0].is_ascii_lowercase() && !name.ends_with('_'), "{name}");
            assert!(!RESERVED.contains(&name) && names.insert(name), "{name}");
            assert!(variable.words.nl.len() <= 255, "{name}");
            assert!(!variable.words.en.is_empty() && !variable.source.is_empty(), "{name}");
            assert!(variable.codes().iter().all(|code| code.words.nl.len() <= 120), "{name}");
        }
    }
}

/// Names are what other people's syntax is written with: they never change.
#[test]
fn the_names_are_these() {
    let dictionary = Dictionary::new(true).unwrap();
    let names =
        |table| dictionary.variables(table).iter().map(|v| v.name.clone()).collect::<Vec<_>>();
    assert_eq!(
        names(Table::Answers),
        [
            "case_id",
            "person",
            "list_id",
            "rater",
            "moment",
            "instrument",
            "item",
            "value",
            "missing"
        ]
    );
    let wide = names(Table::Wide);
    assert_eq!(wide.len(), 2 + 3 * (23 + 7 + 7) + 3 * (20 + 7 + 8));
    for name in [
        "t1_res_competences_1",
        "t1_res_burden_finances",
        "t2_pro_social_capital_6",
        "t3_pro_professional",
        "t3_res_severe_domains",
        "t1_res_type",
    ] {
        assert!(wide.contains(&name.to_owned()), "{name}");
    }
    let cases = dictionary.variables(Table::Cases);
    let emphasis = cases.iter().find(|variable| variable.name == "emphasis_value").unwrap();
    assert!(emphasis.words.nl != emphasis.words.en, "{:?}", emphasis.words);
    let without = Dictionary::new(false).unwrap();
    let texts = |all: &[&Variable]| all.iter().filter(|v| v.name.ends_with("words")).count();
    assert_eq!((texts(&cases), texts(&without.variables(Table::Cases))), (7, 0));
}
