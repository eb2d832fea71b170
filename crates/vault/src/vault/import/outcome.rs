//! What is told of an import, and why there was none.

use super::VaultError;
use crate::{CaseFile, Damaged, Revision};
use draagkracht_core::{case_code::CaseCode, dossier::Joined, store::StoreError};
use uuid::Uuid;

/// What came of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Imported {
    /// The case as it is now.
    pub file: CaseFile,
    /// Whether it was not here before.
    pub is_new: bool,
    /// Responses that were not here yet, each with its revision.
    pub responses: Vec<Revision>,
    /// Lists being answered that were not here yet, by response id.
    pub sessions: Vec<Uuid>,
    /// Plans, notes, answers and remarks that were not here yet, or not in this version, by their ids.
    pub papers: Vec<Uuid>,
    /// What of the colleague's dossier came into the one here.
    pub dossier: Joined,
    /// Where here and there say different things.
    pub conflicts: Vec<Conflict>,
}

/// Where two copies of a case say different things. To be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conflict {
    /// One revision of a response, in two ways. Both are kept.
    Response(Revision),
    /// A list that is being answered here and there has other answers to the same item. Those of here
    /// count; all others are joined.
    Session(Uuid),
    /// A list that is being answered in one place was completed in the other, with other answers.
    /// Both are kept: completing it makes a revision after that one.
    Completed(Uuid),
    /// A plan that was changed here and there: neither version says all that the other one says. Both are
    /// kept, that of there as a plan of its own.
    Plan(Uuid),
    /// The same of a note.
    Note(Uuid),
    /// The same of answers to a list that only a professional is asked.
    FormResponse(Uuid),
    /// What is written at a row of a comparison here and there is too long for one text. That of here
    /// stays.
    Remark(Uuid),
}

/// Why a case was not given or taken; nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ShareError {
    /// The vault's own reason.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// A list of it is with the resident.
    #[error("a list of this case is with the resident: take it back first")]
    HandedOver,
    /// The case is here under another code: one of the two is not what it says.
    #[error("this case is here already, under the code {here}; the file says {found}")]
    OtherCode {
        /// The code here.
        here: CaseCode,
        /// The code in the file.
        found: CaseCode,
    },
}

impl From<StoreError> for ShareError {
    fn from(error: StoreError) -> Self {
        VaultError::from(error).into()
    }
}

impl From<Damaged> for ShareError {
    fn from(damaged: Damaged) -> Self {
        VaultError::from(damaged).into()
    }
}
