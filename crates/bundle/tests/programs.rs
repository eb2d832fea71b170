//! A bundle opens with the programs that every Debian has: age, tar and minisign.
#![allow(clippy::unwrap_used, clippy::panic, reason = "how a test says no")]

mod common;

use common::{
    BUNDLE_ID,
    case_file::{case_contents, colleague, sealed_to},
    contents, device, identity, sealed,
};
use draagkracht_bundle::{
    Receipt, archive::NAMES, armor, case_file, envelope::Identity, open, signature::SigningKey,
};
use draagkracht_core::timestamp::Timestamp;
use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

const KEY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/organisation.key");

/// Runs a line of shell in a folder.
fn run(folder: &Path, line: &str) -> Output {
    Command::new("sh").arg("-c").arg(line).current_dir(folder).output().unwrap()
}

/// The same, and it must go well without a word of complaint.
fn succeed(folder: &Path, line: &str) -> String {
    let output = run(folder, line);
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() && complaint.is_empty(), "{line}: {complaint}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn age_and_tar_open_it_and_minisign_verifies_it() {
    let folder = tempfile::tempdir().unwrap();
    let sealed = sealed(&contents());
    fs::write(folder.path().join("b.age"), &sealed).unwrap();
    fs::write(folder.path().join("b.age.txt"), armor::to_armor(&sealed).unwrap()).unwrap();
    for bundle in ["b.age", "b.age.txt"] {
        let line = format!("age -d -i '{KEY}' {bundle} | tar xzv");
        let names = succeed(folder.path(), &line);
        assert_eq!(names.lines().collect::<Vec<_>>(), NAMES);
    }
    let public = device().code().unwrap().verifying;
    let verify = format!("minisign -Vm manifest.json -P '{public}'");
    assert!(succeed(folder.path(), &verify).contains("Signature and comment signature verified"));
    let hashes = r#"sed -n 's/.*"\(.*ndjson\)": "\(.*\)".*/\2  \1/p' manifest.json | sha256sum -c"#;
    assert_eq!(succeed(folder.path(), hashes).matches(": OK").count(), 4);
    assert_eq!(succeed(folder.path(), "cat responses.ndjson").lines().count(), 2);

    fs::write(folder.path().join("manifest.json"), "{}").unwrap();
    assert!(!run(folder.path(), &verify).status.success());
}

#[test]
fn they_open_and_verify_a_case_file_too() {
    let folder = tempfile::tempdir().unwrap();
    let colleague = colleague();
    let sealed = sealed_to(&colleague.code().unwrap(), &case_contents());
    fs::write(folder.path().join("case.age"), sealed).unwrap();
    fs::write(folder.path().join("key"), colleague.identity.to_line().as_bytes()).unwrap();
    let names = succeed(folder.path(), "age -d -i key case.age | tar xzv");
    assert_eq!(names.lines().collect::<Vec<_>>(), case_file::NAMES);
    let public = device().code().unwrap().verifying;
    let verified = succeed(folder.path(), &format!("minisign -Vm manifest.json -P '{public}'"));
    let case_id = case_contents().case.case_id;
    assert!(verified.contains(&format!("Trusted comment: draagkracht-case-file {case_id}")));
}

#[test]
fn what_age_sealed_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let identity = Identity::make();
    fs::write(folder.path().join("text"), "text").unwrap();
    succeed(folder.path(), &format!("age -r {} -o text.age text", identity.recipient()));
    let sealed = fs::read(folder.path().join("text.age")).unwrap();
    assert_eq!(draagkracht_bundle::envelope::decrypt(&sealed, &[identity]).unwrap(), b"text");
}

#[test]
fn a_secret_key_file_of_ours_signs_with_minisign() {
    let folder = tempfile::tempdir().unwrap();
    let key = SigningKey::make().unwrap();
    let public = key.verifying_key().unwrap();
    fs::write(folder.path().join("our.key"), key.to_file("our key").unwrap().as_bytes()).unwrap();
    fs::write(folder.path().join("our.pub"), public.to_file().unwrap()).unwrap();
    fs::write(folder.path().join("text"), "text").unwrap();
    succeed(folder.path(), "minisign -S -W -s our.key -m text");
    succeed(folder.path(), "minisign -V -p our.pub -m text");
    let minisig = fs::read_to_string(folder.path().join("text.minisig")).unwrap();
    assert!(public.verify(b"text", &minisig).is_ok());
}

#[test]
fn minisign_verifies_a_receipt() {
    let folder = tempfile::tempdir().unwrap();
    let opened = open(&sealed(&contents()), &[identity()]).unwrap();
    let signed = Receipt::make(&opened, Timestamp::default()).sign(&device().signing).unwrap();
    fs::write(folder.path().join("r.json"), &signed.json).unwrap();
    fs::write(folder.path().join("r.json.minisig"), &signed.minisig).unwrap();
    let verify = format!("minisign -Vm r.json -P '{}'", device().code().unwrap().verifying);
    let verified = succeed(folder.path(), &verify);
    assert!(verified.contains(&format!("Trusted comment: draagkracht-receipt {BUNDLE_ID}")));
    fs::write(folder.path().join("r.json"), "{}").unwrap();
    assert!(!run(folder.path(), &verify).status.success());
}
