//! Where both agree and what stays open: asked of both, and again in every conversation.

use super::frame;
use crate::{
    desk::{
        Desk,
        screens::{
            cases::date,
            open_text::{OpenText, open_text},
            reading,
        },
    },
    i18n::Text,
    platform::element::{Element, el},
    widgets::{disclosure, heading_2, paragraph},
};
use draagkracht_core::{
    free_text::FreeText,
    person::Rater,
    plan::{ChainStep, Plan, View},
};

pub(super) fn view(desk: Desk) -> Vec<Element> {
    frame::step(desk, ChainStep::View, |plan| {
        let now = desk.occasion();
        let mut all = vec![paragraph(&desk.t(Text::ViewHint))];
        for rater in [Rater::Resident, Rater::Professional] {
            let kept = plan.views.iter().find(|view| view.rater == rater && view.on.is(&now));
            all.push(heading_2(&reading::words::who(desk, rater)));
            all.push(place(desk, rater, Part::Agreed, kept));
            all.push(place(desk, rater, Part::Open, kept));
        }
        all.extend(before(desk, plan));
        all
    })
}

#[derive(Clone, Copy, PartialEq)]
enum Part {
    Agreed,
    Open,
}

impl Part {
    fn of(self, view: &View) -> &FreeText {
        if self == Self::Agreed { &view.agreed } else { &view.open }
    }
}

fn place(desk: Desk, rater: Rater, part: Part, kept: Option<&View>) -> Element {
    let (name, label) = match (part, rater) {
        (Part::Agreed, Rater::Resident) => ("agreed", Text::ViewAgreedResident),
        (Part::Agreed, Rater::Professional) => ("agreed", Text::ViewAgreedProfessional),
        (Part::Open, Rater::Resident) => ("open", Text::ViewOpenResident),
        (Part::Open, Rater::Professional) => ("open", Text::ViewOpenProfessional),
    };
    let place = OpenText {
        id: &format!("{name}-{rater}"),
        label: &desk.t(label),
        hint: None,
        text: kept.map_or("", |view| part.of(view)),
        rows: 2,
        most: FreeText::MAX,
    };
    open_text(desk, &place, move |words| {
        let now = desk.occasion();
        desk.type_plan(|plan| {
            let at = plan.views.iter().position(|view| view.rater == rater && view.on.is(&now));
            let at = at.unwrap_or_else(|| {
                let (agreed, open) = (FreeText::default(), FreeText::default());
                plan.views.push(View { on: now, rater, agreed, open });
                plan.views.len() - 1
            });
            let view = &mut plan.views[at];
            *(if part == Part::Agreed { &mut view.agreed } else { &mut view.open }) = words;
            plan.views.retain(|view| !(view.agreed.is_blank() && view.open.is_blank()));
        });
    })
}

/// What was said in earlier conversations.
fn before(desk: Desk, plan: &Plan) -> Option<Element> {
    let now = desk.occasion();
    let earlier = plan.views.iter().filter(|view| !view.on.is(&now)).map(|view| {
        let who = reading::words::who(desk, view.rater);
        let when = view.on.moment.map_or_else(|| date(desk, &view.on.at), |m| m.to_string());
        let quote = |words: &FreeText| {
            let quote = el("p", "plan-quote").attr("dir", "auto").attr("translate", "no");
            (!words.is_blank()).then(|| quote.text(words))
        };
        el("div", "")
            .child(el("p", "plan-quote__title").text(&format!("{when}, {who}")))
            .children([&view.agreed, &view.open].into_iter().filter_map(quote))
    });
    let earlier: Vec<_> = earlier.collect();
    (!earlier.is_empty()).then(|| disclosure(&desk.t(Text::ViewBefore), earlier, || {}))
}
