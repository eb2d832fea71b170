//! One case: its code, the grid of moments and raters for each member, consents, note, and what else
//! can be done with it.

use super::{
    Screen,
    cases::{date, schedule},
    field::area,
    reading,
};
use crate::{
    desk::{Desk, cases::standing},
    i18n::Text,
    platform::{
        clock,
        element::{Element, el},
    },
    widgets::{
        Weight, action, alert, button_group, choice, heading_2, legend_heading, page_title,
        paragraph,
    },
};
use draagkracht_core::{
    dossier::{Cell, Dossier, Member},
    person::{Moment, Rater},
    standing::{Due, Progress, Standing},
};
use draagkracht_vault::CaseFile;
use leptos::prelude::*;

pub(super) fn view(desk: Desk) -> Vec<Element> {
    // Read once: what follows the case as it changes is in parts of its own below.
    let file = desk.file_in_hand();
    let code = file.as_ref().and_then(|f| f.case().map(|c| c.case_code.to_string()));
    let title = desk.with(Text::CaseTitle, &[("code", &code.unwrap_or_default())]);
    // What is ticked or typed here changes nothing else on the screen: it stays open, with the focus.
    let dossier = Memo::new(move |_| {
        let dossier = desk.with_file(|file| file.dossier().ok().flatten()).flatten();
        dossier.map(Dossier::outline)
    });
    // Browsers keep titles on the disk: no code in it.
    page_title(&desk.t(Text::CasePage));
    let members = el("div", "").dynamic(move || {
        let Some(dossier) = dossier.get() else {
            return vec![paragraph(&desk.t(Text::VaultDamaged))];
        };
        let several = dossier.members().len() > 1;
        dossier.members().iter().map(|m| member(desk, &dossier, m, several)).collect()
    });
    let archived = Memo::new(move |_| dossier.get().is_some_and(|dossier| dossier.archived));
    let household = el("div", "").dynamic(move || household(desk, archived.get()));
    vec![
        legend_heading(&title).attr("translate", "no"),
        super::give::origins(desk),
        members,
        note(desk),
        household,
        super::give::more(desk),
        heading_2(&desk.t(Text::CaseMore)),
        more(desk),
        button_group([action(&desk.t(Text::CaseBack), Weight::Primary, "cases", move || {
            desk.show(Screen::Cases);
        })]),
    ]
}

fn member(desk: Desk, dossier: &Dossier, member: &Member, several: bool) -> Element {
    let asked = member.person == *dossier.asked();
    let label = member.person.to_string();
    let name = if asked { Text::CaseAsked } else { Text::CaseMember };
    let title = desk.with(name, &[("person", &label)]);
    let left = member
        .left
        .as_ref()
        .map(|when| paragraph(&desk.with(Text::CaseLeft, &[("day", &date(desk, when))])));
    let section = el("section", "desk-member");
    let section = if several || !asked { section.child(heading_2(&title)) } else { section };
    let of = member.clone();
    let lists = el("div", "").dynamic(move || vec![grid(desk, &of)]);
    let section = section.children(left).child(lists).child(super::plan::button(desk, member));
    let section = section.child(consents(desk, member));
    if asked || member.left.is_some() {
        return section;
    }
    let person = member.person.clone();
    section.child(button_group([action(
        &desk.t(Text::CaseMemberLeave),
        Weight::Subtle,
        "member-left",
        move || {
            let person = person.clone();
            desk.change_dossier(move |dossier| {
                // Only who did not ask has this button.
                let _ = dossier.remove_member(&person, clock::now());
            });
        },
    )]))
}

/// Moments down, raters across.
fn grid(desk: Desk, member: &Member) -> Element {
    let head = [Text::GridMoment, Text::GridResident, Text::GridProfessional].map(|text| {
        el("th", "").attr("scope", "col").attr("role", "columnheader").text(&desk.t(text))
    });
    let rows = Moment::ALL.map(|moment| {
        let resident = Cell { person: member.person.clone(), moment, rater: Rater::Resident };
        let when = desk.with_file(|file| standing(file, |case| when(desk, &case, moment)));
        let (due, has_come, day) = when.flatten().unwrap_or((Due::Later, false, String::new()));
        let state = match due {
            Due::Overdue => " desk-due--overdue",
            Due::Now => " desk-due--now",
            Due::Later => "",
        };
        let first = el("th", &format!("desk-due{state}"))
            .attr("scope", "row")
            .child(el("span", "desk-moment").text(moment.as_str()))
            .child(el("span", "desk-day").text(&day))
            .children(reading::button(desk, &member.person, moment));
        let cells =
            [&resident, &resident.other()].map(|of| cell(desk, of, due != Due::Later, has_come));
        el("tr", "").attr("role", "row").child(first.attr("role", "rowheader")).children(cells)
    });
    let caption = el("caption", "visually-hidden").text(&desk.t(Text::GridCaption));
    // The roles stay when a narrow screen lays the table out as blocks.
    el("table", "desk-grid")
        .attr("role", "table")
        .child(caption)
        .child(
            el("thead", "")
                .attr("role", "rowgroup")
                .child(el("tr", "").attr("role", "row").children(head)),
        )
        .child(el("tbody", "").attr("role", "rowgroup").children(rows))
}

/// Whether it is time for a moment, whether that has come at all, and its day. What is done asks for
/// nothing any more.
fn when(desk: Desk, case: &Standing, moment: Moment) -> (Due, bool, String) {
    let due = case.due(moment, schedule(desk), &clock::now());
    let has_come = due != Due::Later;
    if case.is_done(moment) {
        return (Due::Later, has_come, String::new());
    }
    (due, has_come, date(desk, &case.day(moment, schedule(desk))))
}

/// How far a list is, and what can be done with it.
fn cell(desk: Desk, cell: &Cell, asks: bool, has_come: bool) -> Element {
    let found = desk.with_file(|file| {
        let lent = file.handed_over().unwrap_or_default().iter().any(|h| h.cell == *cell);
        standing(file, |case| (case.progress(cell), lent))
    });
    let rater = match cell.rater {
        Rater::Resident => Text::GridResident,
        Rater::Professional => Text::GridProfessional,
    };
    let whole = el("td", "")
        .attr("role", "cell")
        .child(el("span", "desk-rater").attr("aria-hidden", "true").text(&desk.t(rater)));
    let Some((progress, lent)) = found.flatten() else { return whole };
    let total = match cell.rater {
        Rater::Resident => desk.resident(|list| list.items().len()),
        Rater::Professional => desk.professional(|list| list.items().len()),
    };
    let total = total.unwrap_or_default().to_string();
    let words = match &progress {
        _ if lent => desk.t(Text::StateWithResident),
        Progress::Open => desk.t(Text::CellOpen),
        Progress::Begun(count) => {
            desk.with(Text::CellBegun, &[("count", &count.to_string()), ("total", &total)])
        }
        Progress::Complete(1) => desk.t(Text::CellComplete),
        Progress::Complete(revision) => {
            desk.with(Text::CellRevised, &[("revision", &revision.to_string())])
        }
        Progress::Absent => desk.t(Text::CellAbsent),
    };
    let (person, moment) = (cell.person.clone(), cell.moment);
    let answers = match (cell.rater, &progress) {
        _ if lent => None,
        (Rater::Professional, Progress::Complete(_)) => Some(Text::CellChange),
        (Rater::Professional, _) => Some(Text::CellAnswer),
        (Rater::Resident, Progress::Complete(_)) => None,
        (Rater::Resident, _) => Some(Text::CellHandOver),
    };
    let answer = answers.map(|text| {
        let rater = cell.rater;
        let name = format!("{}-{}-{}", cell.rater, cell.person, cell.moment);
        // What is not due yet can be done, and does not ask for it.
        let weight = if asks { Weight::Secondary } else { Weight::Subtle };
        action(&desk.t(text), weight, &name, move || match rater {
            Rater::Professional => desk.answer_list(person.clone(), moment),
            Rater::Resident => {
                desk.subject.set(Some((person.clone(), moment)));
                desk.show(Screen::HandOver);
            }
        })
        .attr(
            "aria-label",
            &desk.with(Text::CellLabel, &[("action", &desk.t(text)), ("moment", moment.as_str())]),
        )
    });
    let absent = match progress {
        Progress::Open if !lent && has_come => Some((Text::CellWillNotCome, true)),
        Progress::Absent => Some((Text::CellWillCome, false)),
        _ => None,
    };
    let declare = absent.map(|(text, absent)| {
        let cell = cell.clone();
        action(&desk.t(text), Weight::Subtle, "absent", move || {
            desk.set_absent(cell.clone(), absent);
        })
    });
    let dossier = desk.with_file(|file| file.dossier().ok().flatten()).flatten();
    let agreed = dossier.is_some_and(|dossier| dossier.has_agreed(&cell.person));
    let draft = (agreed && !lent && matches!(progress, Progress::Begun(_))).then(|| {
        let (text, cell) = (desk.t(Text::CellDraft), cell.clone());
        let label = desk.with(Text::CellLabel, &[("action", &text), ("moment", moment.as_str())]);
        action(&text, Weight::Subtle, "draft", move || desk.send_draft(&cell))
            .attr("aria-label", &label)
    });
    let invite = super::invitation::button(desk, cell, &progress, lent);
    let buttons = answer.into_iter().chain(draft).chain(invite).chain(declare);
    whole.child(el("p", "desk-state").text(&words)).children(buttons)
}

/// What a member agreed to, as they said it.
fn consents(desk: Desk, member: &Member) -> Element {
    let label = member.person.to_string();
    let file = desk.file_in_hand();
    let dossier = file.and_then(|file| file.dossier().ok().flatten());
    let given = dossier.as_ref().and_then(|dossier| dossier.member(&member.person));
    let given = given.map_or_else(|| member.consents.clone(), |member| member.consents.clone());
    let rows = [
        (Text::ConsentSupport, "support", given.support.given),
        (Text::ConsentResearch, "research", given.research.given),
    ]
    .map(|(text, name, given)| {
        let person = member.person.clone();
        let words = el("span", "choice__text").text(&desk.with_organisation(text));
        let id = format!("{name}-{label}");
        choice("checkbox", &id, &id, words, given, move |given| {
            let (support, research) =
                if name == "support" { (Some(given), None) } else { (None, Some(given)) };
            desk.set_consent(person.clone(), support, research);
        })
    });
    let title = desk.t(Text::CaseConsents);
    el("details", "plain-words")
        .child(el("summary", "").text(&title))
        .child(paragraph(&desk.t(Text::CaseConsentsHint)))
        .child(el("div", "choices").attr("role", "group").attr("aria-label", &title).children(rows))
}

/// A note for oneself: kept when the field is left.
fn note(desk: Desk) -> Element {
    let dossier = desk.file_in_hand().and_then(|file| file.dossier().ok().flatten());
    let kept = dossier.map(|dossier| dossier.note().to_owned()).unwrap_or_default();
    let (whole, input) = area("note", &desk.t(Text::CaseNote), &desk.t(Text::CaseNoteHint), &kept);
    let typed = input.clone();
    let _ = input.on("change", move |_| {
        let note = typed.text_value();
        if note.chars().count() > draagkracht_core::dossier::NOTE {
            return desk.error.set(Some(desk.t(Text::CaseNoteLong)));
        }
        desk.error.set(None);
        desk.change_dossier(move |dossier| {
            // Its length was looked at above.
            let _ = dossier.set_note(note);
        });
    });
    let wrong =
        el("p", "utrecht-form-field-error-message").attr("role", "alert").dynamic(move || {
            desk.error.get().map(|text| el("span", "").text(&text)).into_iter().collect()
        });
    whole.child(wrong)
}

fn household(desk: Desk, archived: bool) -> Vec<Element> {
    let add = action(&desk.t(Text::CaseMemberAdd), Weight::Secondary, "add-member", move || {
        desk.change_dossier(|dossier| {
            // A tenth member is refused: the button then does nothing.
            let _ = dossier.add_member(&clock::now());
        });
    });
    let text = if archived { Text::CaseUnarchive } else { Text::CaseArchive };
    let archive = action(&desk.t(text), Weight::Secondary, "archive", move || {
        desk.change_dossier(move |dossier| dossier.archived = !archived);
    });
    vec![button_group([add, archive])]
}

/// Removing: after a warning that names what was never received.
fn more(desk: Desk) -> Element {
    let sure = RwSignal::new(false);
    let lost = Memo::new(move |_| {
        let lost = desk.outbox.with(|outbox| desk.with_file(|file| unreceived(file, outbox)));
        lost.unwrap_or_default()
    });
    el("div", "").dynamic(move || {
        let lost = lost.get();
        if !sure.get() {
            let text = if lost == 0 { Text::CaseRemoveSafe } else { Text::CaseRemove };
            return vec![button_group([action(
                &desk.t(text),
                Weight::Secondary,
                "remove",
                move || {
                    sure.set(true);
                },
            )])];
        }
        let text = if lost == 0 {
            desk.t(Text::CaseRemoveSafeSure)
        } else {
            desk.with(Text::CaseRemoveSure, &[("count", &lost.to_string())])
        };
        let buttons = button_group([
            action(&desk.t(Text::DataWipeNo), Weight::Primary, "keep", move || sure.set(false)),
            action(&desk.t(Text::CaseRemoveYes), Weight::Secondary, "remove-now", move || {
                desk.remove_case();
            }),
        ]);
        vec![alert("error", "alert", [paragraph(&text)]).takes_focus(), buttons]
    })
}

/// How much would be lost: completed lists and what was written without a receipt, and lists that are being
/// answered.
fn unreceived(file: &CaseFile, outbox: &[draagkracht_vault::outbox::Entry]) -> usize {
    let lent = file.handed_over().map_or(0, |lent| lent.len());
    let written = crate::desk::plan::left_of(file, outbox);
    file.unreceived(outbox).len() + file.sessions().count() + lent + written
}
