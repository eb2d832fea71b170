//! The contract of every store, and what `IndexedDB` adds to it.

use crate::{fresh, raw};
use draagkracht_core::store::{Area, Batch, Store, StoreError, contract};
use futures::join;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn the_store_keeps_the_contract() {
    contract::run(|| async { fresh::open(&fresh::name()).await }).await;
}

#[wasm_bindgen_test]
async fn version_1_has_these_object_stores() {
    let name = fresh::name();
    fresh::open(&name).await;
    let stores = raw::stores(&name).await.as_string().unwrap();
    assert_eq!(stores, "1 heads keys meta outbox records vaults");
}

#[wasm_bindgen_test]
async fn every_write_is_one_strict_transaction() {
    let store = fresh::open(&fresh::name()).await;
    raw::heard();
    store.commit(fresh::put("a", 1, b"x")).await.unwrap();
    assert_eq!(raw::heard(), "readwrite strict");
    store.wipe().await.unwrap();
    assert_eq!(raw::heard(), "readwrite strict");
    store.get(Area::Records, "a").await.unwrap();
    assert_eq!(raw::heard(), "readonly default");
}

#[wasm_bindgen_test]
async fn what_is_written_is_there_for_the_next_start() {
    let name = fresh::name();
    fresh::open(&name).await.commit(fresh::put("a", 1, b"x")).await.unwrap();
    let stored = fresh::open(&name).await.get(Area::Records, "a").await.unwrap().unwrap();
    assert_eq!((stored.revision, stored.bytes.as_slice()), (1, b"x".as_slice()));
}

#[wasm_bindgen_test]
async fn of_two_tabs_that_write_at_once_one_gets_a_conflict() {
    let name = fresh::name();
    let (one, other) = (fresh::open(&name).await, fresh::open(&name).await);
    let both = join!(one.commit(fresh::put("a", 1, b"1")), other.commit(fresh::put("a", 1, b"2")));
    let conflict =
        StoreError::Conflict { area: Area::Records, id: "a".to_owned(), expected: 0, found: 1 };
    assert!(both == (Ok(()), Err(conflict.clone())) || both == (Err(conflict), Ok(())), "{both:?}");
}

#[wasm_bindgen_test]
async fn without_room_nothing_of_the_batch_is_written() {
    let name = fresh::name();
    let store = fresh::open(&name).await;
    store.commit(fresh::put("a", 1, b"old")).await.unwrap();
    let both = || Batch([fresh::put("a", 2, b"new").0, fresh::put("b", 1, b"new").0].concat());
    raw::full_after(1);
    assert_eq!(store.commit(both()).await, Err(StoreError::Full));
    let old = store.get(Area::Records, "a").await.unwrap().unwrap();
    assert_eq!((old.revision, old.bytes.as_slice()), (1, b"old".as_slice()));
    assert_eq!(store.get(Area::Records, "b").await, Ok(None));
    assert_eq!(store.commit(both()).await, Ok(()));
}

#[wasm_bindgen_test]
async fn a_value_that_is_no_record_hides_no_other() {
    let name = fresh::name();
    let store = fresh::open(&name).await;
    store.commit(fresh::put("good", 1, b"x")).await.unwrap();
    raw::put(&name, "records", "bad", &"not a record".into()).await;
    let all = store.all(Area::Records).await.unwrap();
    let seen: Vec<_> = all.iter().map(|(id, s)| (id.as_str(), s.revision, s.bytes.len())).collect();
    assert_eq!(seen, [("bad", 0, 0), ("good", 1, 1)]);
}
