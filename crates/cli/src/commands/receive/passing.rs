//! Moving a file to another inbox, which may be a mount of its own, without writing over what is there.

use crate::{
    durable,
    error::CliError,
    files::{self, UNFINISHED},
};
use std::{
    fs::{self, File},
    io,
    path::Path,
};

/// Whether a file went to where it was to go.
#[derive(Debug, PartialEq, Eq)]
pub enum Passed {
    /// It is there, whole, and no longer here.
    Moved,
    /// Something else has its name there: nothing was moved.
    Taken,
}

/// Moves a file. On one file system the names are not flushed yet; copied to another, it is safe there before it
/// is removed here. After an error it is where it was.
pub fn pass(from: &Path, to: &Path) -> Result<Passed, CliError> {
    pass_by(from, to, |from, to| fs::hard_link(from, to))
}

/// `link` gives the file a second name, as the system does within one file system.
fn pass_by(
    from: &Path,
    to: &Path,
    link: impl Fn(&Path, &Path) -> io::Result<()>,
) -> Result<Passed, CliError> {
    let there = match link(from, to) {
        // Between two mounts, or where there are no second names.
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => copy(from, to),
        linked => linked,
    };
    match there {
        Ok(()) => {}
        // A run that was interrupted in between left it in both places.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            if files::read(from)? != files::read(to)? {
                return Ok(Passed::Taken);
            }
        }
        Err(error) => return Err(CliError::Write(to.to_owned(), error)),
    }
    fs::remove_file(from).map_err(|error| CliError::Write(from.to_owned(), error))?;
    Ok(Passed::Moved)
}

/// Whoever could read it can read the copy.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let folder = to.parent().unwrap_or(Path::new("."));
    let mut file = File::open(from)?;
    let mut unfinished = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(folder)?;
    io::copy(&mut file, &mut unfinished)?;
    unfinished.as_file().set_permissions(file.metadata()?.permissions())?;
    unfinished.as_file().sync_all()?;
    unfinished.persist_noclobber(to).map_err(|error| error.error)?;
    durable::sync_folder_of(to).map_err(|error| io::Error::other(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn other_mount(_: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::CrossesDevices.into())
    }

    #[test]
    fn between_two_mounts_it_is_copied_whole_and_gone_here() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        fs::write(&from, "text").unwrap();
        assert_eq!(pass_by(&from, &to, other_mount).unwrap(), Passed::Moved);
        assert_eq!(fs::read(&to).unwrap(), b"text");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing unfinished is left");
    }

    #[test]
    fn what_is_there_stays_there_and_so_does_this_either_way() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        fs::write(&from, "text").unwrap();
        fs::write(&to, "other").unwrap();
        assert_eq!(pass(&from, &to).unwrap(), Passed::Taken);
        assert_eq!(pass_by(&from, &to, other_mount).unwrap(), Passed::Taken);
        assert_eq!(
            (fs::read(&from).unwrap(), fs::read(&to).unwrap()),
            (b"text".into(), b"other".into())
        );
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn what_an_interrupted_run_left_in_both_places_goes_on() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        for text in ["from", "to"] {
            fs::write(folder.path().join(text), "text").unwrap();
        }
        assert_eq!(pass(&from, &to).unwrap(), Passed::Moved);
        assert!(!from.exists() && to.exists());
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error_and_nothing_is_lost() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("from"), folder.path().join("gone/to"));
        fs::write(&from, "text").unwrap();
        assert!(matches!(pass(&from, &to), Err(CliError::Write(path, _)) if path == to));
        assert_eq!(fs::read(&from).unwrap(), b"text");
    }
}
