//! docs/ui-points.md says which test holds which point: each point has one, and each is there.

use crate::files::{read, rust_files};
use std::{fs, path::Path};

/// Points as the table numbers them.
const POINTS: u32 = 28;

/// The rows of the table: the point, and its tests by file and name.
fn rows() -> Vec<(String, Vec<(String, String)>)> {
    let table = read("docs/ui-points.md");
    let cells = table.lines().filter_map(|line| {
        let cells: Vec<_> = line.strip_prefix("| ")?.strip_suffix(" |")?.split(" | ").collect();
        <[&str; 3]>::try_from(cells).ok()
    });
    cells
        .filter(|[point, ..]| *point != "point")
        .map(|[point, _, tests]| (point.to_owned(), tests.split("; `").map(named).collect()))
        .collect()
}

/// `file` "name", as it stands in a cell.
fn named(test: &str) -> (String, String) {
    let (file, name) = test.trim_start_matches('`').split_once("` \"").unwrap();
    (file.to_owned(), name.strip_suffix('"').unwrap().replace("\\\"", "\""))
}

#[test]
fn every_point_has_a_test() {
    let rows = rows();
    for point in 1..=POINTS {
        let of = rows.iter().filter(|(name, _)| *name == point.to_string());
        assert_eq!(of.count(), 1, "point {point}");
    }
    assert!(rows.iter().all(|(_, tests)| !tests.is_empty()));
}

#[test]
fn every_test_that_is_named_is_there() {
    for (point, tests) in rows() {
        for (file, name) in tests {
            let code = read(&file);
            let begins = if Path::new(&file).extension().is_some_and(|e| e == "rs") {
                vec![format!("#[test]\nfn {name}() {{")]
            } else {
                let apart = |quote| name.replace(quote, &format!("\\{quote}"));
                vec![format!("test('{}', ", apart('\'')), format!("test(\"{}\", ", apart('"'))]
            };
            let there = begins.iter().any(|begin| code.contains(begin));
            assert!(there, "point {point}: {file} has no test {name:?}");
        }
    }
}

/// Point 16: what to fill in stands beside a field, not in it, where it goes away.
#[test]
fn no_field_has_a_placeholder() {
    let files = rust_files(Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    assert!(!files.is_empty());
    for file in files {
        let code = fs::read_to_string(&file).unwrap();
        assert!(!code.contains("\"placeholder\""), "{}", file.display());
    }
}
