//! The manuals in Dutch are about the app that there is: a word in bold is a word of a screen, and sentences are
//! short. What the pictures show is checked by `tests/e2e/pictures.spec.mjs`.

use crate::{
    files::{Texts, read},
    reading::{sentences, words},
};
use draagkracht_core::instrument::{BUILT_IN, Instrument};
use std::{collections::BTreeSet, fs, path::Path};

/// Each manual, and how many words its longest sentence may have: an administrator reads more easily.
const MANUALS: [(&str, usize); 3] =
    [("inwoners.md", 15), ("professionals.md", 15), ("beheerders.md", 20)];

fn manual(name: &str) -> String {
    read(&format!("docs/handleiding/{name}"))
}

/// The lines of a manual that are running text: no code, no tables, no pictures.
fn prose(manual: &str) -> String {
    let outside = manual.split("```").step_by(2).collect::<Vec<_>>().join("\n");
    let text = outside.lines().filter(|line| !line.starts_with("    ")).map(str::trim);
    let lines = text.filter(|line| !line.starts_with(['|', '!']));
    lines.collect::<Vec<_>>().join("\n")
}

/// The sentences of running text: a line that goes on is one with the next, an item of a list is its own.
fn sentences_of(prose: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for line in prose.lines() {
        let begins = line.is_empty()
            || line.starts_with(['#', '-'])
            || line.split_once(". ").is_some_and(|(n, _)| n.parse::<u8>().is_ok());
        if begins {
            parts.push(String::new());
        }
        let part = parts.last_mut().unwrap();
        part.push(' ');
        part.push_str(line.trim_start_matches(['#', '-', ' ']));
        if line.starts_with('#') {
            parts.push(String::new());
        }
    }
    parts.iter().flat_map(|part| sentences(part)).map(str::to_owned).collect()
}

#[test]
fn every_manual_is_measured() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/handleiding");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let there: BTreeSet<_> = files
        .map(|name| name.into_string().unwrap())
        .filter(|name| name.rsplit_once('.').is_some_and(|(_, ending)| ending == "md"))
        .collect();
    assert_eq!(there, MANUALS.map(|(name, _)| name.to_owned()).into());
}

#[test]
fn words_in_bold_are_words_of_the_app() {
    let mut known: BTreeSet<_> = Texts::of("nl").0.into_iter().map(|(_, text)| text).collect();
    for built_in in BUILT_IN {
        let list = Instrument::load(built_in.json.as_bytes()).unwrap();
        known.extend([list.dont_know().to_owned(), list.wont_say().to_owned()]);
    }
    let mut checked = 0;
    let statement =
        read("docs/toegankelijkheid.md").replace("**Status B: voldoet gedeeltelijk.**", "");
    let manuals = MANUALS.map(|(name, _)| (name, manual(name)));
    for (name, text) in manuals.into_iter().chain([("toegankelijkheid.md", statement)]) {
        for bold in text.split("**").skip(1).step_by(2) {
            let bold = bold.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(known.contains(&bold), "{name}: no screen says {bold:?}");
            checked += 1;
        }
    }
    assert!(checked > 50, "{checked}");
}

#[test]
fn sentences_of_manuals_are_short() {
    for (name, longest) in MANUALS {
        for sentence in sentences_of(&prose(&manual(name))) {
            let count = words(&sentence).count();
            assert!(count <= longest, "{name}: {count} words: {sentence}");
        }
    }
}

#[test]
fn a_sentence_goes_on_over_lines_and_ends_with_its_item() {
    let text = "# Kop\nEen zin die\ndoorgaat. Nog een.\n\n1. Kies dit.\n2. En dat\n- los";
    assert_eq!(
        sentences_of(text),
        ["Kop", "Een zin die doorgaat.", "Nog een.", "1.", "Kies dit.", "2.", "En dat", "los"]
    );
}
