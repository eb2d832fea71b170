//! What a professional answers about their own work: in the vault's own list, in no case, and handed in
//! apart.

use super::{Vault, VaultError};
use crate::{
    Damaged, Job, Kind,
    head::{Entry, VaultHead, list},
    outbox,
    random::uuid_v4,
    record::{read, write},
};
use draagkracht_core::{
    form::FormResponse,
    store::{Area, Batch, Change, Store, Stored},
};
use serde::de::DeserializeOwned;
use uuid::Uuid;
use zeroize::Zeroizing;

impl<S: Store> Vault<S> {
    /// The answers, oldest first, and in the place of those that cannot be used what is wrong.
    pub async fn own_answers(&self) -> Result<Vec<Result<FormResponse, Damaged>>, VaultError> {
        let (head, _) = self.head().await??;
        let all = self.own(&head, Kind::FormAnswers).await?;
        Ok(all.into_iter().map(|(_, answers)| answers).collect())
    }

    /// Writes answers: new ones, or in the place of those with their id. The same again is not written.
    pub async fn save_own_answers(&self, answers: &FormResponse) -> Result<(), VaultError> {
        if answers.case.is_some() {
            return Err(VaultError::Misplaced);
        }
        let (mut head, revision) = self.head().await??;
        let kept = self.own_record(&head, answers.response_id).await?;
        if kept.as_ref().is_some_and(|(_, kept)| kept == answers) {
            return Ok(());
        }
        let mut batch = vec![];
        let record = if let Some((record, _)) = kept {
            record
        } else {
            batch.push(self.keys_again(&mut head).await?);
            uuid_v4(self.sealer.random)
        };
        let next = list(&mut head.records, Kind::FormAnswers, record);
        batch.push(self.sealer.put(Kind::FormAnswers, record, next, &write(answers)?)?);
        self.commit_head(batch, &head, revision).await
    }

    /// Removes answers. What is not there is removed already; what was handed in stays in the outbox.
    pub async fn remove_own_answers(&self, response_id: Uuid) -> Result<(), VaultError> {
        let (mut head, revision) = self.head().await??;
        let Some((record, _)) = self.own_record(&head, response_id).await? else { return Ok(()) };
        head.records.retain(|entry| entry.id != record);
        let (area, id) = (Kind::FormAnswers.area(), record.to_string());
        self.commit_head(vec![Change::Remove { area, id }], &head, revision).await
    }

    /// What was sealed of these answers, bundle by bundle; how far each is, is in [`crate::outbox`].
    pub async fn own_bundles(&self) -> Result<Vec<Result<Job, Damaged>>, VaultError> {
        let (head, _) = self.head().await??;
        let all = self.own(&head, Kind::Job).await?;
        Ok(all.into_iter().map(|(_, job)| job).collect())
    }

    /// Puts a sealed bundle of them in the outbox, together with what it covers.
    pub async fn put_own_bundle(&self, job: &Job, bundle: &[u8]) -> Result<(), VaultError> {
        let (mut head, revision) = self.head().await??;
        let keys = self.keys_again(&mut head).await?;
        let record = uuid_v4(self.sealer.random);
        let next = list(&mut head.records, Kind::Job, record);
        let stored = Stored { revision: 1, bytes: outbox::waiting(bundle)? };
        let batch = vec![
            keys,
            self.sealer.put(Kind::Job, record, next, &write(job)?)?,
            Change::Put { area: Area::Outbox, id: job.bundle_id.to_string(), stored },
        ];
        self.commit_head(batch, &head, revision).await
    }

    /// The vault's own records of a kind, in the order in which they were first written.
    async fn own<T: DeserializeOwned>(
        &self,
        head: &VaultHead,
        kind: Kind,
    ) -> Result<Vec<(Uuid, Result<T, Damaged>)>, VaultError> {
        let mut all = vec![];
        for entry in head.records.iter().filter(|entry| entry.kind == kind) {
            let value = self.own_value(*entry).await?;
            all.push((entry.id, value.and_then(|value| read(kind, entry.id, &value))));
        }
        Ok(all)
    }

    /// The record with these answers; a damaged one is not written over.
    async fn own_record(
        &self,
        head: &VaultHead,
        response_id: Uuid,
    ) -> Result<Option<(Uuid, FormResponse)>, VaultError> {
        let all = self.own::<FormResponse>(head, Kind::FormAnswers).await?;
        let good = all.into_iter().filter_map(|(record, answers)| Some((record, answers.ok()?)));
        Ok({ good }.find(|(_, answers)| answers.response_id == response_id))
    }

    /// What is new comes with a write of what was there: a head that is put back is found out.
    async fn keys_again(&self, head: &mut VaultHead) -> Result<Change, VaultError> {
        let entry = super::device_keys::entry(head)?;
        let keys = self.own_value(entry).await??;
        let next = list(&mut head.records, entry.kind, entry.id);
        self.sealer.put(entry.kind, entry.id, next, &keys)
    }

    async fn own_value(
        &self,
        Entry { kind, id, revision }: Entry,
    ) -> Result<Result<Zeroizing<Vec<u8>>, Damaged>, VaultError> {
        let stored = self.store.get(kind.area(), &id.to_string()).await?;
        Ok(self.sealer.get(kind, id, Some(revision), stored.as_ref()))
    }

    async fn commit_head(
        &self,
        mut batch: Vec<Change>,
        head: &VaultHead,
        revision: u32,
    ) -> Result<(), VaultError> {
        batch.push(self.sealer.put(Kind::VaultHead, self.id(), revision + 1, &write(head)?)?);
        Ok(self.store.commit(Batch(batch)).await?)
    }
}
