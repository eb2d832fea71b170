//! What the answers say, put beside one another.

mod assumptions_file;
mod caseload;
mod change_properties;
mod comparison;
mod development;
mod golden;
mod household;
mod newest;
mod properties;
mod snapshots;

use crate::fixtures::{self, time, value};
use draagkracht_core::{
    answer::{Answer, Recorded},
    instrument::Instrument,
    norm::NormFile,
    person::{Moment, Person, Rater},
    reading::{Assumptions, Newest, Reading, Subject},
    response::{Manner, Response},
};
use std::sync::LazyLock;
use uuid::Uuid;

pub static BOTH: LazyLock<Vec<Instrument>> =
    LazyLock::new(|| vec![fixtures::resident(), fixtures::professional()]);
pub static ASSUMED: LazyLock<Assumptions> = LazyLock::new(|| Assumptions::built_in().unwrap());

/// Reading with what comes with the program.
pub fn reading<'a>() -> Reading<'a> {
    Reading { instruments: &BOTH, own_norm: None, assumptions: &ASSUMED }
}

/// The same with an organisation's own norm.
pub fn with_norm(norm: &NormFile) -> Reading<'_> {
    Reading { own_norm: Some(norm), ..reading() }
}

/// A list as it is kept, put together in a test.
#[derive(Debug, Clone)]
pub struct List {
    pub instrument: Instrument,
    pub answers: Vec<Recorded>,
    pub case: u128,
    pub person: &'static str,
    pub moment: Moment,
    pub id: u128,
    pub revision: u32,
    pub completed: Option<&'static str>,
}

impl List {
    /// A completed list, an answer an item.
    pub fn new(rater: Rater, moment: Moment, answers: Vec<Recorded>) -> Self {
        let instrument = BOTH.iter().find(|i| i.rater() == rater).unwrap().clone();
        let id = 100 * (rater as u128 + 1) + moment as u128 + 1;
        let completed = match moment {
            Moment::T1 => "2024-03-01T10:00:00Z",
            Moment::T2 => "2025-03-01T10:00:00Z",
            Moment::T3 => "2026-03-01T10:00:00Z",
        };
        Self {
            instrument,
            answers,
            case: 1,
            person: "1",
            moment,
            id,
            revision: 1,
            completed: Some(completed),
        }
    }

    /// The same answer to every item.
    pub fn all(rater: Rater, moment: Moment, recorded: Recorded) -> Self {
        let items = BOTH.iter().find(|i| i.rater() == rater).unwrap().items().len();
        Self::new(rater, moment, vec![recorded; items])
    }

    pub fn response(&self) -> Response {
        let mut identity = fixtures::identity(&self.instrument);
        identity.response_id = Uuid::from_u128(self.id);
        identity.case_id = Uuid::from_u128(self.case);
        identity.person = Person::try_from(self.person.to_owned()).unwrap();
        identity.moment = self.moment;
        identity.pseudonym = (identity.rater == Rater::Professional).then(|| "P1".to_owned());
        let answers = fixtures::answers(&self.instrument, &self.answers);
        let given = answers.into_iter().filter_map(|(id, r)| Some((id, r.answer()?))).collect();
        let norm = self.instrument.norm();
        let completed = self.completed.map(time);
        let manner = Manner { revision: self.revision, ..Manner::default() };
        Response::new(identity, &self.instrument, norm, &given, manner, completed)
    }
}

/// Points on the scale; 0 is "Weet ik niet".
pub fn points(points: &[u8]) -> Vec<Recorded> {
    points.iter().copied().map(point).collect()
}

pub fn point(point: u8) -> Recorded {
    Recorded::Answered(if point == 0 { Answer::DontKnow } else { value(point) })
}

/// Answers to capacity that are of no matter here, and these to the life domains.
pub fn with_domains(rater: Rater, moment: Moment, domains: &[u8]) -> List {
    let mut list = List::all(rater, moment, point(3));
    let capacity = list.answers.len() - domains.len();
    list.answers.truncate(capacity);
    list.answers.extend(points(domains));
    list
}

pub fn responses(lists: &[List]) -> Vec<Response> {
    lists.iter().map(List::response).collect()
}

/// The only one whom responses are about.
pub fn subject(newest: &Newest<'_>) -> Subject {
    let subjects = newest.subjects();
    assert_eq!(subjects.len(), 1);
    subjects.into_iter().next().unwrap().clone()
}
