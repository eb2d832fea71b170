//! Whether an instrument's file makes sense: every text there, every name used once and known.

use super::{InstrumentError, file};
use crate::norm::is_a_mean;
use std::collections::BTreeSet;

/// Checks what the form alone cannot, and returns the version in the id.
pub(super) fn check(file: &file::InstrumentFile) -> Result<u32, InstrumentError> {
    let version = version(&file.id).ok_or_else(|| InstrumentError::Id(file.id.clone()))?;
    filled([
        ("language", &file.language),
        ("title", &file.title),
        ("source", &file.source),
        ("missing: dont_know", &file.missing.dont_know),
        ("missing: wont_say", &file.missing.wont_say),
    ])?;
    unique("scale", file.scales.iter().map(|scale| &scale.id))?;
    for scale in &file.scales {
        let name = format!("scale \"{}\": an option", scale.id);
        filled(scale.options.iter().map(|option| (&name, option)))?;
        if scale.options.len() != 5 {
            return Err(InstrumentError::Options(scale.id.clone(), scale.options.len()));
        }
    }
    if file.components.is_empty() {
        return Err(InstrumentError::NoItems("the instrument".to_owned()));
    }
    unique("component", file.components.iter().map(|component| &component.id))?;
    file.components.iter().try_for_each(component)?;
    norm(file)?;
    for assumption in &file.assumptions {
        filled([
            ("assumption: about", &assumption.about),
            ("assumption: text", &assumption.text),
            ("assumption: reason", &assumption.reason),
        ])?;
    }
    Ok(version)
}

/// The number after `.v`, when a name stands before it and it is written plainly.
fn version(id: &str) -> Option<u32> {
    let (name, number) = id.split_once(".v")?;
    let plainly = is_a_name(name) && number.bytes().all(|b| b.is_ascii_digit());
    number.parse().ok().filter(|_| plainly && !number.starts_with('0'))
}

fn component(component: &file::Component) -> Result<(), InstrumentError> {
    let name = &component.id;
    filled([
        (format!("component \"{name}\": title"), &component.title),
        (format!("component \"{name}\": stem"), &component.stem),
        (format!("component \"{name}\": source"), &component.source),
    ])?;
    if component.items.is_empty() {
        return Err(InstrumentError::NoItems(format!("component \"{name}\"")));
    }
    if component.items.len() > usize::from(u8::MAX) {
        return Err(InstrumentError::TooMany(name.clone(), component.items.len()));
    }
    unique(&format!("component \"{name}\": item"), component.items.iter().map(|item| &item.id))?;
    for item in &component.items {
        filled([(format!("item \"{name}.{}\": text", item.id), &item.text)])?;
        if let Some(plain) = &item.plain {
            filled([(format!("item \"{name}.{}\": plain", item.id), plain)])?;
        }
    }
    Ok(())
}

fn norm(file: &file::InstrumentFile) -> Result<(), InstrumentError> {
    let norm = &file.norm;
    let means = file
        .components
        .iter()
        .filter(|component| matches!(component.score, file::Score::Mean { .. }))
        .map(|component| component.id.as_str())
        .collect::<BTreeSet<_>>();
    if let Some(missing) = means.iter().find(|mean| !norm.cut_offs.contains_key(**mean)) {
        return Err(InstrumentError::NoCutOff(norm.name.clone(), (*missing).to_owned()));
    }
    for (component, cut_off) in &norm.cut_offs {
        if !means.contains(component.as_str()) {
            return Err(InstrumentError::CutOff(norm.name.clone(), component.clone()));
        }
        if !is_a_mean(cut_off) {
            return Err(InstrumentError::CutOffRange(norm.name.clone(), component.clone()));
        }
    }
    filled([("norm: name", &norm.name)])
}

fn filled<'a, N: ToString>(
    texts: impl IntoIterator<Item = (N, &'a String)>,
) -> Result<(), InstrumentError> {
    match texts.into_iter().find(|(_, text)| text.trim().is_empty()) {
        Some((name, _)) => Err(InstrumentError::Empty(name.to_string())),
        None => Ok(()),
    }
}

fn unique<'a>(
    kind: &str,
    ids: impl IntoIterator<Item = &'a String>,
) -> Result<(), InstrumentError> {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !is_a_name(id) {
            return Err(InstrumentError::Name(id.clone()));
        }
        if !seen.insert(id) {
            return Err(InstrumentError::Twice(format!("{kind} \"{id}\"")));
        }
    }
    Ok(())
}

fn is_a_name(text: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    !text.is_empty() && text.bytes().all(plain)
}
