//! A way to make a bundle wrong in one place only. The command line's tests use it too.
#![allow(dead_code, reason = "each test file uses a part of it")]

use crate::common::{contents, device, identity, sealed};
use draagkracht_bundle::{
    Contents, Digest,
    archive::{self, FORM_RESPONSES, Files, MANIFEST, NAMES, SIGNATURE},
    envelope,
};

/// Seals any bytes, as if they were packed files.
pub fn enveloped(packed: &[u8]) -> Vec<u8> {
    envelope::encrypt(packed, &[identity().recipient()]).unwrap()
}

/// The files of a bundle that is right, to be changed and sealed again.
pub struct Forge(Files, Option<Vec<u8>>);

impl Forge {
    /// Starts with everything right.
    pub fn new() -> Self {
        Self::of(&contents())
    }

    /// Starts with these records.
    pub fn of(contents: &Contents) -> Self {
        let packed = envelope::decrypt(&sealed(contents), &[identity()]).unwrap();
        let (files, form_responses) = archive::unpack(&packed).unwrap();
        Self(files, form_responses)
    }

    /// Replaces a text in a file; it must be there.
    pub fn replace(mut self, name: &str, from: &str, to: &str) -> Self {
        let file = self.file(name);
        let text = String::from_utf8(file.clone()).unwrap();
        assert!(text.contains(from), "{name} has no {from}");
        *file = text.replacen(from, to, 1).into_bytes();
        self
    }

    /// Writes a file anew.
    pub fn write(mut self, name: &str, bytes: &[u8]) -> Self {
        *self.file(name) = bytes.to_vec();
        self
    }

    /// Makes the hashes in the manifest fit the files.
    pub fn hashed(mut self) -> Self {
        let mut manifest: serde_json::Value = serde_json::from_slice(self.file(MANIFEST)).unwrap();
        let more = self.1.as_ref().map(|_| FORM_RESPONSES);
        for name in NAMES[2..].iter().copied().chain(more) {
            manifest["files"][name] = Digest::of(self.file(name)).to_string().into();
        }
        *self.file(MANIFEST) = serde_json::to_vec(&manifest).unwrap();
        self
    }

    /// Makes the signature fit the manifest.
    pub fn signed(mut self) -> Self {
        let signed = device().signing.sign(self.file(MANIFEST), "forged", "forged").unwrap();
        self.write(SIGNATURE, signed.as_bytes())
    }

    /// Without the file of version 2.
    pub fn without_answers(self) -> Self {
        Self(self.0, None)
    }

    /// With the file of version 2.
    pub fn with_answers(self, bytes: &[u8]) -> Self {
        Self(self.0, Some(bytes.to_vec()))
    }

    /// The sealed bundle.
    pub fn seal(self) -> Vec<u8> {
        enveloped(&archive::pack(&self.0, self.1.as_deref(), 1).unwrap())
    }

    /// The files, with their names.
    pub fn files(self) -> Vec<(String, Vec<u8>)> {
        let names = NAMES.into_iter().chain([FORM_RESPONSES]).map(str::to_owned);
        names.zip(self.0.into_iter().chain(self.1)).collect()
    }

    fn file(&mut self, name: &str) -> &mut Vec<u8> {
        if name == FORM_RESPONSES {
            return self.1.as_mut().unwrap();
        }
        &mut self.0[NAMES.iter().position(|n| *n == name).unwrap()]
    }
}
