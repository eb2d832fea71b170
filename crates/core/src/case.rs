//! A case: what goes with a case code, and what the person agreed to.

use crate::{case_code::CaseCode, person::Person, timestamp::Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The name in [`Case::format`].
pub const FORMAT: &str = "draagkracht-case";
/// The version of that format that this program writes and reads.
pub const VERSION: u32 = 1;

/// A case as it is kept and handed in: no name, no address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Always [`FORMAT`].
    pub format: String,
    /// Always [`VERSION`].
    pub version: u32,
    /// Sealed with the code, so that two cases that drew one code are told apart.
    pub case_id: Uuid,
    /// What people use to name the case.
    pub case_code: CaseCode,
    /// Whose data this is: the member of the household who filled in, or the one who asked.
    pub person: Person,
    /// When the case was made on this device.
    pub created: Timestamp,
    /// What the person agreed to, each apart.
    pub consents: Consents,
}

/// Two consents, recorded apart; either can be withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consents {
    /// Use by the organisation for the person's own support.
    pub support: Consent,
    /// Use for research.
    pub research: Consent,
}

impl Consents {
    /// Nothing was agreed to, since then.
    pub fn none(since: &Timestamp) -> Self {
        let none = Consent { given: false, since: since.clone() };
        Self { support: none.clone(), research: none }
    }
}

/// One consent: given or not, and since when that holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consent {
    /// Whether it is given.
    pub given: bool,
    /// When this was last said.
    pub since: Timestamp,
}
