//! What weighs and what carries, read from the lists and not asked again; what cannot wait is asked.

use super::{frame, pick, words};
use crate::{
    desk::{
        Desk,
        plan::Weighing,
        screens::{
            Screen,
            reading::{self, rows::closed},
        },
    },
    i18n::Text,
    platform::element::{Element, el},
    widgets::{Weight, action, button_group, choice, heading_2, list, paragraph},
};
use draagkracht_core::{
    instrument::ItemId,
    life_domain::LifeDomain,
    person::Rater,
    plan::ChainStep,
    reading::{Sides, domains::Level},
};

pub(super) fn view(desk: Desk) -> Vec<Element> {
    frame::step(desk, ChainStep::Weighs, |plan| {
        let weighing = desk.weighing();
        let mut all = weighing.as_ref().map_or_else(
            || vec![paragraph(&desk.t(Text::WeighsClosed))],
            |weighing| seen(desk, weighing),
        );
        if let Some(weighing) = weighing {
            // The plan names the lists that lay on the table.
            desk.rests_on(weighing.lists);
        }
        let acute = desk.t(Text::WeighsAcute);
        all.push(pick::several("acute", &acute, &words::domains(desk), &plan.acute, {
            move |domain, on| {
                desk.change_plan(|plan| {
                    if on {
                        plan.acute.insert(domain)
                    } else {
                        plan.acute.remove(&domain)
                    };
                });
            }
        }));
        let harm = el("span", "choice__text").text(&desk.t(Text::WeighsHarm));
        let harm = choice("checkbox", "harm", "harm", harm, plan.network_harms, move |on| {
            desk.change_plan(|plan| plan.network_harms = on);
        });
        all.push(pick::group(&desk.t(Text::WeighsHarmAsk), [harm]));
        all
    })
}

fn seen(desk: Desk, weighing: &Weighing) -> Vec<Element> {
    let moment = weighing.moment;
    let of = desk.with(Text::WeighsOf, &[("moment", moment.as_str())]);
    let heavy = weighing.heavy.iter().map(|(item, sides)| domain(desk, item, sides));
    let heavy: Vec<_> = heavy.collect();
    let strong = weighing.strong.iter().map(|(topic, raters)| {
        let who: Vec<_> = raters.iter().map(|rater| reading::words::who(desk, *rater)).collect();
        line(&reading::words::topic(desk, *topic), &who.join(", "))
    });
    let strong: Vec<_> = strong.collect();
    let shown = |rows: Vec<Element>| {
        if rows.is_empty() { paragraph(&desk.t(Text::WeighsNothing)) } else { list(rows) }
    };
    let more = action(&desk.t(Text::ReadingOpen), Weight::Secondary, "reading", move || {
        desk.look_at(moment);
        desk.show(Screen::Reading(reading::View::Comparison));
    });
    vec![
        paragraph(&of),
        heading_2(&desk.t(Text::ReadingWeighs)),
        shown(heavy),
        heading_2(&desk.t(Text::WeighsCarries)),
        shown(strong),
        button_group([more]),
    ]
}

fn domain(desk: Desk, item: &ItemId, sides: &Sides<Option<Level>>) -> Element {
    let said = [Rater::Resident, Rater::Professional].into_iter().filter_map(|rater| {
        let level = reading::words::level(desk, item, (*sides.of(rater))?);
        Some(format!("{}: {}", reading::words::who(desk, rater), level.to_lowercase()))
    });
    let said: Vec<_> = said.collect();
    let row = line(&reading::words::item(desk, item), &said.join(", "));
    // As everywhere: not on paper by itself.
    let quiet = LifeDomain::of_item(item) == Some(LifeDomain::Safety);
    if quiet { el("div", "off-paper").child(closed(desk, [row])) } else { row }
}

fn line(name: &str, said: &str) -> Element {
    el("p", "plan-line")
        .child(el("strong", "").text(name))
        .child(el("span", "plan-line__said").text(said))
}
