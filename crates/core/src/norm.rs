//! From which mean on a component is called relatively strong.

use crate::{
    decimal::{Decimal, Ratio},
    header::Header,
    person::Rater,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The cut-offs for one rater: a component at or above its cut-off is relatively strong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Norm {
    /// Such as `study-t1`; every score carries it.
    pub name: String,
    /// A mean from 1 to 5 for each component that has a mean.
    pub cut_offs: BTreeMap<String, Decimal>,
}

/// An organisation's own norm, for both raters: a file for `draagkracht score --norm`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NormFile {
    format: String,
    version: u32,
    name: String,
    cut_offs: BTreeMap<Rater, BTreeMap<String, Decimal>>,
}

/// Why a text is not a [`NormFile`].
#[derive(Debug, thiserror::Error)]
pub enum NormError {
    /// Not JSON, or not of the form.
    #[error("not a norm: {0}")]
    Form(#[from] serde_json::Error),
    /// Another format, or a newer version of it.
    #[error("this is \"{0}\" version {1}; a norm is \"draagkracht-norm\" version 1")]
    Version(String, u32),
    /// A norm that scores cannot name.
    #[error("the norm's name is empty")]
    Name,
    /// A cut-off is missing.
    #[error("norm \"{name}\" has no cut-off for {rater}, {component}")]
    Missing {
        /// The norm's name.
        name: String,
        /// For whom it is missing.
        rater: Rater,
        /// For which component.
        component: String,
    },
    /// A cut-off is not between 1 and 5.
    #[error("norm \"{name}\": the cut-off {value} for {rater}, {component} is not between 1 and 5")]
    Range {
        /// The norm's name.
        name: String,
        /// For whom it is.
        rater: Rater,
        /// For which component.
        component: String,
        /// What stands there.
        value: Decimal,
    },
}

impl NormFile {
    /// Reads a norm file and checks that it has every cut-off that typing needs, between 1 and 5.
    pub fn load(json: &[u8]) -> Result<Self, NormError> {
        let header: Header = serde_json::from_slice(json)?;
        check_version(&header.format, header.version)?;
        let file: Self = serde_json::from_slice(json)?;
        file.check()?;
        Ok(file)
    }

    /// Checks one that was read as a part of another file.
    pub(crate) fn check(&self) -> Result<(), NormError> {
        check_version(&self.format, self.version)?;
        if self.name.trim().is_empty() {
            return Err(NormError::Name);
        }
        for rater in [Rater::Resident, Rater::Professional] {
            for component in crate::typology::COMPONENTS {
                if !self.cut_offs.get(&rater).is_some_and(|c| c.contains_key(component)) {
                    let (name, component) = (self.name.clone(), component.to_owned());
                    return Err(NormError::Missing { name, rater, component });
                }
            }
        }
        let cut_offs =
            self.cut_offs.iter().flat_map(|(rater, c)| c.iter().map(move |(id, v)| (rater, id, v)));
        match cut_offs.into_iter().find(|(_, _, value)| !is_a_mean(value)) {
            Some((rater, component, value)) => Err(NormError::Range {
                name: self.name.clone(),
                rater: *rater,
                component: component.clone(),
                value: value.clone(),
            }),
            None => Ok(()),
        }
    }

    /// The norm for one rater.
    pub fn for_rater(&self, rater: Rater) -> Norm {
        Norm {
            name: self.name.clone(),
            cut_offs: self.cut_offs.get(&rater).cloned().unwrap_or_default(),
        }
    }
}

fn check_version(format: &str, version: u32) -> Result<(), NormError> {
    if format == "draagkracht-norm" && version == 1 {
        return Ok(());
    }
    Err(NormError::Version(format.to_owned(), version))
}

/// Whether a number can be the mean of answers from 1 to 5.
pub(crate) fn is_a_mean(value: &Decimal) -> bool {
    let [low, high] = [1, 5].map(Ratio::whole);
    (low..=high).contains(&value.ratio())
}
