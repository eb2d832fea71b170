//! What the database is made of. Migrations change this, and structure only: what is in a record
//! is upgraded after unlocking.

use draagkracht_core::store::Area;

/// The database's name.
pub const NAME: &str = "draagkracht";
/// The version that this program makes and reads.
pub const VERSION: u32 = 1;
/// Keys that the browser keeps and does not give out (`CryptoKey`), by random id.
pub const KEYS: &str = "keys";
/// Small facts about this device that are no secret, by name.
pub const META: &str = "meta";

/// Every object store: one an area, keyed by the record's id, and two of the app's own.
pub fn stores() -> [&'static str; 6] {
    let [vaults, heads, records, outbox] = Area::ALL.map(Area::as_str);
    [vaults, heads, records, outbox, KEYS, META]
}
