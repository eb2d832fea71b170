//! An inbox, an archive and a folder for receipts, with the keys of the vectors.
#![allow(dead_code, reason = "each test file uses a part of it")]

use crate::{
    common,
    program::{Done, draagkracht, names_in},
};
use draagkracht_bundle::{
    Contents, Draft, Receipt,
    device::DeviceKeys,
    seal,
    signature::{SigningKey, VerifyingKey},
};
use draagkracht_core::timestamp::Timestamp;
use std::{
    fs,
    path::{Path, PathBuf},
};
use tempfile::{TempDir, tempdir};
use uuid::Uuid;

pub const KEY: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../bundle/tests/vectors/organisation.key");

/// Where a test receives.
pub struct Place {
    folder: TempDir,
    receipt_key: VerifyingKey,
}

impl Place {
    /// An empty inbox, and nothing else yet.
    pub fn new() -> Self {
        let folder = tempdir().unwrap();
        let key = SigningKey::make().unwrap();
        fs::create_dir(folder.path().join("inbox")).unwrap();
        fs::write(folder.path().join("receipt.key"), key.to_file("").unwrap().as_bytes()).unwrap();
        Self { folder, receipt_key: key.verifying_key().unwrap() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Puts a file into the inbox.
    pub fn hand_in(&self, name: &str, bytes: &[u8]) {
        fs::write(self.path("inbox").join(name), bytes).unwrap();
    }

    /// Runs `receive` with the key of the vectors.
    pub fn receive(&self) -> Done {
        self.receive_with(KEY, &["--settle", "0"])
    }

    pub fn receive_with(&self, key: &str, more: &[&str]) -> Done {
        draagkracht(self.folder(), &[&arguments(key)[..], more].concat())
    }

    /// It must go well; what it prints, a line each.
    pub fn received(&self) -> Vec<String> {
        let done = self.receive();
        assert_eq!((done.code, done.stderr.as_str()), (Some(0), ""), "{}", done.stdout);
        done.stdout.lines().map(str::to_owned).collect()
    }

    /// The names in a folder, such as `archive/index`; none when it is not there.
    pub fn names(&self, folder: &str) -> Vec<String> {
        let path = self.path(folder);
        if path.exists() { names_in(&path) } else { vec![] }
    }

    /// The receipt of a bundle, if there is one that verifies.
    pub fn receipt(&self, bundle_id: Uuid) -> Option<Receipt> {
        let name = self.path("receipts").join(format!("{bundle_id}.receipt.json"));
        let json = fs::read(&name).ok()?;
        let minisig = fs::read_to_string(format!("{}.minisig", name.display())).ok()?;
        Receipt::verify(&json, &minisig, &self.receipt_key).ok()
    }

    /// The reason that lies beside the only file in the quarantine.
    pub fn reason(&self) -> String {
        let names = self.names("archive/quarantine");
        let [file, reason] = &names[..] else { panic!("{names:?}") };
        assert_eq!(*reason, format!("{file}.reason.txt"));
        fs::read_to_string(self.path("archive/quarantine").join(reason)).unwrap()
    }
}

/// The arguments of `receive` in such a folder.
pub fn arguments(key: &str) -> [&str; 11] {
    let [inbox, archive, receipts] = ["--inbox", "--archive", "--receipts"];
    let receipt = "--receipt-key";
    let names = ["receipt.key", "inbox", "archive", "receipts"];
    let [a, b, c, d] = names;
    ["receive", "--identity", key, receipt, a, inbox, b, archive, c, receipts, d]
}

/// A bundle with this number, from this device.
pub fn bundle(number: u8, device: &DeviceKeys, contents: &Contents) -> (Uuid, Vec<u8>) {
    let bundle_id = Uuid::parse_str(&format!("019aa648-5a00-7000-8000-0000000001{number:02x}"));
    let draft = Draft {
        bundle_id: bundle_id.unwrap(),
        created: Timestamp::default(),
        app_version: "0.1.0",
        contents,
        device,
        recipients: &[common::identity().recipient()],
    };
    (draft.bundle_id, seal(&draft).unwrap().bytes)
}
