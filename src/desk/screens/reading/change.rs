//! One thing over the moments: dots and lines, in words what became of it, and a table.

use super::{rows::closed, words};
use crate::{
    desk::Desk,
    i18n::Text,
    platform::element::{Element, el},
    widgets::chart::{Dots, Figure, Series, dots, figure, table},
};
use draagkracht_core::{
    instrument::ItemId,
    person::{Moment, Rater},
    reading::{
        Development,
        change::{Change, Course, Outcome},
    },
};

/// What is drawn and said of one thing.
pub(super) struct Track {
    /// What it is called.
    pub name: String,
    /// Not on paper unless it was asked for.
    pub hidden: bool,
    /// It is about safety itself: closed until somebody asks for it.
    pub closed: bool,
    /// The words at the bottom and the top of its scale.
    pub ends: [String; 2],
    /// One rater, or both where they answered the same question.
    pub lines: Vec<Line>,
}

/// One rater over the moments.
pub(super) struct Line {
    pub rater: Rater,
    /// For each moment how high, 0 to 100; none where it is missing.
    pub shares: Vec<Option<f64>>,
    /// For each moment what was said, or that nothing was.
    pub words: Vec<String>,
    /// From a moment to a later one: what became of it.
    pub changes: Vec<Became>,
}

/// A change in words: between which moments, and which way.
pub(super) struct Became {
    between: String,
    /// In a few words, for the sentence.
    course: String,
    /// With the numbers, for the table.
    counted: String,
}

pub(super) fn shown(desk: Desk, track: &Track) -> Element {
    let alone = track.lines.len() == 1;
    // The whole way is said in the sentence, each step in the table.
    let said = track.lines.iter().map(|line| {
        let course = line.changes.iter().find(|became| became.is_longest(&line.changes));
        let course = course.map_or_else(|| desk.t(Text::ReadingNone), Became::said);
        if alone { course } else { format!("{}: {course}", words::who(desk, line.rater)) }
    });
    let sentence: Vec<_> = said.collect();
    let has_change = track.lines.iter().any(|line| !line.changes.is_empty());
    let words = Figure {
        name: track.name.clone(),
        sentence: if has_change { sentence.join(". ") } else { desk.t(Text::ReadingOneMissing) },
        numbers: desk.t(Text::ReadingNumbers),
    };
    let drawn = dots(&Dots {
        moments: Moment::ALL.map(|moment| moment.to_string()).into(),
        ends: track.ends.clone(),
        steps: vec![0.0, 25.0, 50.0, 75.0, 100.0],
        none: (0..Moment::ALL.len()).map(|at| none(desk, track, at)).collect(),
        series: track
            .lines
            .iter()
            .map(|line| Series { side: words::side(line.rater), values: line.shares.clone() })
            .collect(),
    });
    let name = el("h3", "reading-name").text(&track.name);
    let shown = figure(&words, [drawn], numbers(desk, track));
    let shown = if track.closed { closed(desk, [shown]) } else { shown };
    let class = if track.hidden { "reading-track off-paper" } else { "reading-track" };
    el("section", class).child(name).child(shown)
}

/// Where nobody has a value: no list, or a list that does not say.
fn none(desk: Desk, track: &Track, at: usize) -> String {
    let missing = desk.t(Text::ReadingNone);
    let is_missing = |line: &Line| line.words.get(at) == Some(&missing);
    if track.lines.iter().all(is_missing) { missing } else { desk.t(Text::ReadingNoAnswer) }
}

impl Became {
    fn said(&self) -> String {
        format!("{}: {}", self.between, self.course.to_lowercase())
    }

    /// Changes come in the order T1 to T2, T1 to T3, T2 to T3: the longest is the last from the first.
    fn is_longest(&self, all: &[Self]) -> bool {
        let first = all.first().map(Self::from);
        let longest = all.iter().rev().find(|became| Some(became.from()) == first);
        longest.is_some_and(|longest| longest.between == self.between)
    }

    fn from(&self) -> &str {
        self.between.split(' ').next().unwrap_or_default()
    }
}

/// Moments and changes down, raters across.
fn numbers(desk: Desk, track: &Track) -> Element {
    let moments = Moment::ALL.iter().map(ToString::to_string);
    let mut between: Vec<String> = vec![];
    for became in track.lines.iter().flat_map(|line| &line.changes) {
        if !between.contains(&became.between) {
            between.push(became.between.clone());
        }
    }
    let rows: Vec<_> = moments.chain(between.iter().cloned()).map(|row| (row, false)).collect();
    let columns: Vec<_> = track
        .lines
        .iter()
        .map(|line| {
            let became = between.iter().map(|row| {
                let found = line.changes.iter().find(|became| became.between == *row);
                found.map_or_else(|| desk.t(Text::ReadingOneMissing), |found| found.counted.clone())
            });
            (words::who(desk, line.rater), line.words.iter().cloned().chain(became).collect())
        })
        .collect();
    table(&track.name, &desk.t(Text::GridMoment), &rows, &columns)
}

fn between(desk: Desk, change: &Change) -> String {
    let moments = [("from", change.from.as_str()), ("to", change.to.as_str())];
    desk.with(Text::ReadingChange, &moments)
}

/// What became of a component, or of the number of severe domains.
pub(super) fn of_component(desk: Desk, one: &Development, id: &str) -> Vec<Became> {
    let found = one.changes.iter().filter_map(|change| {
        let found = change.components.iter().find(|component| component.component == id)?;
        Some((between(desk, change), found.outcome))
    });
    found.map(|(between, outcome)| became(desk, between, outcome)).collect()
}

fn became(desk: Desk, between: String, outcome: Outcome) -> Became {
    let counted = |text: Text, course: &str, numbers: &[(&str, String)]| {
        let numbers = numbers.iter().map(|(name, number)| (*name, number.as_str()));
        desk.with(text, &[("course", course)].into_iter().chain(numbers).collect::<Vec<_>>())
    };
    let (course, counted) = match outcome {
        Outcome::Mean { items, before, after, course } => {
            let course = desk.t(match course {
                Course::Higher => Text::ReadingHigher,
                Course::Same => Text::ReadingEven,
                Course::Lower => Text::ReadingLower,
            });
            let numbers = [
                ("items", items.to_string()),
                ("before", before.to_string()),
                ("after", after.to_string()),
            ];
            (course.clone(), counted(Text::ReadingOver, &course, &numbers))
        }
        Outcome::Count { before, after, course, .. } => {
            let course = desk.t(match course {
                Course::Higher => Text::ReadingMoreSevere,
                Course::Same => Text::ReadingSameSevere,
                Course::Lower => Text::ReadingFewerSevere,
            });
            let numbers = [("before", before.to_string()), ("after", after.to_string())];
            (course.clone(), counted(Text::ReadingCountOver, &course, &numbers))
        }
        Outcome::TooFew { .. } => {
            let few = desk.t(Text::ReadingTooFew);
            (few.clone(), few)
        }
    };
    Became { between, course, counted }
}

/// What became of a life domain.
pub(super) fn of_domain(desk: Desk, one: &Development, item: &ItemId) -> Vec<Became> {
    let found = one.changes.iter().filter_map(|change| {
        let found = change.domains.iter().find(|domain| domain.item == *item)?;
        let course = desk.t(match found.course {
            Some(Course::Higher) => Text::ReadingHeavier,
            Some(Course::Same) => Text::ReadingAsHeavy,
            Some(Course::Lower) => Text::ReadingLighter,
            None => Text::ReadingOneMissing,
        });
        Some(Became { between: between(desk, change), counted: course.clone(), course })
    });
    found.collect()
}
