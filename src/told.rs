//! What is said of a case that changes hands: a text for each thing that can come of it. Which one
//! is decided here, without a browser; how it looks is for the screens.

use crate::i18n::Text;
use draagkracht_core::sealing::FailureCode;
use draagkracht_vault::{
    VaultError,
    vault::{Conflict, Imported, ShareError},
};

/// A sentence, with the number that it may speak of.
pub type Told = (Text, usize);

/// What came of taking a case, in the order in which it is told. `twin`: another case with the same
/// code was here before.
pub fn of_import(imported: &Imported, twin: bool) -> Vec<Told> {
    let joined = &imported.dossier;
    let news = [
        (Text::ImportResponses, imported.responses.len()),
        (Text::ImportSessions, imported.sessions.len()),
        (Text::ImportPapers, imported.papers.len()),
        (Text::ImportMembers, joined.members.len()),
        (Text::ImportChanged, joined.changed.len()),
    ];
    let conflicts = imported.conflicts.iter().map(|conflict| (of_conflict(conflict), 1));
    let rest = news.into_iter().filter(|(_, count)| *count > 0);
    let rest = rest.chain(joined.note_left_out.then_some((Text::ImportNoteLeftOut, 1)));
    let mut rest: Vec<Told> = rest.chain(conflicts).collect();
    // Two conflicts of one kind are one sentence.
    rest.dedup();
    let first = match (imported.is_new, rest.is_empty()) {
        (true, _) => Text::ImportNew,
        (false, false) => Text::ImportJoined,
        (false, true) => Text::ImportNothing,
    };
    let twin = twin.then_some((Text::ImportTwin, 1));
    [(first, 1)].into_iter().chain(twin).chain(rest).collect()
}

fn of_conflict(conflict: &Conflict) -> Text {
    match conflict {
        Conflict::Response(_) => Text::ImportConflictResponse,
        Conflict::Session(_) => Text::ImportConflictSession,
        Conflict::Completed(_) => Text::ImportConflictCompleted,
        Conflict::Plan(_) | Conflict::Note(_) | Conflict::FormResponse(_) => {
            Text::ImportConflictPaper
        }
        Conflict::Remark(_) => Text::ImportConflictRemark,
    }
}

/// Why a case cannot be given or taken; `of_vault` has the vault's own reasons.
pub fn of_share_error(error: &ShareError, of_vault: impl Fn(&VaultError) -> Text) -> Text {
    match error {
        ShareError::Vault(error) => of_vault(error),
        ShareError::HandedOver => Text::GiveWithResident,
        ShareError::OtherCode { .. } => Text::ImportOtherCode,
    }
}

/// Why the worker did not read a code, seal a case or open one; none where keeping failed.
pub fn of_failure(code: Option<FailureCode>) -> Text {
    match code {
        Some(FailureCode::DeviceCodeInvalid) => Text::GiveCodeWrong,
        Some(FailureCode::RecordInvalid) => Text::GiveRecord,
        Some(FailureCode::OtherDevice) => Text::ImportOtherDevice,
        Some(FailureCode::CaseFileDamaged) => Text::ImportDamaged,
        Some(FailureCode::CaseFileNewer) => Text::ImportNewer,
        Some(FailureCode::CaseFileInvalid) => Text::ImportWrong,
        Some(FailureCode::NoCaseFile) => Text::ImportNotCase,
        // Not of what the person gave: the device, or two releases that run beside one another.
        Some(
            FailureCode::NoRecipient
            | FailureCode::RecipientInvalid
            | FailureCode::DeviceKeysInvalid
            | FailureCode::RequestInvalid
            | FailureCode::Failed
            | FailureCode::ReceiptInvalid
            | FailureCode::ReceiptNewer
            | FailureCode::KeyInvalid,
        )
        | None => Text::VaultFailed,
    }
}

#[cfg(test)]
mod tests;
