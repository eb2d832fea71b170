//! A database of its own for each test.

use draagkracht_app::platform::{idb::IdbStore, rng};
use draagkracht_core::store::{Area, Batch, Change, Stored};

/// A name that was never used.
pub fn name() -> String {
    let mut random = [0; 16];
    rng::fill(&mut random);
    draagkracht_core::binary::hex(&random)
}

/// The store of this name; nobody hears its notices.
pub async fn open(name: &str) -> IdbStore {
    IdbStore::open(name, |_| {}).await.unwrap()
}

pub fn put(id: &str, revision: u32, bytes: &[u8]) -> Batch {
    let stored = Stored { revision, bytes: bytes.to_vec() };
    Batch(vec![Change::Put { area: Area::Records, id: id.to_owned(), stored }])
}
