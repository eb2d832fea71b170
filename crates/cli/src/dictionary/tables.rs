//! The tables of an export: a row an answer, a row a list, a row a person; and of the lists that only a
//! professional is asked, a row a case and a row a professional.

use super::{
    Cell, Column, Kind, Read, Variable, Words, about, codes,
    forms::{CONDITIONS, FormColumn, KnownForm},
    scores,
    sources::Known,
    wide,
};
use crate::{
    error::CliError,
    study::{FormList, Places, Study},
};
use draagkracht_core::case_questionnaire;
use std::collections::BTreeMap;

/// One of the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// Long: a row for each item of each list.
    Answers,
    /// A row for each list, with its scores.
    Lists,
    /// Wide: a row for each person, a column for each item and score at each moment.
    Wide,
    /// A row for each case: the case questionnaire, and what is derived from it.
    Cases,
    /// A row for each professional: the working conditions.
    Conditions,
}

/// The variables of every table, and how their rows are made.
pub struct Dictionary {
    /// The instruments, as the program carries them.
    pub known: Vec<Known>,
    answer: Vec<Variable>,
    answers: Vec<Column>,
    lists: Vec<Column>,
    wide: Vec<wide::Part>,
    cases: FormTable,
    conditions: FormTable,
}

/// A list that only a professional is asked, with its columns.
struct FormTable {
    form: KnownForm,
    columns: Vec<FormColumn>,
}

impl Table {
    /// Every table, the smallest rows first.
    pub const ALL: [Self; 5] =
        [Self::Answers, Self::Lists, Self::Wide, Self::Cases, Self::Conditions];

    /// The name of its files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Answers => "answers",
            Self::Lists => "lists",
            Self::Wide => "wide",
            Self::Cases => "cases",
            Self::Conditions => "conditions",
        }
    }
}

impl Dictionary {
    /// The dictionary of this program's instruments and lists; open questions only with their words.
    pub fn new(with_words: bool) -> Result<Self, CliError> {
        let known = Known::all()?;
        let lists = about::subject().into_iter().chain(about::which()).chain(about::manner());
        let lists = lists.chain([about::professional()]).chain(scores::columns());
        Ok(Self {
            answer: answer(&known),
            answers: about::subject().into_iter().chain(about::which()).collect(),
            lists: lists.chain(about::remarks()).collect(),
            wide: wide::parts(&known),
            cases: FormTable::of(case_questionnaire::ID, with_words)?,
            conditions: FormTable::of(CONDITIONS, with_words)?,
            known,
        })
    }

    /// The variables of a table, in order.
    pub fn variables(&self, table: Table) -> Vec<&Variable> {
        let columns: Vec<&Column> = match table {
            Table::Cases => return self.cases.variables(),
            Table::Conditions => return self.conditions.variables(),
            Table::Answers => self.answers.iter().collect(),
            Table::Lists => self.lists.iter().collect(),
            Table::Wide => {
                let wide = self.wide.iter().flat_map(|part| &part.columns);
                self.subject().iter().chain(wide).collect()
            }
        };
        let last: &[Variable] = if table == Table::Answers { &self.answer } else { &[] };
        columns.into_iter().map(|column| &column.variable).chain(last).collect()
    }

    /// The rows of a table, one by one.
    pub fn rows<'a>(
        &'a self,
        table: Table,
        study: &'a Study<'a>,
    ) -> Box<dyn Iterator<Item = Vec<Cell>> + 'a> {
        match table {
            Table::Cases => return self.cases.rows(&study.cases),
            Table::Conditions => return self.conditions.rows(&study.conditions),
            _ => {}
        }
        let people = study.people();
        if table == Table::Wide {
            return Box::new(people.into_values().map(|places| self.person(study, &places)));
        }
        let mut counts = vec![false; study.lists.len()];
        for place in people.into_values().flat_map(BTreeMap::into_values) {
            counts[place] = true;
        }
        let lists = study.lists.iter().zip(counts);
        let lists = lists.map(|(list, counts)| Read::new(study, list, counts));
        match table {
            Table::Answers => Box::new(lists.flat_map(|read| self.answers_of(&read))),
            _ => Box::new(lists.map(|read| cells(&self.lists, &read))),
        }
    }

    /// The list about a case, and the one about the professional's own work.
    pub fn forms(&self) -> [&KnownForm; 2] {
        [&self.cases.form, &self.conditions.form]
    }

    /// The first two columns of every table.
    fn subject(&self) -> &[Column] {
        &self.answers[..2]
    }

    fn answers_of(&self, read: &Read<'_>) -> Vec<Vec<Cell>> {
        let list = cells(&self.answers, read);
        let items = read.instrument().items().iter().enumerate();
        let rows = items.map(|(at, item)| {
            let number = codes::number(read.list.answer(at));
            let (value, missing) = if number <= 5 {
                (Cell::Whole(number.into()), Cell::Empty)
            } else {
                (Cell::Empty, Cell::Code(number))
            };
            let mut row = list.clone();
            row.extend([Cell::Text(item.id.to_string()), value, missing]);
            row
        });
        rows.collect()
    }

    fn person(&self, study: &Study<'_>, places: &Places) -> Vec<Cell> {
        let mut row = Vec::new();
        if let Some(place) = places.values().next() {
            row.extend(cells(self.subject(), &Read::new(study, &study.lists[*place], true)));
        }
        for part in &self.wide {
            match places.get(&(part.moment, part.instrument)) {
                Some(place) => {
                    let read = Read::new(study, &study.lists[*place], true);
                    row.extend(cells(&part.columns, &read));
                }
                None => row.extend(part.columns.iter().map(|_| Cell::Empty)),
            }
        }
        row
    }
}

impl FormTable {
    fn of(id: &str, with_words: bool) -> Result<Self, CliError> {
        let form = KnownForm::of(id)?;
        Ok(Self { columns: form.columns(with_words), form })
    }

    fn variables(&self) -> Vec<&Variable> {
        self.columns.iter().map(|column| &column.variable).collect()
    }

    fn rows<'a>(&'a self, lists: &'a [FormList]) -> Box<dyn Iterator<Item = Vec<Cell>> + 'a> {
        Box::new(lists.iter().map(|list| {
            let read = self.form.read(list);
            self.columns.iter().map(|column| (column.cell)(&read)).collect()
        }))
    }
}

fn cells(columns: &[Column], read: &Read<'_>) -> Vec<Cell> {
    columns.iter().map(|column| (column.cell)(read)).collect()
}

/// The last columns of the long form: one item's answer.
fn answer(known: &[Known]) -> Vec<Variable> {
    let variable = |name: &str, nl: &str, en: &str, kind| Variable {
        name: name.to_owned(),
        words: Words::new(nl, en),
        kind,
        source: "the instrument".to_owned(),
    };
    let reasons = known.first().map(|known| codes::reasons(&known.own, &known.english).to_vec());
    vec![
        variable("item", "Vraag", "Item", Kind::Text),
        variable("value", "Antwoord, 1 tot 5", "Answer, 1 to 5", Kind::Whole),
        variable(
            "missing",
            "Waarom er geen antwoord is",
            "Why there is no answer",
            Kind::Category(reasons.unwrap_or_default()),
        ),
    ]
}
