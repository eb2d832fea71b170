//! The tar.gz inside a bundle: six files, or seven in version 2; no others. That inside a case file has
//! other names.

use flate2::{Compression, bufread::GzDecoder, write::GzEncoder};
use std::io::{Read as _, Write as _};

/// The manifest's file.
pub const MANIFEST: &str = "manifest.json";
/// Its signature, by the device.
pub const SIGNATURE: &str = "manifest.json.minisig";
/// One case a line.
pub const CASES: &str = "cases.ndjson";
/// One response a line.
pub const RESPONSES: &str = "responses.ndjson";
/// One plan a line.
pub const PLANS: &str = "plans.ndjson";
/// One note a line.
pub const NOTES: &str = "notes.ndjson";
/// The files of every bundle, in the order in which they are written.
pub const NAMES: [&str; 6] = [MANIFEST, SIGNATURE, CASES, RESPONSES, PLANS, NOTES];
/// Answers to one list of a professional's a line; the last file, from version 2 on.
pub const FORM_RESPONSES: &str = "form_responses.ndjson";
const ALL_NAMES: [&str; 7] = [MANIFEST, SIGNATURE, CASES, RESPONSES, PLANS, NOTES, FORM_RESPONSES];

/// What a bundle may come to when it is unpacked, and what it may weigh itself, in bytes.
pub const MAX_BYTES: u64 = 64 << 20;

/// The bytes of the six files, in the order of [`NAMES`].
pub type Files = [Vec<u8>; NAMES.len()];

/// Why bytes are not such an archive.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ArchiveError {
    /// Not gzip, or damaged.
    #[error("the archive inside cannot be unpacked: {0}")]
    Gzip(String),
    /// A small file that unpacks to a huge one.
    #[error("the archive inside comes to more than {} MiB", MAX_BYTES >> 20)]
    TooLarge,
    /// Something behind the end.
    #[error("there is something behind the end of the archive inside")]
    LeftOver,
    /// Not tar, or damaged.
    #[error("the archive inside cannot be read: {0}")]
    Tar(String),
    /// A link, a folder or a device.
    #[error("\"{0}\" in the archive is not an ordinary file")]
    NotAFile(String),
    /// A file that does not belong there.
    #[error("\"{0}\" does not belong in it")]
    Unexpected(String),
    /// The same name twice.
    #[error("{0} is there twice")]
    Twice(&'static str),
    /// A file that should be there.
    #[error("{0} is missing")]
    Missing(&'static str),
}

/// Packs the files of a bundle, with [`FORM_RESPONSES`] where there is that; `modified` is in seconds
/// since 1970.
pub fn pack(
    files: &Files,
    form_responses: Option<&[u8]>,
    modified: u64,
) -> Result<Vec<u8>, ArchiveError> {
    let files = files.iter().map(Vec::as_slice).chain(form_responses);
    pack_all(ALL_NAMES.iter().zip(files), modified)
}

/// Unpacks what [`pack`] packed, and nothing else.
pub fn unpack(packed: &[u8]) -> Result<(Files, Option<Vec<u8>>), ArchiveError> {
    let mut found = find(&ALL_NAMES, packed)?;
    let form_responses = found[NAMES.len()].take();
    Ok((each(&NAMES, found)?, form_responses))
}

/// Packs files, each under its name.
pub(crate) fn pack_all<'a>(
    files: impl Iterator<Item = (&'a &'static str, &'a [u8])>,
    modified: u64,
) -> Result<Vec<u8>, ArchiveError> {
    let tar_error = |error: std::io::Error| ArchiveError::Tar(error.to_string());
    let mut builder = tar::Builder::new(GzEncoder::new(Vec::new(), Compression::default()));
    for (name, bytes) in files {
        let mut header = tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_mtime(modified);
        builder.append_data(&mut header, name, bytes).map_err(tar_error)?;
    }
    let mut gzip = builder.into_inner().map_err(tar_error)?;
    gzip.flush().and_then(|()| gzip.finish()).map_err(tar_error)
}

/// What is there under these names, each once; any other is refused.
pub(crate) fn find<const N: usize>(
    names: &[&'static str; N],
    packed: &[u8],
) -> Result<[Option<Vec<u8>>; N], ArchiveError> {
    let tar = gunzip(packed)?;
    let tar_error = |error: std::io::Error| ArchiveError::Tar(error.to_string());
    let mut found = [const { None }; N];
    for entry in tar::Archive::new(tar.as_slice()).entries().map_err(tar_error)? {
        let mut entry = entry.map_err(tar_error)?;
        let path = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        if entry.header().entry_type() != tar::EntryType::Regular {
            return Err(ArchiveError::NotAFile(path));
        }
        let place = names.iter().position(|name| *name == path);
        let place = place.ok_or(ArchiveError::Unexpected(path))?;
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).map_err(tar_error)?;
        if found[place].replace(bytes).is_some() {
            return Err(ArchiveError::Twice(names[place]));
        }
    }
    Ok(found)
}

/// All of the files with these names, which what was found begins with.
pub(crate) fn each<const N: usize>(
    names: &[&'static str; N],
    found: impl IntoIterator<Item = Option<Vec<u8>>>,
) -> Result<[Vec<u8>; N], ArchiveError> {
    let mut files = [const { vec![] }; N];
    for ((file, name), found) in files.iter_mut().zip(names).zip(found) {
        *file = found.ok_or(ArchiveError::Missing(name))?;
    }
    Ok(files)
}

fn gunzip(packed: &[u8]) -> Result<Vec<u8>, ArchiveError> {
    let mut decoder = GzDecoder::new(packed);
    let mut bytes = Vec::new();
    let mut bounded = decoder.by_ref().take(MAX_BYTES + 1);
    bounded.read_to_end(&mut bytes).map_err(|error| ArchiveError::Gzip(error.to_string()))?;
    if bytes.len() as u64 > MAX_BYTES {
        Err(ArchiveError::TooLarge)
    } else if decoder.into_inner().is_empty() {
        Ok(bytes)
    } else {
        Err(ArchiveError::LeftOver)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_unpacked() {
        let files: Files = NAMES.map(|name| name.as_bytes().repeat(100));
        let with = pack(&files, Some(b"{}\n"), 1_700_000_000).unwrap();
        assert_eq!(unpack(&with), Ok((files.clone(), Some(b"{}\n".to_vec()))));
        let packed = pack(&files, None, 1_700_000_000).unwrap();
        assert_eq!(unpack(&packed), Ok((files, None)));
        assert!(unpack(&packed[..packed.len() - 9]).is_err());
        let twice = [packed.clone(), packed].concat();
        assert_eq!(unpack(&twice), Err(ArchiveError::LeftOver));
    }
}
