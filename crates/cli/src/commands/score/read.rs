//! From CSV to responses, in the order of first appearance.

use super::line::{LineError, Reason};
use csv::{ErrorKind, Reader, ReaderBuilder, StringRecord};
use draagkracht_core::{
    answer::{Answer, Likert, Recorded},
    instrument::{Instrument, ItemId},
    person::{Moment, Rater},
};
use std::{
    collections::{BTreeMap, HashMap},
    io::Read,
};

const COLUMNS: [&str; 7] = ["case", "person", "rater", "moment", "instrument", "item", "value"];

/// Which response a line belongs to; case and person are any text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    /// The case.
    pub case: String,
    /// The person in the household.
    pub person: String,
    /// Whose judgement.
    pub rater: Rater,
    /// The moment.
    pub moment: Moment,
}

/// The answers of one response.
#[derive(Debug)]
pub struct RawResponse {
    /// Whose, and when.
    pub key: Key,
    /// Where its instrument stands in the list.
    pub instrument: usize,
    /// Its answers.
    pub answers: BTreeMap<ItemId, Recorded>,
    lines: HashMap<ItemId, u64>,
}

/// Reads a whole file, or stops at the first line that makes no sense.
pub fn read(input: impl Read, instruments: &[Instrument]) -> Result<Vec<RawResponse>, LineError> {
    let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).from_reader(input);
    let mut record = StringRecord::new();
    let header = next(&mut reader, &mut record)?;
    let place = match header {
        Some(line) => columns(&record).map_err(|reason| LineError { line, reason })?,
        None => return Err(LineError { line: 1, reason: Reason::NoHeader(COLUMNS.join(",")) }),
    };
    let mut responses = Responses { all: Vec::new(), places: HashMap::new(), instruments };
    while let Some(line) = next(&mut reader, &mut record)? {
        let added = fields(&record, &place).and_then(|fields| responses.add(fields, line));
        added.map_err(|reason| LineError { line, reason })?;
    }
    Ok(responses.all)
}

/// The next line and its number, or `None` at the end.
fn next<R: Read>(
    reader: &mut Reader<R>,
    record: &mut StringRecord,
) -> Result<Option<u64>, LineError> {
    match reader.read_record(record) {
        Ok(true) => Ok(Some(record.position().map_or(0, csv::Position::line))),
        Ok(false) => Ok(None),
        Err(error) => {
            let line =
                error.position().map_or_else(|| reader.position().line(), csv::Position::line);
            let reason = match error.into_kind() {
                ErrorKind::Utf8 { .. } => Reason::Utf8,
                ErrorKind::Io(error) => Reason::Read(error),
                other => Reason::Read(std::io::Error::other(format!("{other:?}"))),
            };
            Err(LineError { line, reason })
        }
    }
}

/// Where each of [`COLUMNS`] stands in the header.
fn columns(header: &StringRecord) -> Result<[usize; 7], Reason> {
    let names: Vec<&str> = header.iter().collect();
    for (at, name) in names.iter().enumerate() {
        if !COLUMNS.contains(name) {
            return Err(Reason::UnknownColumn((*name).to_owned()));
        }
        if names[..at].contains(name) {
            return Err(Reason::ColumnTwice((*name).to_owned()));
        }
    }
    let mut places = [0; 7];
    for (place, column) in places.iter_mut().zip(COLUMNS) {
        let at = names.iter().position(|name| *name == column);
        *place = at.ok_or(Reason::NoColumn(column))?;
    }
    Ok(places)
}

/// The fields in the order of [`COLUMNS`].
fn fields<'a>(record: &'a StringRecord, place: &[usize; 7]) -> Result<[&'a str; 7], Reason> {
    if record.len() == COLUMNS.len() {
        Ok(place.map(|at| &record[at]))
    } else {
        Err(Reason::Fields { found: record.len() as u64, expected: COLUMNS.len() as u64 })
    }
}

struct Responses<'a> {
    all: Vec<RawResponse>,
    places: HashMap<Key, usize>,
    instruments: &'a [Instrument],
}

impl Responses<'_> {
    fn add(&mut self, fields: [&str; 7], line: u64) -> Result<(), Reason> {
        let [case, person, rater, moment, instrument, item, value] = fields;
        let rater = rater_of(rater)?;
        let moment = Moment::parse(moment).ok_or_else(|| Reason::Moment(moment.to_owned()))?;
        let place = self.instruments.iter().position(|i| i.id() == instrument);
        let place = place.ok_or_else(|| Reason::Instrument(instrument.to_owned()))?;
        let known = &self.instruments[place];
        if known.rater() != rater {
            return Err(Reason::OtherRater(instrument.to_owned(), rater));
        }
        let no_item = || Reason::Item(item.to_owned(), instrument.to_owned());
        let item = known.item(item).ok_or_else(no_item)?.1.id.clone();
        let value = value_of(value)?;
        let key = Key { case: case.to_owned(), person: person.to_owned(), rater, moment };
        let response = self.response(key, place);
        if let Some(earlier) = response.lines.insert(item.clone(), line) {
            return Err(Reason::ItemTwice(item.to_string(), earlier));
        }
        response.answers.insert(item, value);
        Ok(())
    }

    /// The response with this key, which may be new. A rater has one instrument.
    fn response(&mut self, key: Key, instrument: usize) -> &mut RawResponse {
        let place = *self.places.entry(key.clone()).or_insert(self.all.len());
        if place == self.all.len() {
            let (answers, lines) = (BTreeMap::new(), HashMap::new());
            self.all.push(RawResponse { key, instrument, answers, lines });
        }
        &mut self.all[place]
    }
}

fn rater_of(text: &str) -> Result<Rater, Reason> {
    let known = [Rater::Resident, Rater::Professional];
    known.into_iter().find(|r| r.as_str() == text).ok_or_else(|| Reason::Rater(text.to_owned()))
}

fn value_of(text: &str) -> Result<Recorded, Reason> {
    match text {
        "" => Ok(Recorded::NotAsked),
        "dont_know" => Ok(Recorded::Answered(Answer::DontKnow)),
        "wont_say" => Ok(Recorded::Answered(Answer::WontSay)),
        _ => match text.as_bytes() {
            [digit] => Likert::new(digit.wrapping_sub(b'0')),
            _ => None,
        }
        .map(|likert| Recorded::Answered(Answer::Value(likert)))
        .ok_or_else(|| Reason::Value(text.to_owned())),
    }
}
