//! Over T1, T2 and T3: each rater on their own for what they answered in other sentences, together for
//! the life domains. What is not clearly another is about the same.

use super::{
    View,
    change::{self, Track},
    frame::of_case,
    words::{self, RATERS},
};
use crate::{
    desk::Desk,
    i18n::Text,
    platform::element::{Element, el},
    widgets::{heading_2, paragraph},
};
use draagkracht_core::{
    instrument::ItemId,
    person::Rater,
    reading::{
        Development, Sides,
        development::{Picture, State},
    },
};

pub(super) fn view(desk: Desk) -> Vec<Element> {
    of_case(desk, View::Development, Text::ReadingDevelopmentTitle, |person, _| {
        let subject = desk.subject(person)?;
        let read = desk.read_case(|reading, newest| {
            let of = |rater| Development::of(reading, newest, &subject, rater);
            Sides { resident: of(Rater::Resident), professional: of(Rater::Professional) }
        })?;
        Some(shown(desk, &read))
    })
}

fn shown(desk: Desk, read: &Sides<Development>) -> Vec<Element> {
    let mut all = vec![
        paragraph(&desk.t(Text::ReadingDevelopmentHint)),
        el("p", "reading-said")
            .child(el("strong", "reading-ask").text(&desk.t(Text::ReadingAskChange))),
    ];
    if RATERS.iter().all(|rater| read.of(*rater).changes.is_empty()) {
        all.push(paragraph(&desk.t(Text::ReadingOneMoment)));
    }
    if RATERS.iter().any(|rater| read.of(*rater).clock_disagrees) {
        all.push(paragraph(&desk.t(Text::ReadingClock)));
    }
    for rater in RATERS {
        let one = read.of(rater);
        let tracks = components(desk, one).into_iter().chain([severe(desk, one)]);
        all.push(heading_2(&words::who(desk, rater)));
        all.push(
            el("div", "reading-tracks").children(tracks.map(|track| change::shown(desk, &track))),
        );
    }
    all.push(heading_2(&desk.t(Text::ReadingDomainsTitle)));
    let tracks =
        items(read).into_iter().map(|item| change::shown(desk, &domain(desk, read, &item)));
    all.push(el("div", "reading-tracks").children(tracks));
    all
}

/// What each moment says; none where it is missing.
fn pictures(one: &Development) -> impl Iterator<Item = Option<&Picture>> {
    one.moments.iter().map(|point| match &point.state {
        State::Answered(picture) => Some(&**picture),
        State::Missing(_) => None,
    })
}

fn components(desk: Desk, one: &Development) -> Vec<Track> {
    let of = |picture: Option<&Picture>, id: &str| {
        let placement = picture?.types.last()?;
        let found = placement.components.iter().find(|place| place.component == id);
        found.map(|place| place.measured.clone())
    };
    let placements = pictures(one).flatten().filter_map(|picture| picture.types.last());
    let Some(placement) = placements.last() else { return vec![] };
    let ids = placement.components.iter().map(|place| place.component.as_str());
    ids.map(|id| Track {
        name: words::component(desk, id),
        hidden: false,
        closed: false,
        ends: [Text::ReadingLow, Text::ReadingHigh].map(|text| desk.t(text)),
        lines: vec![change::Line {
            rater: one.rater,
            shares: pictures(one)
                .map(|picture| words::place_shares(of(picture, id).as_ref()).0)
                .collect(),
            words: pictures(one)
                .map(|picture| match picture {
                    None => desk.t(Text::ReadingNone),
                    some => words::place_counted(desk, of(some, id).as_ref()),
                })
                .collect(),
            changes: change::of_component(desk, one, id),
        }],
    })
    .collect()
}

/// The number of severe life domains, of eight. "At least" so many is said, and not drawn: it would
/// look like fewer.
fn severe(desk: Desk, one: &Development) -> Track {
    let most = |picture: &Picture| picture.domains.len().max(1);
    // A handful of domains: exact.
    #[expect(clippy::cast_precision_loss, reason = "eight domains")]
    let share = |picture: &Picture| f64::from(picture.severe.count) * 100.0 / most(picture) as f64;
    let all = pictures(one).flatten().map(most).max().unwrap_or_default();
    Track {
        name: desk.t(Text::ReadingSevereTitle),
        hidden: true,
        closed: false,
        ends: ["0".to_owned(), all.to_string()],
        lines: vec![change::Line {
            rater: one.rater,
            shares: pictures(one)
                .map(|picture| picture.filter(|picture| !picture.severe.at_least).map(share))
                .collect(),
            words: pictures(one)
                .map(|picture| match picture {
                    None => desk.t(Text::ReadingNone),
                    Some(picture) => words::severe(desk, picture.severe),
                })
                .collect(),
            changes: change::of_component(desk, one, "burden"),
        }],
    }
}

/// Every life domain that was asked of either, in the order of the list.
fn items(read: &Sides<Development>) -> Vec<(ItemId, bool)> {
    let mut found: Vec<(ItemId, bool)> = vec![];
    for rater in RATERS {
        for domain in pictures(read.of(rater)).flatten().flat_map(|picture| &picture.domains) {
            if found.iter().all(|(item, _)| *item != domain.item) {
                found.push((domain.item.clone(), domain.sensitive));
            }
        }
    }
    found
}

fn domain(desk: Desk, read: &Sides<Development>, (item, sensitive): &(ItemId, bool)) -> Track {
    let line = |rater: Rater| {
        let one = read.of(rater);
        let levels: Vec<_> = pictures(one)
            .map(|picture| {
                let domain = picture?.domains.iter().find(|domain| domain.item == *item)?;
                Some(domain.level)
            })
            .collect();
        change::Line {
            rater,
            shares: levels.iter().map(|level| words::level_share((*level)?)).collect(),
            words: levels
                .iter()
                .map(|level| match level {
                    None => desk.t(Text::ReadingNone),
                    Some(level) => words::level(desk, item, *level),
                })
                .collect(),
            changes: change::of_domain(desk, one, item),
        }
    };
    let ends = desk.resident(|list| {
        let (_, found) = list.item(item.as_str())?;
        let options = &list.component_of(found).options;
        Some([options[0].clone(), options[4].clone()])
    });
    Track {
        name: words::item(desk, item),
        hidden: *sensitive,
        closed: *sensitive,
        ends: ends.flatten().unwrap_or_default(),
        lines: RATERS.map(line).into(),
    }
}
