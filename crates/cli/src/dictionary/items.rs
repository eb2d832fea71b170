//! The answers: a column an item.

use super::{Cell, Column, Variable, Words, codes, sources::Known};
use draagkracht_core::person::Rater;

/// The columns of an instrument's items, in its order, named as in `competences_1`.
pub fn columns(known: &Known) -> Vec<Column> {
    let pairs = known.own.items().iter().zip(known.english.items());
    let columns = pairs.enumerate().map(|(at, (own, english))| {
        let component = known.own.component_of(own);
        let translated = known.english.component_of(english);
        // A life domain is named by a noun: what is asked of it stands in the stem.
        let words = |title: &str, text: &str| match own.topic {
            Some(_) => text.to_owned(),
            None => format!("{title}: {text}"),
        };
        let variable = Variable {
            name: own.id.as_str().replace('.', "_"),
            words: Words::new(
                words(&component.title, &own.text),
                words(&translated.title, &english.text),
            ),
            kind: codes::points((&known.own, component), (&known.english, translated)),
            source: format!("{}, {}", known.own.id(), known.source_of(&component.id)),
        };
        let cell =
            Box::new(move |read: &super::Read<'_>| Cell::Code(codes::number(read.list.answer(at))));
        Column { variable, cell }
    });
    columns.collect()
}

/// How the variables of an instrument begin: `res` or `pro`, with its version from the second on.
pub fn prefix(known: &Known) -> String {
    let rater = match known.own.rater() {
        Rater::Resident => "res",
        Rater::Professional => "pro",
    };
    match known.own.reference().version {
        1 => rater.to_owned(),
        version => format!("{rater}{version}"),
    }
}
