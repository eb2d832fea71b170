//! The folder of an export: every file is written whole before the first gets its name.

use crate::{
    error::CliError,
    files::{self, UNFINISHED},
};
use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufWriter, Write as _},
    path::{Path, PathBuf},
};
use tempfile::TempDir;

/// Files that have no name yet: dropped, they are as if they never were.
pub struct Folder {
    out: PathBuf,
    unfinished: TempDir,
    names: Vec<String>,
}

impl Folder {
    /// Makes the folder where it is not there, and a place in it to write in.
    pub fn new(out: &Path) -> Result<Self, CliError> {
        files::make_folder(out)?;
        let unfinished = tempfile::Builder::new().prefix(UNFINISHED).tempdir_in(out);
        let unfinished = unfinished.map_err(|error| CliError::Write(out.to_owned(), error))?;
        Ok(Self { out: out.to_owned(), unfinished, names: vec![] })
    }

    /// Writes one file, for whoever ran the command alone.
    pub fn write(
        &mut self,
        name: &str,
        write: impl FnOnce(&mut BufWriter<File>) -> io::Result<()>,
    ) -> Result<(), CliError> {
        let written = create(&self.unfinished.path().join(name)).and_then(|file| {
            let mut out = BufWriter::new(file);
            write(&mut out)?;
            out.flush()?;
            out.get_ref().sync_all()
        });
        written.map_err(|error| CliError::Write(self.out.join(name), error))?;
        self.names.push(name.to_owned());
        Ok(())
    }

    /// Gives every file its name, and returns where they are.
    pub fn finish(self) -> Result<Vec<PathBuf>, CliError> {
        let mut written = Vec::new();
        for name in &self.names {
            let path = self.out.join(name);
            let renamed = fs::rename(self.unfinished.path().join(name), &path);
            renamed.map_err(|error| CliError::Write(path.clone(), error))?;
            written.push(path);
        }
        Ok(written)
    }
}

fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
