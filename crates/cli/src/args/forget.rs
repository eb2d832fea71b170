//! Arguments of `forget`.

use draagkracht_core::case_code::{CaseCode, CaseCodeError};
use std::{path::PathBuf, str::FromStr};
use uuid::Uuid;

/// Arguments of `forget`.
#[derive(clap::Args)]
#[command(after_help = "\
Removes every bundle of the case from the archive and notes in <archive>/forgotten/ that it did: the
same bundle is not stored again when it is handed in again. Where two cases have one code nothing is
removed; then give its id. Interrupted and run again, it ends in the same state.

Example:
  draagkracht forget --identity keys/organisation.key --archive archive --case 73D0-9NZF")]
pub struct Forget {
    /// File with the age secret key that opens the archive; may be given more than once
    #[arg(long, value_name = "KEY", required = true)]
    pub identity: Vec<PathBuf>,
    /// The archive that `receive` keeps
    #[arg(long, value_name = "DIR")]
    pub archive: PathBuf,
    /// The case, by its code or its id; may be given more than once
    #[arg(long, value_name = "CODE", required = true)]
    pub case: Vec<CaseName>,
}

/// How a case is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseName {
    /// As people do.
    Code(CaseCode),
    /// As reports do.
    Id(Uuid),
}

impl FromStr for CaseName {
    type Err = CaseCodeError;

    fn from_str(text: &str) -> Result<Self, CaseCodeError> {
        match Uuid::parse_str(text) {
            Ok(id) => Ok(Self::Id(id)),
            Err(_) => text.parse().map(Self::Code),
        }
    }
}
