//! Whose answers to a professional's list they are, and about whom.

use super::{
    Cell, Kind, codes,
    forms::{FormColumn, FormRead},
};
use crate::study::Professional;

/// Whom a row is about.
pub fn subject() -> Vec<FormColumn> {
    let case = ("Casus: een willekeurig nummer, geen code", "Case: a random id, no case code");
    let person = ("Persoon in het huishouden", "Person in the household");
    let about = |read: &FormRead<'_>| read.list.about.clone();
    vec![
        FormColumn::ours("case_id", case, Kind::Text, move |r| {
            Cell::text(about(r).map(|a| a.subject.0))
        }),
        FormColumn::ours("person", person, Kind::Text, move |r| {
            Cell::text(about(r).map(|a| a.subject.1))
        }),
        FormColumn::ours("moment", ("Moment", "Moment"), codes::moments(), move |read| {
            about(read).map_or(Cell::Empty, |about| Cell::Code(about.moment as u8 + 1))
        }),
    ]
}

/// Who answered.
pub fn professional() -> FormColumn {
    let words = ("Pseudoniem van de professional", "The professional's pseudonym");
    FormColumn::ours("professional", words, Kind::Text, |read| match &read.list.professional {
        Professional::Nobody => Cell::Empty,
        Professional::Pseudonym(pseudonym) => Cell::Text(pseudonym.clone()),
        Professional::Few => Cell::Text(codes::FEW_TEXT.to_owned()),
    })
}
