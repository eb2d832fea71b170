//! Points out in a text, before it is saved, what should not be in it: citizen service numbers (BSN),
//! birth dates and names. A hint for the writer, not a guard: better to miss one than to cry wolf.
//!
//! What it does not see: a name without a sure sign before it (a first name alone, a nickname), a
//! number with a mistake in it or in words, a birth date without a day or of the last three years
//! without "geboren" near it, an address, a telephone number, an e-mail address, and a story by which
//! everyone in the village knows who it is.

mod birth_date;
mod name;
mod service_number;

use std::ops::Range;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A citizen service number: eight or nine digits that pass the eleven-test.
    ServiceNumber,
    /// A day in the past, as a birth date is written.
    BirthDate,
    /// A name, after a word such as "mevrouw", "dhr." or "heet".
    Name,
}

/// A place in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where it stands, in bytes: a range to take from the text.
    pub at: Range<usize>,
    /// What it is.
    pub kind: Kind,
}

/// Everything that is found in a text, in order. `this_year` is the year in which it is written.
pub fn find(text: &str, this_year: u16) -> Vec<Found> {
    let of = |kind| move |at| Found { at, kind };
    let mut found: Vec<Found> =
        service_number::find(text).into_iter().map(of(Kind::ServiceNumber)).collect();
    found.extend(birth_date::find(text, this_year).into_iter().map(of(Kind::BirthDate)));
    found.extend(name::find(text).into_iter().map(of(Kind::Name)));
    found.sort_by_key(|found| found.at.start);
    found
}

/// The digits of a text in groups, each with its place: what numbers and dates are made of.
fn digit_groups(text: &str) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = vec![];
    for (at, _) in text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
        match groups.last_mut() {
            Some(group) if group.end == at => group.end += 1,
            _ => groups.push(at..at + 1),
        }
    }
    groups
}

/// Whether one of these words stands shortly before or after a place, in small letters.
fn is_near(text: &str, at: &Range<usize>, words: &[&str]) -> bool {
    const NEAR: usize = 30;
    let before: String = text[..at.start].chars().rev().take(NEAR).collect();
    let before: String = before.chars().rev().collect();
    let after: String = text[at.end..].chars().take(NEAR / 2).collect();
    let near = format!("{before} {after}").to_lowercase();
    near.split(|c: char| !c.is_alphabetic()).any(|word| words.contains(&word))
}
