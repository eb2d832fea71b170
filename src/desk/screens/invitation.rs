//! An invitation for the resident's own phone: as a QR code, as a link, and on paper.

use super::Screen;
use crate::{
    desk::Desk,
    i18n::Text,
    platform::{
        element::{Element, el},
        page, sharing,
    },
    widgets::{Weight, action, button_group, heading, heading_2, paragraph, qr},
};
use draagkracht_core::{dossier::Cell, person::Rater, standing::Progress};
use leptos::prelude::Set;

/// The way here, beside a resident's list that was not begun.
pub(super) fn button(desk: Desk, cell: &Cell, progress: &Progress, lent: bool) -> Option<Element> {
    if cell.rater != Rater::Resident || *progress != Progress::Open || lent {
        return None;
    }
    let (person, moment) = (cell.person.clone(), cell.moment);
    let text = desk.t(Text::InviteAction);
    let label = desk.with(Text::CellLabel, &[("action", &text), ("moment", moment.as_str())]);
    let button = action(&text, Weight::Subtle, "invite", move || {
        desk.subject.set(Some((person.clone(), moment)));
        desk.show(Screen::Invitation);
    });
    Some(button.attr("aria-label", &label))
}

pub(super) fn view(desk: Desk) -> Vec<Element> {
    let Some((invitation, link)) = desk.invitation() else {
        desk.put(Screen::Case);
        return vec![];
    };
    let what = [
        desk.t(Text::InviteWhat),
        desk.with_organisation(Text::InviteBack),
        desk.with_organisation(Text::InviteBackLater),
    ];
    let what = el("div", "desk-no-print").children(what.map(|text| paragraph(&text)));
    let of = [
        ("code", invitation.code.to_string()),
        ("person", invitation.person.to_string()),
        ("moment", invitation.moment.to_string()),
    ];
    let of = of.each_ref().map(|(name, value)| (*name, value.as_str()));
    let card = el("section", "desk-card")
        .child(heading_2(&desk.t(Text::InviteCardTitle)))
        .child(paragraph(&desk.t(Text::InviteScan)))
        .children(qr(&link, &desk.t(Text::InviteQr)))
        .child(el("p", "desk-long").attr("translate", "no").text(&link))
        .child(
            el("p", "desk-card__of").attr("translate", "no").text(&desk.with(Text::InviteOf, &of)),
        )
        .child(paragraph(&desk.with_organisation(Text::InviteGoesTo)));
    let (copied, shared) = (link.clone(), link);
    let share = sharing::can_share().then(|| {
        action(&desk.t(Text::InviteShare), Weight::Primary, "share", move || {
            desk.share_link(shared.clone());
        })
    });
    let rest = [
        action(&desk.t(Text::InviteCopy), Weight::Secondary, "copy", move || {
            desk.copy(copied.clone(), Text::InviteCopied);
        }),
        action(&desk.t(Text::Print), Weight::Secondary, "print", page::print),
        action(&desk.t(Text::Back), Weight::Subtle, "back", move || desk.back()),
    ];
    vec![
        heading(&desk.t(Text::InviteTitle)),
        what,
        card,
        button_group(share.into_iter().chain(rest)),
    ]
}
