//! A connection that is refused, closed, or wanted by another tab.

use crate::{fresh, raw};
use draagkracht_app::platform::idb::{IdbStore, Notice};
use draagkracht_core::store::{Area, Store, StoreError};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_connection_that_was_closed_is_opened_again() {
    let store = fresh::open(&fresh::name()).await;
    store.commit(fresh::put("a", 1, b"1")).await.unwrap();
    raw::close_last();
    assert_eq!(store.commit(fresh::put("a", 2, b"2")).await, Ok(()));
    raw::close_last();
    assert_eq!(store.get(Area::Records, "a").await.unwrap().unwrap().revision, 2);
}

#[wasm_bindgen_test]
async fn a_write_that_was_undone_in_the_middle_is_made_again() {
    let store = fresh::open(&fresh::name()).await;
    raw::heard();
    raw::abort_next();
    assert_eq!(store.commit(fresh::put("a", 1, b"1")).await, Ok(()));
    assert_eq!(raw::heard(), "readwrite strict, readwrite strict");
    assert_eq!(store.get(Area::Records, "a").await.unwrap().unwrap().revision, 1);
}

#[wasm_bindgen_test]
async fn another_tab_with_a_newer_app_gets_the_database_and_we_hear_of_it() {
    let name = fresh::name();
    let heard = Rc::new(RefCell::new(vec![]));
    let hear = Rc::clone(&heard);
    let store = IdbStore::open(&name, move |notice| hear.borrow_mut().push(notice)).await.unwrap();
    store.commit(fresh::put("a", 1, b"1")).await.unwrap();
    raw::upgrade(&name).await;
    assert_eq!(*heard.borrow(), [Notice::GivenUp]);
    let late = store.commit(fresh::put("a", 2, b"2")).await;
    assert_eq!(late, Err(StoreError::Closed("another tab needs it".to_owned())));
}

#[wasm_bindgen_test]
async fn a_newer_database_is_refused_and_left_as_it_is() {
    let name = fresh::name();
    raw::newer(&name).await;
    let refused = IdbStore::open(&name, |_| {}).await;
    assert_eq!(refused.err(), Some(StoreError::Newer));
    assert_eq!(raw::stores(&name).await.as_string().unwrap(), "2 future");
    assert_eq!(raw::get(&name, "future", "a").await.as_string().unwrap(), "kept");
}

#[wasm_bindgen_test]
async fn a_browser_that_refuses_says_so() {
    for (error, words) in [
        (None, "NotSupportedError: this browser has no IndexedDB"),
        (Some("SecurityError"), "SecurityError: not here"),
        (Some("InvalidStateError"), "InvalidStateError: not here"),
    ] {
        raw::refuse(error);
        let refused = IdbStore::open(&fresh::name(), |_| {}).await.err();
        raw::allow();
        assert_eq!(refused, Some(StoreError::Refused(words.to_owned())));
    }
    fresh::open(&fresh::name()).await;
}
