//! From a request to its reply.

use draagkracht_bundle::{
    Contents, Draft, SealError, armor,
    device::DeviceKeys,
    envelope::{EnvelopeError, Recipient},
    seal,
    signature::KeyError,
};
use draagkracht_core::sealing::{Failure, FailureCode, Job, Outcome, Reply, Request, SealJob};
use std::fmt::Display;

/// One message, either way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// A [`Request`] or a [`Reply`].
    pub json: String,
    /// What lies beside it, where the protocol says so.
    pub bytes: Option<Vec<u8>>,
}

/// Does what a message asks. Whatever the message is, there is a reply.
pub fn answer(message: Message) -> Message {
    let (id, done) = match serde_json::from_str::<Request>(&message.json) {
        Ok(request) => (Some(request.id), perform(request.job, message.bytes)),
        Err(error) => (id_of(&message.json), Err(failure(FailureCode::RequestInvalid, error))),
    };
    let (outcome, bytes) = done.unwrap_or_else(|failure| (Outcome::Failed(failure), None));
    // A reply is plain data with text keys: writing it as JSON does not fail.
    let json = serde_json::to_string(&Reply { id, outcome }).unwrap_or_default();
    Message { json, bytes }
}

/// The number of a request that could not be read further, so that somebody hears of it.
fn id_of(json: &str) -> Option<u32> {
    let request: serde_json::Value = serde_json::from_str(json).ok()?;
    u32::try_from(request.get("id")?.as_u64()?).ok()
}

type Done = Result<(Outcome, Option<Vec<u8>>), Failure>;

fn perform(job: Job, bytes: Option<Vec<u8>>) -> Done {
    match job {
        Job::MakeDeviceKeys => make_device_keys()
            .map(|keys| (keys, None))
            .map_err(|error| failure(FailureCode::Failed, error)),
        Job::Seal(job) => seal_bundle(*job),
        Job::Armor => {
            let missing = || failure(FailureCode::RequestInvalid, "there are no bytes beside it");
            let text = armor::to_armor(&bytes.ok_or_else(missing)?);
            let text = text.map_err(|error| failure(FailureCode::Failed, error))?;
            Ok((Outcome::Armored { text }, None))
        }
    }
}

fn make_device_keys() -> Result<Outcome, KeyError> {
    let keys = DeviceKeys::make()?;
    let code = keys.code()?;
    let secret = keys.to_secret()?.to_string();
    Ok(Outcome::DeviceKeys { secret, fingerprint: code.fingerprint(), code: code.to_string() })
}

fn seal_bundle(job: SealJob) -> Done {
    let recipients: Vec<Recipient> = job
        .recipients
        .iter()
        .map(|text| text.parse())
        .collect::<Result<_, _>>()
        .map_err(|error| failure(FailureCode::RecipientInvalid, error))?;
    let device = DeviceKeys::from_secret(&job.device_keys)
        .map_err(|error| failure(FailureCode::DeviceKeysInvalid, error))?;
    let contents = Contents { cases: job.cases, responses: job.responses };
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

fn failure(code: FailureCode, sentence: impl Display) -> Failure {
    Failure { code, sentence: sentence.to_string() }
}
