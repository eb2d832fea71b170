//! Days for a person's own calendar.

use crate::fixtures::time;
use draagkracht_core::{
    calendar::{Entry, calendar},
    date::Date,
};
use uuid::Uuid;

const NOW: &str = "2026-11-21T09:00:00Z";

fn entry(summary: &str) -> Entry {
    Entry {
        uid: Uuid::from_u128(7),
        day: Date::from_numbers(2027, 11, 21).unwrap(),
        summary: summary.to_owned(),
    }
}

#[test]
fn a_day_is_an_event_of_a_whole_day_without_an_alarm() {
    let expected = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Draagkracht//Draagkracht//NL",
        "BEGIN:VEVENT",
        "UID:00000000-0000-0000-0000-000000000007",
        "DTSTAMP:20261121T090000Z",
        "DTSTART;VALUE=DATE:20271121",
        "SUMMARY:Draagkracht: T2 van een case",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ];
    let made = calendar(&[entry("Draagkracht: T2 van een case")], &time(NOW));
    assert_eq!(made, expected.join("\r\n"));
}

#[test]
fn each_day_is_an_event_of_its_own() {
    let made = calendar(&[entry("T2"), entry("T3")], &time(NOW));
    assert_eq!(made.matches("BEGIN:VEVENT\r\n").count(), 2);
    assert_eq!(made.matches("END:VEVENT\r\n").count(), 2);
}

#[test]
fn what_has_a_meaning_in_the_format_is_escaped() {
    let made = calendar(&[entry("a,b;c\\d\r\ne:f\u{7}")], &time(NOW));
    assert!(made.contains("\r\nSUMMARY:a\\,b\\;c\\\\d\\ne:f\r\n"), "{made:?}");
}

#[test]
fn long_lines_are_folded_at_75_bytes_and_never_within_a_letter() {
    for words in ["a".repeat(67), "a".repeat(68), "é€😀".repeat(40)] {
        let made = calendar(&[entry(&words)], &time(NOW));
        for line in made.split("\r\n") {
            assert!(line.len() <= 75, "{} bytes: {line}", line.len());
            assert!(!line.contains(['\r', '\n']));
        }
        assert!(made.replace("\r\n ", "").contains(&format!("\r\nSUMMARY:{words}\r\n")));
    }
    let folds = |count| calendar(&[entry(&"a".repeat(count))], &time(NOW)).matches("\r\n ").count();
    assert_eq!((folds(67), folds(68), folds(67 + 74), folds(67 + 75)), (0, 1, 1, 2));
}
