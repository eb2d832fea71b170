//! What holds for every language: complete, in one order, with the same places to fill in.

use crate::files::{PROFESSIONAL, Texts, read, rust_files};
use draagkracht_app::i18n::Language;
use draagkracht_core::instrument::{BUILT_IN, Instrument};
use std::{collections::BTreeSet, fs, path::Path};

const LANGUAGES: [&str; 7] = ["nl", "en", "fy", "ar", "tr", "pl", "uk"];

#[test]
fn every_language_has_the_same_texts_in_the_same_order() {
    let names =
        |language| Texts::of(language).0.into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    let dutch = names("nl");
    assert_eq!(dutch.iter().collect::<BTreeSet<_>>().len(), dutch.len(), "a name is there twice");
    for language in PROFESSIONAL {
        assert_eq!(names(language), dutch, "{language}");
    }
    let residents = Texts::of_resident("nl").0.len();
    for language in LANGUAGES {
        assert_eq!(names(language)[..residents], dutch[..residents], "{language}");
    }
}

/// A resident who chose a language reads all of it in that language: the interface and the questions.
#[test]
fn every_language_has_the_questions_too() {
    let resident = BUILT_IN.iter().find(|built_in| built_in.id == "resident.v1").unwrap();
    let translated = resident.translations.iter().map(|(language, _)| *language);
    let questions: BTreeSet<_> = translated.chain(["nl"]).collect();
    assert_eq!(questions, BTreeSet::from(LANGUAGES));
    let offered: BTreeSet<_> = Language::ALL.into_iter().map(Language::tag).collect();
    assert_eq!(offered, questions, "i18n::Language");
}

/// Every item in words of its own, and explained where it is explained in Dutch.
#[test]
fn translated_items_are_translated() {
    for built_in in BUILT_IN {
        let list = Instrument::load(built_in.json.as_bytes()).unwrap();
        for (language, json) in built_in.translations {
            let words = list.clone().translate(json.as_bytes()).unwrap();
            for (dutch, item) in list.items().iter().zip(words.items()) {
                assert_ne!(dutch.text, item.text, "{language}: {}", item.id);
                assert_eq!(dutch.plain.is_some(), item.plain.is_some(), "{language}: {}", item.id);
            }
        }
    }
}

/// A text that was forgotten is still in Dutch. Names and what is only filled in are the same everywhere.
#[test]
fn translated_texts_are_translated() {
    let dutch = Texts::of_resident("nl");
    for language in LANGUAGES.into_iter().filter(|language| *language != "nl") {
        let same: Vec<_> = Texts::of_resident(language)
            .0
            .into_iter()
            .filter(|(name, text)| text.chars().count() > 12 && dutch.get(name) == text)
            .filter(|(name, _)| name != "result_domain")
            .collect();
        assert!(same.is_empty(), "{language}: {same:?}");
    }
}

/// A name, a code or a number may be written from left to right: it is kept apart from the text around it,
/// or "14 010" would read "010 14".
#[test]
fn from_right_to_left_what_is_filled_in_keeps_its_order() {
    for language in Language::ALL.into_iter().filter(|language| language.direction() == "rtl") {
        for (name, text) in Texts::of_resident(language.tag()).0 {
            for place in ["organisation", "code", "phone", "character"] {
                let [bare, apart] =
                    [format!("{{{place}}}"), format!("\u{2068}{{{place}}}\u{2069}")];
                assert_eq!(text.matches(&bare).count(), text.matches(&apart).count(), "{name}");
            }
        }
    }
}

#[test]
fn no_text_is_empty_or_has_loose_spaces() {
    for language in LANGUAGES {
        for (name, text) in Texts::of(language).0 {
            assert!(!text.is_empty(), "{language}: {name}");
            assert_eq!(text.trim(), text, "{language}: {name}");
            assert!(!text.contains("  "), "{language}: {name}: two spaces");
        }
    }
}

#[test]
fn the_same_is_filled_in_everywhere() {
    let dutch = Texts::of("nl");
    for language in LANGUAGES {
        for (name, text) in &Texts::of(language).0 {
            assert_eq!(Texts::places(text), Texts::places(dutch.get(name)), "{language}: {name}");
            let braces = |c| text.matches(c).count();
            let places = Texts::places(text).len();
            assert_eq!(
                [braces('{'), braces('}')],
                [places; 2],
                "{language}: {name}: a loose brace"
            );
        }
    }
}

#[test]
fn no_marks_that_only_a_program_reads() {
    for language in LANGUAGES {
        for (name, text) in Texts::of(language).0 {
            for mark in ["<", ">", "&", "*", "\\", "\n", "\t"] {
                assert!(!text.contains(mark), "{language}: {name} has {mark:?}");
            }
        }
    }
}

/// "Kies dan: Ik heb geen code." sends people to words that must be on the screen.
#[test]
fn what_people_are_told_to_choose_is_there_to_choose() {
    for (language, tells) in [
        ("nl", &["Kies dan: ", "Kies daarna: ", "Kies: "][..]),
        ("en", &["choose: ", "Choose: ", "then press: "]),
        ("fy", &["Kies dan: "]),
        ("ar", &["اختر: "]),
        ("tr", &["şunu seçin: "]),
        ("pl", &["proszę wybrać: ", "Proszę wybrać: "]),
        ("uk", &["виберіть: ", "Виберіть: "]),
    ] {
        let texts = Texts::of(language);
        let mut there: BTreeSet<_> = texts.0.iter().map(|(_, text)| text.clone()).collect();
        for built_in in BUILT_IN {
            let mut list = Instrument::load(built_in.json.as_bytes()).unwrap();
            if let Some((_, json)) = built_in.translations.iter().find(|(l, _)| *l == language) {
                list = list.translate(json.as_bytes()).unwrap();
            }
            there.extend([list.dont_know().to_owned(), list.wont_say().to_owned()]);
        }
        let mut told = 0;
        for (name, text) in &texts.0 {
            for tell in tells {
                if let Some((_, choice)) = text.split_once(tell) {
                    let choice = choice.split_once('.').map_or(choice, |(choice, _)| choice);
                    assert!(
                        there.contains(choice),
                        "{language}: {name}: nothing is called {choice:?}"
                    );
                    told += 1;
                }
            }
        }
        assert!(told >= 5, "{language}: how people are told to choose is said in other words");
    }
}

/// A text that no screen shows is taken out; `build.rs` makes `Text::StartTitle` of `start_title`.
#[test]
fn every_text_is_used() {
    let code: String = rust_files(Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
        .iter()
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    let variant = |part: &str| part.chars().take_while(|c| c.is_alphanumeric()).collect();
    let used: BTreeSet<String> = code.split("Text::").skip(1).map(variant).collect();
    for (name, _) in Texts::of("nl").0 {
        let variant: String =
            name.split('_').map(|word| word[..1].to_uppercase() + &word[1..]).collect();
        assert!(used.contains(&variant), "no code uses Text::{variant}");
    }
}

/// What must be said, word for word, and is looked for by people and by other tests.
#[test]
fn the_words_that_are_promised_are_there() {
    let texts = Texts::of("nl");
    for (name, start) in [
        ("error_prefix", "Fout:"),
        ("saved", "Bewaard"),
        ("leave_now", "Snel weg"),
        ("works_offline", "Werkt nu zonder internet"),
        ("plain_words", "In gewone woorden"),
        ("progress", "Vraag {number} van {count}"),
        ("private_line", "Leest er iemand mee? U mag deze vraag overslaan."),
        ("help_nobody", "Niemand leest dit meteen."),
    ] {
        assert!(texts.get(name).starts_with(start), "{name}: {:?}", texts.get(name));
    }
    assert!(texts.get("help_danger").contains("112"));
    assert!(texts.get("help_home").contains("0800-2000"));
    assert!(read("index.html").contains("lang=\"nl\""));
}
