//! Comparisons and developments that were worked out by hand: `tests/golden/comparison.json` and
//! `development.json`. A row is told in a line, so that it can be read beside its working.

use super::{List, reading, subject, with_norm};
use crate::fixtures;
use draagkracht_core::{
    answer::Recorded,
    norm::NormFile,
    person::{Moment, Rater},
    reading::{
        Comparison, Development, Newest, Reading, Sides,
        change::{Change, ComponentChange, Course, DomainChange, Outcome},
        domain_row::{DomainRow, DomainView},
        place::{Measured, Placement},
        place_row::{Gap, PlaceRow, PlaceView},
    },
    report::Severe,
    score::ComponentScore,
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::collections::BTreeMap;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File<T> {
    #[serde(rename = "about")]
    _about: String,
    cases: Vec<T>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Compared {
    name: String,
    #[serde(rename = "working")]
    _working: Vec<String>,
    norm: Option<serde_json::Value>,
    resident: Vec<Vec<Recorded>>,
    professional: Vec<Vec<Recorded>>,
    types: [Vec<String>; 2],
    components: Vec<String>,
    topics: Vec<String>,
    domains: Vec<String>,
    tally: [usize; 3],
    severe: [String; 2],
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Developed {
    name: String,
    #[serde(rename = "working")]
    _working: Vec<String>,
    rater: Rater,
    moments: BTreeMap<Moment, Vec<Vec<Recorded>>>,
    severe: Vec<String>,
    changes: Vec<String>,
}

fn cases<T: DeserializeOwned>(json: &str) -> Vec<T> {
    serde_json::from_str::<File<T>>(json).unwrap().cases
}

#[test]
fn comparisons() {
    for case in cases::<Compared>(include_str!("../../golden/comparison.json")) {
        let own = case.norm.as_ref().map(|norm| NormFile::load(&fixtures::bytes(norm)).unwrap());
        let reading = own.as_ref().map_or(reading(), with_norm);
        let lists = [(Rater::Resident, &case.resident), (Rater::Professional, &case.professional)];
        let responses =
            lists.map(|(rater, said)| List::new(rater, Moment::T1, said.concat()).response());
        let newest = Newest::of(&responses);
        let got = Comparison::at(&reading, &newest, &subject(&newest), Moment::T1).unwrap();
        let name = &case.name;
        let both = |told: Sides<Vec<String>>| [told.resident, told.professional];
        let types = got.types.map(|by_norm| by_norm.iter().map(placement).collect::<Vec<_>>());
        assert_eq!(both(types), case.types, "{name}: types");
        let in_use = got.types.map(|by_norm| by_norm.last().unwrap().norm.clone());
        assert_eq!(got.norms, in_use, "{name}: norms");
        let rows = |rows: &[PlaceRow]| rows.iter().map(place_row).collect::<Vec<_>>();
        assert_eq!(rows(&got.components), case.components, "{name}: components");
        assert_eq!(rows(&got.topics), case.topics, "{name}: topics");
        let domains: Vec<_> = got.domains.iter().map(domain_row).collect();
        assert_eq!(domains, case.domains, "{name}: domains");
        let tally = [got.tally.agree, got.tally.differ, got.tally.missing];
        assert_eq!(tally, case.tally, "{name}: tally");
        let Sides { resident, professional } = got.severe.map(|severe| self::severe(*severe));
        assert_eq!([resident, professional], case.severe, "{name}: severe");
    }
}

#[test]
fn developments() {
    for case in cases::<Developed>(include_str!("../../golden/development.json")) {
        let list = |(moment, said): (&Moment, &Vec<Vec<Recorded>>)| {
            List::new(case.rater, *moment, said.concat()).response()
        };
        let responses: Vec<_> = case.moments.iter().map(list).collect();
        let newest = Newest::of(&responses);
        let reading: Reading<'_> = reading();
        let got = Development::of(&reading, &newest, &subject(&newest), case.rater);
        let severe: Vec<_> = got.moments.iter().map(super::development::told).collect();
        assert_eq!(severe, case.severe, "{}: severe", case.name);
        let changes: Vec<_> = got.changes.iter().flat_map(change).collect();
        assert_eq!(changes, case.changes, "{}: changes", case.name);
    }
}

/// As it stands in JSON.
pub fn word(value: impl Serialize) -> String {
    serde_json::to_string(&value).unwrap().replace('"', "")
}

pub fn severe(severe: Severe) -> String {
    format!("{}{}", if severe.at_least { "at least " } else { "" }, severe.count)
}

fn placement(by_norm: &Placement) -> String {
    format!("{}: {}", by_norm.norm, by_norm.capacity_type.map_or("none".to_owned(), word))
}

fn place(place: Option<&Measured>) -> String {
    let Some(place) = place else { return "not asked".to_owned() };
    let ComponentScore::Mean { sum, answered, .. } = place.score else { unreachable!("a count") };
    let standing = place.standing.map(|s| {
        format!(
            "{}{}",
            if s.strong { " strong" } else { " weak" },
            if s.close { " close" } else { "" }
        )
    });
    format!("{sum}/{answered}{}", standing.unwrap_or_default())
}

fn gap(why: Gap) -> String {
    word(why).replace('_', " ")
}

pub fn place_row(row: &PlaceRow) -> String {
    let name = row.topic.map_or(row.component.clone(), word);
    let places = row.places.map(|side| place(side.as_ref()));
    let view = match row.view {
        PlaceView::Agree { strong } => format!("agree, {}", if strong { "strong" } else { "weak" }),
        PlaceView::Differ { stronger } => format!("differ, {stronger} stronger"),
        PlaceView::OneMissing { who, why } => format!("missing, {who}: {}", gap(why)),
        PlaceView::BothMissing(why) => {
            format!("missing, both: {}, {}", gap(why.resident), gap(why.professional))
        }
    };
    format!("{name}: {} | {}: {view}", places.resident, places.professional)
}

pub fn domain_row(row: &DomainRow) -> String {
    let levels = row.levels.map(|level| word(level.answer));
    let view = match row.view {
        DomainView::Agree { by } => format!("agree by {by}"),
        DomainView::Differ { by, heavier } => format!("differ by {by}, {heavier} heavier"),
        DomainView::OneMissing { who, why } => format!("missing, {who}: {}", word(why)),
        DomainView::BothMissing(why) => {
            format!("missing, both: {}, {}", word(why.resident), word(why.professional))
        }
    };
    let item = row.item.as_str().trim_start_matches("burden.");
    format!("{item}: {} | {}: {view}", levels.resident, levels.professional)
}

pub fn change(change: &Change) -> Vec<String> {
    let about = format!("{}-{}", change.from, change.to);
    let components = change.components.iter().map(component_change);
    let moved = change.domains.iter().filter(|domain| domain.course != Some(Course::Same));
    components.chain(moved.map(domain_change)).map(|told| format!("{about} {told}")).collect()
}

fn component_change(change: &ComponentChange) -> String {
    let outcome = match change.outcome {
        Outcome::Mean { items, before, after, course } => {
            format!("{before}/{items} to {after}/{items}: {}", word(course))
        }
        Outcome::Count { items, before, after, course } => {
            format!("{before} to {after} of {items}: {}", word(course))
        }
        Outcome::TooFew { items, needed } => format!("{items} of {needed}: too few"),
    };
    format!("{}: {outcome}", change.component)
}

fn domain_change(change: &DomainChange) -> String {
    let item = change.item.as_str().trim_start_matches("burden.");
    let levels = [change.before, change.after].map(|level| word(level.answer));
    format!(
        "{item}: {} to {}: {}",
        levels[0],
        levels[1],
        change.course.map_or("unknown".into(), word)
    )
}
