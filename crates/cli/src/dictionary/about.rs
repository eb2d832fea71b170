//! What is known of a list besides its answers: whose, when, how.

use super::{Cell, Column, Kind, codes};
use crate::study::Professional;
use draagkracht_core::person::Rater;

/// Whom a row is about.
pub fn subject() -> [Column; 2] {
    let case = ("Casus: een willekeurig nummer, geen code", "Case: a random id, no case code");
    let person = ("Persoon in het huishouden", "Person in the household");
    [
        Column::ours("case_id", case, Kind::Text, |r| Cell::text(Some(&r.list.subject.0))),
        Column::ours("person", person, Kind::Text, |r| Cell::text(Some(&r.list.subject.1))),
    ]
}

/// Which list it is.
pub fn which() -> [Column; 4] {
    let list = ("Lijst: een willekeurig nummer", "List: a random id");
    let rater = ("Wie oordeelt", "Whose judgement");
    let instrument = ("Vragenlijst", "Instrument");
    [
        Column::ours("list_id", list, Kind::Text, |r| Cell::text(Some(&r.list.id))),
        Column::ours("rater", rater, codes::raters(), |read| {
            let is_resident = read.instrument().rater() == Rater::Resident;
            Cell::Code(if is_resident { 1 } else { 2 })
        }),
        Column::ours("moment", ("Moment", "Moment"), codes::moments(), |read| {
            Cell::Code(read.list.moment as u8 + 1)
        }),
        Column::ours("instrument", instrument, Kind::Text, |r| {
            Cell::text(Some(r.instrument().id()))
        }),
    ]
}

/// How it came about.
pub fn manner() -> Vec<Column> {
    let few_or = |text: Option<String>| Cell::Text(text.unwrap_or(codes::FEW_TEXT.to_owned()));
    let days =
        ("Dagen sinds de eerste lijst van deze persoon", "Days since this person's first list");
    let unblinded =
        ("Kon de antwoorden van de ander kennen", "Could know the other rater's answers");
    vec![
        Column::ours("days", days, Kind::Whole, |r| Cell::Whole(r.study.days(r.list))),
        Column::ours(
            "completed",
            ("Maand van invullen", "Month of completion"),
            Kind::Text,
            move |r| few_or(r.list.manner.month.clone()),
        ),
        Column::ours("mode", ("Hoe ingevuld", "How it was answered"), codes::modes(), |read| {
            Cell::Code(codes::mode(read.list.manner.mode))
        }),
        Column::ours(
            "explanation_used",
            ("Uitleg in gewone woorden bekeken", "An explanation was opened"),
            codes::yes_no(),
            |read| Cell::yes(read.list.manner.explanation_used),
        ),
        Column::ours("unblinded", unblinded, codes::yes_no(), |r| {
            Cell::yes(r.list.manner.unblinded)
        }),
        Column::ours("language", ("Taal", "Language"), Kind::Text, move |read| {
            few_or(read.list.manner.language.clone())
        }),
        Column::ours("revision", ("Versie van de lijst", "Revision"), Kind::Whole, |read| {
            Cell::Whole(i32::try_from(read.list.revision).unwrap_or(i32::MAX))
        }),
    ]
}

/// Who judged, for a list of a professional.
pub fn professional() -> Column {
    let words = ("Pseudoniem van de professional", "The professional's pseudonym");
    Column::ours("professional", words, Kind::Text, |read| match &read.list.manner.professional {
        Professional::Nobody => Cell::Empty,
        Professional::Pseudonym(pseudonym) => Cell::Text(pseudonym.clone()),
        Professional::Few => Cell::Text(codes::FEW_TEXT.to_owned()),
    })
}

/// What is worth knowing before a list is used.
pub fn remarks() -> Vec<Column> {
    let norm = ("Norm waarmee het type is ingeleverd", "Norm that the type was handed in with");
    let type_words = ("Type zoals ingeleverd", "Type as it was handed in");
    let differs = ("Ingeleverd type verschilt van het onze", "The type handed in is not ours");
    let contested =
        ("Een ander apparaat heeft een andere versie", "Another device has another version");
    let ours = |read: &super::Read<'_>| read.score.capacity_type.map(u8::from);
    let theirs = move |read: &super::Read<'_>| {
        read.list.handed_in.as_ref().map_or_else(|| ours(read), |handed_in| handed_in.capacity_type)
    };
    vec![
        Column::ours("norm", ("Norm van het type", "Norm of the type"), Kind::Text, |read| {
            Cell::text(Some(&read.score.norm))
        }),
        Column::ours("type_handed_in", type_words, codes::types(), move |read| {
            theirs(read).map_or(Cell::Empty, Cell::Code)
        }),
        Column::ours("norm_handed_in", norm, Kind::Text, |read| {
            let theirs = read.list.handed_in.as_ref().map(|handed_in| &handed_in.norm);
            Cell::text(Some(theirs.unwrap_or(&read.score.norm)))
        }),
        Column::ours("type_differs", differs, codes::yes_no(), move |read| {
            Cell::yes(theirs(read) != ours(read))
        }),
        Column::ours("contested", contested, codes::yes_no(), |r| Cell::yes(r.list.contested)),
        Column::ours(
            "in_wide",
            ("Staat in de brede tabel", "Is in the wide form"),
            codes::yes_no(),
            |read| Cell::yes(read.counts),
        ),
    ]
}
