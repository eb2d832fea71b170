//! Making a bundle of a completed response, whoever's it is: the job, the device's keys, the sealed
//! bytes in the outbox.

use crate::platform::{clock, idb::IdbStore, sealer};
use draagkracht_core::{
    case::Case,
    response::Response,
    sealing::{self, FailureCode, Outcome, SealJob},
    store::Store,
};
use draagkracht_vault::{CaseFile, Job, Revision, Vault, VaultError};

/// A store that says whether what is kept in it may leave this device.
pub trait HandsIn: Store {
    /// Not if it is made up, to practise with.
    fn may_leave(&self) -> bool;
}

impl HandsIn for IdbStore {
    fn may_leave(&self) -> bool {
        true
    }
}

/// What is to be sealed: nothing but this revision of a response.
pub fn job(of: Revision) -> Job {
    Job { bundle_id: clock::new_id(), responses: vec![of], created: clock::now() }
}

/// Why sealing stopped: the worker's reason, or none where keeping failed.
pub type Stopped = Option<FailureCode>;

/// Seals a response to the recipients and puts the bundle in the outbox. Goes on with a job that was
/// interrupted.
pub async fn seal(
    vault: &Vault<impl HandsIn>,
    file: &mut CaseFile,
    case: Case,
    response: Response,
    recipients: Vec<String>,
) -> Result<(), Stopped> {
    let kept = |_: VaultError| None;
    let pending = file.pending_jobs().find(|job| job.covers(&response));
    let job = if let Some(job) = pending.cloned() {
        job
    } else {
        let job = self::job(Revision::of(&response));
        vault.add_job(file, job.clone()).await.map_err(kept)?;
        job
    };
    let bytes = sealed(vault, &job, recipients, vec![case], vec![response], None).await?;
    vault.finish_job(file, job.bundle_id, &bytes).await.map_err(kept)
}

/// The bytes of a bundle; `papers` go in beside the responses, as [`sealing::Job::Seal`] takes them.
pub async fn sealed(
    vault: &Vault<impl HandsIn>,
    job: &Job,
    recipients: Vec<String>,
    cases: Vec<Case>,
    responses: Vec<Response>,
    papers: Option<&[u8]>,
) -> Result<Vec<u8>, Stopped> {
    let seal = SealJob {
        bundle_id: job.bundle_id,
        created: job.created.clone(),
        app_version: env!("CARGO_PKG_VERSION").to_owned(),
        recipients,
        device_keys: device_keys(vault).await?,
        cases,
        responses,
    };
    let (_, bytes) = work(sealing::Job::Seal(Box::new(seal)), papers).await?;
    Ok(bytes)
}

/// The keys of this device, made when they are first needed. Nothing is signed without them, no bundle and
/// no case file: here, and only here, it is decided that nothing made up leaves.
pub async fn device_keys(vault: &Vault<impl HandsIn>) -> Result<String, Stopped> {
    if !vault.store().may_leave() {
        return Err(None);
    }
    let keys = || async { vault.device_keys().await.map_err(|_| None) };
    if let Some(keys) = keys().await? {
        return Ok(keys.to_string());
    }
    let (Outcome::DeviceKeys { secret, .. }, _) = work(sealing::Job::MakeDeviceKeys, None).await?
    else {
        return Err(None);
    };
    match vault.put_device_keys(&secret).await {
        Ok(()) => Ok(secret),
        // Another tab made them first: those are the device's.
        Err(_) => keys().await?.map(|keys| keys.to_string()).ok_or(None),
    }
}

/// Has the worker do a job.
pub async fn work(job: sealing::Job, bytes: Option<&[u8]>) -> Result<(Outcome, Vec<u8>), Stopped> {
    sealer::run(job, bytes).await.map_err(|failure| Some(failure.code))
}
