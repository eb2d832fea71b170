//! Papers: what a professional writes in a case beside lists, such as a plan, each in a record of its own.

use super::{Vault, VaultError};
use crate::{
    CaseFile, Damaged, Kind,
    case_file::Draft,
    random::uuid_v4,
    record::{read, write},
};
use draagkracht_core::{form::FormResponse, note::Note, plan::Plan, remark::Remark, store::Store};
use serde::{Serialize, de::DeserializeOwned};
use uuid::Uuid;

/// What a professional writes in a case. A kind of record holds one kind of paper.
pub trait Paper: Serialize + DeserializeOwned {
    /// The kind of record that holds it.
    const KIND: Kind;

    /// What tells it from the other papers of its kind in a case, through all of its revisions.
    fn id(&self) -> Uuid;

    /// Whether it belongs in a case at all.
    fn is_of_a_case(&self) -> bool {
        true
    }
}

impl Paper for Plan {
    const KIND: Kind = Kind::Plan;

    fn id(&self) -> Uuid {
        self.plan_id
    }
}

impl Paper for Note {
    const KIND: Kind = Kind::Note;

    fn id(&self) -> Uuid {
        self.note_id
    }
}

impl Paper for FormResponse {
    const KIND: Kind = Kind::FormAnswers;

    fn id(&self) -> Uuid {
        self.response_id
    }

    fn is_of_a_case(&self) -> bool {
        self.case.is_some()
    }
}

impl Paper for Remark {
    const KIND: Kind = Kind::Remark;

    fn id(&self) -> Uuid {
        self.remark_id
    }
}

impl<S: Store> Vault<S> {
    /// Writes a paper: a new one, or in the place of the one with its id. The same again is not written.
    pub async fn save_paper<P: Paper>(
        &self,
        file: &mut CaseFile,
        paper: &P,
    ) -> Result<(), VaultError> {
        if !paper.is_of_a_case() {
            return Err(VaultError::Misplaced);
        }
        let value = write(paper)?;
        let kept = file.record_of::<P>(paper.id())?;
        if kept.is_some_and(|record| file.unread.iter().any(|u| u.id == record && u.value == value))
        {
            return Ok(());
        }
        let mut draft = Draft::of(file, &self.sealer);
        let record = if let Some(record) = kept {
            record
        } else {
            // What is new comes with a write of what was there: a head that is put back is found out.
            let (id, case) = file.case_record()?;
            draft.put(Kind::Case, id, write(case))?;
            uuid_v4(self.sealer.random)
        };
        draft.put(P::KIND, record, Ok(value.clone()))?;
        draft.commit(file, &self.store).await?;
        file.set_unread(P::KIND, record, value);
        Ok(())
    }

    /// Removes a paper. One that is not there is removed already.
    pub async fn remove_paper<P: Paper>(
        &self,
        file: &mut CaseFile,
        id: Uuid,
    ) -> Result<(), VaultError> {
        let Some(record) = file.record_of::<P>(id)? else { return Ok(()) };
        let mut draft = Draft::of(file, &self.sealer);
        draft.remove(P::KIND, record);
        draft.commit(file, &self.store).await?;
        file.unread.retain(|unread| unread.id != record);
        Ok(())
    }
}

impl CaseFile {
    /// The papers of a kind, oldest first.
    pub fn papers<P: Paper>(&self) -> Result<Vec<P>, Damaged> {
        Ok(self.papers_with_records()?.into_iter().map(|(_, paper)| paper).collect())
    }

    fn record_of<P: Paper>(&self, id: Uuid) -> Result<Option<Uuid>, Damaged> {
        let papers = self.papers_with_records::<P>()?;
        Ok(papers.into_iter().find(|(_, paper)| paper.id() == id).map(|(record, _)| record))
    }

    /// In the order of the list, which is that in which they were first written.
    pub(super) fn papers_with_records<P: Paper>(&self) -> Result<Vec<(Uuid, P)>, Damaged> {
        let listed = self.head.records.iter().filter(|entry| entry.kind == P::KIND);
        let opened = listed.filter_map(|entry| self.unread.iter().find(|u| u.id == entry.id));
        opened.map(|u| Ok((u.id, read(u.kind, u.id, &u.value)?))).collect()
    }
}
