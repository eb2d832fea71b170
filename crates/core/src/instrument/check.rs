//! Whether an instrument's file makes sense: every text there, every name used once and known.

use super::{InstrumentError, file};
use crate::norm::is_a_mean;
use std::collections::BTreeSet;

/// Checks what the form alone cannot, and returns the version in the id.
pub(super) fn check(file: &file::InstrumentFile) -> Result<u32, InstrumentError> {
    let version = file.id.rsplit_once(".v").and_then(|(_, version)| version.parse().ok());
    let version = version.ok_or_else(|| InstrumentError::Id(file.id.clone()))?;
    filled([
        ("language", &file.language),
        ("title", &file.title),
        ("source", &file.source),
        ("missing: dont_know", &file.missing.dont_know),
        ("missing: wont_say", &file.missing.wont_say),
    ])?;
    unique("scale", file.scales.iter().map(|scale| &scale.id))?;
    for scale in &file.scales {
        filled(scale.options.iter().map(|option| ("an option of a scale", option)))?;
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
    unique("item", component.items.iter().map(|item| &item.id))?;
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
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
        if id.is_empty() || !id.bytes().all(plain) {
            return Err(InstrumentError::Name(id.clone()));
        }
        if !seen.insert(id) {
            return Err(InstrumentError::Twice(format!("{kind} \"{id}\"")));
        }
    }
    Ok(())
}
