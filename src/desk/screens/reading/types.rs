//! The two-by-two of each rater, by each norm: for the professional alone.

use super::{
    View,
    comparison::manner,
    frame::of_case,
    words::{self, RATERS},
};
use crate::{
    desk::Desk,
    i18n::Text,
    platform::element::{Element, el},
    widgets::{
        chart::{Axis, Column, Figure, Quadrants, figure, quadrants, table},
        heading_2, paragraph,
    },
};
use draagkracht_core::{
    person::Rater,
    reading::{
        Missing, Sides, Source,
        place::{Measured, Placement},
    },
    typology::CapacityType,
};

/// What one rater's list says of it, or why it says nothing.
type Picture = Result<(Vec<Placement>, Source), Missing>;

pub(super) fn view(desk: Desk) -> Vec<Element> {
    of_case(desk, View::Types, Text::ReadingTypesTitle, |person, moment| {
        let subject = desk.subject(person)?;
        let read = desk.read_case(|reading, newest| {
            let of = |rater| {
                let list = newest.read(reading, &subject, rater, moment)?;
                Ok((list.placements(), list.source()))
            };
            Sides { resident: of(Rater::Resident), professional: of(Rater::Professional) }
        })?;
        Some(shown(desk, &read))
    })
}

fn shown(desk: Desk, read: &Sides<Picture>) -> Vec<Element> {
    let mut all = vec![paragraph(&desk.t(Text::ReadingForYou))];
    all.extend(read.resident.as_ref().ok().and_then(|(_, source)| manner(desk, source)));
    let types = read.map(|picture| in_use(picture)?.capacity_type);
    if let (Some(resident), Some(professional)) = (types.resident, types.professional) {
        let same = resident == professional;
        let text = if same { Text::ReadingTypeAgree } else { Text::ReadingTypeDiffer };
        all.push(paragraph(&desk.t(text)));
    }
    for rater in RATERS {
        all.push(heading_2(&words::who(desk, rater)));
        match read.of(rater) {
            Err(missing) => all.push(paragraph(&desk.t(why(missing, rater)))),
            Ok((placements, _)) => all.extend(placements.iter().map(|p| one(desk, rater, p))),
        }
    }
    all.push(heading_2(&desk.t(Text::ReadingAdviceTitle)));
    let mut known: Vec<u8> =
        [types.resident, types.professional].into_iter().flatten().map(u8::from).collect();
    known.sort_unstable();
    known.dedup();
    if known.is_empty() {
        all.push(paragraph(&desk.t(Text::ReadingTypeNone)));
    }
    all.extend(known.into_iter().map(|number| advice(desk, number)));
    all
}

/// By the norm in use: the organisation's own comes last.
fn in_use(picture: &Picture) -> Option<&Placement> {
    picture.as_ref().ok()?.0.last()
}

pub(super) fn why(missing: &Missing, rater: Rater) -> Text {
    match (missing, rater) {
        (Missing::OtherInstrument(_), _) => Text::ReadingOtherVersion,
        (_, Rater::Resident) => Text::ReadingAbsentResident,
        (_, Rater::Professional) => Text::ReadingAbsentProfessional,
    }
}

/// The report has advice for groups 1 and 4 only.
fn advice(desk: Desk, number: u8) -> Element {
    let text = if matches!(number, 1 | 4) { Text::ReadingAdvice } else { Text::ReadingAdviceNone };
    paragraph(&desk.with(text, &[("number", &number.to_string())]))
}

pub(super) fn type_words(desk: Desk, capacity_type: Option<CapacityType>) -> String {
    desk.t(match capacity_type {
        Some(CapacityType::Weak) => Text::ReadingType1,
        Some(CapacityType::SocialCapital) => Text::ReadingType2,
        Some(CapacityType::Competences) => Text::ReadingType3,
        Some(CapacityType::Double) => Text::ReadingType4,
        None => Text::ReadingTypeNone,
    })
}

fn one(desk: Desk, rater: Rater, placement: &Placement) -> Element {
    let close = |place: &Measured| place.standing.is_some_and(|standing| standing.close);
    let close = placement.components.iter().any(|place| close(&place.measured));
    let close = close.then(|| paragraph(&desk.t(Text::ReadingTypeClose)));
    let words = Figure {
        name: words::who(desk, rater),
        sentence: type_words(desk, placement.capacity_type),
        numbers: desk.t(Text::ReadingNumbers),
    };
    let norm = paragraph(&words::norm(desk, &placement.norm));
    let drawn = drawn(desk, rater, placement).into_iter().flat_map(|drawn| {
        [paragraph(&desk.t(Text::ReadingTypeAxes)), el("div", "reading-square").child(drawn)]
    });
    let around = [norm].into_iter().chain(close).chain(drawn);
    figure(&words, around, numbers(desk, &words.name, placement))
}

fn drawn(desk: Desk, rater: Rater, placement: &Placement) -> Option<Element> {
    let [competences, social_capital] = placement.components.as_slice() else { return None };
    let axis = |place: &Measured| {
        let (mean, cut_off) = words::place_shares(Some(place));
        Some(Axis { mean: mean?, cut_off: cut_off? })
    };
    let name = |number: u8| desk.with(Text::ReadingTypeGroup, &[("number", &number.to_string())]);
    Some(quadrants(&Quadrants {
        side: words::side(rater),
        axes: [axis(&competences.measured)?, axis(&social_capital.measured)?],
        // Below left both weak, below right only competences strong, above left only social capital.
        names: [1, 3, 2, 4].map(name),
        quarter: match placement.capacity_type? {
            CapacityType::Weak => 0,
            CapacityType::Competences => 1,
            CapacityType::SocialCapital => 2,
            CapacityType::Double => 3,
        },
    }))
}

fn numbers(desk: Desk, name: &str, placement: &Placement) -> Element {
    let names: Vec<_> = placement
        .components
        .iter()
        .map(|place| (words::component(desk, &place.component), false))
        .collect();
    let column = |text: Text, cell: &dyn Fn(&Measured) -> String| -> Column {
        (desk.t(text), placement.components.iter().map(|place| cell(&place.measured)).collect())
    };
    let columns = [
        column(Text::ReadingMean, &|place| {
            place.score.mean().map_or_else(String::new, |mean| decimal(desk, &mean.to_string()))
        }),
        column(Text::ReadingCutOff, &|place| {
            place.cut_off.as_ref().map_or_else(String::new, |c| decimal(desk, &c.to_string()))
        }),
        column(Text::ReadingStands, &|place| words::place_counted(desk, Some(place))),
    ];
    table(name, &desk.t(Text::ReadingPart), &names, &columns)
}

/// A number as it is written in the professional's language.
fn decimal(desk: Desk, number: &str) -> String {
    match desk.language() {
        crate::i18n::Language::English => number.to_owned(),
        _ => number.replace('.', ","),
    }
}
