//! `codebook`: every variable, its words, its values, its source.

mod html;
mod rows;

use super::print;
use crate::{
    args::{Codebook, Page},
    dictionary::Dictionary,
    error::CliError,
    files::{self, Access},
};

/// Writes the codebook.
pub fn run(args: &Codebook) -> Result<(), CliError> {
    let dictionary = Dictionary::new(true)?;
    let (path, page) = &args.out;
    let bytes = match page {
        Page::Html => html::page(&dictionary).into_bytes(),
        Page::Csv => {
            rows::csv(&dictionary).map_err(|error| CliError::Write(path.clone(), error))?
        }
    };
    files::prepare(path, &bytes, Access::Public)?.replace()?;
    print(format!("{}\n", path.display()).as_bytes())
}
