//! Every way in which a translation's file can be wrong, with its sentence.

use crate::fixtures::{bytes, professional, resident, resident_in_english};
use serde_json::{Value, json};

fn error(json: &[u8]) -> String {
    resident().translate(json).unwrap_err().to_string()
}

fn refused(edit: impl FnOnce(&mut Value), sentence: &str) {
    let mut file = resident_in_english();
    edit(&mut file);
    assert_eq!(error(&bytes(&file)), sentence);
}

fn without(pointer: &str, key: &str, sentence: &str) {
    let remove = |file: &mut Value| {
        file.pointer_mut(pointer).unwrap().as_object_mut().unwrap().remove(key).unwrap();
    };
    refused(remove, sentence);
}

#[test]
fn words_change_and_nothing_else() {
    let dutch = resident();
    let english = dutch.clone().translate(&bytes(&resident_in_english())).unwrap();
    assert_eq!(english.language(), "en");
    assert_eq!(english.items()[3].text, "I keep going.");
    assert_eq!(english.dont_know(), "I don't know");
    assert_eq!(english.norm(), dutch.norm());
    assert_eq!(english.rater(), dutch.rater());
    assert_eq!(english.reference().hash, dutch.reference().hash);
    for (translated, own) in english.components().iter().zip(dutch.components()) {
        assert_eq!((&translated.id, &translated.rule), (&own.id, &own.rule));
    }
    for (translated, own) in english.items().iter().zip(dutch.items()) {
        assert_eq!(
            (&translated.id, translated.topic, translated.sensitive),
            (&own.id, own.topic, own.sensitive)
        );
        assert_ne!(translated.text, own.text);
    }
}

#[test]
fn form() {
    assert_eq!(
        error(b"{"),
        "the translation cannot be read: EOF while parsing an object at line 1 column 1"
    );
    refused(
        |file| file["norm"] = json!({}),
        "the translation cannot be read: unknown field `norm`, expected one of `format`, `version`, \
         `instrument`, `language`, `validated`, `title`, `scales`, `missing`, `components`, `items` \
         at line 1 column 3085",
    );
}

#[test]
fn scale_with_other_than_five_words() {
    let mut file = resident_in_english();
    file["scales"]["burden"].as_array_mut().unwrap().pop();
    let sentence = error(&bytes(&file));
    assert!(
        sentence.starts_with(
            "the translation cannot be read: invalid length 4, expected an array of length 5"
        ),
        "{sentence}"
    );
}

#[test]
fn version_and_format() {
    refused(
        |file| {
            file["version"] = 2.into();
            file["new"] = true.into();
        },
        "the file is \"draagkracht-translation\" version 2, not \"draagkracht-translation\" version 1",
    );
    refused(
        |file| file["format"] = "draagkracht-instrument".into(),
        "the file is \"draagkracht-instrument\" version 1, not \"draagkracht-translation\" version 1",
    );
    without(
        "",
        "version",
        "the file is \"draagkracht-translation\" version 0, not \"draagkracht-translation\" version 1",
    );
}

#[test]
fn for_another_instrument() {
    let refused = professional().translate(&bytes(&resident_in_english())).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "the translation is for \"resident.v1\", not for \"professional.v1\""
    );
}

#[test]
fn empty_text() {
    for (pointer, what) in [
        ("/language", "the language"),
        ("/title", "the title"),
        ("/missing/dont_know", "dont_know"),
        ("/missing/wont_say", "wont_say"),
        ("/scales/burden/2", "scale \"burden\""),
        ("/components/burden/title", "component \"burden\""),
        ("/components/burden/stem", "component \"burden\""),
        ("/items/competences.1/text", "item \"competences.1\""),
        ("/items/burden.safety/plain", "item \"burden.safety\""),
    ] {
        refused(
            |file| *file.pointer_mut(pointer).unwrap() = " ".into(),
            &format!("the translation has an empty text for {what}"),
        );
    }
}

#[test]
fn words_that_are_missing() {
    without(
        "/components",
        "burden",
        "the translation has no words for the title of component \"burden\"",
    );
    without(
        "/scales",
        "agreement",
        "the translation has no words for the scale of component \"competences\"",
    );
    without("/items", "burden.safety", "the translation has no words for item \"burden.safety\"");
    without(
        "/items/burden.safety",
        "plain",
        "the translation has no words for the explanation of item \"burden.safety\"",
    );
}

#[test]
fn words_for_what_is_not_there() {
    refused(
        |file| file["components"]["zest"] = json!({"title": "Zest", "stem": "Do you?"}),
        "the translation has words for \"zest\", which the instrument has not",
    );
    refused(
        |file| file["items"]["competences.9"] = json!({"text": "I am new."}),
        "the translation has words for \"competences.9\", which the instrument has not",
    );
    refused(
        |file| file["scales"]["zest"] = json!(["a", "b", "c", "d", "e"]),
        "the translation has words for \"zest\", which the instrument has not",
    );
    refused(
        |file| file["items"]["competences.1"]["plain"] = "In other words.".into(),
        "the translation has words for the explanation of item \"competences.1\", which the instrument has not",
    );
}
