//! Saving what changed: an answer, a consent.

use super::{Vault, VaultError};
use crate::{CaseFile, Job, Kind, case_file::Draft, random::uuid_v4, record::write};
use draagkracht_core::{case::Case, session::Session, store::Store};

impl<S: Store> Vault<S> {
    /// Writes the next revision of a session: this is on the way of every answer. It is durable
    /// when this returns.
    pub async fn save_session(
        &self,
        file: &mut CaseFile,
        session: &Session,
    ) -> Result<(), VaultError> {
        let id = file.session_record(session.identity().response_id)?;
        let mut draft = Draft::of(file, &self.sealer);
        draft.put(Kind::Session, id, write(session))?;
        draft.commit(file, &self.store).await?;
        if let Some((_, kept)) = file.sessions.iter_mut().find(|(record, _)| *record == id) {
            kept.clone_from(session);
        }
        Ok(())
    }

    /// Writes the next revision of the case, as when a consent changes, and together with it what
    /// is to be sealed because of that.
    pub async fn save_case(
        &self,
        file: &mut CaseFile,
        case: Case,
        job: Option<Job>,
    ) -> Result<(), VaultError> {
        let (case_id, _) = file.case_record()?;
        let job = job.map(|job| (uuid_v4(self.sealer.random), job));
        let mut draft = Draft::of(file, &self.sealer);
        draft.put(Kind::Case, case_id, write(&case))?;
        if let Some((id, job)) = &job {
            draft.put(Kind::Job, *id, write(job))?;
        }
        draft.commit(file, &self.store).await?;
        file.case = Some(case);
        file.jobs.extend(job);
        Ok(())
    }

    /// Writes what is to be sealed, when the case itself stays as it is.
    pub async fn add_job(&self, file: &mut CaseFile, job: Job) -> Result<(), VaultError> {
        let case = file.case_record()?.1.clone();
        self.save_case(file, case, Some(job)).await
    }
}
