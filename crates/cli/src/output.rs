//! What is written: sentences, the columns of a score, and records as lines of JSON.

use crate::{
    comparisons::{self, ComparisonLine},
    measures::MeasuresLine,
};
use draagkracht_bundle::Contents;
use draagkracht_core::{
    case::Case,
    case_code::CaseCode,
    decimal::Ratio,
    form::{Form, FormResponse},
    instrument::Instrument,
    note::Note,
    person::{Moment, Person, Rater},
    plan::Plan,
    reading::Reading,
    response::Response,
    score::{ComponentScore, Score},
};
use serde::Serialize;
use uuid::Uuid;

/// A text as it can be shown: what came from a file or a bundle must not steer a terminal.
pub fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_control() {
            shown.extend(character.escape_default());
        } else {
            shown.push(character);
        }
    }
    shown
}

/// A score, column by column. A mean or count is empty when too few items were answered.
#[derive(Debug, Clone, Serialize)]
pub struct Columns {
    /// Mean of the competences.
    #[serde(serialize_with = "as_number")]
    pub competences: Option<Ratio>,
    /// How many of its items were answered.
    pub competences_answered: u8,
    /// Mean of social capital.
    #[serde(serialize_with = "as_number")]
    pub social_capital: Option<Ratio>,
    /// How many of its items were answered.
    pub social_capital_answered: u8,
    /// Number of life domains with a severe problem.
    pub severe_domains: Option<u8>,
    /// How many life domains were answered.
    pub burden_answered: u8,
    /// The type of capacity, 1 to 4.
    #[serde(rename = "type")]
    pub capacity_type: Option<u8>,
    /// The norm that the type rests on.
    pub norm: String,
}

impl Columns {
    /// The names, in order.
    pub const NAMES: [&str; 8] = [
        "competences",
        "competences_answered",
        "social_capital",
        "social_capital_answered",
        "severe_domains",
        "burden_answered",
        "type",
        "norm",
    ];

    /// The columns of a score.
    pub fn of(score: &Score) -> Self {
        let component = |name: &str| score.components.get(name).copied();
        let answered = |name: &str| component(name).map_or(0, ComponentScore::answered);
        Self {
            competences: component("competences").and_then(ComponentScore::mean),
            competences_answered: answered("competences"),
            social_capital: component("social_capital").and_then(ComponentScore::mean),
            social_capital_answered: answered("social_capital"),
            severe_domains: component("burden").and_then(ComponentScore::count),
            burden_answered: answered("burden"),
            capacity_type: score.capacity_type.map(u8::from),
            norm: score.norm.clone(),
        }
    }

    /// As text, in the order of [`Columns::NAMES`].
    pub fn texts(&self) -> [String; 8] {
        let or_empty = |value: Option<String>| value.unwrap_or_default();
        [
            or_empty(self.competences.map(|mean| mean.to_string())),
            self.competences_answered.to_string(),
            or_empty(self.social_capital.map(|mean| mean.to_string())),
            self.social_capital_answered.to_string(),
            or_empty(self.severe_domains.map(|count| count.to_string())),
            self.burden_answered.to_string(),
            or_empty(self.capacity_type.map(|number| number.to_string())),
            self.norm.clone(),
        ]
    }
}

/// The decimals that people see, as a JSON number.
#[expect(clippy::ref_option, reason = "the signature that serde asks for")]
pub fn as_number<S: serde::Serializer>(
    mean: &Option<Ratio>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let number = mean.and_then(|mean| mean.to_string().parse::<serde_json::Number>().ok());
    number.serialize(serializer)
}

/// One line of NDJSON.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Line<'a> {
    Case(&'a Case),
    Response(&'a Response),
    Score(ScoreLine<'a>),
    Comparison(&'a ComparisonLine),
    Plan(&'a Plan),
    Note(&'a Note),
    FormResponse(&'a FormResponse),
    Measures(MeasuresLine),
}

#[derive(Serialize)]
struct ScoreLine<'a> {
    response_id: Uuid,
    case_id: Uuid,
    case_code: CaseCode,
    person: &'a Person,
    rater: Rater,
    moment: Moment,
    revision: u32,
    #[serde(flatten)]
    columns: Columns,
}

/// Every record of a bundle, one a line; after each response its score, and after answers to a list of
/// a professional's what is derived from them, made anew.
pub fn lines(contents: &Contents, reading: &Reading<'_>) -> Result<Vec<u8>, serde_json::Error> {
    let mut lines = Vec::new();
    let mut write = |line: Line<'_>| append(&mut lines, &line);
    for case in &contents.cases {
        write(Line::Case(case))?;
    }
    for response in &contents.responses {
        write(Line::Response(response))?;
        let instrument = reading.instruments.iter().find(|i| i.id() == response.instrument.id);
        if let Some(instrument) = instrument {
            write(Line::Score(score_line(response, instrument)))?;
        }
    }
    for plan in &contents.plans {
        write(Line::Plan(plan))?;
    }
    for note in &contents.notes {
        write(Line::Note(note))?;
    }
    for answers in &contents.form_responses {
        write(Line::FormResponse(answers))?;
        if let Some(Ok(form)) = Form::built_in(&answers.form.id) {
            write(Line::Measures(MeasuresLine::of(answers, &form)))?;
        }
    }
    Ok(lines)
}

/// A comparison a line, for each person and moment of which both lists are complete among these.
pub fn comparison_lines(
    responses: &[Response],
    reading: &Reading<'_>,
) -> Result<Vec<u8>, serde_json::Error> {
    let mut lines = Vec::new();
    for comparison in &comparisons::of(responses, reading) {
        append(&mut lines, &Line::Comparison(comparison))?;
    }
    Ok(lines)
}

fn append(lines: &mut Vec<u8>, line: &Line<'_>) -> Result<(), serde_json::Error> {
    serde_json::to_writer(&mut *lines, line)?;
    lines.push(b'\n');
    Ok(())
}

fn score_line<'a>(response: &'a Response, instrument: &Instrument) -> ScoreLine<'a> {
    ScoreLine {
        response_id: response.response_id,
        case_id: response.case_id,
        case_code: response.case_code,
        person: &response.person,
        rater: response.rater,
        moment: response.moment,
        revision: response.revision,
        columns: Columns::of(&Score::of(instrument, instrument.norm(), &response.answers)),
    }
}
