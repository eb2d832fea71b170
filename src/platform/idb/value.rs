//! A record in the database: `{revision: number, bytes: Uint8Array}`.

use draagkracht_core::store::Stored;
use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

const REVISION: &str = "revision";
const BYTES: &str = "bytes";

/// For the database.
pub(super) fn from_stored(stored: &Stored) -> Result<JsValue, JsValue> {
    let value = Object::new();
    Reflect::set(&value, &REVISION.into(), &stored.revision.into())?;
    Reflect::set(&value, &BYTES.into(), &Uint8Array::from(stored.bytes.as_slice()))?;
    Ok(value.into())
}

/// From the database, `None` for nothing. A value that is no record comes out with revision 0 and
/// no bytes, so that it is seen as damaged and does not hide the others.
pub(super) fn to_stored(value: &JsValue) -> Option<Stored> {
    if value.is_undefined() {
        return None;
    }
    let part = |name: &str| Reflect::get(value, &name.into()).unwrap_or_default();
    let bytes = part(BYTES).dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec());
    Some(Stored { revision: revision(value), bytes: bytes.unwrap_or_default() })
}

/// The revision of a value, 0 for nothing or no record.
pub(super) fn revision(value: &JsValue) -> u32 {
    let revision = Reflect::get(value, &REVISION.into()).ok().and_then(|value| value.as_f64());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
    revision.map_or(0, |revision| revision as u32)
}
