//! The words of what was read: items, levels, places, questions. One text for each kind of row.

use crate::{desk::Desk, i18n::Text, platform::page, widgets::chart::Side};
use draagkracht_core::{
    answer::{Answer, Recorded},
    instrument::{ItemId, Topic},
    person::Rater,
    reading::{
        domain_row::{DomainRow, DomainView},
        domains::{Absence, Level},
        place::Measured,
        place_row::PlaceView,
    },
    report::Severe,
    score::ComponentScore,
};

/// Both raters, in the order in which they stand everywhere.
pub(super) const RATERS: [Rater; 2] = [Rater::Resident, Rater::Professional];

/// A mean or a level on its scale of 1 to 5, as a share of 0 to 100.
pub(super) fn share(value: f64) -> f64 {
    (value - 1.0) * 25.0
}

pub(super) fn side(rater: Rater) -> Side {
    match rater {
        Rater::Resident => Side::Resident,
        Rater::Professional => Side::Professional,
    }
}

pub(in crate::desk::screens) fn who(desk: Desk, rater: Rater) -> String {
    desk.t(match rater {
        Rater::Resident => Text::GridResident,
        Rater::Professional => Text::GridProfessional,
    })
}

/// An item's own words, such as a life domain's name.
pub(in crate::desk::screens) fn item(desk: Desk, id: &ItemId) -> String {
    let text = desk.resident(|list| list.item(id.as_str()).map(|(_, item)| item.text.clone()));
    page::capitalised(&text.flatten().unwrap_or_else(|| id.to_string()))
}

/// How heavy a life domain is, in the words of the list.
pub(in crate::desk::screens) fn level(desk: Desk, id: &ItemId, level: Level) -> String {
    let Recorded::Answered(answer) = level.answer else { return desk.t(Text::ReadingNotAsked) };
    let words = desk.resident(|list| {
        let (_, item) = list.item(id.as_str())?;
        let mut answers = list.answers(item);
        answers.find(|(other, _)| *other == answer).map(|(_, words)| words.to_owned())
    });
    words.flatten().unwrap_or_default()
}

/// The same as a share of 0 to 100; none without a value.
pub(super) fn level_share(level: Level) -> Option<f64> {
    let value = level.answer.answer().and_then(Answer::value)?;
    Some(share(f64::from(value.value())))
}

/// What a component of capacity is called.
pub(super) fn component(desk: Desk, id: &str) -> String {
    let title = |list: &draagkracht_core::instrument::Instrument| {
        let found = list.components().iter().find(|component| component.id == id);
        found.map(|component| component.title.clone())
    };
    desk.resident(title).flatten().unwrap_or_else(|| id.to_owned())
}

pub(in crate::desk::screens) fn topic(desk: Desk, topic: Topic) -> String {
    desk.t(match topic {
        Topic::Competences => Text::ReadingTopicCompetences,
        Topic::Network => Text::ReadingTopicNetwork,
        Topic::LocalProvision => Text::ReadingTopicLocal,
    })
}

/// Where a mean stands, in words.
pub(super) fn place(desk: Desk, place: Option<&Measured>) -> String {
    let Some(place) = place else { return desk.t(Text::ReadingNotAsked) };
    desk.t(match place.standing {
        None => Text::ReadingFew,
        Some(standing) => match (standing.strong, standing.close) {
            (true, false) => Text::ReadingAbove,
            (true, true) => Text::ReadingAboveClose,
            (false, true) => Text::ReadingBelowClose,
            (false, false) => Text::ReadingBelow,
        },
    })
}

/// The same, with what it rests on.
pub(super) fn place_counted(desk: Desk, of: Option<&Measured>) -> String {
    let words = place(desk, of);
    let Some(ComponentScore::Mean { sum, answered, items, .. }) = of.map(|of| of.score) else {
        return words;
    };
    let [sum, answered, items] =
        [u32::from(sum), answered.into(), items.into()].map(|n| n.to_string());
    let values =
        [("words", words.as_str()), ("sum", &sum), ("answered", &answered), ("items", &items)];
    desk.with(Text::ReadingPoints, &values)
}

/// A mean as a number; for drawing, and nothing is decided by it.
pub(super) fn mean(score: ComponentScore) -> Option<f64> {
    match score {
        ComponentScore::Mean { sum, answered, scored: true, .. } => {
            Some(f64::from(sum) / f64::from(answered))
        }
        _ => None,
    }
}

/// A mean and its cut-off as shares of 0 to 100.
pub(super) fn place_shares(place: Option<&Measured>) -> (Option<f64>, Option<f64>) {
    let cut_off = place.and_then(|place| place.cut_off.as_ref()?.to_string().parse().ok());
    (place.and_then(|place| mean(place.score)).map(share), cut_off.map(share))
}

/// How many are severe, in words.
pub(super) fn severe(desk: Desk, severe: Severe) -> String {
    let count = severe.count.to_string();
    if severe.at_least { desk.with(Text::ReadingAtLeast, &[("count", &count)]) } else { count }
}

/// What the two answers to a life domain come to.
pub(super) fn domain_view(view: DomainView) -> Text {
    match view {
        DomainView::Agree { by: 0 } => Text::ReadingSame,
        DomainView::Agree { .. } => Text::ReadingNearly,
        DomainView::Differ { heavier: Rater::Resident, .. } => Text::ReadingHeavierResident,
        DomainView::Differ { heavier: Rater::Professional, .. } => Text::ReadingHeavierProfessional,
        DomainView::OneMissing { who: Rater::Resident, .. } => Text::ReadingMissingResident,
        DomainView::OneMissing { who: Rater::Professional, .. } => Text::ReadingMissingProfessional,
        DomainView::BothMissing(_) => Text::ReadingMissingBoth,
    }
}

/// The open question at a row: it takes no side and presumes no failure.
pub(super) fn domain_question(row: &DomainRow) -> Text {
    if row.sensitive {
        return Text::ReadingAskSafety;
    }
    let light = |level: &Level| level.value().is_ok_and(|value| value.value() <= 2);
    match row.view {
        DomainView::Agree { .. }
            if row.levels.resident.severe || row.levels.professional.severe =>
        {
            Text::ReadingAskHeavy
        }
        DomainView::Agree { .. }
            if light(&row.levels.resident) && light(&row.levels.professional) =>
        {
            Text::ReadingAskLight
        }
        DomainView::Agree { .. } => Text::ReadingAskSame,
        DomainView::Differ { .. } => Text::ReadingAskDiffer,
        DomainView::OneMissing { why, .. } => absence_question(why),
        DomainView::BothMissing(whys) => {
            let wont = [whys.resident, whys.professional].contains(&Absence::WontSay);
            absence_question(if wont { Absence::WontSay } else { whys.resident })
        }
    }
}

fn absence_question(why: Absence) -> Text {
    match why {
        Absence::DontKnow => Text::ReadingAskDontKnow,
        Absence::WontSay => Text::ReadingAskWontSay,
        Absence::NotAsked => Text::ReadingAskNotAsked,
    }
}

/// What the two standings of a topic come to, and the question at it.
pub(super) fn place_view(view: PlaceView) -> [Text; 2] {
    match view {
        PlaceView::Agree { strong: true } => [Text::ReadingAgreeStrong, Text::ReadingAskStrong],
        PlaceView::Agree { strong: false } => [Text::ReadingAgreeWeak, Text::ReadingAskWeak],
        PlaceView::Differ { stronger: Rater::Resident } => {
            [Text::ReadingStrongerResident, Text::ReadingAskExample]
        }
        PlaceView::Differ { stronger: Rater::Professional } => {
            [Text::ReadingStrongerProfessional, Text::ReadingAskExample]
        }
        PlaceView::OneMissing { .. } | PlaceView::BothMissing(_) => {
            [Text::ReadingPlaceMissing, Text::ReadingAskDay]
        }
    }
}

/// What the line is that a mean is held beside.
pub(super) fn norm(desk: Desk, name: &str) -> String {
    let study = desk.resident(|list| list.norm().name == name).unwrap_or_default();
    if study {
        desk.t(Text::ReadingLineStudy)
    } else {
        desk.with(Text::ReadingLineOwn, &[("norm", name)])
    }
}
