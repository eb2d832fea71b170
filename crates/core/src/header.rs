//! What every JSON file of ours begins with.

use serde::Deserialize;

/// Read before the rest, so that another kind of file or a newer version is refused by name and not
/// by its unknown fields. What is left out is empty, or 0.
#[derive(Deserialize)]
pub(crate) struct Header {
    #[serde(default)]
    pub format: String,
    #[serde(default)]
    pub version: u32,
}
