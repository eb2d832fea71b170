//! What lies in the inbox: bundles by their names, and what is none of ours.

use crate::{durable, error::CliError, files::is_named_like_a_bundle};
use std::{
    fs::{self, Metadata},
    io,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

/// The folder as it was listed.
pub struct Inbox {
    /// Files with the name of a bundle, in the order of their names.
    pub bundles: Vec<Incoming>,
    folder: PathBuf,
    others: Vec<PathBuf>,
}

/// A file as it was when it was listed.
pub struct Incoming {
    /// Where it is.
    pub path: PathBuf,
    size: u64,
    modified: Option<SystemTime>,
}

impl Inbox {
    /// Lists the folder. Upload servers write under another name until a file is whole: names that
    /// begin with a dot or do not end as a bundle's does are left alone, as are links and folders.
    pub fn list(folder: &Path) -> Result<Self, CliError> {
        let read = |error: io::Error| CliError::Read(folder.to_owned(), error);
        let (mut bundles, mut others) = (Vec::new(), Vec::new());
        for file in fs::read_dir(folder).map_err(read)? {
            let path = file.map_err(read)?.path();
            match fs::symlink_metadata(&path) {
                Ok(metadata) if metadata.is_file() && is_named_like_a_bundle(&path) => {
                    bundles.push(Incoming::of(path, &metadata));
                }
                Ok(_) => others.push(path),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(CliError::Read(path, error)),
            }
        }
        bundles.sort_by(|one, other| one.path.cmp(&other.path));
        others.sort();
        Ok(Self { bundles, folder: folder.to_owned(), others })
    }

    /// A sentence about what is none of ours, if there is any.
    pub fn left_alone(&self) -> Option<String> {
        let first = self.others.first()?.file_name()?.to_string_lossy();
        let (folder, count) = (self.folder.display(), self.others.len());
        Some(format!(
            "note {folder}: {count} left alone, which are no files named <bundle-id>.age or \
             <bundle-id>.age.txt; the first is {first}"
        ))
    }
}

impl Incoming {
    /// No more of it is kept than is compared: there may be a million.
    fn of(path: PathBuf, metadata: &Metadata) -> Self {
        Self { path, size: metadata.len(), modified: metadata.modified().ok() }
    }

    /// Its size in bytes.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Whether it was changed so recently that it may still be coming in. A time in the future is
    /// that of a wrong clock, and says nothing.
    pub fn may_be_coming_in(&self, settle: Duration) -> bool {
        let age = self.modified.and_then(|changed| SystemTime::now().duration_since(changed).ok());
        age.is_some_and(|age| age < settle)
    }

    /// Removes what was taken in. What was written over it meanwhile is for the next run.
    pub fn remove(&self) -> Result<(), CliError> {
        if self.is_unchanged() { durable::remove(&self.path) } else { Ok(()) }
    }

    /// Whether it is still as it was when it was listed.
    pub fn is_unchanged(&self) -> bool {
        fs::symlink_metadata(&self.path)
            .is_ok_and(|now| now.len() == self.size && now.modified().ok() == self.modified)
    }
}
