//! Randomness, which comes from outside: the browser's in the app, the system's elsewhere.

use uuid::{Builder, Uuid};

/// Fills the bytes with randomness fit for keys. It must not return without: where there is none,
/// it stops the program.
pub type Random = fn(&mut [u8]);

/// A random UUID, version 4: the id of a record, which tells nothing.
pub fn uuid_v4(random: Random) -> Uuid {
    let mut bytes = [0; 16];
    random(&mut bytes);
    Builder::from_random_bytes(bytes).into_uuid()
}
