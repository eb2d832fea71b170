//! From which mean on a component is called relatively strong.

use crate::{
    decimal::{Decimal, Ratio},
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
    #[error("norm \"{name}\": the cut-off {value} for {component} is not between 1 and 5")]
    Range {
        /// The norm's name.
        name: String,
        /// For which component.
        component: String,
        /// What stands there.
        value: Decimal,
    },
}

impl NormFile {
    /// Reads a norm file and checks that it has every cut-off that typing needs, between 1 and 5.
    pub fn load(json: &[u8]) -> Result<Self, NormError> {
        let file: Self = serde_json::from_slice(json)?;
        if file.format != "draagkracht-norm" || file.version != 1 {
            return Err(NormError::Version(file.format, file.version));
        }
        for rater in [Rater::Resident, Rater::Professional] {
            for component in crate::typology::COMPONENTS {
                let value = file.cut_offs.get(&rater).and_then(|c| c.get(component));
                let value = value.ok_or_else(|| NormError::Missing {
                    name: file.name.clone(),
                    rater,
                    component: component.to_owned(),
                })?;
                if !is_a_mean(value) {
                    return Err(NormError::Range {
                        name: file.name.clone(),
                        component: component.to_owned(),
                        value: value.clone(),
                    });
                }
            }
        }
        Ok(file)
    }

    /// The norm for one rater.
    pub fn for_rater(&self, rater: Rater) -> Norm {
        Norm {
            name: self.name.clone(),
            cut_offs: self.cut_offs.get(&rater).cloned().unwrap_or_default(),
        }
    }
}

/// Whether a number can be the mean of answers from 1 to 5.
pub(crate) fn is_a_mean(value: &Decimal) -> bool {
    let [low, high] = [1, 5].map(Ratio::whole);
    (low..=high).contains(&value.ratio())
}
