//! From one version of the database to the next: a file a step, never changed once it was
//! released.

mod v0_to_v1;

use wasm_bindgen::JsValue;
use web_sys::{IdbDatabase, IdbTransaction};

/// One step, run inside the transaction of the upgrade.
type Migration = fn(&IdbDatabase, &IdbTransaction) -> Result<(), JsValue>;

/// The step at index `n` leads from version `n` to `n + 1`.
const STEPS: [Migration; super::schema::VERSION as usize] = [v0_to_v1::run];

/// Brings a database from an earlier version to this program's.
pub fn run(from: u32, database: &IdbDatabase, transaction: &IdbTransaction) -> Result<(), JsValue> {
    STEPS.iter().skip(from as usize).try_for_each(|step| step(database, transaction))
}
