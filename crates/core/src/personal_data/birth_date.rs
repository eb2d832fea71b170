//! Birth dates: a whole day in the past, as `12-3-1965`, `1965-03-12`, `12 maart 1965` or `12 mrt '65`.
//!
//! A plan is full of days: when someone calls, when they meet. A person is followed for two years, so
//! a day of more than three years ago is hardly ever one of those; a later one counts only with a word
//! such as "geboren" near it.

use super::{digit_groups, is_near};
use crate::date::Date;
use std::ops::Range;

const BORN: [&str; 7] =
    ["geboren", "geb", "geboortedatum", "gebdatum", "geboortedag", "jarig", "verjaardag"];
const MONTHS: [(&str, u8); 25] = [
    ("januari", 1),
    ("jan", 1),
    ("februari", 2),
    ("feb", 2),
    ("febr", 2),
    ("maart", 3),
    ("mrt", 3),
    ("april", 4),
    ("apr", 4),
    ("mei", 5),
    ("juni", 6),
    ("jun", 6),
    ("juli", 7),
    ("jul", 7),
    ("augustus", 8),
    ("aug", 8),
    ("september", 9),
    ("sept", 9),
    ("sep", 9),
    ("oktober", 10),
    ("okt", 10),
    ("november", 11),
    ("nov", 11),
    ("december", 12),
    ("dec", 12),
];

pub(super) fn find(text: &str, this_year: u16) -> Vec<Range<usize>> {
    let groups = digit_groups(text);
    let (mut found, mut from) = (vec![], 0);
    while from < groups.len() {
        match date_at(text, &groups[from..], this_year) {
            Some((at, groups)) => {
                found.push(at);
                from += groups;
            }
            None => from += 1,
        }
    }
    found
}

/// A birth date that begins with the first group, and how many groups it takes.
fn date_at(text: &str, groups: &[Range<usize>], this_year: u16) -> Option<(Range<usize>, usize)> {
    let (year, month, day, used) = numeric(text, groups).or_else(|| in_words(text, groups))?;
    let at = groups[0].start..groups[used - 1].end;
    // `2026` is a year, `65` is 1965 and, in 2026, `26` is 2026.
    let year = match text[year.clone()].parse::<u16>().ok()? {
        short if year.len() == 2 && short <= this_year % 100 => this_year - this_year % 100 + short,
        short if year.len() == 2 => this_year.checked_sub(this_year % 100 + 100)? + short,
        year => year,
    };
    Date::from_numbers(year, month, text[day].parse().ok()?)?;
    let past = (1900..=this_year).contains(&year);
    let long_ago = year.saturating_add(3) < this_year;
    (past && (long_ago || is_near(text, &at, &BORN)) && stands_alone(text, &at))
        .then_some((at, used))
}

type Parts = (Range<usize>, u8, Range<usize>, usize);

/// `12-3-1965`, `12/03/65`, `12.3.1965`, `1965-03-12`: year, month, day, groups.
fn numeric(text: &str, groups: &[Range<usize>]) -> Option<Parts> {
    let [one, month, three, ..] = groups else { return None };
    let between = |a: &Range<usize>, b: &Range<usize>| &text[a.end..b.start];
    let separator = between(one, month);
    // A point also parts the numbers of a section, so with it a year has four digits.
    let short = match (separator, between(month, three).strip_prefix(separator)?) {
        ("-" | "/", "" | "'" | "’") => 2,
        (".", "") => 4,
        _ => return None,
    };
    let number = text[month.clone()].parse().ok().filter(|_| month.len() <= 2)?;
    match (one.len(), three.len()) {
        (1 | 2, year) if year == 4 || year == short => {
            Some((three.clone(), number, one.clone(), 3))
        }
        (4, 2) if separator == "-" => Some((one.clone(), number, three.clone(), 3)),
        _ => None,
    }
}

/// `12 maart 1965`, `12 mrt. '65`: year, month, day, groups.
fn in_words(text: &str, groups: &[Range<usize>]) -> Option<Parts> {
    let [day, year, ..] = groups else { return None };
    let between = text[day.end..year.start].strip_prefix([' ', '-', '\u{a0}'])?;
    let (between, short) = match between.strip_suffix(['\'', '’']) {
        Some(between) => (between, true),
        None => (between, false),
    };
    let word =
        between.trim_end_matches(['-', ' ', '\u{a0}', ',']).trim_end_matches('.').to_lowercase();
    let (_, month) = MONTHS.into_iter().find(|(name, _)| *name == word)?;
    let length = if short { 2 } else { 4 };
    (day.len() <= 2 && year.len() == length).then(|| (year.clone(), month, day.clone(), 2))
}

/// Not a part of a word or of a longer row of numbers.
fn stands_alone(text: &str, at: &Range<usize>) -> bool {
    let (before, after) = (&text[..at.start], &text[at.end..]);
    let joins = ['-', '/', '.'];
    let digit =
        |rest: Option<&str>| rest.is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit()));
    let digit_before =
        before.strip_suffix(joins).is_some_and(|r| r.ends_with(|c: char| c.is_ascii_digit()));
    !before.ends_with(char::is_alphanumeric)
        && !after.starts_with(char::is_alphanumeric)
        && !digit_before
        && !digit(after.strip_prefix(joins))
}
