//! What the answers come to, named as by `draagkracht score`.

use super::{Cell, Column, Kind, Read, Variable, Words, codes};
use draagkracht_core::score::ComponentScore;

/// The columns of a score.
pub fn columns() -> Vec<Column> {
    let mut columns = Vec::new();
    for (component, nl, en) in [
        ("competences", "Persoonlijke competenties", "Competences"),
        ("social_capital", "Sociaal kapitaal", "Social capital"),
    ] {
        let words = (format!("{nl}, gemiddelde"), format!("{en}, mean"));
        columns.push(column(component, words, Kind::Mean, move |read| mean(read, component)));
        columns.push(answered(component, component, nl, en));
    }
    let words =
        ("Leefgebieden met een zwaar probleem (0-8)", "Life domains with a severe problem (0-8)");
    columns.push(column("severe_domains", owned(words), Kind::Whole, |read| {
        score(read, "burden")
            .and_then(ComponentScore::count)
            .map_or(Cell::Empty, |n| Cell::Whole(n.into()))
    }));
    columns.push(answered("burden", "burden", "Draaglast", "Burden"));
    let words = ("Type draagkracht", "Type of capacity");
    columns.push(column("type", owned(words), codes::types(), |read| {
        read.score.capacity_type.map_or(Cell::Empty, |number| Cell::Code(number.into()))
    }));
    columns
}

fn answered(name: &str, component: &'static str, nl: &str, en: &str) -> Column {
    let words = (format!("{nl}, aantal beantwoorde vragen"), format!("{en}, items answered"));
    column(&format!("{name}_answered"), words, Kind::Whole, move |read| {
        Cell::Whole(score(read, component).map_or(0, ComponentScore::answered).into())
    })
}

fn score(read: &Read<'_>, component: &str) -> Option<ComponentScore> {
    read.score.components.get(component).copied()
}

fn mean(read: &Read<'_>, component: &str) -> Cell {
    match score(read, component) {
        Some(ComponentScore::Mean { sum, answered, scored: true, .. }) => Cell::Mean(sum, answered),
        _ => Cell::Empty,
    }
}

fn owned((nl, en): (&str, &str)) -> (String, String) {
    (nl.to_owned(), en.to_owned())
}

fn column(
    name: &str,
    (nl, en): (String, String),
    kind: Kind,
    cell: impl Fn(&Read<'_>) -> Cell + 'static,
) -> Column {
    let source = "sections 2.1 and 2.2.1; the instrument's own rule and norm".to_owned();
    let variable = Variable { name: name.to_owned(), words: Words::new(nl, en), kind, source };
    Column { variable, cell: Box::new(cell) }
}
