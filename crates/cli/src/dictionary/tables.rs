//! The three tables of an export: a row an answer, a row a list, a row a person.

use super::{
    Cell, Column, Kind, Read, Variable, Words, about, codes, items, scores, sources::Known,
};
use crate::{
    error::CliError,
    study::{Places, Study},
};
use draagkracht_core::person::Moment;
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
}

/// The variables of every table, and how their rows are made.
pub struct Dictionary {
    /// The instruments, as the program carries them.
    pub known: Vec<Known>,
    answer: Vec<Variable>,
    answers: Vec<Column>,
    lists: Vec<Column>,
    wide: Vec<Wide>,
}

/// The columns of one instrument at one moment.
struct Wide {
    moment: Moment,
    instrument: usize,
    columns: Vec<Column>,
}

impl Table {
    /// Every table, the smallest rows first.
    pub const ALL: [Self; 3] = [Self::Answers, Self::Lists, Self::Wide];

    /// The name of its files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Answers => "answers",
            Self::Lists => "lists",
            Self::Wide => "wide",
        }
    }
}

impl Dictionary {
    /// The dictionary of this program's instruments.
    pub fn new() -> Result<Self, CliError> {
        let known = Known::all()?;
        let mut wide = Vec::new();
        for moment in Moment::ALL {
            for (instrument, known) in known.iter().enumerate() {
                wide.push(Wide { moment, instrument, columns: wide_columns(known, moment) });
            }
        }
        let lists = about::subject().into_iter().chain(about::which()).chain(about::manner());
        let lists = lists.chain([about::professional()]).chain(scores::columns());
        Ok(Self {
            answer: answer(&known),
            answers: about::subject().into_iter().chain(about::which()).collect(),
            lists: lists.chain(about::remarks()).collect(),
            wide,
            known,
        })
    }

    /// The variables of a table, in order.
    pub fn variables(&self, table: Table) -> Vec<&Variable> {
        let columns: Vec<&Column> = match table {
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

/// The columns of an instrument at a moment, named as in `t1_res_competences_1`.
fn wide_columns(known: &Known, moment: Moment) -> Vec<Column> {
    let mut columns = items::columns(known);
    columns.extend(scores::columns());
    columns.extend(about::manner());
    if known.own.rater() == draagkracht_core::person::Rater::Professional {
        columns.push(about::professional());
    }
    let prefix = format!("{}_{}", moment.as_str().to_lowercase(), items::prefix(known));
    for Column { variable, .. } in &mut columns {
        variable.name = format!("{prefix}_{}", variable.name);
        let (nl, en) = match known.own.rater() {
            draagkracht_core::person::Rater::Resident => ("inwoner", "resident"),
            draagkracht_core::person::Rater::Professional => ("professional", "professional"),
        };
        variable.words.nl = format!("{moment} {nl}: {}", variable.words.nl);
        variable.words.en = format!("{moment} {en}: {}", variable.words.en);
    }
    columns
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// SPSS: at most 64 bytes, a letter first, and none of its reserved words; labels of at most
    /// 255 bytes, of values 120.
    #[test]
    fn every_name_is_valid_everywhere_and_there_once() {
        const RESERVED: [&str; 13] =
            ["all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with"];
        let dictionary = Dictionary::new().unwrap();
        for table in Table::ALL {
            let mut names = BTreeSet::new();
            for variable in dictionary.variables(table) {
                let name = variable.name.as_str();
                let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
                assert!(name.len() <= 64 && name.bytes().all(plain), "{name}");
                assert!(name.as_bytes()[0].is_ascii_lowercase() && !name.ends_with('_'), "{name}");
                assert!(!RESERVED.contains(&name) && names.insert(name), "{name}");
                assert!(variable.words.nl.len() <= 255, "{name}");
                assert!(!variable.words.en.is_empty() && !variable.source.is_empty(), "{name}");
                assert!(variable.codes().iter().all(|code| code.words.nl.len() <= 120), "{name}");
            }
        }
    }

    /// Names are what other people's syntax is written with: they never change.
    #[test]
    fn the_names_are_these() {
        let dictionary = Dictionary::new().unwrap();
        let names =
            |table| dictionary.variables(table).iter().map(|v| v.name.clone()).collect::<Vec<_>>();
        assert_eq!(
            names(Table::Answers),
            [
                "case_id",
                "person",
                "list_id",
                "rater",
                "moment",
                "instrument",
                "item",
                "value",
                "missing"
            ]
        );
        let wide = names(Table::Wide);
        assert_eq!(wide.len(), 2 + 3 * (23 + 7 + 7) + 3 * (20 + 7 + 8));
        for name in [
            "t1_res_competences_1",
            "t1_res_burden_finances",
            "t2_pro_social_capital_6",
            "t3_pro_professional",
            "t3_res_severe_domains",
            "t1_res_type",
        ] {
            assert!(wide.contains(&name.to_owned()), "{name}");
        }
    }
}
