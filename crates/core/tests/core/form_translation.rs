//! Lists in another language, and an answer that makes another pointless.

use crate::{
    fixtures::{bytes, item},
    plans::words,
};
use draagkracht_core::form::{Answers, BUILT_IN, Form, FormAnswer};
use serde_json::Value;

#[test]
fn every_translation_fits_and_asks_the_same() {
    for built_in in BUILT_IN {
        let form = Form::load(built_in.json.as_bytes()).unwrap();
        for (language, json) in built_in.translations {
            let translated = form.clone().translate(json.as_bytes()).unwrap();
            assert_eq!(translated.language(), *language);
            assert!(!translated.reference().translation.as_ref().unwrap().validated);
            let ids = |form: &Form| form.fields().iter().map(|f| f.id.clone()).collect::<Vec<_>>();
            assert_eq!(ids(&translated), ids(&form));
            for (field, dutch) in translated.fields().iter().zip(form.fields()) {
                assert_ne!(field.text, dutch.text, "{}: not translated", field.id);
            }
            assert_eq!(Form::in_language(built_in.id, language), Some(translated));
        }
        assert_eq!(Form::in_language(built_in.id, "nl"), Some(form));
    }
    assert_eq!(Form::in_language("case.v9", "en"), None);
}

#[test]
fn translations_that_do_not_fit() {
    let refused = |edit: &dyn Fn(&mut Value), sentence: &str| {
        let built_in = &BUILT_IN[0];
        let mut file: Value = serde_json::from_str(built_in.translations[0].1).unwrap();
        edit(&mut file);
        let form = Form::load(built_in.json.as_bytes()).unwrap();
        let error = form.translate(&bytes(&file)).unwrap_err().to_string();
        assert!(error.starts_with(sentence), "{error}");
    };
    refused(&|file| file["new"] = 1.into(), "the translation cannot be read: unknown field `new`");
    refused(
        &|file| file["version"] = 2.into(),
        "the file is \"draagkracht-form-translation\" version 2",
    );
    refused(
        &|file| file["form"] = "conditions.v1".into(),
        "the translation is for \"conditions.v1\"",
    );
    let place = "the translation has no words for \"goals.reached.partly\"";
    refused(&|file| file["words"]["goals.reached.partly"] = " ".into(), place);
    refused(
        &|file| _ = file["words"].as_object_mut().unwrap().remove("goals.reached.partly"),
        place,
    );
    refused(
        &|file| file["words"]["goals.row.7"] = "Goal 7".into(),
        "the translation has words for \"goals.row.7\", which the list has not",
    );
}

#[test]
fn what_is_not_asked_any_more_goes_with_the_answer_that_asked_it() {
    let form = Form::built_in("case.v1").unwrap().unwrap();
    let (used, actors) = (item("interventions.trust.used"), item("interventions.trust.actors"));
    let mut answers = Answers::new();
    let partners = FormAnswer::Several(["network".to_owned()].into());
    let error = form.put(&mut answers, &actors, Some(partners.clone())).unwrap_err().to_string();
    assert!(error.starts_with("field \"interventions.trust.actors\" is not asked here"), "{error}");
    assert!(answers.is_empty());
    form.put(&mut answers, &used, Some(FormAnswer::YesNo(true))).unwrap();
    form.put(&mut answers, &actors, Some(partners)).unwrap();
    let wrong = FormAnswer::Several(["nobody".to_owned()].into());
    assert!(form.put(&mut answers, &actors, Some(wrong)).is_err());
    assert_eq!(answers.len(), 2, "what does not fit changes nothing");
    form.put(&mut answers, &used, Some(FormAnswer::YesNo(false))).unwrap();
    assert_eq!(answers, [(used.clone(), FormAnswer::YesNo(false))].into());
    let goal = item("goals.1.words");
    form.put(&mut answers, &goal, Some(FormAnswer::Text(words("Rust")))).unwrap();
    form.put(&mut answers, &item("goals.1.reached"), Some(FormAnswer::One("partly".to_owned())))
        .unwrap();
    form.put(&mut answers, &goal, Some(FormAnswer::Text(words(" ")))).unwrap();
    assert_eq!(answers.len(), 2, "whether it was reached went with the words");
    form.put(&mut answers, &used, None).unwrap();
    assert_eq!(answers.len(), 1);
}
