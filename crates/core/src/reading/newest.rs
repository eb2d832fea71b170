//! Which list counts: of each person, rater and moment the newest completed one.

use super::{Answered, Missing, Reading};
use crate::{
    case_code::CaseCode,
    person::{Moment, Person, Rater},
    response::Response,
};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Whom lists are about: one person of one case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Subject {
    /// The case.
    pub case_id: Uuid,
    /// What people call it.
    pub case_code: CaseCode,
    /// The person in the household.
    pub person: Person,
}

type Key = (Subject, Rater, Moment);

/// The lists that count among many responses.
#[derive(Debug, Clone, Default)]
pub struct Newest<'a> {
    complete: BTreeMap<Key, &'a Response>,
    begun: BTreeSet<Key>,
}

impl Subject {
    /// Whom a response is about.
    pub fn of(response: &Response) -> Self {
        Self {
            case_id: response.case_id,
            case_code: response.case_code,
            person: response.person.clone(),
        }
    }
}

impl<'a> Newest<'a> {
    /// Looks through responses, in whatever order they come.
    pub fn of(responses: impl IntoIterator<Item = &'a Response>) -> Self {
        let mut newest = Self::default();
        let mut lists: BTreeMap<(Key, Uuid), &Response> = BTreeMap::new();
        for response in responses {
            let key = (Subject::of(response), response.rater, response.moment);
            newest.begun.insert(key.clone());
            // Of one list the revision says which is newer; its clock may have been put right.
            if response.completed.is_some() {
                let list = lists.entry((key, response.response_id)).or_insert(response);
                if response.revision > list.revision {
                    *list = response;
                }
            }
        }
        for ((key, _), response) in lists {
            let counts = newest.complete.entry(key).or_insert(response);
            // Ids are in the order in which they were made, and so are these lists: the last of equals counts.
            if response.completed >= counts.completed {
                *counts = response;
            }
        }
        newest
    }

    /// Everyone of whom there is anything, in order.
    pub fn subjects(&self) -> BTreeSet<&Subject> {
        self.begun.iter().map(|(subject, ..)| subject).collect()
    }

    /// The list of a rater about someone at a moment, or why there is none to read.
    pub fn read(
        &self,
        reading: &Reading<'a>,
        subject: &Subject,
        rater: Rater,
        moment: Moment,
    ) -> Result<Answered<'a>, Missing> {
        let key = (subject.clone(), rater, moment);
        match self.complete.get(&key) {
            Some(response) => reading.read(response),
            None if self.begun.contains(&key) => Err(Missing::Unfinished),
            None => Err(Missing::NotThere),
        }
    }
}
