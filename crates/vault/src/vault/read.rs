//! Reading: what is good comes out, what is damaged is named beside it.

use super::Vault;
use crate::{
    CaseFile, Damaged, Kind, Why,
    case_file::Unread,
    head::{CaseHead, VaultHead},
    record::{damaged, read},
};
use draagkracht_core::{
    case_code::CaseCode,
    store::{Area, Store, StoreError, Stored},
};
use uuid::Uuid;

/// How often something is read again when another tab writes meanwhile.
const ATTEMPTS: u32 = 5;

/// Records of one area, in order of id.
type Records = [(String, Stored)];

impl<S: Store> Vault<S> {
    /// Every case, and beside them what cannot be used: the vault's own list, or a case's. With the
    /// wrong key that is everything.
    pub async fn cases(&self) -> Result<Vec<Result<CaseFile, Damaged>>, StoreError> {
        let mut heads = self.store.all(Area::Heads).await?;
        let mut attempt = 1;
        loop {
            let records = self.store.all(Area::Records).await?;
            let now = self.store.all(Area::Heads).await?;
            // Every write changes a head: nothing was written in between.
            if heads == now || attempt == ATTEMPTS {
                return Ok(self.assemble(&heads, &records));
            }
            heads = now;
            attempt += 1;
        }
    }

    /// One case, by [`CaseFile::id`].
    pub async fn case(&self, id: Uuid) -> Result<Result<CaseFile, Damaged>, StoreError> {
        let mut attempt = 1;
        loop {
            let stored = self.store.get(Area::Heads, &id.to_string()).await?;
            let mut file = match self.case_head(id, stored.as_ref()) {
                Ok(file) => file,
                Err(damaged) => return Ok(Err(damaged)),
            };
            let mut records: Vec<(String, Stored)> = vec![];
            for entry in &file.head.records {
                let id = entry.id.to_string();
                if let Some(stored) = self.store.get(Area::Records, &id).await? {
                    // In order of id, without the code of a sort.
                    let at = records.partition_point(|(other, _)| *other < id);
                    records.insert(at, (id, stored));
                }
            }
            let now = self.store.get(Area::Heads, &id.to_string()).await?;
            if stored == now || attempt == ATTEMPTS {
                self.fill(&mut file, &records);
                return Ok(Ok(file));
            }
            attempt += 1;
        }
    }

    /// The ids of the cases with this code; more than one when two drew the same.
    pub async fn find(&self, code: &CaseCode) -> Result<Result<Vec<Uuid>, Damaged>, StoreError> {
        let lookup = self.key.lookup(code);
        Ok(self.head().await?.map(|(head, _)| {
            let cases = head.cases.into_iter().filter(|case| case.lookup == lookup);
            cases.map(|case| case.id).collect()
        }))
    }

    /// The vault's own list, and its revision.
    pub(crate) async fn head(&self) -> Result<Result<(VaultHead, u32), Damaged>, StoreError> {
        let stored = self.store.get(Area::Heads, &self.id().to_string()).await?;
        let revision = stored.as_ref().map_or(0, |stored| stored.revision);
        Ok(self.vault_head(stored.as_ref()).map(|head| (head, revision)))
    }

    fn assemble(&self, heads: &Records, records: &Records) -> Vec<Result<CaseFile, Damaged>> {
        let list = self.vault_head(find(heads, self.id()));
        let mut cases = vec![];
        let mut listed = vec![self.id()];
        match &list {
            Ok(list) => listed.extend(list.cases.iter().map(|case| case.id)),
            Err(damaged) => cases.push(Err(damaged.clone())),
        }
        for id in &listed[1..] {
            cases.push(self.case_head(*id, find(heads, *id)));
        }
        for (id, stored) in heads {
            // One that does not open belongs to another vault.
            if let Ok(id) = id.parse()
                && !listed.contains(&id)
                && let Ok(mut file) = self.case_head(id, Some(stored))
            {
                if list.is_ok() {
                    file.damaged.push(damaged(Kind::CaseHead, id, Why::Unlisted));
                }
                cases.push(Ok(file));
            }
        }
        for file in cases.iter_mut().flatten() {
            self.fill(file, records);
        }
        cases
    }

    fn vault_head(&self, stored: Option<&Stored>) -> Result<VaultHead, Damaged> {
        let id = self.id();
        read(Kind::VaultHead, id, &self.sealer.get(Kind::VaultHead, id, None, stored)?)
    }

    /// A case of which only the list has been read.
    fn case_head(&self, id: Uuid, stored: Option<&Stored>) -> Result<CaseFile, Damaged> {
        let head = self.sealer.get(Kind::CaseHead, id, None, stored)?;
        let head: CaseHead = read(Kind::CaseHead, id, &head)?;
        Ok(CaseFile::new(id, head, stored.map_or(0, |stored| stored.revision)))
    }

    /// Reads everything in the list.
    fn fill(&self, file: &mut CaseFile, records: &Records) {
        for entry in file.head.records.clone() {
            let (kind, id) = (entry.kind, entry.id);
            let stored = find(records, id);
            let value = self.sealer.get(kind, id, Some(entry.revision), stored);
            let read = value.and_then(|value| {
                match kind {
                    Kind::Case => file.case = Some(read(kind, id, &value)?),
                    Kind::Session => file.sessions.push((id, read(kind, id, &value)?)),
                    Kind::Response => file.responses.push((id, read(kind, id, &value)?)),
                    Kind::Job => file.jobs.push((id, read(kind, id, &value)?)),
                    Kind::VaultHead | Kind::CaseHead | Kind::DeviceKeys => {}
                    _ => file.unread.push(Unread { kind, id, value }),
                }
                Ok(())
            });
            file.damaged.extend(read.err());
        }
    }
}

fn find(records: &Records, id: Uuid) -> Option<&Stored> {
    let id = id.to_string();
    let at = records.binary_search_by(|(other, _)| other.as_str().cmp(&id)).ok()?;
    Some(&records[at].1)
}
