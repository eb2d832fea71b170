//! The device's clock. It may be wrong or be set back: nothing is decided by it, only noted.

use draagkracht_core::{date::Date as Day, timestamp::Timestamp};
use js_sys::Date;
use uuid::Uuid;

/// The time now, in UTC.
pub fn now() -> Timestamp {
    // A clock outside the years that a timestamp can write reads as the start of 1970.
    Timestamp::try_from(String::from(Date::new_0().to_iso_string())).unwrap_or_default()
}

/// A new random UUID, version 7: its first part is the time.
pub fn new_id() -> Uuid {
    let mut random = [0; 10];
    super::rng::fill(&mut random);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole milliseconds since 1970"
    )]
    uuid::Builder::from_unix_timestamp_millis(Date::now() as u64, &random).into_uuid()
}

/// The day of a time where this device is; `None` outside the years that a day can write.
pub fn day_of(time: &Timestamp) -> Option<Day> {
    let date = Date::new(&time.as_str().into());
    let [month, day] = [date.get_month() + 1, date.get_date()].map(|n| u8::try_from(n).ok());
    Day::from_numbers(u16::try_from(date.get_full_year()).ok()?, month?, day?)
}

/// The day of a time, as it is written in a language: `21 november 2026`.
pub fn day(time: &Timestamp, language: &str) -> String {
    let date = Date::new(&time.as_str().into());
    let options = js_sys::Object::new();
    for (name, value) in [("day", "numeric"), ("month", "long"), ("year", "numeric")] {
        // Setting a field of a new plain object cannot fail.
        let _ = js_sys::Reflect::set(&options, &name.into(), &value.into());
    }
    date.to_locale_date_string(language, &options).into()
}
