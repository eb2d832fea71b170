//! The data key under the browser's own key.

use crate::{fresh, raw};
use draagkracht_app::platform::{
    browser_key::{self, BrowserKeyError},
    idb::IdbStore,
};
use draagkracht_core::store::Store;
use draagkracht_vault::{
    DataKey,
    wrap::{Wrap, Wraps},
};
use uuid::Uuid;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

/// The data key and its wrap, as the vault keeps it.
async fn create(store: &IdbStore) -> (DataKey, Vec<u8>) {
    let (key, wrap) = browser_key::create(store).await.unwrap();
    (key, Wraps::new(wrap).to_bytes().unwrap())
}

fn key_id(wrap: &[u8]) -> Uuid {
    match Wraps::from_bytes(wrap).unwrap().wraps[0] {
        Wrap::BrowserKey { key_id, .. } => key_id,
        ref other => panic!("{other:?}"),
    }
}

#[wasm_bindgen_test]
async fn the_data_key_comes_back_at_the_next_start() {
    let name = fresh::name();
    let (key, wrap) = create(&fresh::open(&name).await).await;
    let again = browser_key::unwrap(&fresh::open(&name).await, &wrap).await.unwrap();
    assert_eq!(key.as_bytes(), again.as_bytes());
    assert_ne!(key.as_bytes(), &[0; 32]);
    let (other, _) = create(&fresh::open(&name).await).await;
    assert_ne!(key.as_bytes(), other.as_bytes());
}

#[wasm_bindgen_test]
async fn the_key_is_on_the_disk_before_its_wrap_is_given_out() {
    let store = fresh::open(&fresh::name()).await;
    raw::heard();
    create(&store).await;
    assert_eq!(raw::heard(), "readwrite strict");
}

#[wasm_bindgen_test]
async fn no_script_can_take_the_key_out() {
    let store = fresh::open(&fresh::name()).await;
    let (_, wrap) = create(&store).await;
    let key = store.key(key_id(&wrap)).await.unwrap().unwrap();
    let window = js_sys::global().unchecked_into::<web_sys::Window>();
    let subtle = window.crypto().unwrap().subtle();
    for format in ["raw", "jwk"] {
        assert!(JsFuture::from(subtle.export_key(format, &key).unwrap()).await.is_err());
    }
    assert!(!key.extractable());
    let usages: Vec<_> = key.usages().iter().filter_map(|usage| usage.as_string()).collect();
    assert_eq!(usages, ["encrypt", "decrypt"]);
}

#[wasm_bindgen_test]
async fn an_altered_wrap_is_seen() {
    let store = fresh::open(&fresh::name()).await;
    let (_, wrap) = create(&store).await;
    let id = key_id(&wrap);
    let refused = async |change: fn(&mut Vec<u8>, &mut Vec<u8>)| {
        let mut wraps = Wraps::from_bytes(&wrap).unwrap();
        let Wrap::BrowserKey { nonce, sealed, .. } = &mut wraps.wraps[0] else { panic!() };
        change(nonce, sealed);
        browser_key::unwrap(&store, &wraps.to_bytes().unwrap()).await.err()
    };
    let altered = Some(BrowserKeyError::Altered(id));
    assert_eq!(refused(|_, sealed| sealed[3] ^= 1).await, altered);
    assert_eq!(refused(|nonce, _| nonce[3] ^= 1).await, altered);
    assert_eq!(refused(|_, sealed| sealed.truncate(40)).await, altered);
    assert_eq!(refused(|nonce, _| nonce.clear()).await, altered);
    assert_eq!(refused(|_, _| {}).await, None);
}

#[wasm_bindgen_test]
async fn wiping_takes_the_key_along() {
    let store: IdbStore = fresh::open(&fresh::name()).await;
    let (_, wrap) = create(&store).await;
    store.wipe().await.unwrap();
    let gone = browser_key::unwrap(&store, &wrap).await.err();
    assert_eq!(gone, Some(BrowserKeyError::NoKey(key_id(&wrap))));
}
