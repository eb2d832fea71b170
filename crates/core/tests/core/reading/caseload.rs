//! A professional's own cases.

use super::{List, golden, point, reading, responses, with_domains};
use draagkracht_core::{
    person::{
        Moment::{self, T1, T2},
        Rater::{self, Professional, Resident},
    },
    reading::{
        Caseload, Missing, Newest,
        caseload::{CaseLine, Seen},
    },
};

fn list(case: u128, rater: Rater, moment: Moment, domains: &[u8]) -> List {
    let list = with_domains(rater, moment, domains);
    List { case, id: 1000 * case + list.id, ..list }
}

fn caseload(lists: &[List]) -> Caseload {
    let responses = responses(lists);
    Caseload::of(&reading(), &Newest::of(&responses))
}

fn seen(seen: &Seen) -> String {
    match seen {
        Seen::Shown { placement, severe } => {
            let number = placement.capacity_type.map_or("none".to_owned(), golden::word);
            format!("type {number}, severe {}", golden::severe(*severe))
        }
        Seen::Waiting => "waiting".to_owned(),
        Seen::Missing(why) => golden::word(why),
    }
}

fn told(line: &CaseLine) -> String {
    let case = line.subject.case_id.as_u128();
    let pictures = line.pictures.map(seen);
    let differ =
        line.tally.map_or("-".to_owned(), |t| format!("{}/{}/{}", t.agree, t.differ, t.missing));
    let largest = line.largest_difference.map_or("-".to_owned(), |by| by.to_string());
    format!(
        "{case} {}: {} | {}: {differ}, {largest}",
        line.moment, pictures.resident, pictures.professional
    )
}

/// Capacity is 3 throughout: residents 3 < 3.78 and 3 < 3.29, type 1; professionals 3 < 3.35 and
/// 3 > 2.91, type 2. Case 1 differs on one domain by 4; 2 on two by 2; 3 on one by 2; 4 on none.
/// Case 5 waits for the resident, 6 for the professional, 7 has two drafts.
fn seven() -> Vec<List> {
    let draft = |list: List| List { completed: None, ..list };
    vec![
        list(1, Resident, T1, &[5, 1, 1, 1, 1, 1, 1, 1]),
        list(1, Professional, T1, &[1, 1, 1, 1, 1, 1, 1, 1]),
        list(2, Resident, T1, &[1, 1, 1, 1, 1, 1, 1, 2]),
        list(2, Professional, T1, &[3, 3, 1, 1, 1, 1, 1, 1]),
        list(3, Resident, T1, &[2, 4, 1, 1, 1, 1, 1, 0]),
        list(3, Professional, T1, &[4, 4, 1, 1, 1, 1, 1, 5]),
        list(4, Resident, T1, &[1, 5, 1, 1, 1, 1, 1, 1]),
        list(4, Professional, T1, &[1, 4, 1, 1, 1, 1, 1, 1]),
        list(5, Professional, T1, &[5, 5, 1, 1, 1, 1, 1, 1]),
        list(6, Resident, T1, &[5, 5, 5, 5, 5, 5, 5, 5]),
        draft(list(7, Resident, T1, &[5; 8])),
        draft(list(7, Professional, T1, &[5; 8])),
    ]
}

#[test]
fn cases_where_the_pictures_differ_most_come_first() {
    let lines: Vec<_> = caseload(&seven()).cases.iter().map(told).collect();
    assert_eq!(
        lines,
        [
            "2 T1: type 1, severe 0 | type 2, severe 0: 6/2/0, 2",
            "1 T1: type 1, severe 1 | type 2, severe 0: 7/1/0, 4",
            "3 T1: type 1, severe at least 1 | type 2, severe 3: 6/1/1, 2",
            "4 T1: type 1, severe 1 | type 2, severe 1: 8/0/0, 1",
            "5 T1: not_there | type 2, severe 2: -, -",
            "6 T1: waiting | not_there: -, -",
            "7 T1: unfinished | unfinished: -, -",
        ]
    );
}

/// Cases 1 to 4 count for both, 5 for the professional. Daytime is severe to the professional in
/// 3, 4 and 5, finances in 3 and 5, education in 3; to residents daytime in 3 and 4, finances in 1.
#[test]
fn totals_are_of_what_is_shown() {
    let got = caseload(&seven());
    let types: Vec<_> =
        got.types.iter().map(|t| (t.cases.resident, t.cases.professional)).collect();
    assert_eq!(types, [(4, 0), (0, 5), (0, 0), (0, 0), (0, 0)]);
    let domains: Vec<_> = got
        .domains
        .iter()
        .map(|d| {
            let item = d.item.as_str().trim_start_matches("burden.").to_owned();
            let sides = |s: draagkracht_core::reading::Sides<usize>| (s.resident, s.professional);
            (item, sides(d.severe), sides(d.answered), d.differ)
        })
        .collect();
    let of = |item: &str| item.to_owned();
    assert_eq!(
        domains[..4],
        [
            (of("daytime"), (2, 3), (4, 5), 1),
            (of("finances"), (1, 2), (4, 5), 3),
            (of("education"), (0, 1), (3, 5), 0),
            (of("housing"), (0, 0), (4, 5), 0),
        ]
    );
    assert_eq!((domains.len(), domains[4].0.as_str()), (8, "safety"));
    assert_eq!(got.domains.iter().filter(|d| d.sensitive).count(), 1);
}

#[test]
fn a_resident_is_not_shown_before_the_professional_is_complete() {
    let with = |level: u8| {
        caseload(&[List { answers: vec![point(level); 23], ..list(6, Resident, T1, &[1; 8]) }])
    };
    assert!((0..=5).all(|level| with(level) == with(1)), "no answer of theirs leaves a trace");
    assert_eq!(with(5).cases[0].pictures.resident, Seen::Waiting);
    assert_eq!(with(5).cases[0].pictures.professional, Seen::Missing(Missing::NotThere));
}

#[test]
fn the_last_moment_of_the_professional_counts() {
    let lists = [
        list(1, Resident, T1, &[1; 8]),
        list(1, Professional, T1, &[1; 8]),
        list(1, Professional, T2, &[4; 8]),
        list(2, Resident, T1, &[1; 8]),
        list(2, Professional, T1, &[1; 8]),
        list(2, Resident, T2, &[5; 8]),
    ];
    let lines: Vec<_> = caseload(&lists).cases.iter().map(told).collect();
    assert_eq!(
        lines,
        [
            "2 T1: type 1, severe 0 | type 2, severe 0: 8/0/0, 0",
            "1 T2: not_there | type 2, severe 8: -, -",
        ]
    );
}

#[test]
fn no_cases_at_all() {
    let got = caseload(&[]);
    assert_eq!((got.cases.len(), got.domains.len(), got.types.len()), (0, 0, 5));
}
