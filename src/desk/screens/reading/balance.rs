//! Capacity and burden as two sides of one picture, for each rater: no sum is made of them.

use super::{
    View,
    comparison::meldcode,
    frame::of_case,
    rows::closed,
    types::why,
    words::{self, RATERS},
};
use crate::{
    desk::Desk,
    i18n::Text,
    platform::element::{Element, el},
    widgets::{
        chart::{Bar, Figure, bars, figure, table},
        heading_2, list, paragraph,
    },
};
use draagkracht_core::{
    instrument::ItemId,
    person::Rater,
    reading::{
        Balance, Missing, Sides,
        balance::{Burden, Capacity},
    },
};

pub(super) fn view(desk: Desk) -> Vec<Element> {
    of_case(desk, View::Balance, Text::ReadingBalanceTitle, |person, moment| {
        let subject = desk.subject(person)?;
        let read = desk.read_case(|reading, newest| {
            let of = |rater| Ok(Balance::of(&newest.read(reading, &subject, rater, moment)?));
            Sides { resident: of(Rater::Resident), professional: of(Rater::Professional) }
        })?;
        Some(shown(desk, &read))
    })
}

fn shown(desk: Desk, read: &Sides<Result<Balance, Missing>>) -> Vec<Element> {
    let mut all = vec![
        paragraph(&desk.t(Text::ReadingBalanceHint)),
        el("p", "reading-said")
            .child(el("strong", "reading-ask").text(&desk.t(Text::ReadingAskBalance))),
    ];
    let unsafe_to_either = RATERS.iter().filter_map(|rater| read.of(*rater).as_ref().ok());
    let unsafe_to_either = unsafe_to_either.flat_map(|balance| &balance.burden.domains);
    if unsafe_to_either.into_iter().any(|domain| domain.sensitive && domain.level.severe) {
        all.push(meldcode(desk));
    }
    for rater in RATERS {
        all.push(heading_2(&words::who(desk, rater)));
        match read.of(rater) {
            Err(missing) => all.push(paragraph(&desk.t(why(missing, rater)))),
            Ok(balance) => all.push(one(desk, rater, balance)),
        }
    }
    all
}

fn one(desk: Desk, rater: Rater, balance: &Balance) -> Element {
    let words = Figure {
        name: words::who(desk, rater),
        sentence: words::norm(desk, &balance.capacity.placement.norm),
        numbers: desk.t(Text::ReadingNumbers),
    };
    let sides = el("div", "reading-sides")
        .children([helps(desk, rater, &balance.capacity), weighs(desk, rater, &balance.burden)]);
    figure(&words, [sides], numbers(desk, &words.name, balance))
}

fn topic_name(desk: Desk, place: &draagkracht_core::reading::place::Place) -> String {
    let topic = place.topic.map(|topic| words::topic(desk, topic));
    topic.unwrap_or_else(|| words::component(desk, &place.component))
}

fn helps(desk: Desk, rater: Rater, capacity: &Capacity) -> Element {
    let rows: Vec<_> = capacity
        .topics
        .iter()
        .map(|place| {
            let (share, line) = words::place_shares(Some(&place.measured));
            let words = words::place(desk, Some(&place.measured));
            let who = topic_name(desk, place);
            Bar { side: words::side(rater), who, share, line, words }
        })
        .collect();
    let strengths: Vec<_> =
        capacity.strengths.iter().filter_map(|id| sentence(desk, rater, id)).collect();
    let said = if strengths.is_empty() { Text::ReadingNoSentences } else { Text::ReadingSentences };
    el("section", "good")
        .child(el("h3", "reading-name").text(&desk.t(Text::ReadingHelps)))
        .child(bars(&rows))
        .child(paragraph(&desk.t(said)))
        .child(list(strengths.into_iter().map(|text| el("span", "").text(&text))))
}

/// An item of either list, in its own words.
fn sentence(desk: Desk, rater: Rater, id: &ItemId) -> Option<String> {
    let words = |list: &draagkracht_core::instrument::Instrument| {
        list.item(id.as_str()).map(|(_, item)| item.text.clone())
    };
    match rater {
        Rater::Resident => desk.resident(words).flatten(),
        Rater::Professional => desk.professional(words).flatten(),
    }
}

fn weighs(desk: Desk, rater: Rater, burden: &Burden) -> Element {
    let rows = burden.domains.iter().map(|domain| {
        let bar = Bar {
            side: words::side(rater),
            who: words::item(desk, &domain.item),
            share: words::level_share(domain.level),
            line: None,
            words: words::level(desk, &domain.item, domain.level),
        };
        if domain.sensitive {
            return el("div", "off-paper").child(closed(desk, [bars(&[bar])]));
        }
        bars(&[bar])
    });
    el("section", "heavy")
        .child(el("h3", "reading-name").text(&desk.t(Text::ReadingWeighs)))
        .children(rows)
}

fn numbers(desk: Desk, name: &str, balance: &Balance) -> Element {
    let places = balance.capacity.topics.iter().map(|place| {
        let words = words::place_counted(desk, Some(&place.measured));
        ((topic_name(desk, place), false), words)
    });
    let domains = balance.burden.domains.iter().map(|domain| {
        let words = words::level(desk, &domain.item, domain.level);
        ((words::item(desk, &domain.item), domain.sensitive), words)
    });
    let (names, cells): (Vec<_>, Vec<_>) = places.chain(domains).unzip();
    table(name, &desk.t(Text::ReadingPart), &names, &[(name.to_owned(), cells)])
}
