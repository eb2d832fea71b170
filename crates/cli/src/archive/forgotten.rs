//! What was removed on request: a note for each bundle, so that it is not stored again.
//!
//! The note comes first. What it names is removed whenever the archive is opened, so a run that was
//! interrupted is finished by the next.

use super::{Archive, ArchiveError, BUNDLES, Entry, FORGOTTEN, INDEX, entry};
use crate::{
    durable,
    error::CliError,
    files::{self, Access},
};
use draagkracht_bundle::Digest;
use draagkracht_core::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fs, io, path::Path};
use uuid::Uuid;

const FORMAT: &str = "draagkracht-archive-forgotten";
const VERSION: u32 = 1;

/// `forgotten/<bundle-id>.json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forgotten {
    format: String,
    version: u32,
    bundle_id: Uuid,
    /// Of the bundle that is not stored again.
    pub sha256: Digest,
    /// Its cases: random ids, which nothing says anything about any more.
    pub cases: Vec<Uuid>,
    /// When it was removed.
    pub when: Timestamp,
}

impl Forgotten {
    fn of(entry: &Entry, when: Timestamp) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            bundle_id: entry.receipt.bundle_id,
            sha256: entry.receipt.sha256.clone(),
            cases: entry.cases.clone(),
            when,
        }
    }
}

impl Archive {
    /// Removes bundles, and notes that this was done.
    pub fn forget(&mut self, bundles: &[Uuid], now: &Timestamp) -> Result<(), CliError> {
        for entry in bundles.iter().filter_map(|id| self.entries.get(id)) {
            let note = Forgotten::of(entry, now.clone());
            let bundle_id = note.bundle_id;
            let path = self.folder.join(FORGOTTEN).join(format!("{bundle_id}.json"));
            durable::write(&path, &entry::to_json(&note)?, Access::Secret)?;
            self.forgotten.insert(bundle_id, note);
        }
        remove(&self.folder, &self.forgotten)?;
        self.entries.retain(|id, _| !self.forgotten.contains_key(id));
        Ok(())
    }
}

/// Removes what is noted, where it is still there.
pub fn remove(folder: &Path, forgotten: &BTreeMap<Uuid, Forgotten>) -> Result<(), CliError> {
    for id in forgotten.keys() {
        for path in [
            folder.join(BUNDLES).join(format!("{id}.age")),
            folder.join(INDEX).join(format!("{id}.json")),
        ] {
            if path.exists() {
                durable::remove(&path)?;
            }
        }
    }
    Ok(())
}

/// Reads every note.
pub fn read_all(folder: &Path) -> Result<BTreeMap<Uuid, Forgotten>, CliError> {
    let read = |error: io::Error| CliError::Read(folder.to_owned(), error);
    let mut all = BTreeMap::new();
    for file in fs::read_dir(folder).map_err(read)? {
        let path = file.map_err(read)?.path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let bytes = files::read(&path)?;
            let note = read_one(&bytes).map_err(|error| CliError::Archive(path, error))?;
            all.insert(note.bundle_id, note);
        }
    }
    Ok(all)
}

fn read_one(bytes: &[u8]) -> Result<Forgotten, ArchiveError> {
    entry::check_header(bytes, FORMAT, VERSION)?;
    serde_json::from_slice(bytes).map_err(ArchiveError::Form)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORMATS: &str = include_str!("../../../../docs/format.md");

    /// Pins the form: this very note is in docs/format.md.
    #[test]
    fn a_note_of_version_1_is_read_forever() {
        let block = |name: &str| {
            let from = FORMATS.split(&format!("```json {name}\n")).nth(1).unwrap();
            from.split("```").next().unwrap()
        };
        let entry: Entry = serde_json::from_str(block("entry")).unwrap();
        let time = Timestamp::try_from("2026-11-21T12:50:00Z".to_owned()).unwrap();
        let note = Forgotten::of(&entry, time);
        assert_eq!(entry::to_json(&note).unwrap(), block("forgotten").as_bytes());
        assert_eq!(read_one(block("forgotten").as_bytes()).unwrap(), note);
    }
}
