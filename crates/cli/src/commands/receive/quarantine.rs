//! What is not a good bundle, kept apart with the reason beside it.

use super::inbox::Incoming;
use crate::{
    commands::now,
    durable,
    error::CliError,
    files::{self, Access, UNFINISHED},
    output::shown,
};
use draagkracht_bundle::{Digest, OpenError, archive::MAX_BYTES};
use std::{
    fs::{self, File},
    io::{self, Read as _},
    path::{Path, PathBuf},
};
use uuid::Uuid;

/// Why a file is kept apart.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// Larger than was allowed, in MiB; it was not read.
    #[error("the file is larger than {0} MiB")]
    TooLarge(u64),
    /// It fails a check.
    #[error(transparent)]
    Open(OpenError),
    /// Another bundle with its id was received before.
    #[error("another bundle was received before with the id {0}")]
    OtherBundle(Uuid),
}

impl Refusal {
    /// What to do about it.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::TooLarge(_) => "no bundle is as large as that; ask where it came from",
            Self::Open(error) => error.advice(),
            Self::OtherBundle(_) => {
                "open it and the one in the archive apart and compare; one of them is not genuine"
            }
        }
    }
}

/// Moves a file here, after its reason, and returns where it is. Named after its contents, so that
/// a run that was interrupted in between makes no second one. The reason is not flushed: `verify` says it
/// again, and whoever fills the inbox with bad files must not make each cost a write to the disk.
pub fn add(folder: &Path, file: &Incoming, refusal: &Refusal) -> Result<PathBuf, CliError> {
    // Of a larger file only this much: a name must not cost an hour of reading.
    let hash = File::open(&file.path).and_then(|bytes| Digest::of_all(bytes.take(MAX_BYTES)));
    let hash = hash.map_err(|error| CliError::Read(file.path.clone(), error))?.to_string();
    let name = file.path.file_name().unwrap_or_default().to_string_lossy();
    let short: String =
        name.chars().map(|c| if c.is_control() { '_' } else { c }).take(60).collect();
    let place = folder.join(format!("{}-{short}", &hash[..16]));
    let part = if file.size() > MAX_BYTES { " (of its first 64 MiB)" } else { "" };
    let reason = format!(
        "file: {}\nfound: {}\nsize: {} bytes\nsha256: {hash}{part}\nreason: {}\nwhat to do: {}\n",
        shown(&name),
        now().unwrap_or_default(),
        file.size(),
        shown(&refusal.to_string()),
        refusal.advice(),
    );
    let mut beside = place.clone().into_os_string();
    beside.push(".reason.txt");
    files::write_unflushed(Path::new(&beside), reason.as_bytes(), Access::Secret)?;
    match fs::rename(&file.path, &place) {
        Err(error) if error.kind() == io::ErrorKind::CrossesDevices => copy(&file.path, &place)?,
        renamed => renamed.map_err(|error| CliError::Write(place.clone(), error))?,
    }
    Ok(place)
}

/// Moves a file to another disk: it is removed here once it is whole there.
fn copy(from: &Path, to: &Path) -> Result<(), CliError> {
    let copy = || {
        let folder = to.parent().unwrap_or(Path::new("."));
        let mut unfinished = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(folder)?;
        io::copy(&mut File::open(from)?, &mut unfinished)?;
        unfinished.as_file().sync_all()?;
        unfinished.persist(to)?;
        Ok(())
    };
    copy().map_err(|error: io::Error| CliError::Write(to.to_owned(), error))?;
    durable::sync_folder_of(to)?;
    durable::remove(from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_to_another_disk_is_whole_there_and_gone_here() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        fs::write(&from, "text").unwrap();
        copy(&from, &to).unwrap();
        assert_eq!(fs::read(&to).unwrap(), b"text");
        let names: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
        assert_eq!(names.len(), 1);
        assert!(matches!(copy(&from, &to), Err(CliError::Write(..))));
        assert_eq!(fs::read(&to).unwrap(), b"text");
    }
}
