//! Taking a case from a colleague: a new one, or joined with the copy that is here.

mod merge;
mod outcome;
mod papers;

pub use outcome::{Conflict, Imported, ShareError};

use super::{Vault, VaultError};
use crate::{
    CaseFile, Kind,
    case_file::Draft,
    head::{CaseEntry, CaseHead, VaultHead},
    random::uuid_v4,
    record::write,
};
use draagkracht_core::{case::Case, dossier::Origin, sealing::WholeCase, store::Store};
use merge::Plan;
use uuid::Uuid;

impl CaseFile {
    /// All of a case, to be sealed for a colleague. None of it may be damaged, or with the resident.
    pub fn whole_case(&self) -> Result<WholeCase, ShareError> {
        if let Some(damaged) = self.damaged.first() {
            return Err(damaged.clone().into());
        }
        if !self.handed_over()?.is_empty() {
            return Err(ShareError::HandedOver);
        }
        Ok(WholeCase {
            case: self.case_record()?.1.clone(),
            dossier: self.dossier()?.ok_or(VaultError::NoDossier)?,
            responses: self.responses().cloned().collect(),
            sessions: self.sessions().cloned().collect(),
            papers: self.all_papers()?,
            remarks: self.papers()?,
        })
    }
}

impl<S: Store> Vault<S> {
    /// Writes a case that a colleague gave, in one batch. One that is here already is joined with it;
    /// what is here already is not written again, and nothing at all when all of it is. `theirs` is
    /// what the worker opened and checked.
    pub async fn import(&self, theirs: WholeCase, origin: Origin) -> Result<Imported, ShareError> {
        // Read before the cases: if another tab adds one meanwhile, this is a conflict.
        let (list, revision) = self.head().await??;
        match self.copy_of(&theirs.case, &list).await? {
            Some(file) => self.join_case(file, theirs, origin).await,
            None => self.add_case(list, revision, theirs, origin).await,
        }
    }

    /// The case that is here with this id.
    async fn copy_of(&self, case: &Case, list: &VaultHead) -> Result<Option<CaseFile>, ShareError> {
        let lookup = self.key.lookup(&case.case_code);
        let same_code: Vec<String> =
            list.cases.iter().filter(|c| c.lookup == lookup).map(|c| c.id.to_string()).collect();
        for found in self.cases().await? {
            match found {
                Ok(file) => match file.case() {
                    Some(here) if here.case_id == case.case_id => {
                        return if here.case_code == case.case_code {
                            Ok(Some(file))
                        } else {
                            Err(ShareError::OtherCode {
                                here: here.case_code,
                                found: case.case_code,
                            })
                        };
                    }
                    // It may be this very case.
                    None if same_code.contains(&file.id.to_string()) => {
                        file.case_record()?;
                    }
                    _ => {}
                },
                Err(damaged) if same_code.contains(&damaged.id) => return Err(damaged.into()),
                Err(_) => {}
            }
        }
        Ok(None)
    }

    async fn add_case(
        &self,
        mut list: VaultHead,
        revision: u32,
        theirs: WholeCase,
        origin: Origin,
    ) -> Result<Imported, ShareError> {
        let random = self.sealer.random;
        let id = uuid_v4(random);
        list.cases.push(CaseEntry { id, lookup: self.key.lookup(&theirs.case.case_code) });
        let file = CaseFile::new(id, CaseHead::default(), 0);
        let mut draft = Draft::of(&file, &self.sealer);
        let list = write(&list)?;
        draft.batch.push(self.sealer.put(Kind::VaultHead, self.id(), revision + 1, &list)?);
        draft.put(Kind::Case, uuid_v4(random), write(&theirs.case))?;
        let dossier = uuid_v4(random);
        self.carry_out(file, draft, dossier, Plan::of_new(theirs, origin)?).await
    }

    async fn join_case(
        &self,
        file: CaseFile,
        theirs: WholeCase,
        origin: Origin,
    ) -> Result<Imported, ShareError> {
        let needed = [Kind::CaseHead, Kind::Case, Kind::Dossier, Kind::Handover];
        let missing =
            file.damaged.iter().find(|d| d.kind.is_some_and(|kind| needed.contains(&kind)));
        if let Some(damaged) = missing {
            return Err(damaged.clone().into());
        }
        if !file.handed_over()?.is_empty() {
            return Err(ShareError::HandedOver);
        }
        let record = file.first(Kind::Dossier).ok_or(VaultError::NoDossier)?.id;
        let dossier = file.dossier()?.ok_or(VaultError::NoDossier)?;
        let plan = Plan::of_joining(&file, &dossier, theirs, origin)?;
        let mut draft = Draft::of(&file, &self.sealer);
        let (case_id, case) = file.case_record()?;
        draft.put(Kind::Case, case_id, write(case))?;
        self.carry_out(file.clone(), draft, record, plan).await
    }

    /// Writes what is to be done, and reads the case again as it is then.
    async fn carry_out(
        &self,
        mut file: CaseFile,
        mut draft: Draft<'_>,
        dossier: Uuid,
        plan: Plan,
    ) -> Result<Imported, ShareError> {
        let is_new = file.revision == 0;
        let imported = |file| Imported { file, is_new, ..plan.told.clone() };
        if !plan.changes_anything() {
            return Ok(imported(file));
        }
        if let Some(value) = &plan.dossier {
            draft.put(Kind::Dossier, dossier, write(value))?;
        }
        let mut order: Vec<_> =
            file.responses.iter().map(|(id, r)| (r.completed.clone(), *id)).collect();
        for response in &plan.responses {
            let id = uuid_v4(self.sealer.random);
            draft.put(Kind::Response, id, write(response))?;
            order.push((response.completed.clone(), id));
        }
        for (record, session) in &plan.sessions {
            let id = record.unwrap_or_else(|| uuid_v4(self.sealer.random));
            draft.put(Kind::Session, id, write(session))?;
        }
        for paper in &plan.papers {
            let id = paper.record.unwrap_or_else(|| uuid_v4(self.sealer.random));
            draft.put(paper.kind, id, Ok(paper.value.clone()))?;
        }
        for record in &plan.done {
            draft.remove(Kind::Session, *record);
        }
        // Responses are read in the order of the list, which is that of completion.
        order.sort_by(|(one, _), (other, _)| one.cmp(other));
        draft.head.records.sort_by_key(|entry| order.iter().position(|(_, id)| *id == entry.id));
        let id = file.id;
        draft.commit(&mut file, &self.store).await?;
        Ok(imported(self.case(id).await??))
    }
}
