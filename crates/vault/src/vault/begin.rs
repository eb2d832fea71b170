//! Beginning a case, or another questionnaire in it.

use super::{Vault, VaultError};
use crate::{
    CaseFile, Kind,
    case_file::Draft,
    head::{CaseEntry, CaseHead},
    random::uuid_v4,
    record::write,
};
use draagkracht_core::{case::Case, session::Session, store::Store};

impl<S: Store> Vault<S> {
    /// Writes a new case with its first questionnaire.
    pub async fn begin(&self, case: Case, session: Session) -> Result<CaseFile, VaultError> {
        let (mut list, revision) = self.head().await??;
        let id = uuid_v4(self.sealer.random);
        list.cases.push(CaseEntry { id, lookup: self.key.lookup(&case.case_code) });
        let mut file = CaseFile::new(id, CaseHead::default(), 0);
        let mut draft = Draft::of(&file, &self.sealer);
        let (case_id, session_id) = (uuid_v4(self.sealer.random), uuid_v4(self.sealer.random));
        draft.put(Kind::Case, case_id, write(&case))?;
        draft.put(Kind::Session, session_id, write(&session))?;
        let list = write(&list)?;
        draft.batch.push(self.sealer.put(Kind::VaultHead, self.id(), revision + 1, &list)?);
        draft.commit(&mut file, &self.store).await?;
        file.case = Some(case);
        file.sessions.push((session_id, session));
        Ok(file)
    }

    /// Writes another questionnaire that is begun in a case.
    pub async fn begin_session(
        &self,
        file: &mut CaseFile,
        session: Session,
    ) -> Result<(), VaultError> {
        let id = uuid_v4(self.sealer.random);
        let mut draft = Draft::of(file, &self.sealer);
        let (case_id, case) = file.case_record()?;
        draft.put(Kind::Case, case_id, write(case))?;
        draft.put(Kind::Session, id, write(&session))?;
        draft.commit(file, &self.store).await?;
        file.sessions.push((id, session));
        Ok(())
    }
}
