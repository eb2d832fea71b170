//! Citizen service numbers: nine digits, in one group or parted by blanks, points or dashes, that
//! pass the eleven-test. Of other numbers of nine digits one in eleven passes too.

use super::{digit_groups, is_near};
use std::ops::Range;

const NAMES: [&str; 4] = ["bsn", "burgerservicenummer", "sofinummer", "sofi"];

pub(super) fn find(text: &str) -> Vec<Range<usize>> {
    let groups = digit_groups(text);
    let (mut found, mut from) = (vec![], 0);
    while from < groups.len() {
        let fitting = (from + 1..=groups.len()).find(|to| is_one(text, &groups[from..*to]));
        match fitting {
            Some(to) => {
                found.push(groups[from].start..groups[to - 1].end);
                from = to;
            }
            None => from += 1,
        }
    }
    found
}

/// Whether these groups, side by side, are a number, and nothing more belongs to it.
fn is_one(text: &str, groups: &[Range<usize>]) -> bool {
    let (Some(first), Some(last)) = (groups.first(), groups.last()) else { return false };
    let whole = first.start..last.end;
    let digits: Vec<u8> =
        groups.iter().flat_map(|g| text[g.clone()].bytes()).map(|b| b - b'0').collect();
    let nine = match (digits.len(), groups.len()) {
        (9, 1) => true,
        (9, _) => groups.iter().all(|group| group.len() > 1),
        // Without its leading zero it is any number, unless it is said what it is.
        (8, 1) => is_near(text, &whole, &NAMES),
        _ => false,
    };
    let separators: Vec<&str> =
        groups.windows(2).map(|two| &text[two[0].end..two[1].start]).collect();
    let separator = separators.first().copied();
    let one_separator = separators.iter().all(|s| is_separator(s) && Some(*s) == separator);
    nine && one_separator && passes(&digits) && stands_alone(text, &whole, separator)
}

fn is_separator(text: &str) -> bool {
    matches!(text, " " | "." | "-" | "\u{a0}")
}

/// The eleven-test: nine times the first digit, eight times the second, down to two times the
/// eighth, minus the last, is a multiple of 11.
fn passes(digits: &[u8]) -> bool {
    let weights = [-1, 2, 3, 4, 5, 6, 7, 8, 9];
    let sum: i32 = digits.iter().rev().zip(weights).map(|(d, weight)| i32::from(*d) * weight).sum();
    sum % 11 == 0 && digits.iter().any(|digit| *digit != 0)
}

/// Not a part of a word, an amount, or a longer number that is parted in the same way.
fn stands_alone(text: &str, at: &Range<usize>, separator: Option<&str>) -> bool {
    let (before, after) = (&text[..at.start], &text[at.end..]);
    let joined = [Some(","), separator];
    let goes_on = joined.into_iter().flatten().any(|join| {
        let digit = |rest: Option<&str>, last: bool| {
            let byte = rest.and_then(|r| if last { r.bytes().last() } else { r.bytes().next() });
            byte.is_some_and(|b| b.is_ascii_digit())
        };
        digit(before.strip_suffix(join), true) || digit(after.strip_prefix(join), false)
    });
    !goes_on
        && !before.trim_end().ends_with('€')
        && !before.ends_with(|c: char| c.is_alphanumeric() || c == '+')
        && !after.starts_with(char::is_alphanumeric)
}
