//! Answers to the lists that only a professional is asked, of those that may be used.

use super::{FEWEST, LeftOut, Professional, Subject, pseudonym::pseudonym};
use crate::archive::records::KnownCase;
use draagkracht_core::{
    form::{Answers, FormResponse},
    person::{Moment, Person},
    timestamp::Timestamp,
};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The fewest professionals of whom anything is said about their own work.
pub const FEWEST_PROFESSIONALS: usize = 10;

/// Completed answers.
#[derive(Debug, Clone)]
pub struct FormList {
    /// Whom they are about; none for working conditions.
    pub about: Option<About>,
    /// Who answered.
    pub professional: Professional,
    /// The answers.
    pub answers: Answers,
    completed: Timestamp,
    /// A pseudonym of their id.
    pub id: String,
}

/// Whom answers are about.
#[derive(Debug, Clone)]
pub struct About {
    /// The person.
    pub subject: Subject,
    /// When it was asked.
    pub moment: Moment,
}

impl FormList {
    fn of(answers: FormResponse) -> Option<Self> {
        let about = answers.case.map(|case| About {
            subject: (pseudonym('c', case.case_id), case.person),
            moment: case.moment,
        });
        Some(Self {
            about,
            professional: match answers.pseudonym {
                Some(name) if !name.trim().is_empty() => Professional::Pseudonym(name),
                _ => Professional::Nobody,
            },
            answers: answers.answers,
            completed: answers.completed?,
            id: pseudonym('l', answers.response_id),
        })
    }
}

/// Answers about cases of people who agreed to research, the last one of each person and moment.
pub fn of_cases(
    found: impl IntoIterator<Item = FormResponse>,
    cases: &BTreeMap<Uuid, KnownCase>,
    unsure: &BTreeSet<Uuid>,
    keep_small_groups: bool,
    left_out: &mut LeftOut,
) -> Vec<FormList> {
    let mut newest: BTreeMap<(Subject, Moment), FormList> = BTreeMap::new();
    for answers in found {
        let Some(case) = answers.case.as_ref().map(|case| (case.case_id, case.person.clone()))
        else {
            continue;
        };
        let agreed = |person: &Person| {
            cases.get(&case.0).is_some_and(|case| case.agreed_to_research(person))
        };
        if unsure.contains(&case.0) {
            left_out.with_newer += 1;
        } else if !agreed(&case.1) {
            left_out.no_consent += 1;
        } else if let Some(list) = FormList::of(answers) {
            let Some(about) = list.about.clone() else { continue };
            keep_newest(&mut newest, (about.subject, about.moment), list);
        } else {
            left_out.drafts += 1;
        }
    }
    let mut lists: Vec<FormList> = newest.into_values().collect();
    if !keep_small_groups {
        leave_out_small(&mut lists, left_out);
    }
    lists
}

/// Answers of professionals about their own work, the last one of each: none when they are too few.
pub fn of_professionals(
    found: impl IntoIterator<Item = FormResponse>,
    keep_small_groups: bool,
    left_out: &mut LeftOut,
) -> Vec<FormList> {
    let mut newest: BTreeMap<String, FormList> = BTreeMap::new();
    for answers in found.into_iter().filter(|answers| answers.case.is_none()) {
        let Some(list) = FormList::of(answers) else {
            left_out.drafts += 1;
            continue;
        };
        // Who gave no pseudonym may be anybody: each is kept as one.
        let who = match &list.professional {
            Professional::Pseudonym(pseudonym) => format!("p{pseudonym}"),
            _ => list.id.clone(),
        };
        keep_newest(&mut newest, who, list);
    }
    let mut lists: Vec<FormList> = newest.into_values().collect();
    if !keep_small_groups {
        if lists.len() < FEWEST_PROFESSIONALS {
            left_out.few_professionals += lists.len();
            lists.clear();
        }
        // A row is one employee: the name that colleagues know would say which.
        for list in &mut lists {
            list.professional = Professional::Few;
        }
    }
    lists.sort_by(|one, other| one.id.cmp(&other.id));
    lists
}

fn keep_newest<K: Ord>(newest: &mut BTreeMap<K, FormList>, key: K, list: FormList) {
    let later = |known: &FormList| (&list.completed, &list.id) > (&known.completed, &known.id);
    if newest.get(&key).is_none_or(later) {
        newest.insert(key, list);
    }
}

/// Lists of a moment at which fewer than [`FEWEST`] people have one; then professionals with fewer, and
/// with them the next smallest, as for the other lists.
fn leave_out_small(lists: &mut Vec<FormList>, left_out: &mut LeftOut) {
    let moment = |list: &FormList| list.about.as_ref().map(|about| about.moment);
    for at in Moment::ALL {
        let of = |list: &FormList| moment(list) == Some(at);
        let few = lists.iter().filter(|list| of(list)).count();
        if (1..FEWEST).contains(&few) {
            lists.retain(|list| !of(list));
            left_out.few += few;
        }
        let mut groups: BTreeMap<&str, usize> = BTreeMap::new();
        for list in lists.iter().filter(|list| of(list)) {
            if let Professional::Pseudonym(name) = &list.professional {
                *groups.entry(name).or_default() += 1;
            }
        }
        let mut sizes: Vec<(usize, String)> =
            groups.into_iter().map(|(name, size)| (size, name.to_owned())).collect();
        sizes.sort();
        let (mut hidden, mut names) = (0, BTreeSet::new());
        for (size, name) in sizes {
            if size >= FEWEST && (hidden == 0 || hidden >= FEWEST) {
                break;
            }
            hidden += size;
            names.insert(name);
        }
        let gone = |list: &FormList| match &list.professional {
            Professional::Pseudonym(name) => of(list) && names.contains(name),
            _ => false,
        };
        let mut count = 0;
        for list in lists.iter_mut().filter(|list| gone(list)) {
            list.professional = Professional::Few;
            count += 1;
        }
        if count > 0 {
            left_out.values.push(("professional", count));
        }
    }
}
