//! The lists that come with the program. A published file never changes: a test pins each hash.

use super::{Form, FormError};

/// A list's file.
#[derive(Debug, Clone, Copy)]
pub struct BuiltInForm {
    /// Such as `case.v1`.
    pub id: &'static str,
    /// The file.
    pub json: &'static str,
}

/// Every list of this release.
pub const BUILT_IN: [BuiltInForm; 2] = [
    BuiltInForm { id: "case.v1", json: include_str!("../../instruments/case.v1.json") },
    BuiltInForm { id: "conditions.v1", json: include_str!("../../instruments/conditions.v1.json") },
];

impl Form {
    /// The list of this release with this id, or `None` when there is none.
    pub fn built_in(id: &str) -> Option<Result<Self, FormError>> {
        BUILT_IN.iter().find(|built_in| built_in.id == id).map(|b| Self::load(b.json.as_bytes()))
    }
}
