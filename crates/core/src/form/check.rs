//! Whether a list's file makes sense: every text there, every name used once and known.

use super::{Choice, FormError, Kind, file};
use std::collections::BTreeSet;

/// Checks what the form alone cannot, and returns the version in the id.
pub(super) fn check(file: &file::FormFile) -> Result<u32, FormError> {
    let version = version(&file.id).ok_or_else(|| FormError::Id(file.id.clone()))?;
    for (name, text) in [
        ("language", &file.language),
        ("title", &file.title),
        ("source", &file.source),
        ("missing: dont_know", &file.missing.dont_know),
        ("missing: wont_say", &file.missing.wont_say),
    ] {
        filled(name, text)?;
    }
    if file.sections.is_empty() {
        return Err(FormError::NoFields("the list".to_owned()));
    }
    unique("section", file.sections.iter().map(|section| &section.id))?;
    for assumption in &file.assumptions {
        filled("assumption: about", &assumption.about)?;
        filled("assumption: text", &assumption.text)?;
        filled("assumption: reason", &assumption.reason)?;
    }
    file.sections.iter().try_for_each(section)?;
    Ok(version)
}

/// The number after `.v`, when a name stands before it and it is written plainly.
fn version(id: &str) -> Option<u32> {
    let (name, number) = id.split_once(".v")?;
    let version = number.parse::<u32>().ok().filter(|version| *version > 0)?;
    (is_a_name(name) && version.to_string() == number).then_some(version)
}

fn section(section: &file::Section) -> Result<(), FormError> {
    let name = format!("section \"{}\"", section.id);
    filled(&format!("{name}: title"), &section.title)?;
    filled(&format!("{name}: source"), &section.source)?;
    if let Some(stem) = &section.stem {
        filled(&format!("{name}: stem"), stem)?;
    }
    if section.fields.is_empty() {
        return Err(FormError::NoFields(name));
    }
    choices(&format!("{name}: row"), &section.rows)?;
    unique(&format!("{name}: field"), section.fields.iter().map(|field| &field.id))?;
    for (at, field) in section.fields.iter().enumerate() {
        let name = format!("field \"{}.{}\"", section.id, field.id);
        filled(&format!("{name}: text"), &field.text)?;
        kind(&name, &field.kind)?;
        if let Some(other) = &field.only_if {
            let before = section.fields[..at].iter().find(|before| before.id == *other);
            let fits = before.is_some_and(|b| matches!(b.kind, Kind::YesNo | Kind::Text));
            if !fits {
                return Err(FormError::OnlyIf(name, other.clone()));
            }
        }
        if field.reversed && section.mean_needs.is_none() {
            return Err(FormError::Reversed(name));
        }
    }
    mean(section)
}

fn kind(name: &str, kind: &Kind) -> Result<(), FormError> {
    match kind {
        Kind::Text | Kind::YesNo => Ok(()),
        Kind::Scale { from, to, labels } => {
            if from >= to || *to > 10 {
                return Err(FormError::Range(name.to_owned(), *from, *to));
            }
            let points = usize::from(to - from) + 1;
            if labels.len() != 2 && labels.len() != points {
                return Err(FormError::Labels(name.to_owned(), labels.len(), points));
            }
            labels.iter().try_for_each(|label| filled(&format!("{name}: a label"), label))
        }
        Kind::One(options) | Kind::Several(options) => {
            if options.len() < 2 {
                return Err(FormError::Options(name.to_owned(), options.len()));
            }
            choices(&format!("{name}: option"), options)
        }
    }
}

/// A mean is of numbers of one range, one for each field: the section is no table.
fn mean(section: &file::Section) -> Result<(), FormError> {
    let Some(needed) = section.mean_needs else { return Ok(()) };
    let range = |field: &file::Field| match field.kind {
        Kind::Scale { from, to, .. } if field.only_if.is_none() => Some((from, to)),
        _ => None,
    };
    let ranges: BTreeSet<_> = section.fields.iter().map(range).collect();
    let one_range = ranges.len() == 1 && !ranges.contains(&None) && section.rows.is_empty();
    if one_range && (1..=section.fields.len()).contains(&usize::from(needed)) {
        Ok(())
    } else {
        Err(FormError::Mean(section.id.clone()))
    }
}

fn choices(kind: &str, choices: &[Choice]) -> Result<(), FormError> {
    unique(kind, choices.iter().map(|choice| &choice.id))?;
    choices.iter().try_for_each(|choice| filled(&format!("{kind} \"{}\"", choice.id), &choice.text))
}

fn filled(name: &str, text: &str) -> Result<(), FormError> {
    if text.trim().is_empty() { Err(FormError::Empty(name.to_owned())) } else { Ok(()) }
}

fn unique<'a>(kind: &str, ids: impl IntoIterator<Item = &'a String>) -> Result<(), FormError> {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !is_a_name(id) {
            return Err(FormError::Name(id.clone()));
        }
        if !seen.insert(id) {
            return Err(FormError::Twice(format!("{kind} \"{id}\"")));
        }
    }
    Ok(())
}

fn is_a_name(text: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    !text.is_empty() && text.bytes().all(plain)
}
