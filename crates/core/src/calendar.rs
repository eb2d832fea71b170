//! Days for a person's own calendar, as an iCalendar 2.0 file (RFC 5545): all-day events without an
//! alarm that keep nobody's day occupied. Whoever writes the summary keeps case codes out of it: a
//! calendar is read by more people and programs than a vault.

use crate::{date::Date, timestamp::Timestamp};
use uuid::Uuid;

/// What a calendar program takes such a file for.
pub const MEDIA_TYPE: &str = "text/calendar;charset=utf-8";
/// The longest line in bytes, without its line break (RFC 5545, 3.1).
const LINE: usize = 75;

/// One day to be reminded of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Random, so that it says nothing of the case.
    pub uid: Uuid,
    /// The day, all of it.
    pub day: Date,
    /// What the calendar shows, in any words.
    pub summary: String,
}

/// The text of the file. `made` is when it is made.
pub fn calendar(entries: &[Entry], made: &Timestamp) -> String {
    let mut file = String::new();
    let mut line = |name: &str, value: &str| fold(&mut file, &format!("{name}:{value}"));
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//Draagkracht//Draagkracht//NL");
    for entry in entries {
        line("BEGIN", "VEVENT");
        line("UID", &entry.uid.to_string());
        line("DTSTAMP", &basic(made.as_str()));
        // Without an end an event on a date lasts that day (RFC 5545, 3.6.1).
        line("DTSTART;VALUE=DATE", &basic(&entry.day.to_string()));
        line("SUMMARY", &escaped(&entry.summary));
        line("TRANSP", "TRANSPARENT");
        line("END", "VEVENT");
    }
    line("END", "VCALENDAR");
    file
}

/// ISO 8601 without its dashes and colons, as iCalendar writes days and times.
fn basic(time: &str) -> String {
    time.replace(['-', ':'], "")
}

/// A text value (RFC 5545, 3.3.11); control characters have no place in one.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            '\n' => escaped.push_str("\\n"),
            control if control.is_control() => {}
            other => escaped.push(other),
        }
    }
    escaped
}

/// Adds a line, in parts of at most [`LINE`] bytes that begin with a space from the second on.
fn fold(file: &mut String, line: &str) {
    let mut length = 0;
    for character in line.chars() {
        if length + character.len_utf8() > LINE {
            file.push_str("\r\n ");
            length = 1;
        }
        file.push(character);
        length += character.len_utf8();
    }
    file.push_str("\r\n");
}
