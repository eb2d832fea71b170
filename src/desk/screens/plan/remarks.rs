//! The gentle checks beside what is written: a question, the report's finding behind it, and a way to
//! set it aside with a reason. Nothing is stopped by them.

use super::words;
use crate::{
    desk::{Desk, plan::Remark, screens::field::field},
    i18n::Text,
    platform::element::{Element, el},
    widgets::{Weight, action, button_group, disclosure, paragraph},
};
use draagkracht_core::{free_text::FreeText, plan::About};
use leptos::prelude::*;

/// The remarks about these parts; they look again when typing rests.
pub(super) fn about(
    desk: Desk,
    shown: impl Fn(About, &str) -> bool + Send + Sync + 'static,
) -> Element {
    let remarks = Memo::new(move |_| {
        let _ = desk.planning().rest.get();
        let all = desk.raised().into_iter();
        all.filter(|remark| shown(remark.about, &remark.check)).collect::<Vec<_>>()
    });
    el("div", "plan-remarks").attr("aria-live", "polite").dynamic(move || {
        let remarks = remarks.get();
        let (aside, open): (Vec<_>, Vec<_>) =
            remarks.iter().partition(|remark| remark.set_aside.is_some());
        let mut all: Vec<_> = open.into_iter().map(|remark| one(desk, remark)).collect();
        all.extend((!aside.is_empty()).then(|| put_aside(desk, &aside)));
        all
    })
}

/// How many remarks about these parts are open, in words; nothing when none is.
pub(super) fn count(desk: Desk, shown: impl Fn(About, &str) -> bool) -> Option<String> {
    let open = desk.raised().into_iter().filter(|remark| remark.set_aside.is_none());
    match open.filter(|remark| shown(remark.about, &remark.check)).count() {
        0 => None,
        1 => Some(desk.t(Text::RemarkOne)),
        more => Some(desk.with(Text::RemarkMany, &[("count", &more.to_string())])),
    }
}

fn one(desk: Desk, remark: &Remark) -> Element {
    let about = desk.plan().and_then(|plan| words::about(desk, &plan, remark.about));
    let about = about.filter(|_| !matches!(remark.about, About::Goal(_)));
    let about = about.map(|about| {
        el("p", "plan-note__about").attr("dir", "auto").attr("translate", "no").text(&about)
    });
    let finding = disclosure(&desk.t(Text::RemarkWhy), [paragraph(&remark.finding)], || {});
    el("div", "plan-note")
        .attr("role", "note")
        .attr("data-check", &remark.check)
        .children(about)
        .child(el("p", "plan-note__question").text(&remark.question))
        .child(finding)
        .child(aside(desk, remark))
}

/// Setting it aside: why is asked for, in a few words.
fn aside(desk: Desk, remark: &Remark) -> Element {
    let remark = remark.clone();
    let id = format!("aside-{}-{:?}", remark.check, remark.about);
    let id: String = id.chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_')).collect();
    let missing = RwSignal::new(false);
    let (whole, input) = field(&id, "text", &desk.t(Text::RemarkReason), None);
    let put = move || match FreeText::try_from(input.value()) {
        Ok(reason) if !reason.is_blank() => desk.set_aside(&remark, reason),
        _ => missing.set(true),
    };
    let wrong =
        el("p", "utrecht-form-field-error-message").attr("role", "alert").dynamic(move || {
            let text =
                missing.get().then(|| el("span", "").text(&desk.t(Text::RemarkReasonMissing)));
            text.into_iter().collect()
        });
    let put = action(&desk.t(Text::RemarkAside), Weight::Secondary, "set-aside", put);
    disclosure(&desk.t(Text::RemarkNot), [wrong, whole, button_group([put])], || {})
}

fn put_aside(desk: Desk, aside: &[&Remark]) -> Element {
    let rows = aside.iter().map(|remark| {
        let again = (*remark).clone();
        let take_up = action(&desk.t(Text::RemarkAgain), Weight::Subtle, "take-up", move || {
            desk.take_up(&again);
        })
        .attr("aria-label", &format!("{}: {}", desk.t(Text::RemarkAgain), remark.question));
        let reason = remark.set_aside.clone().unwrap_or_default();
        el("div", "plan-aside")
            .child(paragraph(&remark.question))
            .child(el("p", "plan-quote").attr("dir", "auto").attr("translate", "no").text(&reason))
            .child(take_up)
    });
    let title = desk.with(Text::RemarkPutAside, &[("count", &aside.len().to_string())]);
    disclosure(&title, rows, || {})
}
