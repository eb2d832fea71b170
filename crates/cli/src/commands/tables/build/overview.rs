//! What was received and what counts: ours.

use super::{RATERS, Sources, by_moment};
use crate::commands::tables::{
    model::{Label, Note, Table, Value},
    privacy,
};
use draagkracht_core::person::{Moment, Rater};

/// How many lists there are of whom, and what was left out.
pub fn received(sources: &Sources<'_>) -> Table {
    let mut table = Table::new("received", by_moment(&["n"]));
    let count = |is_there: &dyn Fn(Moment) -> usize| Moment::ALL.map(is_there).map(Value::Cases);
    let of = |rater: Rater| {
        count(&|moment| {
            let members = sources.study.members.iter();
            members.filter(|member| member.list(rater, moment).is_some()).count()
        })
    };
    for rater in RATERS {
        table.row(vec![Label::Rater(rater)], of(rater).to_vec());
    }
    let either = count(&|moment| {
        sources.study.members.iter().filter(|member| member.is_there(moment)).count()
    });
    table.row(vec![Label::Key("either")], either.to_vec());
    let panel = sources.study.members.iter().filter(|member| member.is_in_panel()).count();
    table.row(vec![Label::Key("panel")], vec![Value::Cases(panel); 3]);
    table.notes = notes(sources);
    table
}

fn notes(sources: &Sources<'_>) -> Vec<Note> {
    let left_out = &sources.study.left_out;
    let counts = [
        ("left_out_no_consent", left_out.no_consent),
        ("left_out_newer", left_out.newer),
        ("left_out_drafts", left_out.drafts),
        ("left_out_others", left_out.others),
        ("left_out_proxies", left_out.proxies),
        ("left_out_other_professional", left_out.other_professional),
        ("contested", left_out.contested),
    ];
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    let mut notes: Vec<_> =
        counts.map(|(key, count)| Note { key, values: vec![said(count)] }).collect();
    notes.extend(left_out.unknown.iter().map(|(instrument, count)| Note {
        key: "left_out_unknown",
        values: vec![said(*count), instrument.clone()],
    }));
    notes.push(Note { key: "nested", values: vec![] });
    notes
}

/// A number of cases in a sentence; a small one is not said, whatever was asked.
fn said(count: usize) -> String {
    if privacy::is_few(count) { "1-4".to_owned() } else { count.to_string() }
}
