//! Input that falls short, and files that must not do harm.

use crate::{
    cells::{lines, notes, tables, written},
    common::{BUNDLE_ID, sealed},
    counts::consenting,
    forge::Forge,
    place::{KEY, Place},
    program::names_in,
    study::{self, received},
};
use std::fs;

const FORMATS: [&str; 3] = ["out.html", "out.md", "out.csv"];

#[test]
fn an_empty_archive_gives_tables_that_say_so() {
    let place = Place::new();
    place.received();
    for out in FORMATS {
        let done = tables(place.folder(), KEY, out, &[]);
        assert_eq!(done.code, Some(0));
        assert_eq!(done.stderr, "note: archive: nothing was received yet\n");
        assert!(done.stdout.starts_with("Wrote 0 tables over 0 people"), "{}", done.stdout);
        let text = fs::read_to_string(place.path(out)).unwrap();
        let nothing = text.matches("Voor deze tabel zijn geen gegevens ontvangen.").count();
        assert_eq!(nothing, 30, "{out}");
        assert!(!text.contains("NaN"));
    }
}

#[test]
fn a_place_that_cannot_be_written_is_named() {
    let place = Place::new();
    place.received();
    let done = tables(place.folder(), KEY, "nowhere/out.csv", &[]);
    assert_eq!(done.code, Some(2));
    assert!(done.stderr.contains("error: nowhere/out.csv: cannot be written"), "{}", done.stderr);
}

#[test]
fn every_table_is_in_the_documentation() {
    let described = include_str!("../../../../docs/tables.md");
    let ids: std::collections::BTreeSet<_> =
        lines(study::csv(false)).into_iter().map(|line| line[0].clone()).collect();
    assert_eq!(ids.len(), 30);
    for id in ids {
        assert!(described.contains(&format!("`{id}`")), "{id}");
    }
}

#[test]
fn where_there_is_no_archive_nothing_is_made() {
    let place = Place::new();
    let done = tables(place.folder(), KEY, "out.html", &[]);
    assert_eq!(done.code, Some(2));
    assert!(done.stderr.contains("archive: there is no archive here"), "{}", done.stderr);
    assert_eq!(names_in(place.folder()), ["inbox", "receipt.key"]);
}

#[test]
fn an_instrument_that_is_not_known_is_left_out_with_a_sentence() {
    let place = Place::new();
    place.hand_in("b.age", &sealed(&consenting()));
    place.received();
    // What a newer program would have taken into this archive.
    let newer = Forge::of(&consenting()).replace("responses.ndjson", "resident.v1", "resident.v9");
    let path = place.path(&format!("archive/bundles/{BUNDLE_ID}.age"));
    fs::write(path, newer.hashed().signed().seal()).unwrap();
    let done = tables(place.folder(), KEY, "out.csv", &["--everyone", "--small-cells"]);
    assert_eq!(done.code, Some(0), "{}", done.stderr);
    assert!(done.stderr.contains("this program has no instrument \"resident.v9\": update it"));
    let csv = fs::read_to_string(place.path("out.csv")).unwrap();
    let said = "Weggelaten omdat een inlevering een vragenlijst of vorm heeft die dit programma niet \
                kent: 1-4 dossier(s). Werk het programma bij.";
    assert!(notes(&csv, "received").contains(&said.to_owned()), "{csv}");
    assert!(lines(&csv).iter().all(|line| line[0] != "received" || line[3].is_empty()));
}

#[test]
fn a_damaged_bundle_stops_it_and_nothing_is_written() {
    let place = Place::new();
    place.hand_in("b.age", &sealed(&consenting()));
    place.received();
    fs::write(place.path(&format!("archive/bundles/{BUNDLE_ID}.age")), b"age").unwrap();
    let done = tables(place.folder(), KEY, "out.html", &[]);
    assert_eq!(done.code, Some(1));
    assert!(done.stderr.starts_with("error: archive/bundles/"), "{}", done.stderr);
    assert!(!place.path("out.html").exists());
}

/// Names come from files: one that is a formula, a tag, or the end of a cell stays text.
#[test]
fn a_norm_with_an_evil_name_is_only_text() {
    let folder = received();
    let norm =
        fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cmd/score.in/norm.json"));
    let mut norm: serde_json::Value = serde_json::from_str(&norm.unwrap()).unwrap();
    let name = "=HYPERLINK(\"http://x\")<script>alert(1)</script>|\n@SUM(1)";
    norm["name"] = name.into();
    fs::write(folder.path().join("norm.json"), norm.to_string()).unwrap();
    let with = |out: &str| written(folder.path(), study::KEY, out, &["--norm", "norm.json"]);
    let csv = with("out.csv");
    assert!(csv.contains("HYPERLINK"));
    for field in lines(&csv).into_iter().flatten() {
        let begins = field.starts_with(['=', '+', '-', '@', '\t', '\r']);
        assert!(!begins || field.replace(',', ".").parse::<f64>().is_ok(), "{field}");
    }
    assert!(!with("out.html").contains("<script"));
    let markdown = with("out.md");
    assert!(!markdown.contains("<script"));
    let shift = markdown.lines().find(|line| line.contains("HYPERLINK") && line.starts_with('|'));
    assert_eq!(shift.unwrap().replace("\\|", "").matches('|').count(), 9);
}

#[test]
fn the_page_needs_nothing_from_elsewhere_and_has_pictures() {
    let folder = received();
    let page = written(folder.path(), study::KEY, "out.html", &["--small-cells"]);
    for foreign in ["<script", "src=", "url(", "@import", "http://", "https://", "href=\"/"] {
        assert!(!page.contains(foreign), "{foreign}");
    }
    assert!(page.matches("<svg ").count() > 8 && page.contains("<circle"));
    assert!(page.contains("@media print"));
    // Without small cells there is no dot for each person.
    let less = written(folder.path(), study::KEY, "less.html", &[]);
    assert!(!less.contains("<circle"));
    for (text, name) in [(&page, "page"), (&less, "less")] {
        for loose in ["NaN", "inf", "label.", "note.", "title.", "source.", "preface."] {
            assert!(
                !text.contains(loose) || loose == "inf" && !text.contains(">inf"),
                "{name}: {loose}"
            );
        }
    }
}

#[test]
fn another_kind_of_file_is_refused() {
    let place = Place::new();
    let done = tables(place.folder(), KEY, "out.pdf", &[]);
    assert_eq!(done.code, Some(2));
    assert!(done.stderr.contains("a file for tables ends in .html, .md or .csv"));
}
