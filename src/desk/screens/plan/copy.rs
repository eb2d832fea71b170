//! The resident's copy: goals, who does what and when, in plain words. Notes, views, what came out of
//! the clarification and what was set aside are not on it; what is aimed at safety only when it is asked for.

use super::{actions::day_of, frame, words};
use crate::{
    copy::{Line, Sheet, html},
    desk::{Desk, Screen, screens::cases::date},
    i18n::Text,
    platform::{
        element::{Element, el},
        files, page,
    },
    widgets::{
        Weight, action, button_group, choice, legend_heading, page_title, paragraph, read_aloud,
    },
};
use draagkracht_core::{
    life_domain::LifeDomain,
    plan::{Actor, Agrees, Goal, Intervention, Plan},
};
use leptos::{prelude::*, task::spawn_local};

const FILE: &str = "plan.html";
const PAGE: &str = "text/html";

pub(super) fn view(desk: Desk) -> Vec<Element> {
    let title = desk.t(Text::CopyTitle);
    let Some(plan) = desk.plan() else { return frame::gone(desk, &title) };
    page_title(&title);
    let safety = RwSignal::new(false);
    let has_safety = plan.interventions.iter().any(is_safety);
    let shown = plan.clone();
    let paper =
        el("article", "sheet plan-copy").dynamic(move || drawn(&sheet(desk, &shown, safety.get())));
    let words = el("span", "choice__text").text(&desk.t(Text::CopySafety));
    let tick = choice("checkbox", "copy-safety", "copy-safety", words, false, move |on| {
        safety.set(on);
    });
    let tick = has_safety.then_some(tick);
    let (kept, shared) = (plan.clone(), plan);
    let keep = action(&desk.t(Text::CopyFile), Weight::Secondary, "copy-file", move || {
        if desk.refuses_practice() {
            return;
        }
        let page = html(&sheet(desk, &kept, safety.get_untracked()));
        if files::download_as(PAGE, FILE, page.as_bytes()).is_err() {
            desk.notice.set(Some(desk.t(Text::GiveFailed)));
        }
    });
    let share = files::can_share().then(|| {
        action(&desk.t(Text::CopyShare), Weight::Secondary, "copy-share", move || {
            if desk.refuses_practice() {
                return;
            }
            let page = html(&sheet(desk, &shared, safety.get_untracked()));
            spawn_local(async move {
                if files::share_as(PAGE, FILE, &page).await.is_err() {
                    desk.notice.set(Some(desk.t(Text::GiveFailed)));
                }
            });
        })
    });
    let print = action(&desk.t(Text::Print), Weight::Primary, "print", page::print);
    let overview = action(&desk.t(Text::PlanSteps), Weight::Subtle, "overview", move || {
        desk.show(Screen::Plan(super::View::Overview));
    });
    let head = el("div", "desk-no-print")
        .child(legend_heading(&title))
        .child(paragraph(&desk.t(Text::CopyWhat)))
        .child(read_aloud(&desk.t(Text::ReadAloud), &desk.t(Text::ReadAloudStop)))
        .children(tick);
    let buttons = [print, keep].into_iter().chain(share).chain([overview]);
    vec![head, paper, button_group(buttons)]
}

fn drawn(sheet: &Sheet) -> Vec<Element> {
    let title = el("h2", "utrecht-heading-2").text(&sheet.title);
    let line = |line: &Line| {
        let (tag, class, text) = match line {
            Line::Heading(text) | Line::Goal(text) => ("h3", "plan-copy__goal", text),
            Line::Sentence(text) => ("p", "utrecht-paragraph", text),
            Line::Words(text) => ("p", "plan-quote", text),
            Line::Item(text) => ("p", "plan-copy__item", text),
        };
        el(tag, class).attr("dir", "auto").attr("translate", "no").text(text)
    };
    [title].into_iter().chain(sheet.lines.iter().map(line)).collect()
}

fn is_safety(one: &Intervention) -> bool {
    one.domains.contains(&LifeDomain::Safety)
}

fn sheet(desk: Desk, plan: &Plan, safety: bool) -> Sheet {
    let of_goal = |goal: &Goal| -> Vec<&Intervention> {
        plan.interventions.iter().filter(|one| one.goals.contains(&goal.id)).collect()
    };
    let shown = |one: &&&Intervention| safety || !is_safety(one);
    let made = desk.with(Text::CopyMade, &[("day", &date(desk, &plan.changed))]);
    let mut lines = vec![Line::Sentence(made)];
    if !plan.wish.words.is_blank() {
        lines.push(Line::Heading(desk.t(Text::CopyWish)));
        lines.push(Line::Words(plan.wish.words.to_string()));
    }
    for goal in plan.goals.iter().filter(|goal| !goal.words.is_blank()) {
        let all = of_goal(goal);
        // A goal for which all is aimed at safety says as much itself.
        if !safety && !all.is_empty() && all.iter().all(|one| is_safety(one)) {
            continue;
        }
        lines.push(Line::Goal(goal.words.to_string()));
        if goal.resident_agrees == Agrees::No {
            lines.push(Line::Sentence(desk.t(Text::CopyNotAgreed)));
        }
        lines.extend(all.iter().filter(shown).flat_map(|one| items(desk, one)));
    }
    let loose: Vec<_> = plan.interventions.iter().filter(|one| one.goals.is_empty()).collect();
    let loose: Vec<_> = loose.iter().filter(shown).flat_map(|one| items(desk, one)).collect();
    if !loose.is_empty() {
        lines.push(Line::Heading(desk.t(Text::CopyLoose)));
        lines.extend(loose);
    }
    Sheet { language: desk.language().tag().to_owned(), title: desk.t(Text::CopySheet), lines }
}

/// What is done, then who does what by when, then the small steps that are still to be taken.
fn items(desk: Desk, one: &Intervention) -> Vec<Line> {
    let who: Vec<_> = Actor::REPORTED.into_iter().filter(|a| one.actors.contains(a)).collect();
    let resident = one.actors.contains(&Actor::Resident).then_some(Actor::Resident);
    let who: Vec<_> =
        resident.into_iter().chain(who).map(|actor| to_resident(desk, actor)).collect();
    let what = words::named(desk, &one.words, one.intervention_type);
    let what = if who.is_empty() {
        what
    } else {
        desk.with(Text::CopyWho, &[("what", &what), ("who", &who.join(", "))])
    };
    let agreed = one.agreements.iter().filter(|agreement| !agreement.what.is_blank());
    let agreed = agreed.map(|agreement| {
        let (who, what) = (to_resident(desk, agreement.who), agreement.what.to_string());
        let said = match &agreement.when {
            Some(day) => {
                let day = day_of(desk, &day.to_string());
                let values = [("who", who.as_str()), ("what", &what), ("day", &day)];
                desk.with(Text::CopyAgreedBy, &values)
            }
            None => desk.with(Text::CopyAgreed, &[("who", &who), ("what", &what)]),
        };
        page::capitalised(&said)
    });
    let steps = one.steps.iter().filter(|step| !step.done && !step.words.is_blank());
    let steps = steps.map(|step| desk.with(Text::CopyStep, &[("what", &step.words)]));
    [what].into_iter().chain(agreed).chain(steps).map(Line::Item).collect()
}

/// Who takes part, as it is said to the resident.
fn to_resident(desk: Desk, actor: Actor) -> String {
    desk.t(match actor {
        Actor::Resident => Text::CopyYou,
        Actor::Professional => Text::CopyProfessional,
        Actor::Network => Text::CopyNetwork,
        Actor::LocalProvision => Text::CopyLocal,
        Actor::SpecialistCare => Text::CopyCare,
    })
}
