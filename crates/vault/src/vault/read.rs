//! Reading: what is good comes out, what is damaged is named beside it.

use super::Vault;
use crate::{
    CaseFile, Damaged, Kind, Why,
    head::{CaseHead, Entry, VaultHead},
};
use draagkracht_core::{
    case_code::CaseCode,
    store::{Area, Store, StoreError, Stored},
};
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// How often a case is read again when another tab writes to it meanwhile.
const ATTEMPTS: u32 = 5;

impl<S: Store> Vault<S> {
    /// Every case, and beside them what cannot be used: the vault's own list, or a case's.
    pub async fn cases(&self) -> Result<Vec<Result<CaseFile, Damaged>>, StoreError> {
        let heads = self.store.all(Area::Heads).await?;
        let own_id = self.id().to_string();
        let own = heads.iter().find(|(id, _)| *id == own_id).map(|(_, stored)| stored);
        let list = self.check::<VaultHead>(Kind::VaultHead, self.id(), None, own);
        let mut cases = vec![];
        let mut listed = vec![];
        match &list {
            Ok(head) => listed.extend(head.cases.iter().map(|case| case.id)),
            Err(damaged) => cases.push(Err(damaged.clone())),
        }
        for id in &listed {
            cases.push(self.case(*id).await?);
        }
        for (id, stored) in &heads {
            let unlisted = id.parse().ok().filter(|id| *id != self.id() && !listed.contains(id));
            let Some(unlisted) = unlisted else { continue };
            // One that does not open belongs to another vault.
            if self.sealer.get::<CaseHead>(Kind::CaseHead, id, stored).is_ok() {
                let mut case = self.case(unlisted).await?;
                if let (Ok(file), Ok(_)) = (&mut case, &list) {
                    file.damaged.push(damaged(Kind::CaseHead, unlisted, Why::Unlisted));
                }
                cases.push(case);
            }
        }
        Ok(cases)
    }

    /// One case, by [`CaseFile::id`].
    pub async fn case(&self, id: Uuid) -> Result<Result<CaseFile, Damaged>, StoreError> {
        let mut attempt = 1;
        loop {
            let stored = self.store.get(Area::Heads, &id.to_string()).await?;
            let revision = stored.as_ref().map_or(0, |stored| stored.revision);
            let head = match self.check::<CaseHead>(Kind::CaseHead, id, None, stored.as_ref()) {
                Ok(head) => head,
                Err(damaged) => return Ok(Err(damaged)),
            };
            let file = self.read_records(CaseFile::new(id, head, revision)).await?;
            if file.damaged.is_empty() || attempt == ATTEMPTS {
                return Ok(Ok(file));
            }
            // What looks damaged may be a write that came between.
            let now = self.store.get(Area::Heads, &id.to_string()).await?;
            if now.is_some_and(|now| now.revision == revision) {
                return Ok(Ok(file));
            }
            attempt += 1;
        }
    }

    /// The ids of the cases with this code; more than one when two drew the same.
    pub async fn find(&self, code: &CaseCode) -> Result<Result<Vec<Uuid>, Damaged>, StoreError> {
        let lookup = self.key.lookup(code);
        let found = |head: VaultHead| {
            let cases = head.cases.into_iter().filter(|case| case.lookup == lookup);
            cases.map(|case| case.id).collect()
        };
        Ok(self.head().await?.map(|(head, _)| found(head)))
    }

    /// The vault's own list, and its revision.
    pub(crate) async fn head(&self) -> Result<Result<(VaultHead, u32), Damaged>, StoreError> {
        let stored = self.store.get(Area::Heads, &self.id().to_string()).await?;
        let revision = stored.as_ref().map_or(0, |stored| stored.revision);
        let head = self.check::<VaultHead>(Kind::VaultHead, self.id(), None, stored.as_ref());
        Ok(head.map(|head| (head, revision)))
    }

    async fn read_records(&self, mut file: CaseFile) -> Result<CaseFile, StoreError> {
        for entry in file.head.records.clone() {
            let Entry { kind, id, .. } = entry;
            let stored = self.store.get(kind.area(), &id.to_string()).await?;
            let stored = stored.as_ref();
            let read = match kind {
                Kind::Case => self.listed(entry, stored).map(|case| file.case = Some(case)),
                Kind::Session => self.listed(entry, stored).map(|s| file.sessions.push((id, s))),
                Kind::Response => self.listed(entry, stored).map(|r| file.responses.push((id, r))),
                Kind::Job => self.listed(entry, stored).map(|job| file.jobs.push((id, job))),
                Kind::VaultHead | Kind::CaseHead | Kind::DeviceKeys => Ok(()),
            };
            file.damaged.extend(read.err());
        }
        Ok(file)
    }

    /// The value of a record in a list.
    pub(crate) fn listed<T: DeserializeOwned>(
        &self,
        entry: Entry,
        stored: Option<&Stored>,
    ) -> Result<T, Damaged> {
        self.check(entry.kind, entry.id, Some(entry.revision), stored)
    }

    fn check<T: DeserializeOwned>(
        &self,
        kind: Kind,
        id: Uuid,
        listed: Option<u32>,
        stored: Option<&Stored>,
    ) -> Result<T, Damaged> {
        let value = match (stored, listed) {
            (None, _) => Err(Why::Missing),
            (Some(stored), Some(listed)) if stored.revision != listed => {
                Err(Why::RolledBack { listed, found: stored.revision })
            }
            (Some(stored), _) => self.sealer.get(kind, &id.to_string(), stored),
        };
        value.map_err(|why| damaged(kind, id, why))
    }
}

fn damaged(kind: Kind, id: Uuid, why: Why) -> Damaged {
    Damaged { area: kind.area(), id: id.to_string(), kind: Some(kind), why }
}
