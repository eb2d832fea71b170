//! The archive inside the sealing.

use crate::{
    common::{contents, identity, sealed},
    forge::{Forge, enveloped},
    refusal,
};
use draagkracht_bundle::{archive::MAX_BYTES, envelope::decrypt};
use flate2::{Compression, write::GzEncoder};
use std::io::Write as _;

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// A tar.gz of any files.
fn tar(files: &[(&str, tar::EntryType, &[u8])]) -> Vec<u8> {
    let mut builder = tar::Builder::new(Vec::new());
    for (name, kind, bytes) in files {
        let mut header = tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_entry_type(*kind);
        builder.append_data(&mut header, name, *bytes).unwrap();
    }
    gzip(&builder.into_inner().unwrap())
}

/// A bundle with the right files, changed as a list.
fn with_files(change: impl FnOnce(&mut Vec<(String, Vec<u8>)>)) -> Vec<u8> {
    let mut files = Forge::new().files();
    change(&mut files);
    let regular = tar::EntryType::Regular;
    let files: Vec<_> = files.iter().map(|(n, b)| (n.as_str(), regular, b.as_slice())).collect();
    enveloped(&tar(&files))
}

#[test]
fn not_a_tar_gz() {
    assert!(refusal(&enveloped(b"text")).starts_with("the archive inside cannot be unpacked: "));
    let text = enveloped(&gzip(&[b'x'; 512]));
    assert!(refusal(&text).starts_with("the archive inside cannot be read: "));
}

#[test]
fn a_gzip_bomb() {
    let bomb = gzip(&vec![0; usize::try_from(MAX_BYTES).unwrap() + 512]);
    assert!(bomb.len() < 1 << 20);
    assert_eq!(refusal(&enveloped(&bomb)), "the archive inside comes to more than 64 MiB");
}

#[test]
fn something_behind_the_archive() {
    let mut packed = decrypt(&sealed(&contents()), &[identity()]).unwrap();
    packed.extend_from_slice(&gzip(b"more"));
    assert_eq!(
        refusal(&enveloped(&packed)),
        "there is something behind the end of the archive inside"
    );
}

#[test]
fn a_missing_file() {
    for at in 0..6 {
        let mut name = String::new();
        let bundle = with_files(|files| name = files.remove(at).0);
        assert_eq!(refusal(&bundle), format!("{name} is missing"));
    }
}

#[test]
fn an_extra_file() {
    let extra = with_files(|files| files.push(("extra.txt".to_owned(), vec![])));
    assert_eq!(refusal(&extra), "\"extra.txt\" does not belong in it");
    let elsewhere = with_files(|files| files[2].0 = "folder/cases.ndjson".to_owned());
    assert_eq!(refusal(&elsewhere), "\"folder/cases.ndjson\" does not belong in it");
}

#[test]
fn a_file_that_is_there_twice() {
    let twice = with_files(|files| files.push(files[3].clone()));
    assert_eq!(refusal(&twice), "responses.ndjson is there twice");
}

#[test]
fn a_link_in_place_of_a_file() {
    let link = enveloped(&tar(&[("manifest.json", tar::EntryType::Symlink, b"")]));
    assert_eq!(refusal(&link), "\"manifest.json\" in the archive is not an ordinary file");
}
