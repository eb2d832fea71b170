//! Papers of two copies of a case: nothing lost, nothing twice.

use super::Conflict;
use crate::{CaseFile, Kind, Paper, VaultError, record::write};
use draagkracht_core::{
    form::FormResponse,
    note::Note,
    papers::{Papers, contains},
    plan::Plan,
    remark::Remark,
};
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};
use zeroize::Zeroizing;

/// A paper to be written: a new one, or in the place of the one in this record.
#[derive(Debug)]
pub(super) struct Write {
    pub record: Option<Uuid>,
    pub kind: Kind,
    pub value: Zeroizing<Vec<u8>>,
}

/// What is to be written, and told.
#[derive(Debug, Default)]
pub(super) struct Joined {
    pub writes: Vec<Write>,
    pub told: Vec<Uuid>,
    pub conflicts: Vec<Conflict>,
}

/// A paper of which two copies of a case may have two versions.
trait Versioned: Paper + Clone + PartialEq {
    fn revision(&self) -> u32;
    fn with_id(self, id: Uuid) -> Self;
    fn conflict(id: Uuid) -> Conflict;
}

impl Versioned for Plan {
    fn revision(&self) -> u32 {
        self.revision.get()
    }

    fn with_id(self, plan_id: Uuid) -> Self {
        Self { plan_id, ..self }
    }

    fn conflict(id: Uuid) -> Conflict {
        Conflict::Plan(id)
    }
}

impl Versioned for Note {
    fn revision(&self) -> u32 {
        self.revision.get()
    }

    fn with_id(self, note_id: Uuid) -> Self {
        Self { note_id, ..self }
    }

    fn conflict(id: Uuid) -> Conflict {
        Conflict::Note(id)
    }
}

impl Versioned for FormResponse {
    fn revision(&self) -> u32 {
        self.revision.get()
    }

    fn with_id(self, response_id: Uuid) -> Self {
        Self { response_id, ..self }
    }

    fn conflict(id: Uuid) -> Conflict {
        Conflict::FormResponse(id)
    }
}

impl Joined {
    /// For a case that is here, or a file that is empty.
    pub(super) fn of(
        file: &CaseFile,
        theirs: Papers,
        remarks: Vec<Remark>,
    ) -> Result<Self, VaultError> {
        let mut writes = Self::default();
        writes.join(file, theirs.plans)?;
        writes.join(file, theirs.notes)?;
        writes.join(file, theirs.form_responses)?;
        writes.join_remarks(file, remarks)?;
        Ok(writes)
    }

    /// There is one at each row: what both say is in it.
    fn join_remarks(&mut self, file: &CaseFile, theirs: Vec<Remark>) -> Result<(), VaultError> {
        let here = file.papers_with_records::<Remark>()?;
        for theirs in theirs {
            let at = |ours: &Remark| ours.is_at(&theirs.person, theirs.moment, theirs.about);
            let Some((record, ours)) = here.iter().find(|(_, ours)| at(ours)) else {
                self.put(None, &theirs)?;
                continue;
            };
            match ours.join(&theirs) {
                Ok(both) if both.words == ours.words => {}
                Ok(both) => self.put(Some(*record), &both)?,
                Err(_) => self.conflicts.push(Conflict::Remark(ours.remark_id)),
            }
        }
        Ok(())
    }

    fn join<P: Versioned>(&mut self, file: &CaseFile, theirs: Vec<P>) -> Result<(), VaultError> {
        let mut here = file.papers_with_records::<P>()?;
        for theirs in theirs {
            let id = theirs.id();
            let same = |here: &P| here.clone().with_id(id) == theirs;
            if here.iter().any(|(_, here)| same(here)) {
                continue;
            }
            let Some((record, ours)) = here.iter().find(|(_, here)| here.id() == id).cloned()
            else {
                self.put(None, &theirs)?;
                here.push((Uuid::nil(), theirs));
                continue;
            };
            if theirs.revision() >= ours.revision() && contains(&theirs, &ours) {
                self.put(Some(record), &theirs)?;
            } else if ours.revision() < theirs.revision() || !contains(&ours, &theirs) {
                self.conflicts.push(P::conflict(id));
                let copy = theirs.clone().with_id(other_id(&theirs)?);
                self.put(None, &copy)?;
                here.push((Uuid::nil(), copy));
            }
        }
        Ok(())
    }

    fn put<P: Paper>(&mut self, record: Option<Uuid>, paper: &P) -> Result<(), VaultError> {
        self.told.push(paper.id());
        self.writes.push(Write { record, kind: P::KIND, value: write(paper)? });
        Ok(())
    }
}

/// The id of a version that is kept beside another one with its id: made of what it says, so that the
/// same version is the same paper on every device.
fn other_id<P: Versioned>(paper: &P) -> Result<Uuid, VaultError> {
    let hash: [u8; 32] = Sha256::digest(write(paper)?.as_slice()).into();
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    Ok(Builder::from_random_bytes(bytes).into_uuid())
}
