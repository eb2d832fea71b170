//! The archive: every bundle as it came, still sealed, with an index beside it.
//!
//! Nothing in it can be read without the organisation's key, but for ids, revisions, hashes, devices
//! and times. Its form is in docs/format.md.

mod entry;
mod error;
mod forgotten;
mod history;
mod lock;
mod lookup;
pub mod papers;
pub mod records;

pub use entry::Entry;
pub use error::ArchiveError;
pub use history::{History, Version};
pub use lookup::Lookup;
pub use records::{KnownResponse, Met, walk};

use crate::{
    durable,
    error::CliError,
    files::{self, Access},
};
use draagkracht_bundle::{Digest, Opened, envelope::Identity};
use draagkracht_core::timestamp::Timestamp;
use entry::Header;
use forgotten::Forgotten;
use lock::Lock;
use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};
use uuid::Uuid;

/// The name in `archive.json`.
const FORMAT: &str = "draagkracht-archive";
/// The version of that format that this program writes and reads.
const VERSION: u32 = 1;
/// The file that makes a folder an archive.
const MARK: &str = "archive.json";
const BUNDLES: &str = "bundles";
const INDEX: &str = "index";
const FORGOTTEN: &str = "forgotten";
const QUARANTINE: &str = "quarantine";

/// An archive that no other run can change meanwhile.
pub struct Archive {
    folder: PathBuf,
    entries: BTreeMap<Uuid, Entry>,
    forgotten: BTreeMap<Uuid, Forgotten>,
    _lock: Lock,
}

/// What became of a bundle.
pub enum Stored {
    /// It was not there yet.
    New,
    /// It was received before, at this time.
    Before(Timestamp),
    /// Another bundle has its id: this one is not stored.
    OtherBundle,
    /// It was removed on request, at this time: it is not stored again.
    Forgotten(Timestamp),
}

impl Archive {
    /// Opens an archive, or makes one where there is nothing yet. What a newer program wrote is
    /// left as it is.
    pub fn open(folder: &Path) -> Result<Self, CliError> {
        let is_new = !is_archive(folder)?;
        durable::make_folder(folder)?;
        let lock = Lock::take(folder)?;
        if is_new {
            let mark = Header { format: FORMAT.to_owned(), version: VERSION.into() };
            durable::write(&folder.join(MARK), &entry::to_json(&mark)?, Access::Secret)?;
        }
        for part in [BUNDLES, INDEX, QUARANTINE, FORGOTTEN] {
            durable::make_folder(&folder.join(part))?;
            durable::remove_unfinished(&folder.join(part))?;
        }
        durable::remove_unfinished(folder)?;
        let forgotten = forgotten::read_all(&folder.join(FORGOTTEN))?;
        forgotten::remove(folder, &forgotten)?;
        let entries = entry::read_all(&folder.join(INDEX))?;
        Ok(Self { folder: folder.to_owned(), entries, forgotten, _lock: lock })
    }

    /// Opens an archive that must be there.
    pub fn open_existing(folder: &Path) -> Result<Self, CliError> {
        if is_archive(folder)? {
            Self::open(folder)
        } else {
            Err(CliError::Archive(folder.to_owned(), ArchiveError::None))
        }
    }

    /// Every bundle that was received, by its id.
    pub fn entries(&self) -> &BTreeMap<Uuid, Entry> {
        &self.entries
    }

    /// When bundles of this case were last removed on request.
    pub fn forgotten(&self, case_id: Uuid) -> Option<&Timestamp> {
        let notes = self.forgotten.values().filter(|note| note.cases.contains(&case_id));
        notes.map(|note| &note.when).max()
    }

    /// For what is not a bundle.
    pub fn quarantine(&self) -> PathBuf {
        self.folder.join(QUARANTINE)
    }

    /// Stores a bundle and its entry. When this returns, both are on the disk.
    pub fn store(
        &mut self,
        opened: &Opened,
        binary: &[u8],
        received: Timestamp,
    ) -> Result<Stored, CliError> {
        let id = opened.manifest.bundle_id;
        if let Some(note) = self.forgotten.get(&id) {
            let is_it = note.sha256 == opened.sha256;
            let forgotten = || Stored::Forgotten(note.when.clone());
            return Ok(if is_it { forgotten() } else { Stored::OtherBundle });
        }
        let path = self.bundle(id);
        let stored = read_if_there(&path)?.map(|bytes| Digest::of(&bytes));
        let indexed = self.entries.get(&id).map(|entry| &entry.receipt);
        let first = indexed.map(|receipt| &receipt.sha256).or(stored.as_ref());
        if first.is_some_and(|first| *first != opened.sha256) {
            return Ok(Stored::OtherBundle);
        }
        if stored.as_ref() == Some(&opened.sha256) {
            // Perhaps by a run that was killed before it was flushed.
            durable::flush(&path)?;
        } else {
            durable::write(&path, binary, Access::Secret)?;
        }
        if let Some(receipt) = indexed {
            durable::flush(&self.entry(id))?;
            return Ok(Stored::Before(receipt.received.clone()));
        }
        let entry = Entry::of(opened, received);
        durable::write(&self.entry(id), &entry::to_json(&entry)?, Access::Secret)?;
        self.entries.insert(id, entry);
        Ok(Stored::New)
    }

    /// Opens a stored bundle.
    pub fn read(&self, id: Uuid, identities: &[Identity]) -> Result<Opened, CliError> {
        let path = self.bundle(id);
        let opened = draagkracht_bundle::open(&files::read(&path)?, identities);
        opened.map_err(|error| CliError::Bundle(path, error))
    }

    fn bundle(&self, id: Uuid) -> PathBuf {
        self.folder.join(BUNDLES).join(format!("{id}.age"))
    }

    fn entry(&self, id: Uuid) -> PathBuf {
        self.folder.join(INDEX).join(format!("{id}.json"))
    }
}

/// Whether the folder is an archive of this version; a folder with something else is refused.
fn is_archive(folder: &Path) -> Result<bool, CliError> {
    let mark = folder.join(MARK);
    if let Some(bytes) = read_if_there(&mark)? {
        let checked = entry::check_header(&bytes, FORMAT, VERSION);
        return checked.map(|()| true).map_err(|error| CliError::Archive(mark, error));
    }
    let read = |error: io::Error| CliError::Read(folder.to_owned(), error);
    let names = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        names => names.map_err(read)?,
    };
    for name in names {
        let name = name.map_err(read)?.file_name();
        let name = name.to_string_lossy();
        // What is there when a run was killed before it wrote the mark.
        if name != lock::NAME && !name.starts_with(files::UNFINISHED) {
            return Err(CliError::Archive(folder.to_owned(), ArchiveError::NotAnArchive));
        }
    }
    Ok(false)
}

fn read_if_there(path: &Path) -> Result<Option<Vec<u8>>, CliError> {
    match files::read(path) {
        Err(CliError::Read(_, error)) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        read => read.map(Some),
    }
}
