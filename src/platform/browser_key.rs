//! A resident's own phone: the data key, wrapped by a key that the browser keeps and does not give
//! out to any script. Who copies the disk has both: docs/threats.md.

use super::{idb::IdbStore, rng};
use draagkracht_core::store::StoreError;
use draagkracht_vault::{
    DataKey,
    key::LENGTH,
    random,
    wrap::{Wrap, WrapError, Wraps},
};
use js_sys::{Array, Object, Reflect, Uint8Array};
use uuid::Uuid;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

const ALGORITHM: &str = "AES-GCM";
const NONCE: usize = 12;

/// Why a data key could not be wrapped or unwrapped.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BrowserKeyError {
    /// The store's own reason.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The wrap cannot be read.
    #[error(transparent)]
    Wrap(#[from] WrapError),
    /// The vault is locked in another way.
    #[error("this vault is not locked by a key of the browser")]
    OtherWay,
    /// The browser has lost its key.
    #[error("the browser no longer has the key {0}")]
    NoKey(Uuid),
    /// The wrap was altered, or is another key's.
    #[error("the key {0} of the browser does not open this vault")]
    Altered(Uuid),
    /// The browser has no cryptography for this page, as without https.
    #[error("this browser does not encrypt here: {0}")]
    Refused(String),
}

/// Makes a data key and its wrap, for a vault to be made. The browser's key is on the disk when this
/// returns; as long as no vault names it, it does no harm there.
pub async fn create(store: &IdbStore) -> Result<(DataKey, Wrap), BrowserKeyError> {
    let data_key = DataKey::generate(rng::fill);
    let key_id = random::uuid_v4(rng::fill);
    let mut nonce = vec![0; NONCE];
    rng::fill(&mut nonce);
    let (key, sealed) = wrap(&data_key, key_id, &nonce).await.map_err(|e| refused(&e))?;
    store.add_key(key_id, &key).await?;
    Ok((data_key, Wrap::BrowserKey { key_id, nonce, sealed }))
}

/// The data key, from what [`draagkracht_vault::vault::wrap_of`] gave.
pub async fn unwrap(store: &IdbStore, wrap: &[u8]) -> Result<DataKey, BrowserKeyError> {
    let wraps = Wraps::from_bytes(wrap)?.wraps;
    let Some(Wrap::BrowserKey { key_id, nonce, sealed }) = wraps.first() else {
        return Err(BrowserKeyError::OtherWay);
    };
    let key = store.key(*key_id).await?.ok_or(BrowserKeyError::NoKey(*key_id))?;
    let subtle = subtle().map_err(|e| refused(&e))?;
    let opened = async {
        let algorithm = algorithm(*key_id, nonce)?;
        let opening = subtle.decrypt_with_object_and_u8_array(&algorithm, &key, sealed)?;
        JsFuture::from(opening).await
    };
    let bytes = opened.await.map(|buffer| Uint8Array::new(&buffer));
    let bytes = bytes.ok().filter(|bytes| bytes.length() as usize == LENGTH);
    let bytes = bytes.ok_or(BrowserKeyError::Altered(*key_id))?;
    let data_key = DataKey::filled_by(|key| bytes.copy_to(key));
    bytes.fill(0, 0, bytes.length());
    Ok(data_key)
}

async fn wrap(
    data_key: &DataKey,
    key_id: Uuid,
    nonce: &[u8],
) -> Result<(CryptoKey, Vec<u8>), JsValue> {
    let subtle = subtle()?;
    let usages = Array::of2(&"encrypt".into(), &"decrypt".into());
    let of_key = named_algorithm()?;
    Reflect::set(&of_key, &"length".into(), &256.into())?;
    let making = subtle.generate_key_with_object(&of_key, false, &usages)?;
    let key = JsFuture::from(making).await?.unchecked_into::<CryptoKey>();
    let algorithm = algorithm(key_id, nonce)?;
    let sealing = subtle.encrypt_with_object_and_u8_array(&algorithm, &key, data_key.as_bytes())?;
    let sealed = Uint8Array::new(&JsFuture::from(sealing).await?).to_vec();
    Ok((key, sealed))
}

/// AES-GCM with this nonce, bound to the key's id.
fn algorithm(key_id: Uuid, nonce: &[u8]) -> Result<Object, JsValue> {
    let algorithm = named_algorithm()?;
    Reflect::set(&algorithm, &"iv".into(), &Uint8Array::from(nonce))?;
    let data = format!("draagkracht-wrap 1 browser-key {key_id}");
    Reflect::set(&algorithm, &"additionalData".into(), &Uint8Array::from(data.as_bytes()))?;
    Ok(algorithm)
}

fn named_algorithm() -> Result<Object, JsValue> {
    let algorithm = Object::new();
    Reflect::set(&algorithm, &"name".into(), &ALGORITHM.into())?;
    Ok(algorithm)
}

/// Not there on a page without https: then its first use is an error.
fn subtle() -> Result<SubtleCrypto, JsValue> {
    let crypto = Reflect::get(&js_sys::global(), &"crypto".into())?;
    Ok(Reflect::get(&crypto, &"subtle".into())?.unchecked_into())
}

fn refused(error: &JsValue) -> BrowserKeyError {
    let message = Reflect::get(error, &"message".into()).ok().and_then(|text| text.as_string());
    BrowserKeyError::Refused(message.unwrap_or_default())
}
