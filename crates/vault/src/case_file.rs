//! A case as it was read from the vault, with the list it was read by.

use crate::{
    Damaged, Job, Kind, VaultError,
    head::CaseHead,
    record::{self, Sealer},
};
use draagkracht_core::{
    case::Case,
    response::Response,
    session::Session,
    store::{Batch, Change, Store},
};
use uuid::Uuid;
use zeroize::Zeroizing;

/// One case with all that belongs to it. What cannot be used is named in [`CaseFile::damaged`]
/// and stays where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFile {
    pub(crate) id: Uuid,
    pub(crate) head: CaseHead,
    pub(crate) revision: u32,
    pub(crate) case: Option<Case>,
    pub(crate) sessions: Vec<(Uuid, Session)>,
    pub(crate) responses: Vec<(Uuid, Response)>,
    pub(crate) jobs: Vec<(Uuid, Job)>,
    /// What only a professional's vault has, unread: a resident's phone does not load the code.
    pub(crate) unread: Vec<Unread>,
    pub(crate) damaged: Vec<Damaged>,
}

/// A record that was opened, and not read yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unread {
    pub kind: Kind,
    pub id: Uuid,
    pub value: Zeroizing<Vec<u8>>,
}

impl CaseFile {
    pub(crate) fn new(id: Uuid, head: CaseHead, revision: u32) -> Self {
        Self {
            id,
            head,
            revision,
            case: None,
            sessions: vec![],
            responses: vec![],
            jobs: vec![],
            unread: vec![],
            damaged: vec![],
        }
    }

    /// The random id under which the vault knows it.
    pub fn id(&self) -> Uuid {
        self.id
    }

    /// The case itself; none when that record is damaged.
    pub fn case(&self) -> Option<&Case> {
        self.case.as_ref()
    }

    /// Questionnaires that are being answered.
    pub fn sessions(&self) -> impl DoubleEndedIterator<Item = &Session> {
        self.sessions.iter().map(|(_, session)| session)
    }

    /// Completed responses, in the order of completion.
    pub fn responses(&self) -> impl DoubleEndedIterator<Item = &Response> {
        self.responses.iter().map(|(_, response)| response)
    }

    /// What is still to be sealed.
    pub fn pending_jobs(&self) -> impl DoubleEndedIterator<Item = &Job> {
        self.jobs.iter().map(|(_, job)| job)
    }

    /// What has been sealed: the bundles' own state is in [`crate::outbox`].
    pub fn sealed(&self) -> &[Job] {
        &self.head.sealed
    }

    /// Records that cannot be used.
    pub fn damaged(&self) -> &[Damaged] {
        &self.damaged
    }

    /// The record of the session with this response id.
    pub(crate) fn session_record(&self, response_id: Uuid) -> Result<Uuid, VaultError> {
        let found = self.sessions.iter().find(|(_, s)| s.identity().response_id == response_id);
        found.map(|(id, _)| *id).ok_or(VaultError::NotHere(Kind::Session, response_id))
    }

    /// The record of the job for this bundle.
    pub(crate) fn job_record(&self, bundle_id: Uuid) -> Result<Uuid, VaultError> {
        let found = self.jobs.iter().find(|(_, job)| job.bundle_id == bundle_id);
        found.map(|(id, _)| *id).ok_or(VaultError::NotHere(Kind::Job, bundle_id))
    }

    /// The record of the case itself, as long as it can be read: a damaged one is not written over.
    pub(crate) fn case_record(&self) -> Result<(Uuid, &Case), VaultError> {
        if let Some(damaged) = self.damaged.iter().find(|d| d.kind == Some(Kind::Case)) {
            return Err(damaged.clone().into());
        }
        let entry = self.head.records.iter().find(|entry| entry.kind == Kind::Case);
        let record = entry.and_then(|entry| Some((entry.id, self.case.as_ref()?)));
        record.ok_or(VaultError::NotHere(Kind::Case, self.id))
    }
}

/// Changes to a case that are not yet written.
pub(crate) struct Draft<'a> {
    sealer: &'a Sealer,
    pub head: CaseHead,
    pub batch: Vec<Change>,
}

impl<'a> Draft<'a> {
    pub(crate) fn of(file: &CaseFile, sealer: &'a Sealer) -> Self {
        Self { sealer, head: file.head.clone(), batch: vec![] }
    }

    /// Writes a record: a new one, or the next revision.
    pub(crate) fn put(
        &mut self,
        kind: Kind,
        id: Uuid,
        value: Result<Zeroizing<Vec<u8>>, VaultError>,
    ) -> Result<(), VaultError> {
        let revision = crate::head::list(&mut self.head.records, kind, id);
        self.batch.push(self.sealer.put(kind, id, revision, &value?)?);
        Ok(())
    }

    /// Removes a record.
    pub(crate) fn remove(&mut self, kind: Kind, id: Uuid) {
        self.head.records.retain(|entry| entry.id != id);
        self.batch.push(Change::Remove { area: kind.area(), id: id.to_string() });
    }

    /// Writes everything and the head, in one batch. The file knows the new list only after it.
    pub(crate) async fn commit(
        self,
        file: &mut CaseFile,
        store: &impl Store,
    ) -> Result<(), VaultError> {
        let (batch, head) = self.into_batch(file)?;
        store.commit(Batch(batch)).await?;
        file.head = head;
        file.revision += 1;
        Ok(())
    }

    /// What [`Draft::commit`] would write, to be written together with something else, and the list
    /// that the file has after it.
    pub(crate) fn into_batch(
        mut self,
        file: &CaseFile,
    ) -> Result<(Vec<Change>, CaseHead), VaultError> {
        let head = record::write(&self.head)?;
        self.batch.push(self.sealer.put(Kind::CaseHead, file.id, file.revision + 1, &head)?);
        Ok((self.batch, self.head))
    }
}
