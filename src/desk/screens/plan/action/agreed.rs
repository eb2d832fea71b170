//! What was agreed, by whom and by which day; and small steps.

use super::Of;
use crate::{
    desk::screens::{
        open_text::{OpenText, open_text},
        plan::{pick, remarks, words},
    },
    i18n::Text,
    platform::{
        element::{self, Element, el},
        idle,
    },
    widgets::{Weight, action, choice, disclosure, heading_2},
};
use draagkracht_core::{
    date::Date,
    free_text::FreeText,
    plan::{About, Agreement, Step},
};
use leptos::{prelude::*, task::spawn_local};

/// Who does what, by which day.
pub(super) fn agreements(of: Of) -> Element {
    let desk = of.desk;
    // What is typed changes no row; adding and removing one does.
    let rows = RwSignal::new(0_u32);
    let list = el("div", "plan-rows").dynamic(move || {
        let _ = rows.get();
        let all = of.now().map(|one| one.agreements).unwrap_or_default();
        all.iter()
            .enumerate()
            .map(|(at, agreement)| agreement_row(of, rows, at, agreement))
            .collect()
    });
    let new = el("div", "").dynamic(move || {
        let _ = rows.get();
        let new = new_agreement(of, rows);
        // Where there is one already, another is out of the way.
        if of.now().is_some_and(|one| one.agreements.is_empty()) {
            return vec![new];
        }
        vec![disclosure(&desk.t(Text::AgreementMore), [new], || {})]
    });
    let here = move |about: About, check: &str| {
        about == About::Intervention(of.id) && check == "agreement_without_date"
    };
    el("section", "")
        .child(heading_2(&desk.t(Text::AgreementTitle)))
        .child(list)
        .child(remarks::about(desk, here))
        .child(new)
}

fn new_agreement(of: Of, rows: RwSignal<u32>) -> Element {
    let who = of.desk.t(Text::AgreementNew);
    pick::add("agreement", &who, &words::actors(of.desk), move |who| {
        let (what, when) = (FreeText::default(), None);
        of.change(|one| one.agreements.push(Agreement { who, what, when }));
        rows.update(|rows| *rows += 1);
        let newest = of.now().map_or(0, |one| one.agreements.len());
        focus_soon(format!("agreement-{newest}"));
    })
}

fn agreement_row(of: Of, rows: RwSignal<u32>, at: usize, agreement: &Agreement) -> Element {
    let (desk, number) = (of.desk, at + 1);
    let who = words::actor(desk, agreement.who);
    let what = OpenText {
        id: &format!("agreement-{number}"),
        label: &desk.with(Text::AgreementWhat, &[("who", &who)]),
        hint: None,
        text: &agreement.what,
        rows: 1,
        most: FreeText::MAX,
    };
    let place = open_text(desk, &what, move |words| {
        of.write(|one| {
            if let Some(kept) = one.agreements.get_mut(at) {
                kept.what = words;
            }
        });
    });
    let id = format!("day-{number}");
    let day = el("input", "utrecht-textbox plan-day")
        .attr("id", &id)
        .attr("type", "date")
        .attr("autocomplete", "off")
        .filled(&agreement.when.as_ref().map(Date::to_string).unwrap_or_default());
    let typed = day.clone();
    let day = day.on("change", move |_| {
        let when = Date::try_from(typed.value()).ok();
        of.change(|one| {
            if let Some(kept) = one.agreements.get_mut(at) {
                kept.when = when;
            }
        });
    });
    let label =
        el("label", "utrecht-form-label").attr("for", &id).text(&desk.t(Text::AgreementDay));
    let text = desk.t(Text::AgreementRemove);
    let name = desk.with(Text::AgreementRemoveName, &[("number", &number.to_string())]);
    let remove = action(&text, Weight::Subtle, "remove-agreement", move || {
        of.change(|one| {
            if at < one.agreements.len() {
                one.agreements.remove(at);
            }
        });
        rows.update(|rows| *rows += 1);
    })
    .attr("aria-label", &name);
    let day = el("div", "plan-row__day").child(label).child(day);
    el("div", "plan-row").child(place).child(el("div", "plan-row__foot").child(day).child(remove))
}

/// Small steps, each to be ticked off.
pub(super) fn steps(of: Of) -> Element {
    let desk = of.desk;
    let rows = RwSignal::new(0_u32);
    let list = el("div", "plan-rows").dynamic(move || {
        let _ = rows.get();
        let all = of.now().map(|one| one.steps).unwrap_or_default();
        all.iter().enumerate().map(|(at, step)| step_row(of, rows, at, step)).collect()
    });
    let new = action(&desk.t(Text::StepNew), Weight::Secondary, "step-new", move || {
        of.change(|one| one.steps.push(Step { words: FreeText::default(), done: false }));
        rows.update(|rows| *rows += 1);
        let newest = of.now().map_or(0, |one| one.steps.len());
        focus_soon(format!("step-{newest}"));
    });
    el("section", "").child(heading_2(&desk.t(Text::StepTitle))).child(list).child(new)
}

fn step_row(of: Of, rows: RwSignal<u32>, at: usize, step: &Step) -> Element {
    let (desk, number) = (of.desk, (at + 1).to_string());
    let numbered = [("number", number.as_str())];
    let what = OpenText {
        id: &format!("step-{number}"),
        label: &desk.with(Text::StepWords, &numbered),
        hint: None,
        text: &step.words,
        rows: 1,
        most: FreeText::MAX,
    };
    let place = open_text(desk, &what, move |words| {
        of.write(|one| {
            if let Some(kept) = one.steps.get_mut(at) {
                kept.words = words;
            }
        });
    });
    let done = el("span", "choice__text").text(&desk.t(Text::StepTaken));
    let id = format!("taken-{number}");
    let done = choice("checkbox", &id, &id, done, step.done, move |done| {
        of.change(|one| {
            if let Some(kept) = one.steps.get_mut(at) {
                kept.done = done;
            }
        });
    });
    let remove = action(&desk.t(Text::AgreementRemove), Weight::Subtle, "remove-step", move || {
        of.change(|one| {
            if at < one.steps.len() {
                one.steps.remove(at);
            }
        });
        rows.update(|rows| *rows += 1);
    })
    .attr("aria-label", &desk.with(Text::StepRemoveName, &numbered));
    el("div", "plan-row").child(place).child(el("div", "plan-row__foot").child(done).child(remove))
}

/// Once the row is on the page.
fn focus_soon(id: String) {
    spawn_local(async move {
        idle::sleep(0).await;
        element::focus(&id);
    });
}
