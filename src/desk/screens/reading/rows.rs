//! One thing as both raters see it: what it is called, two bars, what they come to, a question.

use super::{
    remarks::{Room, heading},
    words::{self, RATERS},
};
use crate::{
    desk::Desk,
    i18n::Text,
    platform::element::{Element, el},
    widgets::{
        chart::{Bar, bars},
        disclosure,
    },
};
use draagkracht_core::{
    person::Rater,
    reading::{Sides, domain_row::DomainRow, place_row::PlaceRow},
    remark::About,
};

/// What a row says, before it is an element.
pub(super) struct Row {
    /// What it is called.
    pub name: String,
    /// Which row it is to whoever remarks on it; none where there is no room for that.
    pub about: Option<About>,
    /// Not on paper unless it was asked for.
    pub hidden: bool,
    /// For each rater the level, how long the bar is, and where the line to compare with stands.
    pub sides: Sides<Cell>,
    /// What the two come to.
    pub view: Text,
    /// What to ask about it.
    pub question: Text,
}

/// What one rater says of it.
pub(super) struct Cell {
    /// In the words of the list, or of where it stands.
    pub words: String,
    /// The same with the numbers that it rests on.
    pub counted: String,
    share: Option<f64>,
    line: Option<f64>,
}

impl Row {
    /// A life domain.
    pub(super) fn of_domain(desk: Desk, row: &DomainRow) -> Self {
        let sides = row.levels.map(|level| {
            let words = words::level(desk, &row.item, *level);
            let value = level.value().map(|value| value.value().to_string());
            let counted = value.map_or_else(|_| words.clone(), |value| format!("{value}: {words}"));
            Cell { counted, words, share: words::level_share(*level), line: None }
        });
        Self {
            name: words::item(desk, &row.item),
            about: About::item(&row.item),
            hidden: row.sensitive,
            sides,
            view: words::domain_view(row.view),
            question: words::domain_question(row),
        }
    }

    /// A topic of conversation, or a component.
    pub(super) fn of_place(desk: Desk, row: &PlaceRow) -> Self {
        let sides = row.places.map(|place| {
            let (share, line) = words::place_shares(place.as_ref());
            Cell {
                words: words::place(desk, place.as_ref()),
                counted: words::place_counted(desk, place.as_ref()),
                share,
                line,
            }
        });
        let name = row.topic.map(|topic| words::topic(desk, topic));
        let name = name.unwrap_or_else(|| words::component(desk, &row.component));
        let [view, question] = words::place_view(row.view);
        let about = row.topic.map(About::Topic);
        Self { name, about, hidden: false, sides, view, question }
    }

    /// As it stands on the screen, with the room for remarks.
    pub(super) fn shown(&self, desk: Desk, room: &Room) -> Element {
        let bar = |rater: Rater| {
            let cell = self.sides.of(rater);
            Bar {
                side: words::side(rater),
                who: words::who(desk, rater),
                share: cell.share,
                line: cell.line,
                words: cell.words.clone(),
            }
        };
        let said = el("p", "reading-said")
            .child(el("span", "").text(&desk.t(self.view)))
            .child(el("strong", "reading-ask").text(&desk.t(self.question)));
        let contents = [bars(&RATERS.map(bar)), said].into_iter().chain(room.at(self));
        if self.hidden {
            return el("li", "reading-row off-paper")
                .child(heading(self))
                .child(closed(desk, contents));
        }
        el("li", "reading-row").child(heading(self)).children(contents)
    }
}

/// What was said of safety: not in sight of whoever else is at the table, until somebody asks for it.
pub(in crate::desk::screens) fn closed(
    desk: Desk,
    contents: impl IntoIterator<Item = Element>,
) -> Element {
    let closed = disclosure(&desk.t(Text::ReadingSafetyOpen), contents, || {});
    closed.attr("class", "plain-words reading-closed")
}
