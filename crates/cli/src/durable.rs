//! Writing so that it outlives a power cut: first the bytes, then the name, then the folder.

use crate::{
    error::CliError,
    files::{self, Access, UNFINISHED},
};
use std::{
    fs::{self, File},
    io,
    path::Path,
};

/// Writes a file whole; when this returns, it and its name are on the disk.
pub fn write(path: &Path, bytes: &[u8], access: Access) -> Result<(), CliError> {
    files::prepare(path, bytes, access)?.replace()?;
    sync_folder_of(path)
}

/// Flushes a file that somebody wrote before, and its name.
pub fn flush(path: &Path) -> Result<(), CliError> {
    let flushed = File::open(path).and_then(|file| file.sync_all());
    flushed.map_err(|error| CliError::Write(path.to_owned(), error))?;
    sync_folder_of(path)
}

/// Makes a folder, and those above it, where they are not there yet.
pub fn make_folder(path: &Path) -> Result<(), CliError> {
    if path.as_os_str().is_empty() || path.is_dir() {
        return Ok(());
    }
    if let Some(above) = path.parent() {
        make_folder(above)?;
    }
    fs::create_dir(path).map_err(|error| CliError::Write(path.to_owned(), error))?;
    sync_folder_of(path)
}

/// Removes a file, if it is there; when this returns, it stays away.
pub fn remove(path: &Path) -> Result<(), CliError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(CliError::Write(path.to_owned(), error))
        }
        _ => sync_folder_of(path),
    }
}

/// Removes what a run left that was killed while it wrote.
pub fn remove_unfinished(folder: &Path) -> Result<(), CliError> {
    let write = |error: io::Error| CliError::Write(folder.to_owned(), error);
    for file in fs::read_dir(folder).map_err(write)? {
        let file = file.map_err(write)?;
        if file.file_name().to_string_lossy().starts_with(UNFINISHED) {
            remove(&file.path())?;
        }
    }
    Ok(())
}

/// Flushes the names in the folder that a file is in.
pub fn sync_folder_of(path: &Path) -> Result<(), CliError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    sync_folder(folder.unwrap_or(Path::new(".")))
}

/// Flushes the names in a folder.
#[cfg(unix)]
pub fn sync_folder(folder: &Path) -> Result<(), CliError> {
    let flushed = File::open(folder).and_then(|folder| folder.sync_all());
    flushed.map_err(|error| CliError::Write(folder.to_owned(), error))
}

/// There is no such thing elsewhere: the file system looks after its names.
#[cfg(not(unix))]
pub fn sync_folder(_: &Path) -> Result<(), CliError> {
    Ok(())
}
