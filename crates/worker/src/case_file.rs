//! A case for a colleague, and one from a colleague.

use crate::answer::failure;
use draagkracht_bundle::{
    armor,
    case_file::{self, CaseDraft, CaseFileError, SealCaseError},
    device::{DeviceCode, DeviceKeys},
    envelope::EnvelopeError,
};
use draagkracht_core::{
    free_text::FreeText,
    sealing::{Failure, FailureCode, OpenedCase, SealCaseJob},
};

/// The sealed case file.
pub fn seal(job: &SealCaseJob) -> Result<Vec<u8>, Failure> {
    let device = device(&job.device_keys)?;
    let to: DeviceCode =
        job.to.parse().map_err(|error| failure(FailureCode::DeviceCodeInvalid, error))?;
    let pseudonym = FreeText::try_from(job.pseudonym.clone())
        .map_err(|error| failure(FailureCode::RecordInvalid, error))?;
    let draft = CaseDraft {
        created: job.created.clone(),
        app_version: &job.app_version,
        pseudonym,
        device: &device,
        to: &to,
        contents: &job.contents,
    };
    case_file::seal(&draft).map_err(|error| {
        let code = match error {
            SealCaseError::Json(_) | SealCaseError::Refused(_) => FailureCode::RecordInvalid,
            SealCaseError::Envelope(_) | SealCaseError::Key(_) | SealCaseError::Archive(_) => {
                FailureCode::Failed
            }
        };
        failure(code, error)
    })
}

/// The case in a case file for this device.
pub fn open(device_keys: &str, bytes: &[u8]) -> Result<OpenedCase, Failure> {
    let device = device(device_keys)?;
    let bytes =
        armor::to_binary(bytes).map_err(|error| failure(FailureCode::CaseFileDamaged, error))?;
    let opened = case_file::open(&bytes, &device.identity)
        .map_err(|error| failure(code_of(&error), error))?;
    Ok(OpenedCase {
        created: opened.created,
        pseudonym: String::from(opened.pseudonym),
        fingerprint: opened.device.fingerprint(),
        contents: opened.contents,
    })
}

fn device(secret: &str) -> Result<DeviceKeys, Failure> {
    DeviceKeys::from_secret(secret).map_err(|error| failure(FailureCode::DeviceKeysInvalid, error))
}

fn code_of(error: &CaseFileError) -> FailureCode {
    match error {
        newer if newer.is_newer() => FailureCode::CaseFileNewer,
        CaseFileError::OtherDevice | CaseFileError::PassedOn(_) => FailureCode::OtherDevice,
        CaseFileError::Envelope(EnvelopeError::NotAge) | CaseFileError::Format(_) => {
            FailureCode::NoCaseFile
        }
        CaseFileError::Envelope(EnvelopeError::Damaged) => FailureCode::CaseFileDamaged,
        _ => FailureCode::CaseFileInvalid,
    }
}
