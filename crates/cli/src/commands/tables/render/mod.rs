//! From tables as data to a file: for people to read and print, for a text, for a program.

mod csv;
mod html;
mod markdown;
mod svg;

use super::{model::Table, words::Words};
use crate::error::CliError;

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One file with everything in it, pictures too.
    Html,
    /// Text with tables.
    Markdown,
    /// A line a cell.
    Csv,
}

/// What is said before the first table.
pub struct Preface {
    /// The date, the choices that were made.
    pub sentences: Vec<String>,
}

impl Format {
    /// By the end of a file's name.
    pub fn of(path: &std::path::Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "html" => Some(Self::Html),
            "md" => Some(Self::Markdown),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }

    /// The bytes of the file.
    pub fn write(
        self,
        tables: &[Table],
        preface: &Preface,
        words: &Words,
    ) -> Result<Vec<u8>, CliError> {
        match self {
            Self::Html => Ok(html::write(tables, preface, words).into_bytes()),
            Self::Markdown => Ok(markdown::write(tables, preface, words).into_bytes()),
            Self::Csv => csv::write(tables, words),
        }
    }
}
