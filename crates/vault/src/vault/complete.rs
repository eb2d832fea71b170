//! Completion, without a hole: first the response and "to seal", then the sealed bundle in its
//! place.

use super::{Vault, VaultError};
use crate::{CaseFile, Job, Kind, case_file::Draft, outbox, random::uuid_v4, record::write};
use draagkracht_core::{
    response::Response,
    store::{Area, Change, Store, Stored},
};
use uuid::Uuid;

impl<S: Store> Vault<S> {
    /// Puts the completed response in the place of its session, together with what is to be sealed
    /// if it may be handed in.
    pub async fn complete(
        &self,
        file: &mut CaseFile,
        response: Response,
        job: Option<Job>,
    ) -> Result<(), VaultError> {
        let session = file.session_record(response.response_id)?;
        let id = uuid_v4(self.sealer.random);
        let job = job.map(|job| (uuid_v4(self.sealer.random), job));
        let mut draft = Draft::of(file, &self.sealer);
        draft.put(Kind::Response, id, write(&response))?;
        draft.remove(Kind::Session, session);
        if let Some((id, job)) = &job {
            draft.put(Kind::Job, *id, write(job))?;
        }
        draft.commit(file, &self.store).await?;
        file.sessions.retain(|(record, _)| *record != session);
        file.responses.push((id, response));
        file.jobs.extend(job);
        Ok(())
    }

    /// Puts the sealed bundle in the outbox in the place of its job, under the bundle id that was
    /// fixed in it.
    pub async fn finish_job(
        &self,
        file: &mut CaseFile,
        bundle_id: Uuid,
        bundle: &[u8],
    ) -> Result<(), VaultError> {
        let record = file.job_record(bundle_id)?;
        let bytes = outbox::waiting(bundle)?;
        let mut draft = Draft::of(file, &self.sealer);
        draft.remove(Kind::Job, record);
        let stored = Stored { revision: 1, bytes };
        draft.batch.push(Change::Put { area: Area::Outbox, id: bundle_id.to_string(), stored });
        let done = file.jobs.iter().filter(|(id, _)| *id == record);
        draft.head.sealed.extend(done.map(|(_, job)| job.clone()));
        draft.commit(file, &self.store).await?;
        file.jobs.retain(|(id, _)| *id != record);
        Ok(())
    }
}
