//! From the bytes of a file to a [`Form`] that is right, or a sentence that says what is not.

use super::{Field, Form, Section, check, file};
use crate::{
    binary::hex,
    header::Header,
    instrument::{InstrumentRef, ItemId},
};
use sha2::{Digest, Sha256};

/// What is wrong with a list's file.
#[derive(Debug, thiserror::Error)]
pub enum FormError {
    /// Not JSON, or not of the form; says which line and what was expected.
    #[error("the file cannot be read: {0}")]
    Read(#[from] serde_json::Error),
    /// Another kind of file, or another version.
    #[error("this is \"{0}\" version {1}; a list is \"draagkracht-form\" version 1")]
    Version(String, u32),
    /// The id is not a name, `.v` and a number.
    #[error(
        "the id \"{0}\" is not a name in a-z, 0-9 and _, then .v and a number, as in \"case.v1\""
    )]
    Id(String),
    /// A text that people see, or a source, is empty.
    #[error("{0} is empty")]
    Empty(String),
    /// Two of one kind with one id.
    #[error("{0} is there twice")]
    Twice(String),
    /// An id with other characters than `a`-`z`, `0`-`9` and `_`.
    #[error("the id \"{0}\" has other characters than a-z, 0-9 and _")]
    Name(String),
    /// Nothing to ask.
    #[error("{0} has no fields")]
    NoFields(String),
    /// A scale that nobody can answer on.
    #[error("{0}: a scale goes up and to 10 at most, not from {1} to {2}")]
    Range(String, u8, u8),
    /// Words for some numbers of a scale and not for others.
    #[error("{0}: its scale has {1} labels; it must be 2, for the ends, or {2}")]
    Labels(String, usize, usize),
    /// Nothing to choose from.
    #[error("{0}: it has {1} options, and must have 2 at least")]
    Options(String, usize),
    /// A condition that cannot hold.
    #[error("{0}: \"{1}\" is not a field with words or yes and no before it in its section")]
    OnlyIf(String, String),
    /// A value from the other end of nothing.
    #[error("{0}: it is reversed, but its section has no mean")]
    Reversed(String),
    /// A mean that cannot be made.
    #[error(
        "section \"{0}\": a mean needs scales of one range in every field, no rows, no only_if, and not more answers than fields"
    )]
    Mean(String),
}

impl Form {
    /// Reads and checks a file. The hash is made of the bytes as they are.
    pub fn load(json: &[u8]) -> Result<Self, FormError> {
        let header: Header = serde_json::from_slice(json)?;
        if header.format != file::FORMAT || header.version != 1 {
            return Err(FormError::Version(header.format, header.version));
        }
        let file: file::FormFile = serde_json::from_slice(json)?;
        let version = check::check(&file)?;
        let hash = hex(&Sha256::digest(json));
        let fields = file.sections.iter().enumerate();
        Ok(Self {
            fields: fields.flat_map(|(at, section)| fields_of(at, section)).collect(),
            reference: InstrumentRef { id: file.id, version, hash, translation: None },
            rater: file.rater,
            subject: file.subject,
            language: file.language,
            title: file.title,
            dont_know: file.missing.dont_know,
            wont_say: file.missing.wont_say,
            sections: file.sections.into_iter().map(section).collect(),
        })
    }
}

/// Every field once, or once for each row.
fn fields_of(at: usize, section: &file::Section) -> Vec<Field> {
    let once = |row: Option<usize>| {
        let prefix = match row {
            Some(row) => format!("{}.{}", section.id, section.rows[row].id),
            None => section.id.clone(),
        };
        let id = move |field: &str| ItemId::new(format!("{prefix}.{field}"));
        section.fields.iter().map(move |field| Field {
            id: id(&field.id),
            section: at,
            row,
            text: field.text.clone(),
            wording: field.wording,
            kind: field.kind.clone(),
            only_if: field.only_if.as_deref().map(&id),
            reversed: field.reversed,
        })
    };
    if section.rows.is_empty() {
        once(None).collect()
    } else {
        (0..section.rows.len()).flat_map(|row| once(Some(row))).collect()
    }
}

fn section(section: file::Section) -> Section {
    Section {
        id: section.id,
        title: section.title,
        stem: section.stem,
        rows: section.rows,
        mean_needs: section.mean_needs,
    }
}
