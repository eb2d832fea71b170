//! The case questionnaire `case.v1`: filled in once, by the professional, at the last moment (sections
//! 2.3 and 4.2). What the plan already says is [prefilled](prefill()); what the report derives from
//! the answers is in [`Measures`]. The questions themselves are data.

mod measures;
mod prefill;

pub use measures::{Approach, Measures, Partnership, Site};
pub use prefill::prefill;

use crate::{instrument::ItemId, plan::InterventionType};

/// The list's id.
pub const ID: &str = "case.v1";

/// The field that says whether a type of intervention was used.
fn used(kind: InterventionType) -> ItemId {
    ItemId::new(format!("interventions.{}.used", kind.as_str()))
}

/// The field that says who took part in it.
fn actors(kind: InterventionType) -> ItemId {
    ItemId::new(format!("interventions.{}.actors", kind.as_str()))
}
