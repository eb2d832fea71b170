//! Writing so that it outlives a power cut: first the bytes, then the name, then the folder.

use crate::{
    error::CliError,
    files::{self, Access, UNFINISHED},
};
use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
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

/// Removes what a run left that was killed while it wrote, from a folder in which no other run writes.
pub fn remove_unfinished(folder: &Path) -> Result<(), CliError> {
    unfinished(folder)?.iter().try_for_each(|path| remove(path))
}

/// How old an unfinished file is that nobody can still be writing.
const STALE: Duration = Duration::from_hours(1);

/// The same from a folder in which other runs write too: theirs are younger than an hour.
pub fn remove_stale(folder: &Path, now: SystemTime) -> Result<(), CliError> {
    let is_stale = |path: &&PathBuf| {
        let changed = fs::symlink_metadata(path).and_then(|metadata| metadata.modified()).ok();
        let age = changed.and_then(|changed| now.duration_since(changed).ok());
        age.is_some_and(|age| age >= STALE)
    };
    unfinished(folder)?.iter().filter(is_stale).try_for_each(|path| remove(path))
}

fn unfinished(folder: &Path) -> Result<Vec<PathBuf>, CliError> {
    let write = |error: io::Error| CliError::Write(folder.to_owned(), error);
    let mut found = vec![];
    for file in fs::read_dir(folder).map_err(write)? {
        let file = file.map_err(write)?;
        if file.file_name().to_string_lossy().starts_with(UNFINISHED) {
            found.push(file.path());
        }
    }
    Ok(found)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_old_is_removed_where_others_write_too() {
        let folder = tempfile::tempdir().unwrap();
        let now = SystemTime::now();
        let minutes = Duration::from_mins;
        for (name, changed) in [
            (".unfinished-old", now - minutes(61)),
            (".unfinished-new", now - minutes(59)),
            (".unfinished-of-a-clock-ahead", now + minutes(61)),
            ("finished", now - minutes(61)),
        ] {
            let file = File::create(folder.path().join(name)).unwrap();
            file.set_modified(changed).unwrap();
        }
        let names = || {
            let files = fs::read_dir(folder.path()).unwrap();
            let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
            names.collect::<std::collections::BTreeSet<_>>()
        };
        remove_stale(folder.path(), now).unwrap();
        let [new, ahead] = [".unfinished-new", ".unfinished-of-a-clock-ahead"];
        assert!(names().into_iter().eq([new, ahead, "finished"]));
        remove_unfinished(folder.path()).unwrap();
        assert!(names().into_iter().eq(["finished"]));
    }

    #[test]
    fn a_folder_that_is_not_there_is_told() {
        let gone = Path::new("nowhere");
        assert!(matches!(remove_stale(gone, SystemTime::now()), Err(CliError::Write(..))));
    }
}
