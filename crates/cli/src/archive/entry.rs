//! The index: a file for each bundle, with what may be known of it without the key.

use super::ArchiveError;
use crate::{error::CliError, files};
use draagkracht_bundle::{Opened, Receipt, manifest::Device};
use draagkracht_core::timestamp::Timestamp;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fs, io, path::Path};
use uuid::Uuid;

const FORMAT: &str = "draagkracht-archive-entry";
/// The newest version that this program knows: it goes with that of the receipt.
const VERSION: u32 = 2;

/// `index/<bundle-id>.json`: no code, no answer, nothing that was sealed but ids and revisions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    format: String,
    version: u32,
    /// The device that signed it.
    pub device: Device,
    /// The ids of the cases in it: random, and nowhere else outside what is sealed.
    pub cases: Vec<Uuid>,
    /// What its receipt says.
    pub receipt: Receipt,
}

/// What every file of the archive begins with.
#[derive(Serialize, Deserialize)]
pub struct Header {
    #[serde(default)]
    pub format: String,
    #[serde(default)]
    pub version: u64,
}

impl Entry {
    /// The entry of a bundle that passed every check.
    pub fn of(opened: &Opened, received: Timestamp) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: opened.manifest.version,
            device: opened.manifest.device.clone(),
            cases: opened.contents.cases.iter().map(|case| case.case_id).collect(),
            receipt: Receipt::make(opened, received),
        }
    }
}

/// Checks name and version, before the rest is read.
pub fn check_header(bytes: &[u8], format: &'static str, known: u32) -> Result<(), ArchiveError> {
    let header: Header = serde_json::from_slice(bytes).map_err(ArchiveError::Form)?;
    if header.format != format {
        Err(ArchiveError::Format(header.format, format))
    } else if (1..=u64::from(known)).contains(&header.version) {
        Ok(())
    } else {
        Err(ArchiveError::Newer(header.version, known))
    }
}

/// Reads every entry of an archive.
pub fn read_all(folder: &Path) -> Result<BTreeMap<Uuid, Entry>, CliError> {
    let read = |error: io::Error| CliError::Read(folder.to_owned(), error);
    let mut entries = BTreeMap::new();
    for file in fs::read_dir(folder).map_err(read)? {
        let path = file.map_err(read)?.path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let bytes = files::read(&path)?;
        let entry = read_one(&bytes, &path).map_err(|error| CliError::Archive(path, error))?;
        entries.insert(entry.receipt.bundle_id, entry);
    }
    Ok(entries)
}

fn read_one(bytes: &[u8], path: &Path) -> Result<Entry, ArchiveError> {
    check_header(bytes, FORMAT, VERSION)?;
    let entry: Entry = serde_json::from_slice(bytes).map_err(ArchiveError::Form)?;
    let id = entry.receipt.bundle_id;
    if path.file_stem().is_some_and(|name| name.to_string_lossy() == id.to_string()) {
        Ok(entry)
    } else {
        Err(ArchiveError::OtherEntry(id))
    }
}

/// JSON that people can read, with an end to its last line.
pub fn to_json(value: &impl Serialize) -> Result<Vec<u8>, CliError> {
    let json = serde_json::to_vec_pretty(value);
    let mut json = json.map_err(|error| CliError::Program(error.to_string()))?;
    json.push(b'\n');
    Ok(json)
}

#[cfg(test)]
mod tests {
    use super::*;
    use draagkracht_bundle::{envelope::Identity, open};

    const FORMATS: &str = include_str!("../../../../docs/format.md");
    const BUNDLE: &[u8] = include_bytes!("../../../bundle/tests/vectors/bundle.v1.age");
    const KEY: &str = include_str!("../../../bundle/tests/vectors/organisation.key");

    /// Pins the form: this very entry is in docs/format.md.
    #[test]
    fn an_entry_of_version_1_is_read_forever() {
        let opened = open(BUNDLE, &Identity::read_file(KEY).unwrap()).unwrap();
        let received = Timestamp::try_from("2026-11-21T12:40:00Z".to_owned()).unwrap();
        let entry = Entry::of(&opened, received);
        let documented = FORMATS.split("```json entry\n").nth(1).unwrap().split("```").next();
        let json = documented.unwrap().as_bytes();
        assert_eq!(to_json(&entry).unwrap(), json);
        let path = format!("{}.json", opened.manifest.bundle_id);
        assert_eq!(read_one(json, Path::new(&path)).unwrap(), entry);
    }
}
