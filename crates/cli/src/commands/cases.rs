//! Which cases of an archive a name means.

use crate::{
    archive::{Archive, Lookup},
    args::CaseName,
};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Every case with this code or id: none, one, or of a code more than one.
pub fn named(name: CaseName, archive: &Archive, lookup: &Lookup) -> BTreeSet<Uuid> {
    match name {
        CaseName::Code(code) => lookup.cases_with(code).collect(),
        CaseName::Id(id) => {
            let cases = archive.entries().values().flat_map(|entry| &entry.cases);
            cases.copied().filter(|case| *case == id).collect()
        }
    }
}
