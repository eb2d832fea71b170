//! The queries of docs/sql, run by `DuckDB` over Parquet exports, say what `tables` says: of one archive,
//! and of two organisations' files together.

use crate::{
    cells::{lines, written},
    organisations::{FOLDERS, KEYS, organisations},
    program::{Done, shell},
};
use serde_json::{Value, json};
use std::{env, fs, path::Path, sync::LazyLock};

const COMPARE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tables/sql.py");
const QUERIES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/sql");

/// What `tables` says of the archive with everything.
static TABLES: LazyLock<String> = LazyLock::new(|| {
    let [key, conditions] = KEYS;
    let more = ["--conditions-archive", "conditions", "--conditions-identity", conditions];
    let more = [&more[..], &["--small-cells"]].concat();
    written(&organisations().join(FOLDERS[0]), key, "tables.csv", &more)
});

/// Compares these queries over these exports with this CSV.
fn compare(queries: &str, exports: &Path, csv: &str) -> Done {
    let Ok(python) = env::var("PYTHON") else {
        panic!("PYTHON is not set: run scripts/setup.sh test, and then . .tools/env")
    };
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("tables.csv"), csv).unwrap();
    let line = format!("'{python}' '{COMPARE}' '{queries}' '{}' tables.csv", exports.display());
    shell(folder.path(), &line)
}

/// What the comparison finds in one of the folders with exports.
fn compared(queries: &str, exports: &str, csv: &str) -> Value {
    let Done { code, stdout, stderr } = compare(queries, &organisations().join(exports), csv);
    assert_eq!(code, Some(0), "{stderr}");
    serde_json::from_str(&stdout).unwrap()
}

#[test]
fn every_number_of_one_archive_is_that_of_tables() {
    let found = compared(QUERIES, "exports-one", &TABLES);
    assert_eq!((&found["wrong"], &found["told"]), (&json!([]), &json!([])));
    let compared = found["compared"].as_object().unwrap();
    let numbers: u64 = compared.values().filter_map(Value::as_u64).sum();
    assert_eq!((compared.len(), numbers), (29, 999), "{compared:?}");
}

/// Two folders with files, from archives that have half of the professionals each.
#[test]
fn two_organisations_together_are_one_archive_with_both() {
    let found = compared(QUERIES, "exports-two", &TABLES);
    assert_eq!((&found["wrong"], &found["told"]), (&json!([]), &json!([])));
    let half = compared(QUERIES, "exports-two/a", &TABLES);
    assert!(half["wrong"].as_array().unwrap().len() > 500, "half of them is not all");
}

/// Half of the professionals are fewer than ten: neither `tables` nor a query says anything of their conditions.
#[test]
fn of_fewer_than_ten_professionals_no_query_says_anything() {
    let [key, conditions] = KEYS;
    let more = ["--conditions-archive", "conditions", "--conditions-identity", conditions];
    let more = [&more[..], &["--small-cells"]].concat();
    let csv = written(&organisations().join(FOLDERS[1]), key, "tables.csv", &more);
    let of_conditions = |line: &[String; 9]| {
        line[0] == "conditions" || (line[0] == "success" && line[2].ends_with(".knowledge"))
    };
    assert!(
        lines(&csv)
            .iter()
            .filter(|line| of_conditions(line))
            .all(|line| { line[4].is_empty() || line[4] == "0" }),
        "the study has few"
    );
    let found = compared(QUERIES, "exports-two/a", &csv);
    assert_eq!((&found["wrong"], &found["told"]), (&json!([]), &json!([])));
}

/// Two exports of one archive: its cases would count twice.
#[test]
fn a_case_in_two_folders_is_told() {
    let folder = tempfile::tempdir().unwrap();
    for export in ["old", "new"] {
        fs::create_dir(folder.path().join(export)).unwrap();
        copy(&organisations().join("exports-one/all"), &folder.path().join(export));
    }
    let Done { code, stderr, .. } = compare(QUERIES, folder.path(), &TABLES);
    assert_eq!(code, Some(1));
    let told =
        "a case is in the folder \"new\" and in \"old\": keep one export of each organisation";
    assert!(stderr.contains(told), "{stderr}");
}

/// The comparison compares: a digit, a table that nobody wrote a query for, a query that says too much.
#[test]
fn what_is_not_so_is_found() {
    let alpha = lines(&TABLES).into_iter().find(|line| line[3] == "alpha.T1").unwrap()[4].clone();
    let other = format!("{:.7}", alpha.parse::<f64>().unwrap() + 0.000_002);
    let found = compared(QUERIES, "exports-one", &TABLES.replacen(&alpha, &other, 1));
    assert_eq!(found["wrong"].as_array().unwrap().len(), 1, "{}", found["wrong"]);

    let folder = tempfile::tempdir().unwrap();
    copy(Path::new(QUERIES), folder.path());
    let edit = |name: &str, from: &str, to: &str| {
        let path = folder.path().join(name);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{name}");
        fs::write(path, text.replacen(from, to, 1)).unwrap();
    };
    edit("README.md", "| `goals` |", "| `aims` |");
    edit("README.md", "| `types` | [types.sql](types.sql) | |\n", "");
    edit("domains.sql", "share(sum(severe), count(*))", "sum(severe)");
    let found = compared(folder.path().to_str().unwrap(), "exports-one", &TABLES);
    let wrong = |text: &str| found["wrong"].as_array().unwrap().contains(&text.into());
    assert!(wrong("goals: is not in README.md") && wrong("types: is not in README.md"));
    assert!(wrong("types.sql: is not in README.md"));
    assert_ne!(found["told"], json!([]));
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}
