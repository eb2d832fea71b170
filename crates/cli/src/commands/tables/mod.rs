//! `tables`: the report's tables and figures, over what was received.
//!
//! From records to people (`study`), to tables as data (`build`), without what is about too few
//! (`privacy`), to a file (`render`). Only this file reads and writes.

mod build;
mod model;
mod privacy;
mod published;
mod render;
mod study;
mod words;

pub use render::Format;

use super::{instruments, now, print, quiet_progress};
use crate::{
    archive::{
        Archive, papers,
        records::{Met, walk},
    },
    args::Tables as Arguments,
    error::CliError,
    files::{self, Access},
};
use build::Sources;
use draagkracht_bundle::envelope::Identity;
use draagkracht_core::{
    instrument::Instrument,
    norm::{Norm, NormFile},
    person::Rater,
    reading::{Assumptions, Reading},
};
use model::Table;
use render::Preface;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};
use study::{Choice, Member, Received, Study};
use words::Words;

/// Reads the whole archive, then writes one file.
pub fn run(args: &Arguments) -> Result<(), CliError> {
    let damaged = |error: &dyn std::error::Error| CliError::Program(error.to_string());
    let identities = files::read_identities(&args.identity)?;
    let norm = args.norm.as_deref().map(read_norm).transpose()?;
    let words = Words::dutch().map_err(|error| damaged(&error))?;
    let figures = published::figures().map_err(|error| damaged(&error))?;
    let instruments = instruments()?;
    let assumptions = Assumptions::built_in().map_err(|error| damaged(&error))?;
    let archive = Archive::open_existing(&args.archive)?;
    if archive.entries().is_empty() {
        eprintln!("note: {}: nothing was received yet", args.archive.display());
    }
    let mut received = receive(&archive, &identities)?;
    drop(archive);
    if let Some(folder) = &args.conditions_archive {
        let identities = files::read_identities(&args.conditions_identity)?;
        let archive = Archive::open_existing(folder)?;
        let answers = papers::form_responses(&archive, &identities)?.into_iter();
        received.conditions = answers.filter(|answers| answers.case.is_none()).collect();
        received.conditions.retain(|answers| answers.completed.is_some());
    }
    let reading =
        Reading { instruments: &instruments, own_norm: norm.as_ref(), assumptions: &assumptions };
    let choice =
        Choice { without_proxies: args.without_proxies, same_professional: args.same_professional };
    let study = Study::of(&received, &reading, choice);
    let norms = norms(&instruments, norm.as_ref())?;
    let preface = preface(args, &norms, &words);
    let mut tables = make(&study, &instruments, norms, args.everyone);
    if !args.small_cells {
        tables.iter_mut().for_each(privacy::suppress);
    }
    published::attach(&mut tables, &figures);
    let bytes = args.out.format.write(&tables, &preface, &words)?;
    files::prepare(&args.out.path, &bytes, Access::Secret)?.replace()?;
    let written = tables.iter().filter(|table| !table.rows.is_empty()).count();
    let told = format!(
        "Wrote {written} tables over {} people to {}; {} have no data.\n",
        study.members.len(),
        args.out.path.display(),
        tables.len() - written,
    );
    print(told.as_bytes())
}

/// Everything that the archive has, bundle by bundle.
fn receive(archive: &Archive, identities: &[Identity]) -> Result<Received, CliError> {
    let mut received = Received::default();
    let progress = quiet_progress(archive.entries().len(), "bundles");
    let (mut responses, mut newer) = (BTreeMap::new(), BTreeSet::new());
    let (mut plans, mut questionnaires) = (BTreeMap::new(), BTreeMap::new());
    received.cases = walk(archive, identities, |met| {
        match met {
            Met::Response(known) => {
                responses.insert(known.response.response_id, *known);
            }
            Met::Plan(plan) => plans.entry(plan.case_id).or_insert_with(Vec::new).push(*plan),
            Met::FormResponse(answers) => {
                let case = answers.case.as_ref().map(|about| about.case_id);
                if let Some(case) = case.filter(|_| answers.completed.is_some()) {
                    questionnaires.entry(case).or_insert_with(Vec::new).push(*answers);
                }
            }
            Met::Newer(cases, error) => {
                progress.suspend(|| error.print());
                newer.extend(cases);
            }
            Met::EndOfBundle => progress.inc(1),
        }
        Ok(())
    })?;
    progress.finish_and_clear();
    Ok(Received { responses, plans, questionnaires, newer, ..received })
}

/// Every table over the panel, or over everyone.
fn make(
    study: &Study<'_>,
    instruments: &[Instrument],
    norms: [Norm; 2],
    everyone: bool,
) -> Vec<Table> {
    let counts = |member: &&Member<'_>| everyone || member.is_in_panel();
    let members = study.members.iter().filter(counts).collect();
    build::all(&Sources { study, members, instruments, norms })
}

fn norms(instruments: &[Instrument], own: Option<&NormFile>) -> Result<[Norm; 2], CliError> {
    let of = |rater: Rater| {
        let instrument = instruments.iter().find(|instrument| instrument.rater() == rater);
        let built_in = instrument.map(|instrument| instrument.norm().clone());
        let missing = || CliError::Program("an instrument is missing".to_owned());
        own.map(|file| file.for_rater(rater)).or(built_in).ok_or_else(missing)
    };
    Ok([of(Rater::Resident)?, of(Rater::Professional)?])
}

fn read_norm(path: &Path) -> Result<NormFile, CliError> {
    let norm = NormFile::load(&files::read(path)?);
    norm.map_err(|error| CliError::Norm(path.to_owned(), error))
}

/// What one must know before reading: when it was made, over whom, and what was left out.
fn preface(args: &Arguments, norms: &[Norm; 2], words: &Words) -> Preface {
    let day = now().map(|time| String::from(time).chars().take(10).collect::<String>());
    let made = words.get("preface.made").replacen("{}", &day.unwrap_or_default(), 1);
    let choices = [
        (!args.everyone, "preface.panel"),
        (args.everyone, "preface.everyone"),
        (!args.small_cells, "preface.suppressed"),
        (args.small_cells, "preface.small_cells"),
        (args.without_proxies, "preface.without_proxies"),
        (args.same_professional, "preface.same_professional"),
        (true, "preface.report"),
    ];
    let mut sentences = vec![made.replacen("{}", env!("CARGO_PKG_VERSION"), 1)];
    let chosen = choices.into_iter().filter(|(is_chosen, _)| *is_chosen);
    sentences.extend(chosen.map(|(_, key)| words.get(key).to_owned()));
    sentences.push(words.get("preface.norm").replacen("{}", &norms[0].name, 1));
    Preface { sentences }
}
