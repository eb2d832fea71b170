//! `export`: what was received, for other programs.

mod csv;
mod fhir;
mod folder;
mod parquet;
mod r;
mod spss;

use super::{instruments, print, progress};
use crate::{
    archive::Archive,
    args::{Export, Format},
    dictionary::Dictionary,
    error::CliError,
    files,
    study::Study,
};
use folder::Folder;
use std::fmt::Write as _;

pub use csv::{PLAIN, safe};

/// Reads all of the archive, then writes the files of one format.
pub fn run(args: &Export) -> Result<(), CliError> {
    let identities = files::read_identities(&args.identity)?;
    let (instruments, dictionary) = (instruments()?, Dictionary::new(args.with_words)?);
    let archive = Archive::open_existing(&args.archive)?;
    let progress = progress(archive.entries().len(), "bundles");
    let read = Study::read(&archive, &identities, &instruments, args.keep_small_groups, || {
        progress.inc(1);
    });
    progress.finish_and_clear();
    let mut study = read?;
    if let Some(folder) = &args.conditions_archive {
        let identities = files::read_identities(&args.conditions_identity)?;
        let archive = Archive::open_existing(folder)?;
        study.read_conditions(&archive, &identities, args.keep_small_groups)?;
    }
    let study = study.not_empty()?;
    let mut folder = Folder::new(&args.out)?;
    match args.format {
        Format::Csv => csv(&mut folder, &dictionary, &study)?,
        Format::Spss => spss::write(&mut folder, &dictionary, &study)?,
        Format::R => r::write(&mut folder, &dictionary, &study)?,
        Format::Fhir => fhir::write(&mut folder, &dictionary, &study, args.with_words)?,
        Format::Parquet => parquet::write(&mut folder, &dictionary, &study)?,
    }
    let written = folder.finish()?;
    let lines = written.iter().map(|path| path.display().to_string());
    let (lists, people) = (study.lists.len(), study.people().len());
    let mut all = format!("{lists} lists of {people} people");
    for (count, table) in [(study.cases.len(), "cases"), (study.conditions.len(), "conditions")] {
        if count > 0 {
            // Writing to a text does not fail.
            let _ = write!(all, ", {count} rows of {table}");
        }
    }
    let told: String = lines.chain([all]).chain(study.left_out.lines()).map(|l| l + "\n").collect();
    print(told.as_bytes())
}

fn csv(folder: &mut Folder, dictionary: &Dictionary, study: &Study<'_>) -> Result<(), CliError> {
    for table in study.tables() {
        for (ending, style) in [("", &csv::PLAIN), ("-excel", &csv::EXCEL)] {
            let name = format!("{}{ending}.csv", table.name());
            folder.write(&name, |out| csv::table(out, style, dictionary, table, study))?;
        }
    }
    Ok(())
}
