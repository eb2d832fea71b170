//! The Dutch that is ours: of every screen, of the page before the app, and around the items. What the
//! report publishes (the items themselves) stays as it is and is not measured.

use crate::{
    files::{Texts, read},
    reading::{ease, sentences, words},
};
use draagkracht_core::instrument::{BUILT_IN, Instrument};

/// Ui.md 17 and the plain-language norm for the general public.
const LONGEST_SENTENCE: usize = 15;
/// B1 is what about four in five adults read with ease. Douma calls 60 to 70 "normal" and 70 to 80 "fairly
/// easy", the level of the last years of primary school; residents may read less well than average, so
/// all texts together must be fairly easy, and none of some length harder than normal.
const EASE_TOGETHER: f64 = 70.0;
const EASE_OF_ONE: f64 = 60.0;
/// Fewer words than this say little about reading ease.
const LONG: usize = 12;

/// Every text with where it stands.
fn texts() -> Vec<(String, String)> {
    let mut texts: Vec<_> = Texts::of("nl")
        .0
        .into_iter()
        .map(|(name, text)| (format!("nl.json: {name}"), text))
        .collect();
    for built_in in BUILT_IN {
        let list = Instrument::load(built_in.json.as_bytes()).unwrap();
        let ours = list.components().iter().map(|c| (c.id.clone(), c.stem.clone()));
        let plain = list.items().iter().filter_map(|i| Some((i.id.to_string(), i.plain.clone()?)));
        texts.extend(ours.chain(plain).map(|(id, text)| (format!("{}: {id}", built_in.id), text)));
    }
    texts.extend(page().into_iter().map(|text| ("index.html".to_owned(), text)));
    texts
}

/// The text of the paragraphs, headings and description of the page that is there before the app.
fn page() -> Vec<String> {
    let html = read("index.html");
    let of = |tag: &str| {
        let close = format!("</{tag}>");
        let parts = html.split(&format!("<{tag} ")).skip(1).map(str::to_owned).collect::<Vec<_>>();
        parts
            .iter()
            .filter_map(|part| Some(without_tags(part.split_once('>')?.1.split_once(&close)?.0)))
            .collect::<Vec<_>>()
    };
    let description = html.split_once("name=\"description\" content=\"").unwrap().1;
    let description = description.split_once('"').unwrap().0.to_owned();
    [of("p"), of("h1"), vec![description]].concat()
}

fn without_tags(html: &str) -> String {
    let parts = html.split('<').enumerate();
    let text: String = parts
        .map(|(at, p)| if at == 0 { p } else { p.split_once('>').map_or("", |p| p.1) })
        .collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn no_sentence_has_more_than_fifteen_words() {
    for (place, text) in texts() {
        for sentence in sentences(&text) {
            let count = words(sentence).count();
            assert!(count <= LONGEST_SENTENCE, "{place}: {count} words: {sentence}");
        }
    }
}

#[test]
fn all_together_it_is_fairly_easy() {
    // Labels and headings would make it seem easier than it is: only what is written as a sentence.
    let texts = texts();
    let written = |text: &&str| text.ends_with(['.', '?', '!']);
    let ease = ease(texts.iter().map(|(_, text)| text.as_str()).filter(written)).unwrap();
    println!("reading ease (Flesch-Douma) of all Dutch texts: {ease:.1}");
    assert!(ease >= EASE_TOGETHER, "{ease:.1}");
}

#[test]
fn no_longer_text_is_hard() {
    for (place, text) in texts() {
        if words(&text).count() >= LONG {
            let ease = ease([text.as_str()]).unwrap();
            assert!(ease >= EASE_OF_ONE, "{place}: {ease:.1}: {text}");
        }
    }
}

/// Words of an office, words that blame or alarm, and words that suppose a mouse.
const AVOID: [&str; 38] = [
    "ongeldig",
    "ongeldige",
    "verplicht",
    "verplichte",
    "oeps",
    "sorry",
    "helaas",
    "klik",
    "klikken",
    "klikt",
    "gelieve",
    "middels",
    "indien",
    "teneinde",
    "derhalve",
    "aangezien",
    "betreffende",
    "desbetreffende",
    "inzake",
    "omtrent",
    "dient",
    "dienen",
    "conform",
    "reeds",
    "echter",
    "tevens",
    "alsmede",
    "benodigd",
    "benodigde",
    "ingevolge",
    "desgewenst",
    "jongstleden",
    "mislukt",
    "gefaald",
    "onvoldoende",
    "schuldig",
    "minuut",
    "minuten",
];

#[test]
fn no_word_to_avoid() {
    for (place, text) in texts() {
        for word in plain_words(&text) {
            assert!(!AVOID.contains(&word.as_str()), "{place}: \"{word}\" in: {text}");
        }
    }
}

#[test]
fn people_are_called_u() {
    for (place, text) in texts() {
        for word in plain_words(&text) {
            let familiar = ["je", "jij", "jou", "jouw", "jullie"].contains(&word.as_str());
            assert!(!familiar, "{place}: \"{word}\" in: {text}");
        }
    }
}

fn plain_words(text: &str) -> impl Iterator<Item = String> {
    words(text).map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
}

#[test]
fn tags_are_taken_out_of_the_page() {
    assert_eq!(without_tags("Open\n  <a href=\"./\">de  pagina</a>."), "Open de pagina.");
    assert!(page().contains(&"Welkom".to_owned()));
}
