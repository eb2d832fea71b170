//! Members beside one another.

use super::{List, golden, point, reading, responses, with_domains};
use draagkracht_core::{
    person::{
        Moment::{T1, T2},
        Rater::{self, Professional, Resident},
    },
    reading::{
        Household, Newest,
        household::{HouseholdRow, HouseholdView},
    },
    response::Response,
};

/// A member's list; each has an id of their own.
fn member(person: &'static str, domains: &[u8]) -> List {
    let id = person.bytes().map(u128::from).sum();
    List { person, id, ..with_domains(Resident, T1, domains) }
}

fn household(responses: &[Response], reader: Rater) -> Option<Household> {
    let newest = Newest::of(responses);
    Household::of(&reading(), &newest, T1, reader)
}

fn told(row: &HouseholdRow) -> String {
    let levels: Vec<_> = row.levels.iter().map(|level| golden::word(level.answer)).collect();
    let view = match row.view {
        HouseholdView::Agree { by } => format!("agree by {by}"),
        HouseholdView::Differ { by } => format!("differ by {by}"),
        HouseholdView::TooFew => "too few".to_owned(),
    };
    let item = row.item.as_str().trim_start_matches("burden.");
    format!("{item}: {}: {view}", levels.join(" "))
}

/// Points apart: finances 5-1 = 4, daytime 3-2 = 1, housing 0, physical 4-2 = 2 with one unknown,
/// mental 5-5 = 0, parenting has one value, education none. Severe without safety: finances and
/// mental of the first, physical and mental of the second (one of hers is unknown), mental of the third.
#[test]
fn three_members() {
    let lists = [
        member("2", &[1, 3, 1, 5, 4, 5, 0, 0]),
        member("1", &[5, 2, 1, 1, 2, 5, 3, 0]),
        member("kind", &[2, 2, 1, 5, 0, 5, 0, 0]),
    ];
    let got = household(&responses(&lists), Professional).unwrap();
    let who: Vec<_> = got.members.iter().map(|m| m.subject.person.to_string()).collect();
    assert_eq!(who, ["1", "2", "kind"]);
    assert_eq!(
        got.domains.iter().map(told).collect::<Vec<_>>(),
        [
            "finances: 5 1 2: differ by 4",
            "physical_health: 2 4 dont_know: differ by 2",
            "daytime: 2 3 2: agree by 1",
            "mental_health: 5 5 5: agree by 0",
            "housing: 1 1 1: agree by 0",
            "parenting: 3 dont_know dont_know: too few",
            "education: dont_know dont_know dont_know: too few",
        ]
    );
    let severe: Vec<_> = got.members.iter().map(|m| golden::severe(m.severe)).collect();
    assert_eq!(severe, ["at least 2", "at least 2", "at least 1"]);
    assert_eq!(got.members[0].topics.len(), 3);
}

/// Safety is nowhere in it: with any answer to it the household is the same.
#[test]
fn safety_leaves_no_trace() {
    let with_safety = |safety: u8| {
        let mut lists =
            [member("1", &[1, 1, 1, 1, 1, 1, 1, 1]), member("2", &[4, 4, 4, 1, 4, 4, 4, 4])];
        for list in &mut lists {
            list.answers[18] = point(safety);
        }
        household(&responses(&lists), Professional).unwrap()
    };
    let safe = with_safety(1);
    assert!((0..=5).all(|safety| with_safety(safety) == safe));
    let json = serde_json::to_string(&safe).unwrap();
    assert!(json.contains("burden.housing") && !json.contains("safety"));
    assert_eq!(golden::severe(safe.members[1].severe), "7");
}

#[test]
fn only_for_the_professional_and_only_where_more_than_one_answered() {
    let [one, two] = [member("1", &[1; 8]), member("2", &[2; 8])];
    let both = responses(&[one.clone(), two.clone()]);
    assert!(household(&both, Professional).is_some());
    assert_eq!(household(&both, Resident), None);
    assert_eq!(household(&both[..1], Professional), None);
    assert_eq!(household(&[], Professional), None);
    let draft = List { completed: None, ..two.clone() };
    assert_eq!(household(&responses(&[one.clone(), draft]), Professional), None);
    let later = List { moment: T2, ..two };
    assert_eq!(household(&responses(&[one.clone(), later]), Professional), None);
    let about = with_domains(Professional, T1, &[1; 8]);
    assert_eq!(household(&responses(&[one, List { person: "2", ..about }]), Professional), None);
}
