//! From a job to its outcome.

use crate::{case_file, passphrase, receipt};
use draagkracht_bundle::{
    Contents, Digest, Draft, SealError, armor,
    device::{DeviceCode, DeviceKeys},
    envelope::{EnvelopeError, Recipient},
    seal,
    signature::KeyError,
};
use draagkracht_core::{
    binary,
    papers::Papers,
    sealing::{Failure, FailureCode, Job, Outcome, SealJob},
};
use std::fmt::Display;
use zeroize::Zeroizing;

/// One message, either way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// A [`Job`] or its [`Outcome`].
    pub head: Vec<u8>,
    /// What lies beside it, where the protocol says so.
    pub bytes: Option<Vec<u8>>,
}

/// Does what a message asks. Whatever the message is, there is an outcome.
pub fn answer(message: Message) -> Message {
    let done = match binary::from_bytes(&message.head) {
        Ok(job) => perform(job, message.bytes),
        Err(error) => Err(failure(FailureCode::RequestInvalid, error)),
    };
    let (outcome, bytes) = done.unwrap_or_else(|failure| (Outcome::Failed(failure), None));
    // An outcome is texts and numbers: writing it does not fail.
    Message { head: binary::to_bytes(&outcome).unwrap_or_default(), bytes }
}

type Done = Result<(Outcome, Option<Vec<u8>>), Failure>;

fn perform(job: Job, bytes: Option<Vec<u8>>) -> Done {
    match job {
        Job::MakeDeviceKeys => make_device_keys()
            .map(|keys| (keys, None))
            .map_err(|error| failure(FailureCode::Failed, error)),
        Job::Seal(job) => seal_bundle(*job, bytes.as_deref()),
        Job::Derive { passphrase, salt, memory, passes, lanes } => {
            let passphrase = Zeroizing::new(passphrase);
            let key = passphrase::derive(&passphrase, &salt, [memory, passes, lanes]);
            let key = key.map_err(|error| failure(FailureCode::Failed, error))?;
            Ok((Outcome::Derived, Some(key.to_vec())))
        }
        Job::Strength { passphrase, known } => {
            let passphrase = Zeroizing::new(passphrase);
            Ok((Outcome::Strength(passphrase::strength(&passphrase, &known)), None))
        }
        Job::Armor => {
            let text = armor::to_armor(&beside(bytes)?);
            let text = text.map_err(|error| failure(FailureCode::Failed, error))?;
            Ok((Outcome::Armored { text }, None))
        }
        Job::SealCase => {
            let job = binary::from_bytes(&beside(bytes)?);
            let job = job.map_err(|error| failure(FailureCode::RequestInvalid, error))?;
            let bytes = case_file::seal(&job)?;
            Ok((Outcome::Sealed { sha256: Digest::of(&bytes).to_string() }, Some(bytes)))
        }
        Job::OpenCase { device_keys } => {
            let opened = case_file::open(&Zeroizing::new(device_keys), &beside(bytes)?)?;
            let opened = binary::to_bytes(&opened);
            let opened = opened.map_err(|error| failure(FailureCode::Failed, error))?;
            Ok((Outcome::Case, Some(opened)))
        }
        Job::OwnDeviceCode { device_keys } => {
            let keys = DeviceKeys::from_secret(&Zeroizing::new(device_keys));
            let keys = keys.map_err(|error| failure(FailureCode::DeviceKeysInvalid, error))?;
            let code = keys.code().map_err(|error| failure(FailureCode::Failed, error))?;
            Ok((device_code(&code), None))
        }
        Job::ReadDeviceCode { text } => {
            let text: String = text.split_whitespace().collect();
            let code = text.parse();
            let code = code.map_err(|error| failure(FailureCode::DeviceCodeInvalid, error))?;
            Ok((device_code(&code), None))
        }
        Job::Receipt { key, json, minisig } => Ok((receipt::check(&key, &json, &minisig)?, None)),
    }
}

/// The bytes that must lie beside a job.
fn beside(bytes: Option<Vec<u8>>) -> Result<Vec<u8>, Failure> {
    bytes.ok_or_else(|| failure(FailureCode::RequestInvalid, "there are no bytes beside it"))
}

fn make_device_keys() -> Result<Outcome, KeyError> {
    let keys = DeviceKeys::make()?;
    let code = keys.code()?;
    let secret = keys.to_secret()?.to_string();
    Ok(Outcome::DeviceKeys { secret, fingerprint: code.fingerprint(), code: code.to_string() })
}

fn device_code(code: &DeviceCode) -> Outcome {
    Outcome::DeviceCode { code: code.to_string(), fingerprint: code.fingerprint() }
}

fn seal_bundle(job: SealJob, papers: Option<&[u8]>) -> Done {
    let papers: Papers = papers
        .map(binary::from_bytes)
        .transpose()
        .map_err(|error| failure(FailureCode::RequestInvalid, error))?
        .unwrap_or_default();
    let recipients: Vec<Recipient> = job
        .recipients
        .iter()
        .map(|text| text.parse())
        .collect::<Result<_, _>>()
        .map_err(|error| failure(FailureCode::RecipientInvalid, error))?;
    let device = DeviceKeys::from_secret(&job.device_keys)
        .map_err(|error| failure(FailureCode::DeviceKeysInvalid, error))?;
    let Papers { plans, notes, form_responses } = papers;
    let (cases, responses) = (job.cases, job.responses);
    let contents = Contents { cases, responses, plans, notes, form_responses };
    let draft = Draft {
        bundle_id: job.bundle_id,
        created: job.created,
        app_version: &job.app_version,
        contents: &contents,
        device: &device,
        recipients: &recipients,
    };
    let sealed = seal(&draft).map_err(|error| failure(code_of(&error), error))?;
    Ok((Outcome::Sealed { sha256: sealed.sha256.to_string() }, Some(sealed.bytes)))
}

fn code_of(error: &SealError) -> FailureCode {
    match error {
        SealError::Envelope(EnvelopeError::NoRecipient) => FailureCode::NoRecipient,
        SealError::Json(_) | SealError::Refused(_) => FailureCode::RecordInvalid,
        SealError::Envelope(_) | SealError::Key(_) | SealError::Archive(_) => FailureCode::Failed,
    }
}

pub(crate) fn failure(code: FailureCode, sentence: impl Display) -> Failure {
    Failure { code, sentence: sentence.to_string() }
}
