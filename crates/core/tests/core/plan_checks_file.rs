//! A file of checks: every way in which it can be wrong.

use crate::{
    fixtures::{bytes, resident},
    plans::{goal, plan},
};
use draagkracht_core::{
    life_domain::LifeDomain,
    plan::{Checks, Situation},
    report::Report,
};
use serde_json::{Value, json};

fn file() -> Value {
    serde_json::from_str(include_str!("../../plan/checks.v1.json")).unwrap()
}

fn refused(edit: impl FnOnce(&mut Value), sentence: &str) {
    let mut file = file();
    edit(&mut file);
    let error = Checks::load(&bytes(&file)).unwrap_err().to_string();
    assert!(error.starts_with(sentence), "{error}");
}

#[test]
fn the_one_of_this_release_is_read() {
    let checks = Checks::built_in().unwrap();
    assert_eq!((checks.id.as_str(), checks.language.as_str()), ("plan_checks.v1", "nl"));
    assert_eq!(checks.check("no_own_words").unwrap().question, "Hoe zegt de inwoner dit zelf?");
    assert_eq!(checks.check("nothing"), None);
}

#[test]
fn form_and_version() {
    refused(
        |file| file["new"] = 1.into(),
        "the checks cannot be read: unknown field `new`, expected one of `format`, `version`,",
    );
    refused(
        |file| file["checks"][4]["when"] = "never".into(),
        "the checks cannot be read: unknown variant `never`, expected one of `goal_repeats_request`,",
    );
    let sentence = "this is \"draagkracht-plan-checks\" version 2; checks are \"draagkracht-plan-checks\" version 1";
    refused(|file| file["version"] = 2.into(), sentence);
    refused(|file| file["format"] = "draagkracht-norm".into(), "this is \"draagkracht-norm\"");
}

#[test]
fn texts_that_are_missing() {
    for field in ["question", "finding", "source"] {
        refused(
            |file| file["checks"][0][field] = " ".into(),
            &format!("check \"goal_repeats_request\": {field} is empty"),
        );
    }
    for list in [
        "/small_words",
        "/skipped_at_the_start",
        "/readings/activity/signs/1",
        "/readings/provision/unless",
    ] {
        refused(
            |file| file.pointer_mut(list).unwrap()["reason"] = "".into(),
            "the reason for a list of words is empty",
        );
    }
}

#[test]
fn a_check_twice() {
    refused(
        |file| file["checks"][1]["id"] = "goal_repeats_request".into(),
        "check \"goal_repeats_request\" is there twice",
    );
}

#[test]
fn a_reading_that_is_not_there_or_has_no_signs() {
    refused(
        |file| file["checks"][1]["when"]["goal_reads_as"] = "poem".into(),
        "check \"goal_is_activity\" looks for the reading \"poem\", which is not in the file",
    );
    refused(
        |file| file["readings"]["situation"]["signs"] = json!([]),
        "the reading \"situation\" has no signs",
    );
}

#[test]
fn a_share_of_words_that_is_none() {
    for percent in [0, 101] {
        refused(
            |file| file["checks"][0]["when"]["goal_repeats_request"]["percent"] = percent.into(),
            &format!(
                "check \"goal_repeats_request\" asks for {percent} of every 100 words, which is not 1 to 100"
            ),
        );
    }
}

#[test]
fn phrases_that_would_never_be_found() {
    for phrase in ["", "Hulp", "hulp  bij", "hulp,bij", "*", "hu*lp"] {
        refused(
            |file| file["skipped_at_the_start"]["phrases"][0] = phrase.into(),
            &format!(
                "the checks cannot be read: \"{phrase}\" is not words in small letters with one blank"
            ),
        );
    }
}

#[test]
fn a_new_reading_is_data_only() {
    let mut file = file();
    file["readings"]["rhyme"] = json!({
        "signs": [{"at": "start", "phrases": ["roos*"], "reason": "A rose."}],
        "unless": {"phrases": ["vis"], "reason": "A fish."},
    });
    file["checks"] = json!([{
        "id": "goal_is_rhyme", "when": {"goal_reads_as": "rhyme"}, "question": "?", "finding": "None.", "source": "None",
    }]);
    let checks = Checks::load(&bytes(&file)).unwrap();
    let speaks = |text: &str| {
        let mut plan = plan("Vraag");
        plan.goals.push(goal(plan.next_goal(), text));
        !checks.findings(&plan, &Situation::default()).is_empty()
    };
    assert!(speaks("Mevrouw rooskleurig"));
    assert!(!speaks("Een mooie roos"), "not at the start");
    assert!(!speaks("Roos verwelkt, vis niet"));
    assert!(speaks("Vis; roos verwelkt"), "each item of a list by itself");
}

#[test]
fn the_lists_say_what_weighs_and_what_carries() {
    let instrument = resident();
    let response = crate::fixtures::response(&instrument);
    let report = Report::of(&instrument, instrument.norm(), &response);
    let situation = Situation::of(&[&report]);
    assert_eq!(situation.severe, [LifeDomain::Housing, LifeDomain::Safety].into());
    let weak = ["competences".to_owned()];
    assert_eq!(situation.weak, weak.into(), "social capital has too few answers to be either");
    assert_eq!(Situation::of(&[]), Situation::default());
}

fn english() -> Value {
    serde_json::from_str(include_str!("../../plan/checks.v1.en.json")).unwrap()
}

#[test]
fn a_translation_has_the_words_of_every_check_and_looks_for_the_same() {
    let dutch = Checks::built_in().unwrap();
    let english = Checks::built_in().unwrap().in_language("en").unwrap();
    assert_eq!(english.language, "en");
    for (dutch, english) in dutch.checks.iter().zip(&english.checks) {
        assert_eq!((&dutch.id, &dutch.when), (&english.id, &english.when));
        // Of one word in both languages there is none.
        assert_ne!((&dutch.question, &dutch.finding), (&english.question, &english.finding));
    }
    assert_eq!(Checks::built_in().unwrap().in_language("nl").unwrap(), dutch);
}

#[test]
fn translations_that_do_not_fit() {
    let refused = |edit: &dyn Fn(&mut Value), sentence: &str| {
        let mut file = english();
        edit(&mut file);
        let error = Checks::built_in().unwrap().translate(&bytes(&file)).unwrap_err().to_string();
        assert!(error.starts_with(sentence), "{error}");
    };
    refused(&|file| file["new"] = 1.into(), "the translation cannot be read: unknown field");
    refused(
        &|file| file["version"] = 2.into(),
        "the file is \"draagkracht-plan-checks-translation\" version 2",
    );
    refused(&|file| file["checks"] = "other.v1".into(), "the translation is for \"other.v1\"");
    let check = "the translation has no words for check \"no_own_words\"";
    refused(&|file| file["words"]["no_own_words"]["finding"] = " ".into(), check);
    refused(&|file| _ = file["words"].as_object_mut().unwrap().remove("no_own_words"), check);
    let word = json!({ "question": "Why?", "finding": "So." });
    refused(
        &move |file| file["words"]["new"] = word.clone(),
        "the translation has words for \"new\", which is no check",
    );
}
