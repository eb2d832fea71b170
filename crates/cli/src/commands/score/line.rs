//! What can be wrong with a line of raw answers.

use std::io;

/// A line that makes no sense.
#[derive(Debug, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct LineError {
    /// From 1, the header.
    pub line: u64,
    /// What is wrong.
    pub reason: Reason,
}

/// What is wrong with a line.
#[derive(Debug, thiserror::Error)]
pub enum Reason {
    /// The file is empty.
    #[error("there is no header; it should be {0}")]
    NoHeader(String),
    /// A column that is not there.
    #[error("the header has no column \"{0}\"")]
    NoColumn(&'static str),
    /// A column that is not known.
    #[error("the header has a column \"{0}\", which means nothing here")]
    UnknownColumn(String),
    /// A column that is there twice.
    #[error("the header has the column \"{0}\" twice")]
    ColumnTwice(String),
    /// More or fewer fields than the header.
    #[error("it has {found} fields, the header has {expected}")]
    Fields {
        /// In the line.
        found: u64,
        /// In the header.
        expected: u64,
    },
    /// Not UTF-8.
    #[error("it is not UTF-8; save the file as \"CSV UTF-8\"")]
    Utf8,
    /// The file cannot be read on.
    #[error("it cannot be read: {0}")]
    Read(io::Error),
    /// Not a rater.
    #[error("rater \"{0}\" is not resident or professional")]
    Rater(String),
    /// Not a moment.
    #[error("moment \"{0}\" is not T1, T2 or T3")]
    Moment(String),
    /// Not an instrument of this program.
    #[error("instrument \"{0}\" is not one that this program has")]
    Instrument(String),
    /// An instrument for the other rater.
    #[error("instrument \"{0}\" is not asked of a {1}")]
    OtherRater(String, draagkracht_core::person::Rater),
    /// Not an item of the instrument.
    #[error("item \"{0}\" is not in {1}")]
    Item(String, String),
    /// Not a value.
    #[error("value \"{0}\" is not 1 to 5, dont_know, wont_say or empty")]
    Value(String),
    /// An item that has a value already.
    #[error("item \"{0}\" of this response is on line {1} already")]
    ItemTwice(String, u64),
}
