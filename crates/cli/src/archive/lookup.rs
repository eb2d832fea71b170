//! What only the key may show and `receive` must compare: codes, and a hash of each response.
//!
//! `lookup.age` can be made again from the bundles, so it is written at the end of a run, and what
//! an interrupted run did not write is added by the next. It is sealed because a code can be
//! tried against a hash of it, keyed or not, by whoever has the whole archive.

use super::{Archive, ArchiveError, entry};
use crate::{durable, error::CliError, files::Access, parallel};
use draagkracht_bundle::{
    Digest, Opened,
    envelope::{self, EnvelopeError, Identity, Recipient},
};
use draagkracht_core::case_code::CaseCode;
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::PathBuf,
};
use uuid::Uuid;

const NAME: &str = "lookup.age";
const FORMAT: &str = "draagkracht-archive-lookup";
const VERSION: u32 = 1;

/// The contents of `lookup.age`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lookup {
    format: String,
    version: u32,
    bundles: BTreeMap<Uuid, Known>,
    /// The cases of each code, drawn from the bundles.
    #[serde(skip)]
    codes: BTreeMap<CaseCode, BTreeSet<Uuid>>,
    /// How many bundles were added or dropped since it was written.
    #[serde(skip)]
    unsaved: usize,
}

/// What is known of a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    #[serde(with = "pairs")]
    cases: Vec<(Uuid, CaseCode)>,
    /// In the order of their ids.
    #[serde(with = "pairs")]
    responses: Vec<(Uuid, Digest)>,
}

/// An object in JSON, kept as what it has: a map with room for eleven costs more than the one that is in it.
mod pairs {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use std::collections::BTreeMap;

    pub fn serialize<K: Serialize, V: Serialize, S: Serializer>(
        pairs: &[(K, V)],
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.collect_map(pairs.iter().map(|(key, value)| (key, value)))
    }

    pub fn deserialize<'de, K, V, D>(from: D) -> Result<Vec<(K, V)>, D::Error>
    where
        K: Deserialize<'de> + Ord,
        V: Deserialize<'de>,
        D: Deserializer<'de>,
    {
        Ok(BTreeMap::deserialize(from)?.into_iter().collect())
    }
}

impl Lookup {
    /// Reads it, drops what the archive no longer has and adds what is not in it yet.
    pub fn open(archive: &Archive, identities: &[Identity]) -> Result<Self, CliError> {
        let path = path(archive);
        let mut lookup = match fs::read(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Self::new(),
            Err(error) => return Err(CliError::Read(path, error)),
            Ok(sealed) => {
                read(&sealed, identities).map_err(|error| CliError::Archive(path, error))?
            }
        };
        let before = lookup.bundles.len();
        lookup.bundles.retain(|id, _| archive.entries().contains_key(id));
        lookup.unsaved = before - lookup.bundles.len();
        for known in lookup.bundles.values() {
            for (case_id, code) in &known.cases {
                lookup.codes.entry(*code).or_default().insert(*case_id);
            }
        }
        let known = |id: &&Uuid| !lookup.bundles.contains_key(id);
        let missing: Vec<Uuid> = archive.entries().keys().filter(known).copied().collect();
        parallel::in_order(
            &missing,
            |id| archive.read(*id, identities),
            |_, opened| {
                lookup.add(&opened?)?;
                lookup.save_now_and_then(archive, identities)
            },
        )?;
        Ok(lookup)
    }

    /// Adds a bundle.
    pub fn add(&mut self, opened: &Opened) -> Result<(), CliError> {
        let mut cases = Vec::with_capacity(opened.contents.cases.len());
        for case in &opened.contents.cases {
            cases.push((case.case_id, case.case_code));
            self.codes.entry(case.case_code).or_default().insert(case.case_id);
        }
        let mut responses = Vec::with_capacity(opened.contents.responses.len());
        for response in &opened.contents.responses {
            let json = serde_json::to_vec(response);
            let json = json.map_err(|error| CliError::Program(error.to_string()))?;
            responses.push((response.response_id, Digest::of(&json)));
        }
        responses.sort_by_key(|(id, _)| *id);
        self.bundles.insert(opened.manifest.bundle_id, Known { cases, responses });
        self.unsaved += 1;
        Ok(())
    }

    /// Saves it when so much was added that an interrupted run would be sorry to lose it, and so
    /// seldom that a long run does not spend its time on it.
    pub fn save_now_and_then(
        &mut self,
        archive: &Archive,
        identities: &[Identity],
    ) -> Result<(), CliError> {
        let enough = 20.max(self.bundles.len() / 10);
        if self.unsaved < enough { Ok(()) } else { self.save(archive, identities) }
    }

    /// Seals it to the keys that open it now, if it was changed.
    pub fn save(&mut self, archive: &Archive, identities: &[Identity]) -> Result<(), CliError> {
        if self.unsaved == 0 {
            return Ok(());
        }
        let recipients: Vec<Recipient> = identities.iter().map(Identity::recipient).collect();
        let json = serde_json::to_vec(self);
        let json = json.map_err(|error| CliError::Program(error.to_string()))?;
        let sealed = envelope::encrypt(&json, &recipients);
        let sealed = sealed.map_err(|error| CliError::Seal(error.into()))?;
        durable::write(&path(archive), &sealed, Access::Secret)?;
        self.unsaved = 0;
        Ok(())
    }

    /// All cases that have this code: more than one when two drew the same.
    pub fn cases_with(&self, code: CaseCode) -> impl Iterator<Item = Uuid> {
        self.codes.get(&code).into_iter().flatten().copied()
    }

    /// Whether a response is the same in two bundles, to the last answer.
    pub fn is_same(&self, response_id: Uuid, one: Uuid, other: Uuid) -> bool {
        let hash = |bundle: Uuid| {
            let responses = &self.bundles.get(&bundle)?.responses;
            let found = responses.binary_search_by_key(&response_id, |(id, _)| *id).ok()?;
            responses.get(found).map(|(_, hash)| hash)
        };
        hash(one).is_some() && hash(one) == hash(other)
    }

    fn new() -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            bundles: BTreeMap::new(),
            codes: BTreeMap::new(),
            unsaved: 0,
        }
    }
}

fn path(archive: &Archive) -> PathBuf {
    archive.folder.join(NAME)
}

fn read(sealed: &[u8], identities: &[Identity]) -> Result<Lookup, ArchiveError> {
    let json = match envelope::decrypt(sealed, identities) {
        Ok(json) => json,
        Err(EnvelopeError::OtherKey) => return Err(ArchiveError::OtherKey),
        // It is made again from the bundles.
        Err(_) => return Ok(Lookup::new()),
    };
    entry::check_header(&json, FORMAT, VERSION)?;
    serde_json::from_slice(&json).map_err(ArchiveError::Form)
}
