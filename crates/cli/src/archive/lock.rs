//! One run at a time. The system takes the lock away from a run that died.

use super::ArchiveError;
use crate::error::CliError;
use std::{
    fs::{File, OpenOptions, TryLockError},
    path::Path,
};

/// The file that is locked; it stays, only the lock comes and goes.
pub const NAME: &str = "lock";

/// Held as long as this lives.
pub struct Lock(#[expect(dead_code, reason = "closing it unlocks it")] File);

impl Lock {
    /// Takes the lock of an archive, or says that another run has it.
    pub fn take(folder: &Path) -> Result<Self, CliError> {
        let path = folder.join(NAME);
        let file = OpenOptions::new().write(true).create(true).truncate(false).open(&path);
        let file = file.map_err(|error| CliError::Write(path.clone(), error))?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => {
                Err(CliError::Archive(folder.to_owned(), ArchiveError::Locked))
            }
            Err(TryLockError::Error(error)) => Err(CliError::Write(path, error)),
        }
    }
}
