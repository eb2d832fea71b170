//! The steps of a plan, how far each is, and what else goes with it.

use super::{View, frame, remarks, words};
use crate::{
    desk::{
        Desk,
        plan::{Interview, List, PlanWay},
        screens::{Screen, cases::date},
    },
    i18n::Text,
    platform::element::{Element, el},
    widgets::{
        Weight, action, button_group, disclosure, heading_2, legend_heading, page_title, paragraph,
    },
};
use draagkracht_core::{
    person::Moment,
    plan::{About, ChainStep, Plan, StepProgress},
};
use draagkracht_vault::Way;
use leptos::prelude::*;

pub(super) fn view(desk: Desk) -> Vec<Element> {
    let title = desk.t(Text::PlanTitle);
    let Some((person, _)) = desk.subject.get_untracked() else { return frame::gone(desk, &title) };
    page_title(&title);
    let whose = desk.with(Text::CaseMember, &[("person", &person.to_string())]);
    // What is shown follows which chain is in hand, not every letter of it.
    let chain = Memo::new(move |_| desk.planning().plan.with(|p| p.as_ref().map(|p| p.plan_id)));
    let body = el("div", "").dynamic(move || {
        let _ = chain.get();
        match desk.plan() {
            Some(plan) => begun(desk, &plan),
            None => vec![super::request::begin(desk)],
        }
    });
    vec![
        legend_heading(&title),
        el("p", "reading-whose").text(&whose),
        body,
        button_group([action(&desk.t(Text::ReadingBack), Weight::Subtle, "case", move || {
            desk.show(Screen::Case);
        })]),
    ]
}

fn begun(desk: Desk, plan: &Plan) -> Vec<Element> {
    let shown = plan.clone();
    let steps = el("ol", "plan-steps").dynamic(move || {
        let _ = desk.planning().moment.get();
        let rows = words::steps(desk).into_iter().map(|step| row(desk, &shown, step));
        rows.map(|row| el("li", "").child(row)).collect()
    });
    let title = heading_2(&desk.t(Text::PlanBeside));
    let way = el("div", "").dynamic(move || way(desk));
    vec![moment(desk), steps, title, beside(desk), way, others(desk, plan)]
}

/// Whether the organisation has the plan as it is, and the way to send it.
fn way(desk: Desk) -> Vec<Element> {
    let text = match desk.plan_way() {
        None => return vec![],
        Some(PlanWay::NoConsent) => Text::PlanNoConsent,
        Some(PlanWay::Way(Way::OnlyHere)) => {
            let send = action(&desk.t(Text::PlanSend), Weight::Secondary, "send-plan", move || {
                desk.send_plan();
            });
            let what = desk.with_organisation(Text::PlanSendWhat);
            return vec![paragraph(&what), button_group([send])];
        }
        Some(PlanWay::Way(Way::Waiting)) => Text::WayWaiting,
        Some(PlanWay::Way(Way::HandedIn)) => Text::WayHandedIn,
        Some(PlanWay::Way(Way::Received)) => Text::WayReceived,
    };
    let state = desk.with(Text::PlanWay, &[("state", &desk.t(text))]);
    vec![el("p", "utrecht-paragraph").attr("role", "status").text(&state)]
}

/// A step: what it is, how far it is, and what the checks ask there.
fn row(desk: Desk, plan: &Plan, step: ChainStep) -> Element {
    let (state, text) = match plan.progress(step, &desk.occasion()) {
        StepProgress::Open => ("open", Text::StepOpen),
        StepProgress::Begun => ("begun", Text::StepBegun),
        StepProgress::Done => ("done", Text::StepDone),
    };
    let asked = remarks::count(desk, |about, check| place_of(about, check) == step);
    let state =
        el("span", &format!("plan-step__state plan-step__state--{state}")).text(&desk.t(text));
    el("button", "plan-step")
        .attr("type", "button")
        .attr("data-action", "step")
        .child(el("span", "plan-step__title").text(&desk.t(words::step(step))))
        .child(state)
        .children(asked.map(|asked| el("span", "plan-step__asked").text(&asked)))
        .on_press(move || desk.show(Screen::Plan(View::Step(step))))
}

/// On which step a remark stands.
pub(super) fn place_of(about: About, check: &str) -> ChainStep {
    match about {
        // What is to be done for a goal is asked where it is written down.
        About::Goal(_) if check != "goal_without_intervention" => ChainStep::Goals,
        About::Plan if check == "no_own_words" => ChainStep::Goals,
        _ => ChainStep::Actions,
    }
}

/// To which moment this conversation belongs: what is asked again is asked for that moment.
fn moment(desk: Desk) -> Element {
    let chosen = desk.planning().moment;
    let name = move |moment: Option<Moment>| {
        moment.map_or_else(|| desk.t(Text::PlanBetween), |moment| moment.to_string())
    };
    let options = Moment::ALL.map(Some).into_iter().chain([None]);
    let options: Vec<_> = options.map(|moment| (moment, name(moment))).collect();
    let now = Some(chosen.get_untracked());
    let pick = super::pick::one("moment", &desk.t(Text::PlanMomentAsk), &options, now, {
        move |moment| chosen.set(moment)
    });
    let summary = el("summary", "").dynamic(move || {
        let text = desk.with(Text::PlanMoment, &[("moment", &name(chosen.get()))]);
        vec![el("span", "").text(&text)]
    });
    el("details", "plain-words").child(summary).child(pick)
}

fn beside(desk: Desk) -> Element {
    let to = |text: Text, view: View| {
        action(&desk.t(text), Weight::Secondary, view.name(), move || {
            desk.show(Screen::Plan(view));
        })
    };
    let list = action(&desk.t(Text::PlanCaseList), Weight::Secondary, "case-list", move || {
        desk.open_list(List::Case);
    });
    el("div", "plan-beside").children([
        to(Text::CopyTitle, View::Copy),
        to(Text::GuideFirst, View::Guide(Interview::First)),
        to(Text::GuideLast, View::Guide(Interview::Last)),
        list,
    ])
}

/// The other chains of the same person, and a new one.
fn others(desk: Desk, plan: &Plan) -> Element {
    let here = plan.plan_id;
    let rows = desk.chains().into_iter().filter(|other| other.plan_id != here).map(|other| {
        let id = other.plan_id;
        let day = date(desk, &other.begun.at);
        let text = desk.with(Text::PlanOther, &[("day", &day)]);
        let open = action(&text, Weight::Secondary, "chain", move || desk.open_chain(id));
        let words = el("p", "plan-quote").attr("dir", "auto").attr("translate", "no");
        el("div", "plan-other").child(words.text(&other.request.words)).child(open)
    });
    let new = action(&desk.t(Text::PlanNew), Weight::Subtle, "new-chain", move || {
        desk.write_all();
        desk.planning().plan.set(None);
    });
    let what = paragraph(&desk.t(Text::PlanNewWhat));
    let rows: Vec<_> = rows.chain([what, button_group([new])]).collect();
    disclosure(&desk.t(Text::PlanOthers), rows, || {})
}
