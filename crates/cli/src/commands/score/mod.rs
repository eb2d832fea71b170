//! `score`: raw answers in CSV become scores in CSV.

mod line;
mod read;

pub use line::LineError;

use super::{instruments, print};
use crate::{args::Score as Arguments, error::CliError, files, output::Columns};
use draagkracht_core::{
    norm::{Norm, NormFile},
    person::Rater,
    score::Score,
};
use read::{RawResponse, read};
use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

/// Reads all of it, then writes all of it.
pub fn run(args: &Arguments) -> Result<(), CliError> {
    let norm = args.norm.as_deref().map(read_norm).transpose()?;
    let instruments = instruments()?;
    let responses = if args.file == Path::new("-") {
        read(io::stdin().lock(), &instruments)
            .map_err(|error| CliError::Line("standard input".to_owned(), error))?
    } else {
        let open = || -> io::Result<Box<dyn Read>> { Ok(Box::new(File::open(&args.file)?)) };
        let file = open().map_err(|error| CliError::Read(args.file.clone(), error))?;
        read(file, &instruments)
            .map_err(|error| CliError::Line(args.file.display().to_string(), error))?
    };
    let norm_for = |rater: Rater, own: &Norm| {
        norm.as_ref().map_or_else(|| own.clone(), |n| n.for_rater(rater))
    };
    let norms: Vec<Norm> = instruments.iter().map(|i| norm_for(i.rater(), i.norm())).collect();
    let mut out = csv::Writer::from_writer(Vec::new());
    let header = ["case", "person", "rater", "moment"];
    let written = out.write_record(header.iter().chain(&Columns::NAMES)).and_then(|()| {
        responses.iter().try_for_each(|response| {
            let (instrument, norm) =
                (&instruments[response.instrument], &norms[response.instrument]);
            let score = Score::of(instrument, norm, &response.answers);
            out.write_record(row(response, instrument.rater(), &score))
        })
    });
    written.map_err(|error| CliError::Program(error.to_string()))?;
    let bytes = out.into_inner().map_err(|error| CliError::Program(error.to_string()))?;
    print(&bytes)
}

fn row(response: &RawResponse, rater: Rater, score: &Score) -> Vec<String> {
    let key = &response.key;
    let mut row =
        vec![key.case.clone(), key.person.clone(), rater.to_string(), key.moment.to_string()];
    row.extend(Columns::of(score).texts());
    row
}

fn read_norm(path: &Path) -> Result<NormFile, CliError> {
    let norm = NormFile::load(&files::read(path)?);
    norm.map_err(|error| CliError::Norm(path.to_owned(), error))
}
