//! The days of a case in the professional's own calendar.

use super::{Desk, cases::standing};
use crate::{
    i18n::Text,
    platform::{clock, files, rng},
};
use draagkracht_core::{
    calendar::{Entry, MEDIA_TYPE, calendar},
    date::Date,
    person::Moment,
};
use leptos::prelude::*;

impl Desk {
    /// The moments that are still to come after the first, each with its day.
    pub fn days_to_come(self) -> Vec<(Moment, Date)> {
        let schedule = self.config.with(|config| config.as_ref().map(|config| config.schedule));
        let schedule = schedule.unwrap_or_default();
        let days = self.with_file(|file| {
            standing(file, |case| {
                let open = [Moment::T2, Moment::T3].into_iter().filter(|m| !case.is_done(*m));
                open.filter_map(|m| Some((m, clock::day_of(&case.day(m, schedule))?))).collect()
            })
        });
        days.flatten().unwrap_or_default()
    }

    /// Hands those days to the person as a file for a calendar. Nothing in it says which case it is.
    pub fn export_calendar(self) {
        if self.refuses_practice() {
            return;
        }
        let entries: Vec<_> = untrack(|| self.days_to_come())
            .into_iter()
            .map(|(moment, day)| Entry {
                uid: rng::id(),
                day,
                summary: self.with(Text::CalendarSummary, &[("moment", moment.as_str())]),
            })
            .collect();
        let file = calendar(&entries, &clock::now());
        if files::download_as(MEDIA_TYPE, "draagkracht.ics", file.as_bytes()).is_err() {
            self.notice.set(Some(self.t(Text::GiveFailed)));
        }
    }
}
