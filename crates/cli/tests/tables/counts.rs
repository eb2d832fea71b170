//! Who counts, and what is about too few people.

use crate::{
    cells::{at, cells, lines, notes, written},
    common::{contents, contents_of_conditions, device},
    place::{KEY, Place, bundle},
    study::{self, csv, received},
};
use draagkracht_bundle::Contents;
use draagkracht_core::{case::Consent, timestamp::Timestamp};
use uuid::Uuid;

/// The contents of the vectors, of someone who agreed to research.
pub fn consenting() -> Contents {
    let mut contents = contents();
    contents.cases[0].consents.research.given = true;
    contents
}

/// What `tables` writes over these bundles, small numbers too.
pub fn over(bundles: &[Contents]) -> String {
    let place = Place::new();
    for (number, contents) in (1..).zip(bundles) {
        place.hand_in(&format!("{number}.age"), &bundle(number, &device(), contents).1);
        place.received();
    }
    written(place.folder(), KEY, "out.csv", &["--small-cells", "--everyone"])
}

fn residents(csv: &str) -> String {
    cells(csv)[&at("received", "resident", "n.T1")].value.clone()
}

#[test]
fn who_did_not_agree_to_research_is_left_out() {
    assert_eq!(residents(&over(&[consenting()])), "1");
    let csv = over(&[contents()]);
    // Nobody is left, so there is no number at all.
    assert!(!cells(&csv).contains_key(&at("received", "resident", "n.T1")), "{csv}");
    let left_out =
        "Weggelaten omdat de inwoner geen toestemming gaf voor onderzoek: 1-4 dossier(s).";
    assert!(notes(&csv, "received").contains(&left_out.to_owned()));
}

#[test]
fn who_withdrew_is_left_out_too() {
    let mut later = consenting();
    let since = Timestamp::from_unix_seconds(4_000_000_000).unwrap();
    later.cases[0].consents.research = Consent { given: false, since };
    later.responses.clear();
    let csv = over(&[consenting(), later]);
    assert!(!cells(&csv).contains_key(&at("received", "resident", "n.T1")), "{csv}");
}

#[test]
fn the_newest_revision_counts_and_a_draft_does_not() {
    let severe = |csv: &str| {
        let cells = cells(csv);
        cells.get(&at("domains", "resident.finances", "severe_share.T1")).map(|c| c.value.clone())
    };
    let answer = |revision: u32, value: &str, completed: bool| {
        let mut contents = consenting();
        let json = serde_json::to_string(&contents.responses[0]).unwrap();
        let finances = json.split("\"burden.finances\":").nth(1).unwrap();
        let now = finances.split(',').next().unwrap();
        let from = format!("\"burden.finances\":{now}");
        let json = json.replacen(&from, &format!("\"burden.finances\":{value}"), 1);
        let mut changed: draagkracht_core::response::Response =
            serde_json::from_str(&json).unwrap();
        let instrument = draagkracht_core::instrument::Instrument::built_in("resident.v1");
        let instrument = instrument.unwrap().unwrap();
        changed.score =
            draagkracht_core::score::Score::of(&instrument, instrument.norm(), &changed.answers);
        changed.revision = revision;
        if !completed {
            changed.completed = None;
        }
        contents.responses[0] = changed;
        contents
    };
    assert_eq!(severe(&over(&[answer(1, "5", true)])).as_deref(), Some("1"));
    let newest = over(&[answer(1, "5", true), answer(2, "2", true)]);
    assert_eq!(severe(&newest).as_deref(), Some("0"));
    let older_last = over(&[answer(2, "2", true), answer(1, "5", true)]);
    assert_eq!(severe(&older_last).as_deref(), Some("0"));
    let draft = over(&[answer(1, "5", false)]);
    assert_eq!(residents(&draft), "0");
    let left_out = "Weggelaten omdat de lijst niet af is: 1-4 lijst(en).";
    assert!(notes(&draft, "received").contains(&left_out.to_owned()));
}

#[test]
fn what_is_about_fewer_than_five_is_left_out_unless_it_is_asked_for() {
    let all = cells(csv(true));
    let mut hidden = 0;
    for (place, cell) in cells(csv(false)) {
        let own: f64 = all[&place].value.parse().unwrap_or(f64::NAN);
        if cell.shown == "weggelaten" {
            assert_eq!(cell.value, "", "{place:?}");
            hidden += 1;
        } else {
            assert_eq!(cell.value, all[&place].value, "{place:?}");
            // Numbers of cases, and of cases in a part.
            let column = place.2.split('.').next().unwrap();
            if column == "n" || column.starts_with("type_") || column == "severe_share" {
                assert!(!(0.5..=4.5).contains(&own), "{place:?} {own}");
            }
        }
    }
    assert!(hidden > 10, "{hidden}");
    assert!(all.values().all(|cell| cell.shown != "weggelaten"));
}

#[test]
fn choices_leave_people_out_and_say_so() {
    let folder = received();
    let choices = ["--without-proxies", "--same-professional", "--everyone"];
    let fewer = written(folder.path(), study::KEY, "out.csv", &choices);
    let n = |csv: &str, table, row| -> f64 {
        cells(csv)[&at(table, row, "n.T1")].value.parse().unwrap()
    };
    assert!(n(&fewer, "received", "resident") < n(csv(false), "received", "resident"));
    let said = notes(&fewer, "received");
    assert!(said.iter().any(|note| note.contains("een ander ze voor de inwoner invulde")));
    // Everyone, also who left later.
    let alpha = |csv: &str| n(csv, "alpha", "resident.competences");
    assert!(alpha(&fewer) > alpha(csv(false)));
}

const NOTHING: &str = "Voor deze tabel zijn geen gegevens ontvangen.";

#[test]
fn what_was_not_received_is_said_and_not_made_up() {
    let csv = over(&[consenting()]);
    for table in ["attention", "emphasis", "resident_view", "influence", "conditions", "sites"] {
        assert_eq!(notes(&csv, table)[0], NOTHING, "{table}");
        assert!(lines(&csv).iter().filter(|line| line[0] == table).all(|l| l[3].is_empty()));
    }
    // A study with case questionnaires, without the archive of working conditions.
    let csv = written(received().path(), study::KEY, "out.csv", &["--small-cells"]);
    assert_eq!(notes(&csv, "conditions")[0], NOTHING);
    let n = |row| cells(&csv)[&at("sites", row, "n")].value.parse::<usize>().unwrap();
    assert!(n("social_team.emphasis") > 0 && n("knowledge.emphasis") == 0);
}

/// So many professionals, each with the working conditions of the vectors.
fn professionals(count: u128) -> Place {
    let one = |number| {
        let mut answers = contents_of_conditions().form_responses.remove(0);
        answers.response_id = Uuid::from_u128(number);
        answers.pseudonym = Some(format!("P{number}"));
        answers
    };
    let form_responses = (1..=count).map(one).collect();
    let place = Place::new();
    let contents = Contents { form_responses, ..Contents::default() };
    place.hand_in("b.age", &bundle(1, &device(), &contents).1);
    place.received();
    place
}

#[test]
fn of_fewer_than_ten_professionals_nothing_is_said_even_with_small_cells() {
    for (count, mean) in [(9, None), (10, Some("2"))] {
        let of = professionals(count);
        let archive = of.path("archive").display().to_string();
        let more = ["--conditions-archive", &archive, "--conditions-identity", KEY];
        let more = [&more[..], &["--small-cells"]].concat();
        let csv = written(received().path(), study::KEY, "out.csv", &more);
        let time = cells(&csv).remove(&at("conditions", "time", "mean"));
        assert_eq!(time.map(|cell| cell.value).as_deref(), mean, "{count}");
        // One of three statements of cooperation has no answer: no scale, so no row.
        assert!(!cells(&csv).contains_key(&at("conditions", "cooperation", "mean")));
    }
}
