//! A store in memory that lies open: for tampering, for looking at every state it ever had, and
//! for breaking down.

use draagkracht_core::store::{Area, Batch, Change, Store, StoreError, Stored};
use std::{cell::Cell, cell::RefCell, collections::BTreeMap, rc::Rc};

pub type Records = BTreeMap<(Area, String), Stored>;

/// A clone is the same shelf.
#[derive(Debug, Clone, Default)]
pub struct Shelf {
    pub records: Rc<RefCell<Records>>,
    /// What was there after each commit.
    pub history: Rc<RefCell<Vec<Records>>>,
    fails: Rc<Cell<Fails>>,
}

/// When a shelf breaks down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fails {
    #[default]
    Never,
    /// Instead of the commit after this many.
    Before(usize),
    /// Once that commit is made, without saying so.
    After(usize),
}

impl Shelf {
    pub fn with(records: Records) -> Self {
        Self { records: Rc::new(RefCell::new(records)), ..Self::default() }
    }

    pub fn dump(&self) -> Records {
        self.records.borrow().clone()
    }

    pub fn fail(&self, fails: Fails) {
        self.fails.set(fails);
    }

    /// Counts down to the failure.
    fn is_time(&self) -> Fails {
        let now = self.fails.get();
        self.fails.set(match now {
            Fails::Never | Fails::Before(0) | Fails::After(0) => Fails::Never,
            Fails::Before(n) => Fails::Before(n - 1),
            Fails::After(n) => Fails::After(n - 1),
        });
        now
    }
}

impl Store for Shelf {
    async fn get(&self, area: Area, id: &str) -> Result<Option<Stored>, StoreError> {
        Ok(self.records.borrow().get(&(area, id.to_owned())).cloned())
    }

    async fn all(&self, area: Area) -> Result<Vec<(String, Stored)>, StoreError> {
        let records = self.records.borrow();
        let of_area = records.iter().filter(|((a, _), _)| *a == area);
        Ok(of_area.map(|((_, id), stored)| (id.clone(), stored.clone())).collect())
    }

    async fn commit(&self, batch: Batch) -> Result<(), StoreError> {
        let fails = self.is_time();
        if fails == Fails::Before(0) {
            return Err(StoreError::Full);
        }
        let mut next = self.dump();
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
                Change::Remove { area, id } => drop(next.remove(&(area, id))),
            }
        }
        self.history.borrow_mut().push(next.clone());
        *self.records.borrow_mut() = next;
        if fails == Fails::After(0) {
            return Err(StoreError::Closed("killed".to_owned()));
        }
        Ok(())
    }

    async fn wipe(&self) -> Result<(), StoreError> {
        self.records.borrow_mut().clear();
        Ok(())
    }
}
