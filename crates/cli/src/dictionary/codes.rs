//! The numbers that stand for answers, and the reasons why there is none.

use super::{Kind, Words};
use draagkracht_core::{
    answer::{Answer, Recorded},
    instrument::{Component, Instrument},
    person::{Mode, Moment, Rater},
};

/// It was not asked, or not any more: the list was handed in without it.
pub const NOT_ASKED: u8 = 7;
/// "Weet ik niet".
pub const DONT_KNOW: u8 = 8;
/// "Wil ik niet zeggen".
pub const WONT_SAY: u8 = 9;
/// The same three for questions whose scale goes beyond 5.
pub const FORM_NOT_ASKED: u8 = 96;
/// "Weet ik niet".
pub const FORM_DONT_KNOW: u8 = 97;
/// "Wil ik niet zeggen".
pub const FORM_WONT_SAY: u8 = 98;
/// Left out, because too few people have it in common.
pub const FEW: u8 = 99;
/// The same, where texts stand.
pub const FEW_TEXT: &str = "<5";

/// One of the values that a variable can have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// Its number, in SPSS and R.
    pub number: u8,
    /// How it is written where numbers need not be.
    pub key: String,
    /// What it means.
    pub words: Words,
    /// It stands for a value that is not there.
    pub missing: bool,
}

impl Code {
    pub(super) fn new(number: u8, key: &str, (nl, en): (&str, &str)) -> Self {
        let words = Words::new(nl, en);
        Self { number, key: key.to_owned(), words, missing: false }
    }

    pub(super) fn missing(number: u8, key: &str, words: (&str, &str)) -> Self {
        Self { missing: true, ..Self::new(number, key, words) }
    }
}

/// The points 1 to 5 of a component, and why there is no answer; English from the translation.
pub fn points(own: (&Instrument, &Component), translated: (&Instrument, &Component)) -> Kind {
    let points = own.1.options.iter().zip(&translated.1.options).zip(1..);
    let points = points.map(|((nl, en), n): (_, u8)| Code::new(n, &n.to_string(), (nl, en)));
    Kind::Scale(points.chain(reasons(own.0, translated.0)).collect())
}

/// Why there is no answer, in an instrument's own words.
pub fn reasons(own: &Instrument, translated: &Instrument) -> [Code; 3] {
    [
        Code::missing(NOT_ASKED, "not_asked", ("Niet gevraagd", "Not asked")),
        Code::missing(DONT_KNOW, "dont_know", (own.dont_know(), translated.dont_know())),
        Code::missing(WONT_SAY, "wont_say", (own.wont_say(), translated.wont_say())),
    ]
}

/// The number for what a list has for an item.
pub fn number(recorded: Recorded) -> u8 {
    match recorded {
        Recorded::Answered(Answer::Value(likert)) => likert.value(),
        Recorded::Answered(Answer::DontKnow) => DONT_KNOW,
        Recorded::Answered(Answer::WontSay) => WONT_SAY,
        Recorded::NotAsked => NOT_ASKED,
    }
}

/// No and yes.
pub fn yes_no() -> Kind {
    Kind::Scale(vec![Code::new(0, "0", ("Nee", "No")), Code::new(1, "1", ("Ja", "Yes"))])
}

/// The two raters: 1 and 2.
pub fn raters() -> Kind {
    Kind::Category(vec![
        Code::new(1, Rater::Resident.as_str(), ("Inwoner", "Resident")),
        Code::new(2, Rater::Professional.as_str(), ("Professional", "Professional")),
    ])
}

/// The three moments: 1 to 3.
pub fn moments() -> Kind {
    Kind::Category(vec![
        Code::new(1, Moment::T1.as_str(), ("T1, nulmeting", "T1, the start")),
        Code::new(2, Moment::T2.as_str(), ("T2, na ongeveer een jaar", "T2, about a year later")),
        Code::new(
            3,
            Moment::T3.as_str(),
            ("T3, na ongeveer twee jaar", "T3, about two years later"),
        ),
    ])
}

/// How a list was answered.
pub fn modes() -> Kind {
    Kind::Category(vec![
        Code::new(1, "self", ("Zelf", "By the person alone")),
        Code::new(2, "read_aloud", ("Voorgelezen", "Read aloud")),
        Code::new(3, "helped", ("Met hulp", "With help")),
        Code::new(4, "by_proxy", ("Door een ander", "By someone else")),
        Code::missing(FEW, FEW_TEXT, ("Weggelaten: te weinig mensen", "Left out: too few people")),
    ])
}

/// The number of a mode.
pub fn mode(mode: Option<Mode>) -> u8 {
    match mode {
        Some(Mode::Alone) => 1,
        Some(Mode::ReadAloud) => 2,
        Some(Mode::Helped) => 3,
        Some(Mode::ByProxy) => 4,
        None => FEW,
    }
}

/// The types of capacity, 1 to 4.
pub fn types() -> Kind {
    Kind::Scale(vec![
        Code::new(1, "1", ("Zwakke draagkracht", "Weak capacity")),
        Code::new(2, "2", ("Enkelvoudig: sociaal kapitaal", "Single: social capital")),
        Code::new(3, "3", ("Enkelvoudig: persoonlijke competenties", "Single: competences")),
        Code::new(4, "4", ("Dubbele draagkracht", "Double capacity")),
    ])
}
