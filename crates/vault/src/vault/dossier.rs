//! What a professional keeps of a case: beginning one without a list, and its dossier.

use super::{Vault, VaultError};
use crate::{
    CaseFile, Damaged, Kind,
    case_file::{Draft, Unread},
    head::{CaseEntry, CaseHead},
    random::uuid_v4,
    record::{read, write},
};
use draagkracht_core::{case::Case, dossier::Dossier, store::Store};
use uuid::Uuid;

impl<S: Store> Vault<S> {
    /// Writes a new case with its dossier.
    pub async fn new_case(&self, case: Case, dossier: &Dossier) -> Result<CaseFile, VaultError> {
        let (mut list, revision) = self.head().await??;
        let id = uuid_v4(self.sealer.random);
        list.cases.push(CaseEntry { id, lookup: self.key.lookup(&case.case_code) });
        let mut file = CaseFile::new(id, CaseHead::default(), 0);
        let mut draft = Draft::of(&file, &self.sealer);
        let (case_id, dossier_id) = (uuid_v4(self.sealer.random), uuid_v4(self.sealer.random));
        let value = write(dossier)?;
        draft.put(Kind::Case, case_id, write(&case))?;
        draft.put(Kind::Dossier, dossier_id, Ok(value.clone()))?;
        let list = write(&list)?;
        draft.batch.push(self.sealer.put(Kind::VaultHead, self.id(), revision + 1, &list)?);
        draft.commit(&mut file, &self.store).await?;
        file.case = Some(case);
        file.unread.push(Unread { kind: Kind::Dossier, id: dossier_id, value });
        Ok(file)
    }

    /// Writes the next revision of a dossier.
    pub async fn save_dossier(
        &self,
        file: &mut CaseFile,
        dossier: &Dossier,
    ) -> Result<(), VaultError> {
        let id = file.first(Kind::Dossier).ok_or(VaultError::NoDossier)?.id;
        let value = write(dossier)?;
        let mut draft = Draft::of(file, &self.sealer);
        draft.put(Kind::Dossier, id, Ok(value.clone()))?;
        draft.commit(file, &self.store).await?;
        file.set_unread(Kind::Dossier, id, value);
        Ok(())
    }
}

impl CaseFile {
    /// What the professional keeps of it; none in a resident's own vault.
    pub fn dossier(&self) -> Result<Option<Dossier>, Damaged> {
        let record = self.first(Kind::Dossier);
        record.map(|record| read(record.kind, record.id, &record.value)).transpose()
    }

    pub(crate) fn first(&self, kind: Kind) -> Option<&Unread> {
        self.unread.iter().find(|record| record.kind == kind)
    }

    pub(crate) fn set_unread(&mut self, kind: Kind, id: Uuid, value: zeroize::Zeroizing<Vec<u8>>) {
        self.unread.retain(|record| record.id != id);
        self.unread.push(Unread { kind, id, value });
    }
}
