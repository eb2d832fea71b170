//! The lists that only a professional is asked: a row for each case, and a row for each professional. A
//! column for each question, and what is derived from them.

use super::{
    Cell, Code, Kind, Variable, Words, codes,
    form_about::{professional, subject},
    form_measures::{mean, measures},
};
use crate::{error::CliError, study::FormList};
use draagkracht_core::{
    case_questionnaire::{self, Measures},
    form::{BUILT_IN, Choice, Field, Form, FormAnswer, FormMean, Kind as FormKind},
    instrument::ItemId,
};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The id of the list about the professional's own work.
pub const CONDITIONS: &str = "conditions.v1";

/// A variable, and how it is read from answers.
pub struct FormColumn {
    /// The variable.
    pub variable: Variable,
    /// The value that answers have.
    pub cell: Box<dyn Fn(&FormRead<'_>) -> Cell>,
}

/// Answers and what was made of them: what a row is read from.
pub struct FormRead<'a> {
    /// The answers.
    pub list: &'a FormList,
    /// What the report derives from them; none of another list, and when they do not say enough.
    pub measures: Option<Measures>,
    /// The means of their sections.
    pub means: BTreeMap<String, FormMean>,
}

/// A list and where its sections come from.
pub struct KnownForm {
    /// In its own language.
    pub form: Form,
    /// In English.
    pub english: Form,
    /// Where it comes from.
    pub source: String,
    sources: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Sources {
    source: String,
    sections: Vec<Section>,
}

#[derive(Deserialize)]
struct Section {
    id: String,
    source: String,
}

impl KnownForm {
    /// The list of this program with this id.
    pub fn of(id: &str) -> Result<Self, CliError> {
        let missing = || CliError::Program(format!("the list \"{id}\" is missing"));
        let json = BUILT_IN.iter().find(|built_in| built_in.id == id).ok_or_else(missing)?.json;
        let program = |error: &dyn std::error::Error| CliError::Program(error.to_string());
        let form = Form::load(json.as_bytes()).map_err(|error| program(&error))?;
        let sources: Sources = serde_json::from_str(json).map_err(|error| program(&error))?;
        let Sources { source, sections } = sources;
        let sources = sections.into_iter().map(|section| (section.id, section.source)).collect();
        let english = Form::in_language(id, "en").ok_or_else(missing)?;
        Ok(Self { form, english, source, sources })
    }

    /// What a row is read from.
    pub fn read<'a>(&self, list: &'a FormList) -> FormRead<'a> {
        let measures = Measures::of(&list.answers);
        let measures = measures.filter(|_| self.form.id() == case_questionnaire::ID);
        FormRead { list, measures, means: self.form.means(&list.answers) }
    }

    /// The columns of a row; of open questions only when words are wanted.
    pub fn columns(&self, with_words: bool) -> Vec<FormColumn> {
        let mut columns = vec![];
        if self.form.id() == case_questionnaire::ID {
            columns.extend(subject());
        }
        columns.push(professional());
        let fields = self.form.fields().iter().zip(self.english.fields());
        columns.extend(fields.flat_map(|(field, english)| self.field(field, english, with_words)));
        if self.form.id() == case_questionnaire::ID {
            columns.extend(measures());
        }
        let sections = self.form.sections().iter().filter(|section| section.mean_needs.is_some());
        for section in sections {
            columns.extend(mean(&section.id, &section.title));
        }
        columns
    }

    fn field(&self, field: &Field, english: &Field, with_words: bool) -> Vec<FormColumn> {
        let section = &self.form.sections()[field.section];
        let label = (label(&self.form, field), label(&self.english, english));
        let source = self.sources.get(&section.id).map_or("", String::as_str);
        let name = field.id.as_str().replace('.', "_");
        let reasons = || self.reasons();
        let id = field.id.clone();
        let column = |name: String,
                      (nl, en): (String, String),
                      kind,
                      cell: Box<dyn Fn(&FormRead<'_>) -> Cell>| {
            let words = Words::new(nl, en);
            let source = format!("{}, {source}", self.form.id());
            FormColumn { variable: Variable { name, words, kind, source }, cell }
        };
        match &field.kind {
            FormKind::Text if !with_words => vec![],
            FormKind::Text => {
                let cell = move |read: &FormRead<'_>| match read.list.answers.get(&id) {
                    Some(FormAnswer::Text(words)) => Cell::text(Some(words)),
                    _ => Cell::Empty,
                };
                vec![column(name, label, Kind::Text, Box::new(cell))]
            }
            FormKind::YesNo => {
                let kind = Kind::Scale(yes_no().into_iter().chain(reasons()).collect());
                let cell = move |read: &FormRead<'_>| {
                    code(read, &id, |answer| match answer {
                        FormAnswer::YesNo(yes) => Some(u8::from(*yes)),
                        _ => None,
                    })
                };
                vec![column(name, label, kind, Box::new(cell))]
            }
            FormKind::Scale { from, to, labels } => {
                let points = points(*from, *to, labels);
                let kind = Kind::Scale(points.into_iter().chain(reasons()).collect());
                let cell = move |read: &FormRead<'_>| {
                    code(read, &id, |answer| match answer {
                        FormAnswer::Scale(value) => Some(*value),
                        _ => None,
                    })
                };
                vec![column(name, label, kind, Box::new(cell))]
            }
            FormKind::One(options) => {
                let kind = Kind::Category(numbered(options).chain(reasons()).collect());
                let options: Vec<_> = options.iter().map(|option| option.id.clone()).collect();
                let cell = move |read: &FormRead<'_>| {
                    code(read, &id, |answer| match answer {
                        FormAnswer::One(chosen) => {
                            let at = options.iter().position(|option| option == chosen)?;
                            u8::try_from(at + 1).ok()
                        }
                        _ => None,
                    })
                };
                vec![column(name, label, kind, Box::new(cell))]
            }
            FormKind::Several(options) => {
                let FormKind::Several(translated) = &english.kind else { return vec![] };
                let one = |(option, translated): (&Choice, &Choice)| {
                    let kind = Kind::Scale(yes_no().into_iter().chain(reasons()).collect());
                    let (id, chosen) = (field.id.clone(), option.id.clone());
                    let cell = move |read: &FormRead<'_>| {
                        code(read, &id, |answer| match answer {
                            FormAnswer::Several(ids) => Some(u8::from(ids.contains(&chosen))),
                            _ => None,
                        })
                    };
                    let name = format!("{name}_{}", option.id);
                    let label = (
                        format!("{}: {}", label.0, option.text),
                        format!("{}: {}", label.1, translated.text),
                    );
                    column(name, label, kind, Box::new(cell))
                };
                options.iter().zip(translated).map(one).collect()
            }
        }
    }

    fn reasons(&self) -> [Code; 3] {
        let dont_know = (self.form.dont_know(), self.english.dont_know());
        let wont_say = (self.form.wont_say(), self.english.wont_say());
        [
            Code::missing(codes::FORM_NOT_ASKED, "not_asked", ("Niet gevraagd", "Not asked")),
            Code::missing(codes::FORM_DONT_KNOW, "dont_know", dont_know),
            Code::missing(codes::FORM_WONT_SAY, "wont_say", wont_say),
        ]
    }
}

/// What a question is called: its section, its row, its words.
fn label(form: &Form, field: &Field) -> String {
    let section = &form.sections()[field.section];
    let row = field.row.map(|row| section.rows[row].text.as_str());
    let parts = [Some(section.title.as_str()), row, Some(&field.text)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(": ")
}

fn code(read: &FormRead<'_>, id: &ItemId, value: impl Fn(&FormAnswer) -> Option<u8>) -> Cell {
    Cell::Code(match read.list.answers.get(id) {
        Some(FormAnswer::DontKnow) => codes::FORM_DONT_KNOW,
        Some(FormAnswer::WontSay) => codes::FORM_WONT_SAY,
        answer => answer.and_then(value).unwrap_or(codes::FORM_NOT_ASKED),
    })
}

fn yes_no() -> [Code; 2] {
    [Code::new(0, "0", ("Nee", "No")), Code::new(1, "1", ("Ja", "Yes"))]
}

/// Words for every point, or for the ends.
fn points(from: u8, to: u8, labels: &[String]) -> Vec<Code> {
    let label = |value: u8| match labels {
        [first, _] if value == from => first.clone(),
        [_, last] if value == to => last.clone(),
        [_, _] => value.to_string(),
        all => all.get(usize::from(value - from)).cloned().unwrap_or_default(),
    };
    let point = |value: u8| Code::new(value, &value.to_string(), (&label(value), &label(value)));
    (from..=to).map(point).collect()
}

fn numbered(options: &[Choice]) -> impl Iterator<Item = Code> {
    let numbered = (1..).zip(options);
    numbered.map(|(n, option): (u8, _)| Code::new(n, &option.id, (&option.text, &option.text)))
}

impl FormColumn {
    /// A variable of our own making.
    pub fn ours(
        name: &str,
        (nl, en): (&str, &str),
        kind: Kind,
        cell: impl Fn(&FormRead<'_>) -> Cell + 'static,
    ) -> Self {
        let source = "Draagkracht, docs/export.md".to_owned();
        let variable = Variable { name: name.to_owned(), words: Words::new(nl, en), kind, source };
        Self { variable, cell: Box::new(cell) }
    }
}
