//! What is derived from answers to a professional's list.

use super::{
    Cell, Code, Kind,
    forms::{FormColumn, FormRead},
};
use draagkracht_core::{
    case_questionnaire::{Approach, Measures, Partnership},
    plan::Actor,
};

/// Appendix 2.1 and table 4.5.
pub fn measures() -> Vec<FormColumn> {
    let whole = |number: usize| Cell::Whole(i32::try_from(number).unwrap_or(i32::MAX));
    let types = ("Aantal soorten interventies (0-6)", "Types of intervention used (0-6)");
    let approach = ("Enkelvoudige of meervoudige aanpak", "Single or multiple approach");
    let mut columns = vec![
        FormColumn::ours("types_used", types, Kind::Whole, move |read| {
            read.measures.as_ref().map_or(Cell::Empty, |measures| whole(measures.types()))
        }),
        FormColumn::ours("approach", approach, approaches(), |read| {
            let approach = read.measures.as_ref().map(Measures::approach);
            approach.map_or(Cell::Empty, |approach| {
                Cell::Code(match approach {
                    Approach::None => 0,
                    Approach::Single => 1,
                    Approach::Multiple => 2,
                })
            })
        }),
    ];
    for (actor, nl, en) in [
        (Actor::Professional, "de professional", "the professional"),
        (Actor::Network, "het netwerk", "the network"),
        (Actor::LocalProvision, "het voorliggend veld", "local provision"),
        (Actor::SpecialistCare, "gespecialiseerde hulp", "specialist care"),
    ] {
        let nl = format!("Aantal soorten interventies met {nl} (0-6)");
        let en = format!("Types of intervention with {en} (0-6)");
        let name = format!("involved_{}", actor.as_str());
        columns.push(FormColumn::ours(&name, (&nl, &en), Kind::Whole, move |read| {
            let types = read.measures.as_ref().and_then(|m| m.involvement(actor));
            types.map_or(Cell::Empty, whole)
        }));
    }
    let solo = (
        "Van de soorten met de professional: deel alleen",
        "Of the types with the professional: share alone",
    );
    let partners = (
        "Van de soorten met de professional: gemiddeld aantal van de vier",
        "Of the types with the professional: mean number of the four",
    );
    columns.push(FormColumn::ours("solo_share", solo, Kind::Mean, |read| {
        together(read, |of| (of.alone, of.with_professional))
    }));
    columns.push(FormColumn::ours("partners", partners, Kind::Mean, |read| {
        together(read, |of| (of.actors, of.with_professional))
    }));
    columns
}

fn together(read: &FormRead<'_>, parts: impl Fn(Partnership) -> (u32, u32)) -> Cell {
    let parts = read.measures.as_ref().map(|measures| parts(measures.partnership()));
    match parts.map(|(part, whole)| (u16::try_from(part), u8::try_from(whole))) {
        Some((Ok(part), Ok(whole))) if whole > 0 => Cell::Mean(part, whole),
        _ => Cell::Empty,
    }
}

fn approaches() -> Kind {
    Kind::Category(vec![
        Code::new(0, "none", ("Geen soort", "No type")),
        Code::new(1, "single", ("Eén soort", "One type")),
        Code::new(2, "multiple", ("Meer soorten", "More types")),
    ])
}

/// A scale of the working conditions; high is favourable.
pub fn mean(section: &str, title: &str) -> [FormColumn; 2] {
    let label = format!("{title}, gemiddelde, hoog is gunstig");
    let en = format!("{title}, mean, high is favourable");
    let (id, other) = (section.to_owned(), section.to_owned());
    let answered = format!("{title}, aantal beantwoorde stellingen");
    let answered_en = format!("{title}, statements answered");
    [
        FormColumn::ours(section, (&label, &en), Kind::Mean, move |read| {
            match read.means.get(&id) {
                Some(mean) if mean.scored => Cell::Mean(mean.sum, mean.answered),
                _ => Cell::Empty,
            }
        }),
        FormColumn::ours(
            &format!("{section}_answered"),
            (&answered, &answered_en),
            Kind::Whole,
            move |read| Cell::Whole(read.means.get(&other).map_or(0, |mean| mean.answered.into())),
        ),
    ]
}
