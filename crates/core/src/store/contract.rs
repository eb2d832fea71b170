//! What every store must do. Each implementation runs these on itself, in its own tests; a store
//! that breaks the contract makes them panic.
#![expect(clippy::expect_used, reason = "panicking is how a test says no")]

use super::{Area, Batch, Change, Store, StoreError, Stored};

fn put(area: Area, id: &str, revision: u32, bytes: &[u8]) -> Change {
    Change::Put { area, id: id.to_owned(), stored: Stored { revision, bytes: bytes.to_vec() } }
}

/// Runs every test, each on a store of its own that `make` returns empty.
pub async fn run<S: Store, F: Future<Output = S>>(make: impl Fn() -> F) {
    what_is_put_is_there(make().await).await;
    areas_are_apart(make().await).await;
    a_batch_is_all_or_nothing(make().await).await;
    revisions_go_up_by_one(make().await).await;
    removing_and_wiping(make().await).await;
}

async fn what_is_put_is_there(store: impl Store) {
    let bytes = (0..=255).collect::<Vec<u8>>();
    assert_eq!(store.get(Area::Records, "a").await, Ok(None));
    assert_eq!(store.commit(Batch(vec![put(Area::Records, "a", 1, &bytes)])).await, Ok(()));
    let stored = Stored { revision: 1, bytes };
    assert_eq!(store.get(Area::Records, "a").await, Ok(Some(stored)));
}

async fn areas_are_apart(store: impl Store) {
    let batch = Area::ALL.map(|area| put(area, "same", 1, area.as_str().as_bytes()));
    assert_eq!(store.commit(Batch(batch.to_vec())).await, Ok(()));
    assert_eq!(store.commit(Batch(vec![put(Area::Heads, "another", 1, b"")])).await, Ok(()));
    for area in Area::ALL {
        let all = store.all(area).await.expect("readable");
        let same = all.iter().find(|(id, _)| id == "same").expect("there");
        assert_eq!(same.1.bytes, area.as_str().as_bytes());
        let ids: Vec<_> = all.iter().map(|(id, _)| id.as_str()).collect();
        assert_eq!(ids, if area == Area::Heads { vec!["another", "same"] } else { vec!["same"] });
    }
}

async fn a_batch_is_all_or_nothing(store: impl Store) {
    assert_eq!(store.commit(Batch(vec![put(Area::Records, "a", 1, b"old")])).await, Ok(()));
    let batch = Batch(vec![
        put(Area::Heads, "h", 1, b"new"),
        Change::Remove { area: Area::Records, id: "a".to_owned() },
        put(Area::Records, "b", 7, b"wrong revision"),
    ]);
    let conflict =
        StoreError::Conflict { area: Area::Records, id: "b".to_owned(), expected: 6, found: 0 };
    assert_eq!(store.commit(batch).await, Err(conflict));
    assert_eq!(store.get(Area::Heads, "h").await, Ok(None));
    let old = Stored { revision: 1, bytes: b"old".to_vec() };
    assert_eq!(store.get(Area::Records, "a").await, Ok(Some(old)));
}

async fn revisions_go_up_by_one(store: impl Store) {
    for revision in 1..=3 {
        let batch = Batch(vec![put(Area::Records, "a", revision, &[1])]);
        assert_eq!(store.commit(batch).await, Ok(()));
    }
    for (revision, expected) in [(3, 2), (1, 0), (5, 4)] {
        let conflict =
            StoreError::Conflict { area: Area::Records, id: "a".to_owned(), expected, found: 3 };
        let batch = Batch(vec![put(Area::Records, "a", revision, &[2])]);
        assert_eq!(store.commit(batch).await, Err(conflict));
    }
    let stored = Stored { revision: 3, bytes: vec![1] };
    assert_eq!(store.get(Area::Records, "a").await, Ok(Some(stored)));
}

async fn removing_and_wiping(store: impl Store) {
    let batch = Area::ALL.map(|area| put(area, "a", 1, b"x"));
    assert_eq!(store.commit(Batch(batch.to_vec())).await, Ok(()));
    let remove = |id: &str| Change::Remove { area: Area::Outbox, id: id.to_owned() };
    assert_eq!(store.commit(Batch(vec![remove("a"), remove("never there")])).await, Ok(()));
    assert_eq!(store.get(Area::Outbox, "a").await, Ok(None));
    assert_eq!(store.commit(Batch(vec![put(Area::Outbox, "a", 1, b"again")])).await, Ok(()));
    assert_eq!(store.wipe().await, Ok(()));
    for area in Area::ALL {
        assert_eq!(store.all(area).await, Ok(vec![]));
    }
}
