//! Pseudonyms only, nothing that was written in words, and nothing that a spreadsheet would run.

use crate::{
    archives::{export, people, received, rows},
    common::{contents_with_plan, device},
    program::{names_in, shell, succeed},
    study::{FORMATS, study},
};
use std::{collections::BTreeSet, fs, os::unix::fs::PermissionsExt as _, path::Path};

/// Every file of a folder, as text.
fn texts(folder: &Path) -> Vec<(String, String)> {
    let read = |name: &String| fs::read(folder.join(name)).unwrap();
    let names = names_in(folder).into_iter();
    names.map(|name| (name.clone(), String::from_utf8_lossy(&read(&name)).into_owned())).collect()
}

#[test]
fn no_code_id_or_time_of_the_archive_is_in_any_file() {
    let mut secrets = BTreeSet::new();
    for record in study().records() {
        for name in ["case_id", "case_code", "response_id", "created", "started", "completed"] {
            // Of a time the day and the hour are enough, of an id its first half.
            let text = record[name].as_str().map(|text| text[..text.len().min(13)].to_owned());
            secrets.extend(text);
        }
    }
    assert!(secrets.len() > 500);
    let secrets: Vec<_> = secrets.into_iter().collect();
    fs::write(study().path("secrets"), secrets.join("\n")).unwrap();
    let grep = "grep --text --recursive --files-with-matches --fixed-strings --file=secrets";
    let found = shell(study().folder(), &format!("{grep} {}", FORMATS.join(" ")));
    assert_eq!((found.code, found.stdout.as_str(), found.stderr.as_str()), (Some(1), "", ""));
    // They are there where they may be.
    let program = env!("CARGO_BIN_EXE_draagkracht");
    let open =
        format!("'{program}' open --identity study/keys/organisation.key archive/bundles/*.age");
    let lines =
        succeed(study().folder(), &format!("{open} | grep --count --fixed-strings --file=secrets"));
    assert!(lines.trim().parse::<usize>().unwrap() > 500);
}

#[test]
fn only_who_ran_it_may_read_the_files() {
    // Into the others PSPP and R write too.
    for format in ["csv", "fhir", "parquet"] {
        for name in names_in(&study().path(format)) {
            let mode = fs::metadata(study().path(format).join(&name)).unwrap().permissions();
            assert_eq!(mode.mode() & 0o777, 0o600, "{format}/{name}");
        }
    }
}

#[test]
fn what_was_written_in_words_stays_in_the_archive() {
    let mut all = people(5);
    let with_plan = contents_with_plan();
    all.cases.extend(with_plan.cases);
    let agreed = all.cases.last_mut().unwrap();
    agreed.consents.research.given = true;
    let words =
        [&with_plan.plans[0].request.words, &with_plan.notes[0].words].map(ToString::to_string);
    assert!(words.iter().all(|words| words.len() > 8), "{words:?}");
    (all.plans, all.notes) = (with_plan.plans, with_plan.notes);
    all.responses.extend(with_plan.responses);
    let place = received(&[(&device(), &all)]);
    for format in FORMATS {
        assert_eq!(export(&place, format, &[]).code, Some(0));
    }
    for (name, text) in texts(&place.path("out")) {
        assert!(words.iter().all(|words| !text.contains(words)), "{name}");
    }
}

/// Pseudonyms that Excel would run or that CSV, SPSS and R have to quote; and how they are written.
const PSEUDONYMS: [(&str, &str); 9] = [
    ("=1+1", "'=1+1"),
    ("+31", "'+31"),
    ("-P1", "'-P1"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "' =1"),
    ("\r=1", "' =1"),
    ("NA", "NA"),
    ("a\"b,c;d\ne", "a\"b,c;d e"),
    ("d'\u{eb}", "d'\u{eb}"),
];

#[test]
fn no_field_of_a_csv_is_a_formula() {
    let mut all = people(9);
    let professionals = all.responses.iter_mut().filter(|r| r.pseudonym.is_some());
    for (response, (pseudonym, _)) in professionals.zip(PSEUDONYMS) {
        response.pseudonym = Some(pseudonym.to_owned());
    }
    let place = received(&[(&device(), &all)]);
    let mut written: Vec<_> = PSEUDONYMS.iter().map(|(_, written)| *written).collect();
    written.sort_unstable();
    for format in ["csv", "spss", "r"] {
        assert_eq!(export(&place, format, &["--keep-small-groups"]).code, Some(0));
        let lists = rows(&place, "lists.csv");
        let mut found: Vec<_> = lists.iter().map(|row| row["professional"].as_str()).collect();
        found.retain(|pseudonym| !pseudonym.is_empty());
        found.sort_unstable();
        assert_eq!(found, written, "{format}");
        for name in names_in(&place.path("out")).iter().filter(|n| n.contains(".csv")) {
            no_formula(&place.path("out").join(name));
        }
    }
    r_and_pspp_read(place.folder(), &written);
}

fn no_formula(path: &Path) {
    let delimiter = if path.to_string_lossy().ends_with("-excel.csv") { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader.delimiter(delimiter).has_headers(false).from_path(path).unwrap();
    for row in reader.records() {
        for field in &row.unwrap() {
            let runs = field.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
            assert!(!runs, "{}: {field}", path.display());
        }
    }
}

fn r_and_pspp_read(folder: &Path, written: &[&str]) {
    let out = folder.join("out");
    let print = "for (p in sort(unique(lists$professional), method = 'radix')) cat(enc2utf8(p), '\\n', sep = '')";
    let script = format!("source('draagkracht.R'); {print}");
    fs::write(out.join("t.R"), script).unwrap();
    let mut expected: Vec<_> = written.to_vec();
    expected.dedup();
    let read = succeed(&out, "LC_ALL=C.UTF-8 Rscript --vanilla t.R");
    assert_eq!(read.lines().collect::<Vec<_>>(), expected);

    let folder = out.parent().unwrap();
    let program = env!("CARGO_BIN_EXE_draagkracht");
    let key = crate::place::KEY;
    let args = "--archive archive --format spss --out out --keep-small-groups";
    succeed(folder, &format!("'{program}' export --identity '{key}' {args}"));
    fs::write(out.join("t.sps"), "INSERT FILE='lists.sps'.\nFREQUENCIES professional.\n").unwrap();
    let read = succeed(&out, "LC_ALL=C.UTF-8 pspp -o t.out -O format=csv t.sps && cat t.out");
    for pseudonym in expected {
        let quoted = format!("\"{}\"", pseudonym.replace('"', "\"\""));
        let line = |text: &str| {
            read.contains(&format!(",{text},1,")) || read.contains(&format!(",{text},2,"))
        };
        assert!(line(pseudonym) || line(&quoted), "{pseudonym}: {read}");
    }
}
