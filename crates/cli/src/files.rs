//! Reading files of a bounded size, and writing files whole or not at all.

use crate::error::CliError;
use draagkracht_bundle::{archive::MAX_BYTES, envelope::Identity};
use std::{
    fs::{self, File},
    io::{self, Read as _, Write as _},
    path::{Path, PathBuf},
};
use tempfile::NamedTempFile;

/// How the names begin of files that have not all their bytes yet.
pub const UNFINISHED: &str = ".unfinished-";

/// Who may read a file that we write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Only whoever ran the command.
    Secret,
    /// Everybody.
    Public,
}

/// A file that has all its bytes but not its name yet: dropped, it is as if it never was.
pub struct Prepared {
    file: NamedTempFile,
    path: PathBuf,
}

/// The bytes of a file, up to one more than any bundle has.
pub fn read(path: &Path) -> Result<Vec<u8>, CliError> {
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes))
        .map_err(|error| CliError::Read(path.to_owned(), error))?;
    Ok(bytes)
}

/// Whether it is named as an upload server and the app name a whole bundle.
pub fn is_named_like_a_bundle(path: &Path) -> bool {
    path.file_name().is_some_and(|name| {
        let name = name.to_string_lossy();
        !name.starts_with('.') && (name.ends_with(".age") || name.ends_with(".age.txt"))
    })
}

/// A file of text.
pub fn read_text(path: &Path) -> Result<String, CliError> {
    String::from_utf8(read(path)?)
        .map_err(|_| CliError::Read(path.to_owned(), io::Error::other("it is not a text in UTF-8")))
}

/// The secret keys in identity files.
pub fn read_identities(paths: &[PathBuf]) -> Result<Vec<Identity>, CliError> {
    let mut identities = Vec::new();
    for path in paths {
        let read = Identity::read_file(&read_text(path)?);
        identities.extend(read.map_err(|error| CliError::Identity(path.clone(), error))?);
    }
    Ok(identities)
}

/// Makes a folder, and those above it, where they are not there yet.
pub fn make_folder(path: &Path) -> Result<(), CliError> {
    fs::create_dir_all(path).map_err(|error| CliError::Write(path.to_owned(), error))
}

/// Writes a file whole, in the place of one that is there, for what may be lost when the power goes.
pub fn write_unflushed(path: &Path, bytes: &[u8], access: Access) -> Result<(), CliError> {
    let write = || {
        let mut file = with_mode(access).tempfile_in(path.parent().unwrap_or(Path::new(".")))?;
        file.write_all(bytes)?;
        file.persist(path).map_err(|error| error.error).map(drop)
    };
    write().map_err(|error: io::Error| CliError::Write(path.to_owned(), error))
}

/// Writes the bytes beside the place where the file will be.
pub fn prepare(path: &Path, bytes: &[u8], access: Access) -> Result<Prepared, CliError> {
    let write = || {
        let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty());
        let mut file = with_mode(access).tempfile_in(folder.unwrap_or(Path::new(".")))?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        Ok(file)
    };
    let file = write().map_err(|error| CliError::Write(path.to_owned(), error))?;
    Ok(Prepared { file, path: path.to_owned() })
}

#[cfg(unix)]
fn with_mode(access: Access) -> tempfile::Builder<'static, 'static> {
    use std::{fs::Permissions, os::unix::fs::PermissionsExt as _};
    let mode = if access == Access::Secret { 0o600 } else { 0o644 };
    let mut builder = tempfile::Builder::new();
    builder.prefix(UNFINISHED).permissions(Permissions::from_mode(mode));
    builder
}

#[cfg(not(unix))]
fn with_mode(_: Access) -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(UNFINISHED);
    builder
}

impl Prepared {
    /// Where it will be.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Gives it its name; what had that name is replaced.
    pub fn replace(self) -> Result<(), CliError> {
        let path = self.path;
        self.file.persist(&path).map(drop).map_err(|error| CliError::Write(path, error.error))
    }

    /// Gives it its name, unless something has that name already.
    pub fn create(self) -> Result<(), CliError> {
        let path = self.path;
        self.file.persist_noclobber(&path).map(drop).map_err(|error| {
            if error.error.kind() == io::ErrorKind::AlreadyExists {
                CliError::Exists(path)
            } else {
                CliError::Write(path, error.error)
            }
        })
    }
}
