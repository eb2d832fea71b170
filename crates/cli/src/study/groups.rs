//! Groups of fewer people than [`FEWEST`]: a list that hardly anyone answered, and what hardly
//! anyone has in common, tell who it was to whoever knows one other thing about them.
//!
//! Answers and scores stay: they are what is studied, and nobody sees them from outside. How a
//! list was answered, in which language, with which professional and in which month is seen.

use super::{FEWEST, LeftOut, List, Professional, Subject};
use draagkracht_core::person::Moment;
use std::collections::{BTreeMap, BTreeSet};

/// Leaves out lists of a moment that too few answered, then values that too few have in common.
pub fn leave_out_small(lists: &mut Vec<List>, left_out: &mut LeftOut) {
    let people = people_by(lists, |_| Some(String::new()));
    let before = lists.len();
    lists.retain(|list| {
        let group = people.get(&(list.moment, list.instrument)).and_then(|groups| groups.get(""));
        group.is_some_and(|people| people.len() >= FEWEST)
    });
    left_out.few = before - lists.len();
    for (what, value, clear) in VALUES {
        let small = small(&people_by(lists, value));
        let mut count = 0;
        for list in lists.iter_mut() {
            let key = value(list).map(|value| (list.moment, list.instrument, value));
            if key.is_some_and(|key| small.contains(&key)) {
                clear(list);
                count += 1;
            }
        }
        if count > 0 {
            left_out.values.push((what, count));
        }
    }
    let months = leave_out_months(lists);
    if months > 0 {
        left_out.values.push(("month", months));
    }
}

/// What is seen from outside: its name, its value, and how it is left out.
type Value = (&'static str, fn(&List) -> Option<String>, fn(&mut List));

const VALUES: [Value; 3] = [
    ("how it was answered", mode, |list| list.manner.mode = None),
    ("language", |list| list.manner.language.clone(), |list| list.manner.language = None),
    ("professional", pseudonym, |list| list.manner.professional = Professional::Few),
];

/// Leaves out months, and how many. The days between a person's lists give one month from another:
/// where one goes, all of that person's go, which can make other groups small.
fn leave_out_months(lists: &mut [List]) -> usize {
    let month = |list: &List| list.manner.month.clone();
    let mut count = 0;
    loop {
        let small = small(&people_by(lists, month));
        let is_small = |list: &&List| {
            month(list).is_some_and(|m| small.contains(&(list.moment, list.instrument, m)))
        };
        let people: BTreeSet<Subject> =
            lists.iter().filter(is_small).map(|list| list.subject.clone()).collect();
        if people.is_empty() {
            return count;
        }
        for list in lists.iter_mut().filter(|list| people.contains(&list.subject)) {
            count += usize::from(list.manner.month.take().is_some());
        }
    }
}

fn mode(list: &List) -> Option<String> {
    list.manner.mode.map(|mode| format!("{mode:?}"))
}

fn pseudonym(list: &List) -> Option<String> {
    match &list.manner.professional {
        Professional::Pseudonym(pseudonym) => Some(pseudonym.clone()),
        Professional::Nobody | Professional::Few => None,
    }
}

type Groups = BTreeMap<(Moment, usize), BTreeMap<String, BTreeSet<Subject>>>;

/// Who has which value, at each moment and for each instrument: the columns of the wide form.
fn people_by(lists: &[List], value: impl Fn(&List) -> Option<String>) -> Groups {
    let mut groups = Groups::new();
    for list in lists {
        if let Some(value) = value(list) {
            let column = groups.entry((list.moment, list.instrument)).or_default();
            column.entry(value).or_default().insert(list.subject.clone());
        }
    }
    groups
}

/// The values that are left out. Where those of a column come to fewer people than may be, the
/// next smallest goes too: "left out" would be a value itself.
fn small(groups: &Groups) -> BTreeSet<(Moment, usize, String)> {
    let mut all = BTreeSet::new();
    for ((moment, instrument), column) in groups {
        let mut values: Vec<_> = column.iter().collect();
        values.sort_by_key(|(value, people)| (people.len(), *value));
        let mut hidden: BTreeSet<&Subject> = BTreeSet::new();
        for (value, people) in values {
            let enough = hidden.is_empty() || hidden.len() >= FEWEST;
            if people.len() >= FEWEST && enough {
                break;
            }
            hidden.extend(people);
            all.insert((*moment, *instrument, value.clone()));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use draagkracht_core::person::Person;

    /// The values that are left out of a column in which so many people have each.
    fn left_out(column: &[(&str, usize)]) -> Vec<String> {
        let mut next = 0;
        let mut people = |count| {
            let subjects = (next..next + count).map(|n| (n.to_string(), Person::first()));
            next += count;
            subjects.collect()
        };
        let column = column.iter().map(|(value, count)| ((*value).to_owned(), people(*count)));
        let groups = BTreeMap::from([((Moment::T1, 0), column.collect())]);
        small(&groups).into_iter().map(|(_, _, value)| value).collect()
    }

    #[test]
    fn fewer_than_five_go_and_never_alone() {
        assert_eq!(left_out(&[("a", 5), ("b", 6)]), [""; 0]);
        assert_eq!(left_out(&[("a", 4), ("b", 6), ("c", 7)]), ["a", "b"]);
        assert_eq!(left_out(&[("a", 4), ("b", 1), ("c", 7)]), ["a", "b"]);
        assert_eq!(left_out(&[("a", 2), ("b", 98)]), ["a", "b"]);
        assert_eq!(
            left_out(&[("a", 1), ("b", 1), ("c", 2), ("d", 5), ("e", 9)]),
            ["a", "b", "c", "d"]
        );
    }
}
