//! What a response says, in no language: the screens put it into words and pictures.
//!
//! What is strong comes first, then what weighs. Never a verdict, never a grade.

use crate::{
    answer::{Answer, Likert},
    instrument::{Instrument, ItemId, Rule},
    norm::Norm,
    response::Response,
    score::ComponentScore,
    typology::{self, Standing},
};
use serde::{Deserialize, Serialize};

/// From which answer on an item of capacity is a strength. The reason is in
/// `assumptions/reading.v1.json`; a test holds the two together.
pub const STRENGTH_FROM: Likert = Likert::ALL[3];

/// What one response says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The items of capacity that the person agrees with ([`STRENGTH_FROM`]), highest first, then in order.
    pub strengths: Vec<ItemId>,
    /// The components with a mean, in order.
    pub capacity: Vec<Capacity>,
    /// The life domains, heaviest first, then in order; those without a value last.
    pub burden: Vec<Domain>,
    /// How many life domains are severe.
    pub severe: Option<Severe>,
}

/// A component with a mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Capacity {
    /// Such as `competences`.
    pub component: String,
    /// Its score.
    pub score: ComponentScore,
    /// Where it stands beside the norm; none without a score.
    pub standing: Option<Standing>,
}

/// One life domain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Domain {
    /// Such as `burden.finances`.
    pub item: ItemId,
    /// The answer; none when it was not asked.
    pub answer: Option<Answer>,
    /// Whether it counts as severe.
    pub severe: bool,
}

/// A number of severe life domains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Severe {
    /// How many of the answered ones, 0 to 8.
    pub count: u8,
    /// Not all were answered: it may be more.
    pub at_least: bool,
}

impl Report {
    /// Makes the report of a response to this instrument.
    pub fn of(instrument: &Instrument, norm: &Norm, response: &Response) -> Self {
        Self::with(instrument, norm, response, STRENGTH_FROM)
    }

    /// The same, with strengths from another answer on.
    pub fn with(
        instrument: &Instrument,
        norm: &Norm,
        response: &Response,
        strength_from: Likert,
    ) -> Self {
        let mut report = Self { strengths: vec![], capacity: vec![], burden: vec![], severe: None };
        let mut strong: Vec<(Likert, ItemId)> = vec![];
        for component in instrument.components() {
            let Some(score) = response.score.components.get(&component.id).copied() else {
                continue;
            };
            let answer = |id: &ItemId| response.answers.get(id).and_then(|r| r.answer());
            let items = instrument.items_of(component).map(|item| &item.id);
            match &component.rule {
                Rule::Mean { .. } => {
                    let agreed = items.filter_map(|id| {
                        let value = answer(id)?.value()?;
                        (value >= strength_from).then(|| (value, id.clone()))
                    });
                    strong.extend(agreed);
                    report.capacity.push(Capacity {
                        component: component.id.clone(),
                        score,
                        standing: typology::standing(&component.id, score, norm),
                    });
                }
                Rule::Count { from, .. } => {
                    report.burden.extend(items.map(|id| {
                        let answer = answer(id);
                        let value = answer.and_then(Answer::value);
                        Domain { item: id.clone(), answer, severe: value >= Some(*from) }
                    }));
                    if let ComponentScore::Count { count, scored, .. } = score {
                        report.severe = Some(Severe { count, at_least: !scored });
                    }
                }
            }
        }
        let strong = highest_first(strong, |(value, _)| Some(*value));
        report.strengths = strong.into_iter().map(|(_, id)| id).collect();
        report.burden = highest_first(report.burden, |d| d.answer.and_then(Answer::value));
        report
    }
}

/// Those with the highest value first, those without one last; otherwise in the order they were in.
fn highest_first<T>(mut list: Vec<T>, value: impl Fn(&T) -> Option<Likert>) -> Vec<T> {
    let mut ordered = Vec::with_capacity(list.len());
    for level in Likert::ALL.into_iter().rev().map(Some).chain([None]) {
        let (here, rest): (Vec<_>, Vec<_>) = list.into_iter().partition(|t| value(t) == level);
        ordered.extend(here);
        list = rest;
    }
    ordered
}
