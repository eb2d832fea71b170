//! A bundle that is right, and a way to make it wrong in one place only.
//! The command line's tests use it too.
#![allow(dead_code, reason = "each test file uses a part of it")]

use draagkracht_bundle::{
    Contents, Digest, Draft,
    archive::{self, Files, MANIFEST, NAMES, SIGNATURE},
    device::DeviceKeys,
    envelope::{self, Identity},
    seal,
};
use draagkracht_core::{
    answer::{Answer, Likert},
    case::{Case, Consent, Consents},
    instrument::Instrument,
    person::{Mode, Moment, Person},
    response::{Identity as ResponseIdentity, Response},
    timestamp::Timestamp,
};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The id of the bundle in the vectors.
pub const BUNDLE_ID: &str = "019aa648-5a00-7000-8000-0000000000b1";
const CASE_ID: &str = "019aa648-5a00-7000-8000-0000000000c1";

fn uuid(text: &str) -> Uuid {
    Uuid::parse_str(text).unwrap()
}

fn time(text: &str) -> Timestamp {
    Timestamp::try_from(text.to_owned()).unwrap()
}

/// The device of the vectors.
pub fn device() -> DeviceKeys {
    DeviceKeys::from_secret(include_str!("../vectors/device.keys").trim_end()).unwrap()
}

/// The organisation of the vectors.
pub fn identity() -> Identity {
    Identity::read_file(include_str!("../vectors/organisation.key")).unwrap().remove(0)
}

/// One case, one resident's list and one professional's.
pub fn contents() -> Contents {
    let consent = |given| Consent { given, since: time("2026-11-21T12:00:00Z") };
    let case = Case {
        format: draagkracht_core::case::FORMAT.to_owned(),
        version: draagkracht_core::case::VERSION,
        case_id: uuid(CASE_ID),
        case_code: "73D0-9NZF".parse().unwrap(),
        person: Person::first(),
        created: time("2026-11-21T12:00:00Z"),
        consents: Consents { support: consent(true), research: consent(false) },
    };
    let responses = vec![
        response("resident.v1", "019aa648-5a00-7000-8000-0000000000a1", None),
        response("professional.v1", "019aa648-5a00-7000-8000-0000000000a2", Some("P1")),
    ];
    Contents { cases: vec![case], responses }
}

/// Answers 4, 3, 2, 1, "don't know", 5, and so on; the last item was not asked.
fn response(instrument: &str, response_id: &str, pseudonym: Option<&str>) -> Response {
    let instrument = Instrument::built_in(instrument).unwrap().unwrap();
    let values = [4, 3, 2, 1, 0, 5].map(|v| Likert::new(v).map_or(Answer::DontKnow, Answer::Value));
    let asked = &instrument.items()[..instrument.items().len() - 1];
    let answers: BTreeMap<_, _> =
        asked.iter().map(|item| item.id.clone()).zip(values.into_iter().cycle()).collect();
    let identity = ResponseIdentity {
        response_id: uuid(response_id),
        case_id: uuid(CASE_ID),
        case_code: "73D0-9NZF".parse().unwrap(),
        person: Person::first(),
        rater: instrument.rater(),
        pseudonym: pseudonym.map(str::to_owned),
        moment: Moment::T1,
        started: time("2026-11-21T12:05:00Z"),
    };
    let completed = Some(time("2026-11-21T12:30:00Z"));
    Response::new(
        identity,
        &instrument,
        instrument.norm(),
        &answers,
        Mode::Alone,
        true,
        1,
        completed,
    )
}

/// Seals contents as the app does.
pub fn sealed(contents: &Contents) -> Vec<u8> {
    let draft = Draft {
        bundle_id: uuid(BUNDLE_ID),
        created: time("2026-11-21T12:31:00Z"),
        app_version: "0.1.0",
        contents,
        device: &device(),
        recipients: &[identity().recipient()],
    };
    seal(&draft).unwrap().bytes
}

/// Seals any bytes, as if they were packed files.
pub fn enveloped(packed: &[u8]) -> Vec<u8> {
    envelope::encrypt(packed, &[identity().recipient()]).unwrap()
}

/// The files of a bundle that is right, to be changed and sealed again.
pub struct Forge(Files);

impl Forge {
    /// Starts with everything right.
    pub fn new() -> Self {
        Self::of(&contents())
    }

    /// Starts with these records.
    pub fn of(contents: &Contents) -> Self {
        let packed = envelope::decrypt(&sealed(contents), &[identity()]).unwrap();
        Self(archive::unpack(&packed).unwrap())
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
        for name in &NAMES[2..] {
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

    /// The sealed bundle.
    pub fn seal(self) -> Vec<u8> {
        enveloped(&archive::pack(&self.0, 1).unwrap())
    }

    /// The files, with their names.
    pub fn files(self) -> Vec<(String, Vec<u8>)> {
        NAMES.map(str::to_owned).into_iter().zip(self.0).collect()
    }

    fn file(&mut self, name: &str) -> &mut Vec<u8> {
        &mut self.0[NAMES.iter().position(|n| *n == name).unwrap()]
    }
}
