//! Handing a list to the resident, and taking it back.
//!
//! The list moves to a vault of its own under a session key. The professional's data key is then
//! forgotten; taking back needs it again. Both ways are one step: the list is in one vault or in
//! the other, never in both and never in none.

use super::{Vault, VaultError};
use crate::{
    CaseFile, DataKey, Handover, Kind,
    case_file::{Draft, Unread},
    head::{CaseEntry, CaseHead, VaultHead, list},
    random::uuid_v4,
    record::{Sealer, read, write},
    wrap::{Wrap, Wraps},
};
use draagkracht_core::{
    case::Case,
    dossier::{Cell, Dossier},
    session::Session,
    store::{Area, Batch, Change, Store, Stored},
};
use uuid::Uuid;

impl<S: Store + Clone> Vault<S> {
    /// Moves a list to a vault of its own, under `key`. `ways` has how the resident's screen comes
    /// by that key; the way back by this vault's key is added. Says under which id it is.
    pub async fn hand_over(
        &self,
        file: &mut CaseFile,
        case: Case,
        session: Session,
        key: &DataKey,
        ways: Vec<Wrap>,
    ) -> Result<Uuid, VaultError> {
        let lent = uuid_v4(self.sealer.random);
        let way_back = Wrap::Vault {
            vault: self.id(),
            sealed: self.lending_key(lent).wrap(key, self.sealer.random),
        };
        let wraps = Wraps { label: None, wraps: ways.into_iter().chain([way_back]).collect() };
        let wraps = wraps.to_bytes().map_err(|_| VaultError::Unwritable)?;
        let identity = session.identity();
        let cell = Cell {
            person: identity.person.clone(),
            moment: identity.moment,
            rater: identity.rater,
        };
        let mut draft = Draft::of(file, &self.sealer);
        let begun = file.session_record(identity.response_id).ok();
        if let Some(record) = begun {
            draft.remove(Kind::Session, record);
        }
        // With every addition goes a write of what was listed before: see `head`.
        let (case_record, own) = file.case_record()?;
        draft.put(Kind::Case, case_record, write(own))?;
        let handover = write(&Handover { vault: lent, cell })?;
        let record = uuid_v4(self.sealer.random);
        draft.put(Kind::Handover, record, Ok(handover.clone()))?;
        let (mut batch, head) = draft.into_batch(file)?;
        batch.extend(self.lent_batch(lent, key, wraps, &case, &session)?);
        self.store.commit(Batch(batch)).await?;
        file.head = head;
        file.revision += 1;
        file.sessions.retain(|(id, _)| Some(*id) != begun);
        file.unread.push(Unread { kind: Kind::Handover, id: record, value: handover });
        Ok(lent)
    }

    /// What a new vault with one case and one list is written as.
    fn lent_batch(
        &self,
        lent: Uuid,
        key: &DataKey,
        wraps: Vec<u8>,
        case: &Case,
        session: &Session,
    ) -> Result<Vec<Change>, VaultError> {
        let random = self.sealer.random;
        let sealer = Sealer::new(lent, key, random);
        let (keys, id) = (uuid_v4(random), uuid_v4(random));
        let entry = CaseEntry { id, lookup: key.lookup(&case.case_code) };
        let mut vault_head = VaultHead { cases: vec![entry], records: vec![] };
        let revision = list(&mut vault_head.records, Kind::DeviceKeys, keys);
        let file = CaseFile::new(id, CaseHead::default(), 0);
        let mut draft = Draft::of(&file, &sealer);
        draft.put(Kind::Case, uuid_v4(random), write(case))?;
        draft.put(Kind::Session, uuid_v4(random), write(session))?;
        let (mut batch, _) = draft.into_batch(&file)?;
        let stored = Stored { revision: 1, bytes: wraps };
        batch.push(Change::Put { area: Area::Vaults, id: lent.to_string(), stored });
        batch.push(sealer.put(Kind::DeviceKeys, keys, revision, b"")?);
        batch.push(sealer.put(Kind::VaultHead, lent, 1, &write(&vault_head)?)?);
        Ok(batch)
    }

    /// Takes a list back from the vault that it was handed over in, which is then gone. `dossier` is
    /// written with it, since the resident said there what they agree to.
    pub async fn take_back(
        &self,
        file: &mut CaseFile,
        lent: &Vault<S>,
        dossier: &Dossier,
    ) -> Result<(), VaultError> {
        let handover = file.handovers()?.into_iter().find(|(_, h)| h.vault == lent.id());
        let (record, _) = handover.ok_or(VaultError::NotHandedOver)?;
        let dossier_id = file.first(Kind::Dossier).ok_or(VaultError::NoDossier)?.id;
        let mut after = file.clone();
        let mut draft = Draft::of(file, &self.sealer);
        draft.remove(Kind::Handover, record);
        let value = write(dossier)?;
        draft.put(Kind::Dossier, dossier_id, Ok(value.clone()))?;
        after.unread.retain(|unread| unread.id != record);
        after.set_unread(Kind::Dossier, dossier_id, value);
        let mut gone = vec![];
        for theirs in lent.cases().await? {
            let theirs = theirs?;
            if let Some(damaged) = theirs.damaged.first() {
                return Err(damaged.clone().into());
            }
            for session in theirs.sessions() {
                let id = uuid_v4(self.sealer.random);
                draft.put(Kind::Session, id, write(session))?;
                after.sessions.push((id, session.clone()));
            }
            for response in theirs.responses() {
                let id = uuid_v4(self.sealer.random);
                draft.put(Kind::Response, id, write(response))?;
                after.responses.push((id, response.clone()));
            }
            gone.extend(theirs.head.records.iter().map(|entry| (entry.kind.area(), entry.id)));
            gone.push((Area::Heads, theirs.id));
        }
        let (list, _) = lent.head().await??;
        gone.extend(list.records.iter().map(|entry| (entry.kind.area(), entry.id)));
        gone.extend([(Area::Heads, lent.id()), (Area::Vaults, lent.id())]);
        let (mut batch, head) = draft.into_batch(file)?;
        let gone = gone.into_iter();
        batch.extend(gone.map(|(area, id)| Change::Remove { area, id: id.to_string() }));
        self.store.commit(Batch(batch)).await?;
        after.head = head;
        after.revision += 1;
        *file = after;
        Ok(())
    }
}

impl CaseFile {
    /// What is with the resident, each with its record.
    pub(crate) fn handovers(&self) -> Result<Vec<(Uuid, Handover)>, VaultError> {
        let records = self.unread.iter().filter(|record| record.kind == Kind::Handover);
        let read =
            records.map(|record| Ok((record.id, read(record.kind, record.id, &record.value)?)));
        read.collect()
    }

    /// What is with the resident now.
    pub fn handed_over(&self) -> Result<Vec<Handover>, VaultError> {
        Ok(self.handovers()?.into_iter().map(|(_, handover)| handover).collect())
    }
}
