//! Answers to the lists that only a professional is asked: a row a case, a row a professional.

use crate::{
    archives::{export, exported, people, received, rows},
    common::{contents_of_conditions, contents_with_answers, device},
    place::{KEY, Place},
    program::{names_in, succeed},
};
use draagkracht_bundle::Contents;
use draagkracht_core::{form::FormAnswer, instrument::ItemId};
use std::fs;
use uuid::Uuid;

/// So many people, each with the case questionnaire of the vectors.
pub fn cases(count: u128) -> Contents {
    let mut all = people(count);
    for case in &all.cases {
        let mut answers = contents_with_answers().form_responses.remove(0);
        answers.response_id = Uuid::from_u128(case.case_id.as_u128() + 9_000_000);
        if let Some(about) = &mut answers.case {
            about.case_id = case.case_id;
        }
        all.form_responses.push(answers);
    }
    all
}

/// So many professionals, each with the working conditions of the vectors.
pub fn professionals(count: u128) -> Contents {
    let one = |number| {
        let mut answers = contents_of_conditions().form_responses.remove(0);
        answers.response_id = Uuid::from_u128(number);
        answers.pseudonym = Some(format!("=P{number}"));
        answers
    };
    Contents { form_responses: (1..=count).map(one).collect(), ..Contents::default() }
}

pub fn with_conditions<'a>(other: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    let args = ["--conditions-archive", other, "--conditions-identity", KEY];
    [&args[..], more].concat()
}

/// Worked out by hand from the answers in `crates/bundle/tests/common/answers.rs`: two types, in both the
/// professional, in one alone, in the other with local provision.
#[test]
fn a_case_is_a_row_with_its_answers_and_what_is_derived_from_them() {
    let place = received(&[(&device(), &cases(5))]);
    let told = exported(&place, &[]);
    assert_eq!(told[0], "10 lists of 5 people, 5 rows of cases");
    let rows = rows(&place, "cases.csv");
    assert_eq!(rows.len(), 5);
    for (name, value) in [
        ("person", "1"),
        ("moment", "T3"),
        ("professional", "P1"),
        ("attention_capacity_competences_given", "1"),
        ("attention_capacity_network_given", "0"),
        ("attention_capacity_burden_given", ""),
        ("goals_1_reached", "partly"),
        ("goals_2_reached", "not_asked"),
        ("interventions_reduce_burden_used", "1"),
        ("interventions_reduce_burden_actors_professional", "1"),
        ("interventions_reduce_burden_actors_network", "0"),
        ("interventions_trust_used", "0"),
        ("interventions_trust_actors_network", ""),
        ("emphasis_value", "7"),
        ("influence_problems_professional", "8"),
        ("influence_problems_resident", "6"),
        ("development_burden_change", ""),
        ("site_kind", "social_team"),
        ("types_used", "2"),
        ("approach", "multiple"),
        ("involved_professional", "2"),
        ("involved_network", "0"),
        ("involved_local_provision", "1"),
        ("involved_specialist_care", "0"),
        ("solo_share", "0.5"),
        ("partners", "1.5"),
    ] {
        assert_eq!(rows[0][name], value, "{name}");
    }
    let ids: Vec<_> = crate::archives::rows(&place, "wide.csv");
    assert!(ids.iter().any(|row| row["case_id"] == rows[0]["case_id"]), "the same ids everywhere");
    assert!(!rows[0].contains_key("request_words"));
}

#[test]
fn who_did_not_agree_and_groups_that_are_too_small_are_left_out() {
    let mut contents = cases(6);
    contents.cases[5].consents.research.given = false;
    let mut draft = contents.form_responses[0].clone();
    draft.response_id = Uuid::from_u128(77);
    draft.completed = None;
    contents.form_responses.push(draft);
    let place = received(&[(&device(), &contents)]);
    let told = exported(&place, &[]);
    assert_eq!(told[0], "10 lists of 5 people, 5 rows of cases");
    assert!(told.contains(&"3 lists left out: no consent to research".to_owned()), "{told:?}");
    assert!(told.contains(&"1 list left out: not completed".to_owned()), "{told:?}");

    let place = received(&[(&device(), &cases(4))]);
    assert_eq!(export(&place, "csv", &[]).code, Some(1), "fewer than five people");
    exported(&place, &["--keep-small-groups"]);
    assert_eq!(rows(&place, "cases.csv").len(), 4);

    let mut contents = cases(10);
    for answers in &mut contents.form_responses[..2] {
        answers.pseudonym = Some("P2".to_owned());
    }
    let place = received(&[(&device(), &contents)]);
    exported(&place, &[]);
    let rows = rows(&place, "cases.csv");
    assert!(rows.iter().all(|row| row["professional"] == "<5"), "two alone would be told");
}

#[test]
fn a_later_list_of_the_same_person_takes_the_place_of_the_earlier() {
    let (first, mut second) = (cases(5), cases(5));
    for answers in &mut second.form_responses {
        *answers = answers.revised(
            answers.answers.clone(),
            true,
            "2028-12-01T10:00:00Z".to_owned().try_into().unwrap(),
        );
        answers.answers.insert(ItemId::new("emphasis.value"), FormAnswer::Scale(0));
    }
    let place = received(&[(&device(), &first), (&device(), &second)]);
    exported(&place, &[]);
    let values: Vec<_> =
        rows(&place, "cases.csv").iter().map(|row| row["emphasis_value"].clone()).collect();
    assert_eq!(values, ["0"; 5]);
}

/// Words that a spreadsheet would run, markup, emoji, right-to-left, and more than fit a cell's line.
const WORDS: [(&str, &str); 6] = [
    ("=1+1", "'=1+1"),
    ("@SUM(A1)\nx", "'@SUM(A1) x"),
    ("\t-2", "' -2"),
    ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ("🙂👩‍👩‍👧 \u{202e}שלום", "🙂👩‍👩‍👧 \u{202e}שלום"),
    ("＝cmd|' /C calc'!A0", "'＝cmd|' /C calc'!A0"),
];

#[test]
fn words_are_there_only_when_asked_for_and_never_a_formula() {
    let mut contents = cases(6);
    for (answers, (words, _)) in contents.form_responses.iter_mut().zip(WORDS) {
        let text = FormAnswer::Text(words.to_owned().try_into().unwrap());
        answers.answers.insert(ItemId::new("request.words"), text);
    }
    let long = FormAnswer::Text("é".repeat(4_000).try_into().unwrap());
    contents.form_responses[0].answers.insert(ItemId::new("goals.1.words"), long);
    let place = received(&[(&device(), &contents)]);
    for format in ["csv", "spss", "r", "parquet"] {
        assert_eq!(export(&place, format, &[]).code, Some(0));
    }
    for name in names_in(&place.path("out")) {
        let bytes = fs::read(place.path("out").join(&name)).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains("alert(1)"), "{name}");
    }
    exported(&place, &["--with-words"]);
    let rows = rows(&place, "cases.csv");
    let mut found: Vec<_> = rows.iter().map(|row| row["request_words"].as_str()).collect();
    let mut expected = WORDS.map(|(_, written)| written);
    found.sort_unstable();
    expected.sort_unstable();
    assert_eq!(found, expected);
    assert!(rows.iter().any(|row| row["goals_1_words"].chars().count() == 4_000));
}

#[test]
fn working_conditions_are_said_of_ten_professionals_or_more_and_of_nobody_by_name() {
    let place = received(&[(&device(), &cases(5))]);
    let nine = received(&[(&device(), &professionals(9))]);
    let archive = nine.path("archive").display().to_string();
    let told = exported(&place, &with_conditions(&archive, &[]));
    let few = "9 lists of working conditions left out: fewer than 10 professionals".to_owned();
    assert!(told.contains(&few), "{told:?}");
    assert!(!names_in(&place.path("out")).contains(&"conditions.csv".to_owned()));

    let ten = received(&[(&device(), &professionals(10))]);
    let archive = ten.path("archive").display().to_string();
    let told = exported(&place, &with_conditions(&archive, &[]));
    assert_eq!(told[0], "10 lists of 5 people, 5 rows of cases, 10 rows of conditions");
    let conditions = rows(&place, "conditions.csv");
    assert!(conditions.iter().all(|row| row["professional"] == "<5"));
    for (name, value) in [
        ("time_1", "4"),
        ("time", "2"),
        ("cooperation_3", ""),
        ("cooperation", ""),
        ("cooperation_answered", "2"),
        ("openness", "3.6667"),
    ] {
        assert_eq!(conditions[0][name], value, "{name}");
    }
    exported(&place, &with_conditions(&archive, &["--keep-small-groups"]));
    let conditions = rows(&place, "conditions.csv");
    assert!(conditions.iter().any(|row| row["professional"] == "'=P10"));
}

/// R says how many have the emphasis 7, the mean of openness, and what is missing; PSPP the first.
#[test]
fn the_other_programs_read_them() {
    let place = received(&[(&device(), &cases(5))]);
    let ten = received(&[(&device(), &professionals(10))]);
    let archive = ten.path("archive").display().to_string();
    let run = |place: &Place, format| {
        let done = export(place, format, &with_conditions(&archive, &["--with-words"]));
        assert_eq!((done.code, done.stderr.as_str()), (Some(0), ""), "{format}");
    };
    run(&place, "r");
    let out = place.path("out");
    let print = "cat(sum(cases$emphasis_value == '7'), round(mean(conditions$openness), 2), \
                 sum(is.na(cases$development_burden_change)))";
    fs::write(out.join("t.R"), format!("source('draagkracht.R'); {print}")).unwrap();
    assert_eq!(succeed(&out, "LC_ALL=C.UTF-8 Rscript --vanilla t.R"), "5 3.67 5");
    run(&place, "spss");
    let syntax = "INSERT FILE='cases.sps'.\nFREQUENCIES emphasis_value.\n";
    fs::write(out.join("t.sps"), syntax).unwrap();
    let read = succeed(&out, "LC_ALL=C.UTF-8 pspp -o t.out -O format=csv t.sps && cat t.out");
    assert!(read.contains("7,5,100.0%"), "{read}");
}
