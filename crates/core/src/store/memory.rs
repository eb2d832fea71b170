//! A store in memory, for tests.

use super::{Area, Batch, Change, Store, StoreError, Stored};
use std::{cell::RefCell, collections::BTreeMap};

/// Keeps records until it is dropped.
#[derive(Debug, Default)]
pub struct MemoryStore {
    records: RefCell<BTreeMap<(Area, String), Stored>>,
}

impl Store for MemoryStore {
    async fn get(&self, area: Area, id: &str) -> Result<Option<Stored>, StoreError> {
        Ok(self.records.borrow().get(&(area, id.to_owned())).cloned())
    }

    async fn all(&self, area: Area) -> Result<Vec<(String, Stored)>, StoreError> {
        let records = self.records.borrow();
        let of_area = records.iter().filter(|((a, _), _)| *a == area);
        Ok(of_area.map(|((_, id), stored)| (id.clone(), stored.clone())).collect())
    }

    async fn commit(&self, batch: Batch) -> Result<(), StoreError> {
        let mut next = self.records.borrow().clone();
        for change in batch.0 {
            match change {
                Change::Put { area, id, stored } => {
                    let found = next.get(&(area, id.clone())).map_or(0, |s| s.revision);
                    let expected = stored.revision.wrapping_sub(1);
                    if found != expected {
                        return Err(StoreError::Conflict { area, id, expected, found });
                    }
                    next.insert((area, id), stored);
                }
                Change::Remove { area, id } => {
                    next.remove(&(area, id));
                }
            }
        }
        *self.records.borrow_mut() = next;
        Ok(())
    }

    async fn wipe(&self) -> Result<(), StoreError> {
        self.records.borrow_mut().clear();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_memory_store_keeps_the_contract() {
        pollster::block_on(super::super::contract::run(|| async { MemoryStore::default() }));
    }
}
