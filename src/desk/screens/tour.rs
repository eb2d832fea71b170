//! The first minutes: five short screens, of which the last leads to practising. Skippable, and always to be
//! seen again.

use super::Screen;
use crate::{
    desk::Desk,
    i18n::Text,
    platform::{
        element::{Element, el},
        prefs,
    },
    widgets::{Weight, action, button_group, legend_heading, page_title, paragraph},
};

/// One of the five.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// What this is.
    What,
    /// A code, and who fills in where.
    Code,
    /// Apart, then together.
    Together,
    /// Where it is kept.
    Kept,
    /// To practising.
    Practice,
}

impl Stop {
    /// All of them, in order.
    pub const ALL: [Self; 5] = [Self::What, Self::Code, Self::Together, Self::Kept, Self::Practice];

    /// Its name in the history.
    pub fn name(self) -> &'static str {
        match self {
            Self::What => "desk-tour-what",
            Self::Code => "desk-tour-code",
            Self::Together => "desk-tour-together",
            Self::Kept => "desk-tour-kept",
            Self::Practice => "desk-tour-practice",
        }
    }

    fn title(self) -> Text {
        match self {
            Self::What => Text::TourWhatTitle,
            Self::Code => Text::TourCodeTitle,
            Self::Together => Text::TourTogetherTitle,
            Self::Kept => Text::TourKeptTitle,
            Self::Practice => Text::TourPracticeTitle,
        }
    }

    fn words(self) -> [Text; 3] {
        match self {
            Self::What => [Text::TourWhatAsks, Text::TourWhatBoth, Text::TourWhatTwice],
            Self::Code => [Text::TourCodeCase, Text::TourCodeTablet, Text::TourCodeOwn],
            Self::Together => {
                [Text::TourTogetherWait, Text::TourTogetherTalk, Text::TourTogetherPlan]
            }
            Self::Kept => [Text::TourKeptHere, Text::TourKeptSent, Text::TourKeptCode],
            Self::Practice => {
                [Text::TourPracticeCases, Text::TourPracticeFree, Text::TourPracticeGone]
            }
        }
    }
}

pub(super) fn view(desk: Desk, stop: Stop) -> Vec<Element> {
    let at = Stop::ALL.iter().position(|other| *other == stop).unwrap_or_default();
    let (number, count) = ((at + 1).to_string(), Stop::ALL.len().to_string());
    let place = desk.with(Text::PlanStep, &[("number", &number), ("count", &count)]);
    let title = desk.t(stop.title());
    page_title(&format!("{place}: {title}"));
    let next = Stop::ALL.get(at + 1).copied();
    let on = match next {
        Some(next) => action(&desk.t(Text::Next), Weight::Primary, "next", move || {
            desk.show(Screen::Tour(next));
        }),
        None => action(&desk.t(Text::PracticeGo), Weight::Primary, "practise", move || {
            prefs::set_toured();
            desk.practise();
        }),
    };
    let (words_off, weight) = match next {
        Some(_) => (Text::TourSkip, Weight::Subtle),
        None => (Text::TourBegin, Weight::Secondary),
    };
    let off = action(&desk.t(words_off), weight, "skip", move || desk.end_tour());
    let back =
        (at > 0).then(|| action(&desk.t(Text::Back), Weight::Subtle, "back", move || desk.back()));
    let locks = (next.is_none() && desk.is_open()).then(|| paragraph(&desk.t(Text::PracticeLocks)));
    let progress = el("div", "progress").child(el("p", "progress__number").text(&place));
    [progress, legend_heading(&title)]
        .into_iter()
        .chain(stop.words().map(|text| paragraph(&desk.t(text))))
        .chain(locks)
        .chain([button_group([on, off].into_iter().chain(back))])
        .collect()
}

/// From the gate and from the cases to what is explained and practised.
pub(super) fn buttons(desk: Desk) -> Vec<Element> {
    let all =
        [(Text::TourAgain, Stop::What, "tour"), (Text::PracticeGo, Stop::Practice, "practice")];
    let shown =
        all.into_iter().filter(|(_, stop, _)| *stop != Stop::Practice || !desk.is_practice());
    let to = |(text, stop, name): (Text, Stop, &str)| {
        action(&desk.t(text), Weight::Subtle, name, move || desk.show(Screen::Tour(stop)))
    };
    shown.map(to).collect()
}

/// On every screen, on paper too: nothing here is about anybody.
pub(super) fn made_up(desk: Desk) -> Option<Element> {
    let words = [Text::PracticeTitle, Text::PracticeMadeUpAll].map(|text| desk.t(text));
    let [title, words] = words;
    let banner = el("div", "desk-practice").attr("role", "note");
    let title = el("strong", "").text(&title);
    desk.is_practice().then(|| banner.child(title).child(el("span", "").text(&words)))
}

impl Desk {
    /// To the gate, or to the cases of the vault that is open. It does not come by itself any more.
    fn end_tour(self) {
        prefs::set_toured();
        self.put(if self.is_open() { Screen::Cases } else { Screen::Gate });
    }
}
